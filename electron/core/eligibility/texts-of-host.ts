/** The engine's sentences, checked once for each set of texts the host hands in. */
import type { Texts } from '../host.ts'
import { EligibilityTexts } from './texts.ts'

const checked = new WeakMap<Texts, EligibilityTexts>()

/** @throws {ZodError} when a text of the engine is missing: a gap in `resources/texts` */
export function eligibilityTexts(texts: Texts): EligibilityTexts {
  const known = checked.get(texts)
  if (known)
    return known
  const of = (language: 'ko' | 'en') => ({ reasons: texts[language].reasons, facts: texts[language].facts, terms: texts[language].terms })
  const read = EligibilityTexts.parse({ ko: of('ko'), en: of('en') })
  checked.set(texts, read)
  return read
}
