/** Reads the sentences of the engine from `resources/texts`; core gets them handed in. */
import type { EligibilityTexts } from '#core/eligibility/texts'
import type { Language } from '#core/kernel/text'
import { LanguageTexts, missingFactTexts } from '#core/eligibility/texts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @param folder `resources/texts`
 * @throws when a file is missing or a fact has no text: a fault of the build, never of the visitor
 */
export async function loadEligibilityTexts(folder: string): Promise<EligibilityTexts> {
  const texts = { ko: await readLanguage(folder, 'ko'), en: await readLanguage(folder, 'en') }
  const missing = missingFactTexts(texts)
  if (missing.length > 0)
    throw new Error(`resources/texts/{ko,en}/facts.json lack a text for: ${missing.join(', ')}.`)
  return texts
}

async function readLanguage(folder: string, language: Language): Promise<LanguageTexts> {
  const [reasons, facts, terms] = await Promise.all(['reasons', 'facts', 'terms'].map(async name =>
    JSON.parse(await readFile(join(folder, language, `${name}.json`), 'utf8')) as unknown))
  return LanguageTexts.parse({ reasons, facts, terms })
}
