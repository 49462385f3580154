/** Resident memory of the office server after a sign-in, a lookup and a guide: what a day at one counter begins with. */
import type { Figure } from '../run.ts'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { rounded } from '../median.ts'
import { lookUpAVisit, sampleFolder, serveSample } from '../serving-sample.ts'

export async function measure(): Promise<Figure> {
  const server = await serveSample(await sampleFolder())
  const { visitId } = await lookUpAVisit(server)
  await server.client.guide.pdf({ request: { document: 'family-guide', visitId }, language: 'ko', edition: 'standard' })
  const value = residentMegabytes(server.process)
  await server.close()
  return { name: 'server-memory', value: rounded(value), unit: 'MB resident after sign-in, one lookup and one guide' }
}

function residentMegabytes(id: number): number {
  return process.platform === 'win32'
    ? Number(execFileSync('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${id}).WorkingSet64`], { encoding: 'utf8' })) / 1_000_000
    : Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' })) * 1024 / 1_000_000
}
