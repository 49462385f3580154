/** The blocks of one item on paper: for the office with everything that was written, for outside only what consent covers. */
import type { Block } from '../../guide/sheet.ts'
import type { AgendaItem, ItemDraft } from '../model.ts'
import type { PaperWords } from './paper-words.ts'
import type { OutsidePaperItem } from './read-paper.ts'
import { block } from '../../guide/sheet-frame.ts'
import { seoulDayOf } from '../../kernel/dates.ts'

type Rows = (readonly [string, string])[]
const filled = (rows: Rows): Rows => rows.filter(([, value]) => value.trim() !== '')

const leadOf = ({ m }: PaperWords, { sector, who }: ItemDraft['lead']): string =>
  sector === null ? who : `${who} (${m(`sectors.${sector}`)})`

function workBlocks({ m, day }: PaperWords, roles: readonly { readonly sector: 'public' | 'private', readonly who: string, readonly what: string }[], tasks: readonly { readonly what: string, readonly who: string, readonly dueOn: ItemDraft['tasks'][number]['dueOn'], readonly done?: boolean }[]): Block[] {
  return [
    ...roles.length > 0 ? [block.table([m('paper.sector'), m('paper.who'), m('paper.what')], roles.map(({ sector, who, what }) => [m(`sectors.${sector}`), who, what]), [2, 4, 7])] : [],
    ...tasks.length > 0 ? [block.table([m('paper.task'), m('paper.who'), m('paper.due')], tasks.map(({ what, who, dueOn, done }) => [done ? `${what} (${m('paper.done')})` : what, who, dueOn ? day(dueOn) : '']), [7, 4, 3])] : [],
  ]
}

/** @param minutes the agenda ends with the question */
export function internalItem(words: PaperWords, item: AgendaItem, number: number, staff: ReadonlyMap<string, string>, minutes: boolean): Block[] {
  const { m, day, track, stage, traits, needs } = words
  const { card, draft } = item
  const reasons = [item.reason, ...item.also].map(reason => m(`reasons.${reason}`)).join(' · ')
  const head: Block[] = [
    block.heading(`${number}. ${card.maskedName} (${item.pseudonym})`, 2),
    block.fields(filled([
      [m('paper.reason'), reasons],
      [m('paper.household'), traits(card)],
      [m('paper.standing'), [stage(card.stage), card.track ? track(card.track) : '', card.planner?.name ?? ''].filter(Boolean).join(' · ')],
      [m('paper.needs'), needs(card.needs)],
      [m('paper.question'), draft.question],
    ])),
  ]
  if (!minutes)
    return head
  return [
    ...head,
    block.fields(filled([
      [m('paper.discussion'), draft.discussion],
      ...item.opinions.map(({ agency, text }) => [m('paper.opinion'), `${agency}: ${text}`] as const),
      [m('paper.decision'), item.decision ? track(item.decision) : item.putOffWhy === null ? m('paper.open') : m('paper.putOff')],
      [m('paper.why'), item.putOffWhy ?? draft.why],
      [m('paper.lead'), leadOf(words, draft.lead)],
    ])),
    ...workBlocks(words, draft.roles, draft.tasks.map(({ id, what, who, staffId, dueOn }) => ({ what, dueOn, who: staffId === null ? who : staff.get(staffId) ?? who, done: item.doneTasks.includes(id) }))),
    ...item.additions.map(({ at, name, text }) => block.say(m('paper.added', { at: day(seoulDayOf(at)), name, text }), 'meta')),
  ]
}

export function outsideItemBlocks(words: PaperWords, item: OutsidePaperItem, minutes: boolean): Block[] {
  const { m, track, traits, needs } = words
  if (!item.shown)
    return [block.heading(m('paper.numbered', { number: item.number }), 2), block.say(m('notShown'), 'meta')]
  const head = block.heading(`${item.number}. ${item.pseudonym}`, 2)
  if (!minutes) {
    const { profile } = item
    return [head, block.fields(filled([
      [m('paper.household'), traits(profile)],
      [m('paper.needs'), needs(profile.needs)],
      [m('paper.question'), profile.questionWithheld ? m('withheld') : profile.question],
    ]))]
  }
  return [
    head,
    block.fields(filled([
      ...item.opinions.map(({ agency, text }) => [m('paper.opinion'), `${agency}: ${text}`] as const),
      [m('paper.decision'), item.decision ? track(item.decision) : m(item.putOff ? 'paper.putOff' : 'paper.open')],
      [m('paper.lead'), leadOf(words, item.lead)],
    ])),
    ...workBlocks(words, item.roles, item.tasks),
  ]
}
