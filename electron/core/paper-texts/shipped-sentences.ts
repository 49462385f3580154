/** The sentences that an office may write itself, as they ship, with what has to stay of each. */
import type { Texts } from '../host.ts'
import type { BilingualText } from '../kernel/text.ts'
import type { Sentence } from './model.ts'
import type { EditableSentence } from './sentences.ts'
import { say } from '../kernel/say.ts'

type Shipped = Omit<Sentence, 'own'>

export function shippedSentence(texts: Texts, { key, most, legal }: EditableSentence): Shipped {
  const [file, ...steps] = key.split('.')
  const said = (language: 'ko' | 'en'): string => say(texts, language, file ?? '', steps.join('.'))
  const shipped: BilingualText = { ko: said('ko'), en: said('en') }
  return { key, shipped, most, legal: legal ? { ko: legalParts(shipped.ko), en: legalParts(shipped.en) } : { ko: [], en: [] } }
}

/** Sentences of a text that say the same on every paper; what is filled in may be moved about. */
export const legalParts = (text: string): string[] => text
  .split(/(?<=[.!?])\s+|\s+·\s+/)
  .map(part => part.trim().replace(/\.$/, ''))
  .filter(part => part !== '' && !part.includes('{'))
