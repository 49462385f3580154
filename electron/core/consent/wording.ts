/** The wording in force (동의 문안), from the text files, with the office's own recipients filled in. */
import type { Texts } from '../host.ts'
import type { Language } from '../kernel/text.ts'
import { say } from '../kernel/say.ts'
import { WordingItem } from './model.ts'

export interface Wording { readonly version: string, readonly items: readonly WordingItem[] }

const items = ['collect', 'sensitive', 'third-party', 'callback'] as const

export function wordingIn(texts: Texts, language: Language, recipients: readonly string[]): Wording {
  const text = (key: string): string => say(texts, language, 'consent', key)
  const named = recipients.length > 0 ? recipients.join(', ') : text('noRecipients')
  return {
    version: text('version'),
    items: items.map(item => WordingItem.parse({
      item,
      title: text(`${item}.title`),
      speech: text(`${item}.speech`).replaceAll('{recipients}', named),
      purpose: text(`${item}.purpose`),
      data: text(`${item}.data`),
      period: text(`${item}.period`),
      ...(item === 'third-party' ? { recipients: text('third-party.recipients').replaceAll('{recipients}', named) } : {}),
      refusal: text(`${item}.refusal`),
    })),
  }
}
