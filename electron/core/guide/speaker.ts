/** Speaks one language for one sheet: texts of `guide.json`, catalogue texts, dates, lists. */
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { BilingualText, Language } from '../kernel/text.ts'
import { weekday } from '../kernel/dates.ts'
import { say } from '../kernel/say.ts'

export interface Speaker {
  readonly language: Language
  readonly t: (key: string, filling?: Filling) => string
  readonly pick: (text: BilingualText) => string
  /** "2026-11-22(일)". */
  readonly day: (date: PlainDate) => string
  /** Items in a row; beyond `most` only their number: "가, 나 외 3개". */
  readonly list: (items: readonly string[], most?: number) => string
}

export function speaker(texts: Texts, language: Language): Speaker {
  const t: Speaker['t'] = (key, filling) => say(texts, language, 'guide', key, filling)
  return {
    language,
    t,
    pick: text => text[language],
    day: date => t('day', { date, weekday: t(`weekday.${weekday(date)}`) }),
    list: (items, most = Number.POSITIVE_INFINITY) => {
      const shown = items.slice(0, most).join(t('list'))
      return items.length > most ? `${shown} ${t('more', { count: items.length - most })}` : shown
    },
  }
}
