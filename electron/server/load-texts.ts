/** The sentences of the engine from `resources/texts`, complete or refused; core gets them handed in. */
import type { EligibilityTexts } from '#core/eligibility/texts'
import { missingFactTexts } from '#core/eligibility/texts'
import { eligibilityTexts } from '#core/eligibility/texts-of-host'
import { readTexts } from './read-texts.ts'

/**
 * @param folder `resources/texts`
 * @throws when a file is missing or a fact has no text: a fault of the build, never of the visitor
 */
export async function loadEligibilityTexts(folder: string): Promise<EligibilityTexts> {
  const texts = eligibilityTexts(await readTexts(folder))
  const missing = missingFactTexts(texts)
  if (missing.length > 0)
    throw new Error(`resources/texts/{ko,en}/facts.json lack a text for: ${missing.join(', ')}.`)
  return texts
}
