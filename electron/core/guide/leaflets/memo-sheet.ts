/**
 * The memo sheet (이웃 알림 쪽지): where to tell of a neighbour in need. Nothing of anybody on it, and no place to write
 * who told. It lies in shops, so two halves come on a page, to be cut; in large print and on A5 one.
 *
 * The QR code calls: it holds the number, no address that might be another one tomorrow. The app "복지위기 알림" of the
 * ministry is named as its press release of 2024-11-13 names it (정부24, https://m.gov.kr/portal/ntnadmNews/4077682).
 */
import type { Texts } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Language } from '../../kernel/text.ts'
import type { Office } from '../sheet-frame.ts'
import type { Block, Edition, Sheet } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import { HOTLINE } from '../family/guide-address.ts'
import { block, centerLine, sheetOf } from '../sheet-frame.ts'
import { speaker } from '../speaker.ts'

export interface MemoSheetData { readonly on: PlainDate, readonly office: Office }

export function memoSheet({ on, office }: MemoSheetData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t, day } = says
  const halves = edition === 'standard' || edition === 'portable'
  const note = noteBlocks(says, office)
  return sheetOf(says, { edition, office, title: t('memo.title'), footer: t('memo.footer', { day: day(on) }) }, [
    note,
    ...(halves ? [[cutLine(says)], note] : []),
  ])
}

function noteBlocks(says: Speaker, office: Office): Block[] {
  const { t } = says
  // Where the office has no phone of its own written down.
  const phone = office.phone ?? HOTLINE
  return [
    block.title(t('memo.title')),
    block.say(t('memo.intro')),
    block.list([t('memo.sign.post'), t('memo.sign.unseen'), t('memo.sign.hard')]),
    // The name of the center stands in each half: the line at the top of the page is cut off with the first.
    block.say(t('memo.call', { center: centerLine(says, office), phone: office.phone ?? '' }).trim(), 'strong'),
    block.fields([
      [t('contact.crisis'), t('contact.crisisLine')],
      [t('memo.app'), t('memo.appLine')],
      [t('memo.danger'), t('memo.dangerLine')],
    ]),
    { kind: 'qr', url: `tel:${phone.replace(/[^\d+]/g, '')}`, caption: t('memo.scan') },
  ]
}

/** From edge to edge of the column, dashed as scissors follow it. */
const cutLine = ({ t }: Speaker): Block => ({
  kind: 'drawing',
  width: 480,
  height: 4,
  shapes: [{ shape: 'line', x1: 0, y1: 2, x2: 480, y2: 2, stroke: 'soft', dash: [5, 4] }],
  caption: t('memo.cut'),
  alternative: t('memo.cut'),
})
