/** Reads every text of `resources/texts`, by language and file name. */
import type { Texts, TextTree } from '#core/host'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** @param folder `resources/texts` */
export async function readTexts(folder: string): Promise<Texts> {
  const [ko, en] = await Promise.all([
    readLanguage(join(folder, 'ko')),
    readLanguage(join(folder, 'en')),
  ])
  return { ko, en }
}

/** Every file of one language, by its name. */
export async function readLanguage(folder: string): Promise<Record<string, TextTree>> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.json')).sort()
  return Object.fromEntries(await Promise.all(names.map(async name =>
    [
      basename(name, '.json'),
      JSON.parse(await readFile(join(folder, name), 'utf8')) as TextTree,
    ] as const)))
}
