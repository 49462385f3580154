import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
/**
 * The guide on one page to take along (한 장 안내): what to do, what to bring, which services and where, whom to call.
 *
 * Whatever does not have room is counted and stands in the full guide; the drawing makes the type smaller until the
 * page holds what is here, so the numbers below are what one page of A4 holds in every language.
 */
import type { GuideData } from './guide-data.ts'
import type { GuideEntry } from './guide-entries.ts'
import { block } from '../sheet-frame.ts'
import { actionBlocks, chooseActions } from './guide-actions.ts'
import { contactLine } from './guide-contacts.ts'
import { untilWords } from './guide-deadline.ts'
import { guideEntries, isSettled } from './guide-entries.ts'
import { nameOf, shownName } from './guide-names.ts'
import { mergePapers } from './guide-papers.ts'
import { openQuestions } from './guide-questions.ts'
import { hasRoom } from './one-page-room.ts'

/** How many of each; the next line where there is no room for so much: other languages need more of it for the same. */
const steps = [
  { reports: 5, papers: 8, services: 7, questions: 3 },
  { reports: 5, papers: 6, services: 5, questions: 2 },
  { reports: 4, papers: 5, services: 3, questions: 2 },
  { reports: 4, papers: 4, services: 2, questions: 1 },
  { reports: 3, papers: 3, services: 0, questions: 0 },
] as const
type Most = (typeof steps)[number]

/** @param opening title and greeting, which share the page */
export function onePageGroups(says: Speaker, data: GuideData, opening: readonly Block[]): Block[][] {
  const tried = steps.map(most => () => groupsOf(says, data, most))
  for (const make of tried) {
    const groups = make()
    if (hasRoom([opening, ...groups]))
      return groups
  }
  return tried.at(-1)!()
}

function groupsOf(says: Speaker, data: GuideData, most: Most): Block[][] {
  const entries = guideEntries(data, data.on)
  const reports = data.notes.filter(({ kind }) => kind === 'report')
  const reported = new Set(reports.map(({ id }) => id))
  const doable = entries.filter(({ card }) => !reported.has(card.id))
  return [
    [contactLine(says, data, 'one-page')],
    data.event === 'death' ? reportBlocks(says, reports, most) : [],
    ...actionBlocks(says, data, doable, 'one-page'),
    paperBlocks(says, entries, most),
    serviceBlocks(says, data, doable, most),
    questionBlocks(says, data, entries, most),
  ]
}

function reportBlocks(says: Speaker, reports: GuideData['notes'], most: Most): Block[] {
  const { t, pick } = says
  if (reports.length === 0)
    return []
  const shown = reports.toSorted((left, right) => (left.deadline?.lastDay ?? '9').localeCompare(right.deadline?.lastDay ?? '9')).slice(0, most.reports)
  return [
    block.heading(t('notes.report'), 2),
    block.table([t('notes.what'), t('notes.until'), t('notes.where')], shown.map(({ text, deadline, where, phone }) =>
      [pick(text), deadline ? untilWords(says, deadline) : '', [...(where ? [pick(where)] : []), ...(phone ? [phone] : [])].join(' · ')]), [54, 22, 24]),
    ...more(says, reports.length - shown.length),
  ]
}

function paperBlocks(says: Speaker, entries: readonly GuideEntry[], most: Most): Block[] {
  const papers = mergePapers(entries)
  return papers.length === 0
    ? []
    : [block.heading(says.t('brief.papers'), 2), block.say(says.list(papers.map(({ name }) => says.t('papers.boxed', { paper: says.pick(name) })), most.papers))]
}

/** What is no action of today already, each service once with whom it concerns. */
function serviceBlocks(says: Speaker, data: GuideData, entries: readonly GuideEntry[], most: Most): Block[] {
  const { t, pick, list } = says
  const acted = new Set<string>(chooseActions(entries).flat().map(({ card }) => card.id))
  const services = new Map<string, GuideEntry[]>()
  for (const entry of entries.filter(entry => isSettled(entry) && !acted.has(entry.card.id)))
    services.set(entry.card.id, [...services.get(entry.card.id) ?? [], entry])
  if (services.size === 0)
    return []
  if (most.services === 0)
    return more(says, services.size)
  const rows = [...services.values()].slice(0, most.services).map(([first, ...others]) => {
    const { card, verdict } = first!
    const who = list([first!, ...others].flatMap(entry => nameOf(says, data, entry.verdict.memberId) ?? []), 2)
    const name = shownName(says, card.name)
    // A deadline that has passed is told in the full guide, where there is room to say what can still be done.
    const until = verdict.deadline && verdict.deadline.daysLeft >= 0 ? untilWords(says, verdict.deadline) : ''
    return [who ? t('actions.who', { what: name, who }) : name, pick(card.applyAt), card.phone ?? '', until]
  })
  const dated = rows.some(([, , , until]) => until !== '')
  return [
    block.heading(t('brief.services'), 2),
    dated
      ? block.table([t('rest.service'), t('label.place'), t('label.phone'), t('label.deadline')], rows, [36, 28, 14, 22])
      : block.table([t('rest.service'), t('label.place'), t('label.phone')], rows.map(row => row.slice(0, 3)), [46, 38, 16]),
    ...more(says, services.size - rows.length),
  ]
}

function questionBlocks(says: Speaker, data: GuideData, entries: readonly GuideEntry[], most: Most): Block[] {
  const questions = openQuestions(says, data, entries)
  return questions.length === 0 || most.questions === 0
    ? []
    : [block.heading(says.t('brief.open'), 2), block.list(questions.slice(0, most.questions).map(({ sentence }) => sentence)), ...more(says, questions.length - most.questions)]
}

const more = ({ t }: Speaker, count: number): Block[] => count > 0 ? [block.say(t('brief.rest', { count }), 'meta')] : []
