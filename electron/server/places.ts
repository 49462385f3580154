/** Provinces, districts and dongs to choose from. Old and Seoul's only: free entry stands beside it. */
import type { Host } from '#core/host'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'

const Places = z.object({
  provinces: z.array(z.string()),
  districts: z.record(z.string(), z.array(z.string())),
  dongs: z.record(z.string(), z.array(z.string())),
})

/** @param path `resources/places/seoul.json` */
export async function readPlaces(path: string): Promise<ReturnType<Host['places']>> {
  return Places.parse(JSON.parse(await readFile(path, 'utf8')))
}
