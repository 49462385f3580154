/** The words of the daily close sheet, in one language. */
import type { Speaker } from '../guide/speaker.ts'
import type { Texts } from '../host.ts'
import type { Filling } from '../kernel/say.ts'
import type { Language } from '../kernel/text.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'

export interface CloseWords extends Speaker {
  /** Words of `daily-close.json`. */
  readonly c: (key: string, filling?: Filling) => string
  /** What the log names and these texts do not know (a document of a newer Maji) stands as it is. */
  readonly documentOf: (document: string) => string
  readonly languageOf: (code: string) => string
  readonly editionOf: (edition: string) => string
}

export function closeWords(texts: Texts, language: Language): CloseWords {
  const named = (list: string, name: string): string => {
    const known = texts[language]['daily-close']?.[list]
    const found = typeof known === 'object' ? known[name] : undefined
    return typeof found === 'string' ? found : name
  }
  return {
    ...speaker(texts, language),
    c: (key, filling) => say(texts, language, 'daily-close', key, filling),
    documentOf: document => named('documents', document),
    languageOf: code => named('languages', code),
    editionOf: edition => named('editions', edition),
  }
}
