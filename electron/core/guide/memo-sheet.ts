/** The memo sheet (이웃 알림 쪽지): where to tell of a neighbour in need. Nothing of anybody on it. */
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Language } from '../kernel/text.ts'
import type { Office } from './sheet-frame.ts'
import type { Edition, Sheet } from './sheet.ts'
import { block, centerLine, sheetOf } from './sheet-frame.ts'
import { speaker } from './speaker.ts'

export interface MemoSheetData { readonly on: PlainDate, readonly office: Office }

export function memoSheet({ on, office }: MemoSheetData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t, day } = says
  return sheetOf(says, { edition, office, title: t('memo.title'), footer: t('memo.footer', { day: day(on) }) }, [
    [block.title(t('memo.title')), block.say(t('memo.intro'))],
    [block.say(t('memo.call', { center: centerLine(says, office), phone: office.phone ?? '' }).trim(), 'strong')],
  ])
}
