/** Agenda (회의 안건) and minutes (사례회의록) of a meeting, in an edition for the office and one for outside members. */
import type { Block, Edition, Sheet } from '../../guide/sheet.ts'
import type { Texts } from '../../host.ts'
import type { Language } from '../../kernel/text.ts'
import type { PaperWords } from './paper-words.ts'
import type { PaperData } from './read-paper.ts'
import { approvalBlocks, block, sheetOf } from '../../guide/sheet-frame.ts'
import { seoulDayOf } from '../../kernel/dates.ts'
import { internalItem, outsideItemBlocks } from './item-blocks.ts'
import { paperWords } from './paper-words.ts'

export type MeetingPaperData = PaperData

export const meetingAgenda = (data: PaperData, texts: Texts, language: Language, edition: Edition): Sheet =>
  meetingSheet(data, paperWords(texts, language), edition, false)

export const meetingMinutes = (data: PaperData, texts: Texts, language: Language, edition: Edition): Sheet =>
  meetingSheet(data, paperWords(texts, language), edition, true)

function meetingSheet(data: PaperData, words: PaperWords, edition: Edition, minutes: boolean): Sheet {
  const { m, day } = words
  const { on, office, content } = data
  const title = m(minutes ? 'paper.minutes' : 'paper.agenda')
  const footer = m(content.audience === 'internal' ? 'paper.footerInternal' : 'paper.footerOutside', { day: day(on) })
  return sheetOf(words, { edition, office, title, footer }, [
    headBlocks(data, words, title, minutes),
    ...itemGroups(data, words, minutes),
    ...additionBlocks(data, words),
  ])
}

function headBlocks({ office, page: { meeting, attendees }, content }: PaperData, words: PaperWords, title: string, minutes: boolean): Block[] {
  const { m, when, day } = words
  const state = meeting.closedAt && meeting.closedBy
    ? m('paper.fixed', { at: day(seoulDayOf(meeting.closedAt)), name: meeting.closedBy.name, version: meeting.version })
    : m(`status.${meeting.status}`)
  return [
    block.title(title, m(`kinds.${meeting.kind}`)),
    // Outside members take theirs along; who approved it is the office's own.
    ...minutes && content.audience === 'internal' ? approvalBlocks(words, office) : [],
    block.fields([
      [m('paper.date'), when(meeting)],
      ...meeting.place ? [[m('paper.place'), meeting.place] as const] : [],
      [m('paper.state'), state],
      ...content.audience === 'outside' ? [[m('paper.for'), content.agencies.join(', ')] as const] : [],
    ]),
    block.table(
      minutes ? [m('paper.attendee'), m('paper.agency'), m('paper.presence'), m('paper.sign')] : [m('paper.attendee'), m('paper.agency')],
      attendees.map(({ name, agency, outside, presence }) => [name, outside ? agency ?? '' : m('paper.ours'), ...minutes ? [m(`presence.${presence}`), ''] : []]),
      minutes ? [4, 5, 4, 4] : [4, 6],
    ),
  ]
}

function itemGroups({ content }: PaperData, words: PaperWords, minutes: boolean): Block[][] {
  if (content.audience === 'outside')
    return content.items.map(item => outsideItemBlocks(words, item, minutes))
  const standing = content.items.filter(({ state }) => state !== 'left-out')
  const left = content.items.filter(({ state }) => state === 'left-out')
  return [
    ...standing.map((item, at) => internalItem(words, item, at + 1, content.staff, minutes)),
    ...left.length > 0 ? [[block.heading(words.m('paper.leftOut'), 2), block.list(left.map(({ card, pseudonym, leftOutWhy }) => `${card.maskedName} (${pseudonym}): ${leftOutWhy ?? ''}`))]] : [],
  ]
}

function additionBlocks({ page: { additions } }: PaperData, { m, day }: PaperWords): Block[][] {
  return additions.length === 0
    ? []
    : [[block.heading(m('paper.additions'), 2), ...additions.map(({ at, name, text }) => block.say(m('paper.added', { at: day(seoulDayOf(at)), name, text })))]]
}
