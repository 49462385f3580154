/** Speaks one language for one booklet: its own words (`booklet.json`) beside those that all papers share. */
import type { Speaker } from '../guide/speaker.ts'
import type { Texts } from '../host.ts'
import type { Filling } from '../kernel/say.ts'
import type { Language, LanguageCode } from '../kernel/text.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'

export interface BookletSpeaker extends Speaker {
  readonly b: (key: string, filling?: Filling) => string
  /** The language of the paper, for sorting; `language` is which of two texts it takes. */
  readonly code: LanguageCode
}

export const bookletSpeaker = (texts: Texts, language: Language, code: LanguageCode): BookletSpeaker =>
  ({ ...speaker(texts, language), b: (key, filling) => say(texts, language, 'booklet', key, filling), code })
