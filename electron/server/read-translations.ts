/** Languages of paper beside Korean and English: one folder each in `resources/texts`, found by what is there. */
import type { Translation } from '#core/guide/languages/translation'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LanguageCode } from '#core/kernel/text'
import { readLanguage } from './read-texts.ts'

/**
 * @param folder `resources/texts`; of each language `language.json` names it and says whether it is `complete`
 * (`npm test` holds it to that) and who has read it over, `words/*.json` translate the catalogue
 */
export async function readTranslations(folder: string): Promise<ReadonlyMap<LanguageCode, Translation>> {
  const found = (await readdir(folder, { withFileTypes: true })).filter(entry => entry.isDirectory()).map(({ name }) => name)
  const codes = found.flatMap(name => LanguageCode.safeParse(name).data ?? []).filter(code => code !== 'ko' && code !== 'en').sort()
  return new Map(await Promise.all(codes.map(async code => [code, await readTranslation(code, join(folder, code))] as const)))
}

async function readTranslation(code: LanguageCode, folder: string): Promise<Translation> {
  const texts = await readLanguage(folder)
  const files = (await readdir(join(folder, 'words')).catch(() => [])).filter(name => name.endsWith('.json')).sort()
  const words = await Promise.all(files.map(async name => JSON.parse(await readFile(join(folder, 'words', name), 'utf8')) as Record<string, string>))
  return { code, name: String(texts.language?.name ?? code), texts, words: Object.assign({}, ...words) as Record<string, string> }
}
