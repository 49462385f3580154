/**
 * The guide on one page to take along (한 장 안내): what to do, what must be reported, what to bring, which services and
 * where, whom to call. After a death what must be reported and what ends stand first.
 *
 * Whatever does not have room is counted and stands in the full guide; the drawing makes the type smaller until the
 * page holds what is here, so the numbers below are what one page of A4 holds in every language.
 */
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import type { GuideEntry } from './guide-entries.ts'
import type { MergedPaper } from './guide-papers.ts'
import type { OpenQuestion } from './guide-questions.ts'
import { block } from '../sheet-frame.ts'
import { actionBlocks, chooseActions, doableEntries } from './guide-actions.ts'
import { contactLine } from './guide-contacts.ts'
import { soonestDeadline, untilWords } from './guide-deadline.ts'
import { guideEntries, isSettled } from './guide-entries.ts'
import { nameOf, shownName } from './guide-names.ts'
import { mergePapers } from './guide-papers.ts'
import { openQuestions } from './guide-questions.ts'
import { bySoonest, elsewhereBlocks, moreBlocks, shortNoteBlocks } from './one-page-notes.ts'
import { hasRoom } from './one-page-room.ts'

interface Most { readonly reports: number, readonly ends: number, readonly begins: number, readonly papers: number, readonly services: number, readonly questions: number }

/** How many of each; the next line where there is no room for so much: other languages need more of it for the same. */
const steps: readonly Most[] = [
  { reports: 6, ends: 3, begins: 3, papers: 8, services: 7, questions: 3 },
  { reports: 5, ends: 2, begins: 2, papers: 7, services: 6, questions: 2 },
  { reports: 5, ends: 1, begins: 1, papers: 6, services: 5, questions: 2 },
  { reports: 5, ends: 0, begins: 0, papers: 6, services: 4, questions: 1 },
  { reports: 4, ends: 0, begins: 0, papers: 5, services: 3, questions: 1 },
  { reports: 4, ends: 0, begins: 0, papers: 4, services: 2, questions: 0 },
  { reports: 4, ends: 0, begins: 0, papers: 3, services: 0, questions: 0 },
]

/** What ends and begins is what such a family comes with; services can wait, and stand in the full guide. */
const stepsAfterDeath: readonly Most[] = [
  { reports: 6, ends: 6, begins: 5, papers: 8, services: 5, questions: 2 },
  { reports: 6, ends: 6, begins: 4, papers: 6, services: 3, questions: 1 },
  { reports: 6, ends: 4, begins: 3, papers: 6, services: 2, questions: 0 },
  { reports: 5, ends: 3, begins: 3, papers: 5, services: 0, questions: 0 },
  { reports: 5, ends: 2, begins: 2, papers: 4, services: 0, questions: 0 },
  { reports: 4, ends: 2, begins: 2, papers: 4, services: 0, questions: 0 },
  { reports: 4, ends: 1, begins: 1, papers: 3, services: 0, questions: 0 },
  { reports: 4, ends: 0, begins: 1, papers: 2, services: 0, questions: 0 },
  { reports: 3, ends: 0, begins: 1, papers: 0, services: 0, questions: 0 },
]

/** @param opening title and greeting, which share the page */
export function onePageGroups(says: Speaker, data: GuideData, opening: readonly Block[]): Block[][] {
  const tried = (data.event === 'death' ? stepsAfterDeath : steps).map(most => () => groupsOf(says, data, most))
  for (const make of tried) {
    const groups = make()
    if (hasRoom([opening, ...groups]))
      return groups
  }
  return tried.at(-1)!()
}

function groupsOf(says: Speaker, data: GuideData, most: Most): Block[][] {
  const death = data.event === 'death'
  const entries = guideEntries(data, data.on)
  const reports = bySoonest(data.notes.filter(({ kind }) => kind === 'report'))
  // What must be reported and has no row of its own stands among the actions and services, if the lookup knows it.
  const doable = doableEntries(entries, reports.slice(0, most.reports))
  const told = new Set<string>(entries.filter(isSettled).map(({ card }) => card.id))
  const doableIds = new Set<string>(doable.filter(isSettled).map(({ card }) => card.id))
  const notesOf = (kind: 'ends' | 'begins') => bySoonest(data.notes.filter(note => note.kind === kind && !told.has(note.id)))
  const notes = (kind: 'ends' | 'begins'): Block[] => shortNoteBlocks(says, kind, { notes: notesOf(kind), most: most[kind], left: notesOf(kind).length - most[kind] })
  const reporting = shortNoteBlocks(says, 'report', { notes: reports, most: most.reports, where: death, left: reports.slice(most.reports).filter(({ id }) => !doableIds.has(id)).length })
  const papers = mergePapers(entries)
  const services = otherServices(doable)
  const questions = openQuestions(says, data, entries)
  return [
    [contactLine(says, data, 'one-page')],
    ...(death ? [reporting, notes('ends')] : []),
    ...actionBlocks(says, data, doable, 'one-page'),
    ...(death ? [notes('begins')] : [reporting]),
    paperBlocks(says, papers, most),
    serviceBlocks(says, data, services, most),
    ...(death ? [] : [notes('ends'), notes('begins')]),
    questionBlocks(says, questions, most),
    elsewhereBlocks(says, [
      ...(most.papers === 0 ? [[says.t('brief.papers'), papers.length] as const] : []),
      ...(most.services === 0 ? [[says.t('brief.services'), services.length] as const] : []),
      ...(['ends', 'begins'] as const).flatMap(kind => most[kind] === 0 ? [[says.t(`notes.${kind}`), notesOf(kind).length] as const] : []),
      ...(most.questions === 0 ? [[says.t('brief.open'), questions.length] as const] : []),
    ]),
  ]
}

const paperBlocks = (says: Speaker, papers: readonly MergedPaper[], most: Most): Block[] =>
  papers.length === 0 || most.papers === 0
    ? []
    : [block.heading(says.t('brief.papers'), 2), block.say(says.list(papers.map(({ name }) => says.t('papers.boxed', { paper: says.pick(name) })), most.papers))]

/** What is no action of today already, each service once with whom it concerns. */
function otherServices(entries: readonly GuideEntry[]): GuideEntry[][] {
  const acted = new Set<string>(chooseActions(entries).flat().map(({ card }) => card.id))
  const services = new Map<string, GuideEntry[]>()
  for (const entry of entries.filter(entry => isSettled(entry) && !acted.has(entry.card.id)))
    services.set(entry.card.id, [...services.get(entry.card.id) ?? [], entry])
  return [...services.values()]
}

function serviceBlocks(says: Speaker, data: GuideData, services: readonly GuideEntry[][], most: Most): Block[] {
  const { t, pick, list } = says
  if (services.length === 0 || most.services === 0)
    return []
  const rows = services.slice(0, most.services).map((group) => {
    const { card } = group[0]!
    const who = list(group.flatMap(entry => nameOf(says, data, entry.verdict.memberId) ?? []), 2)
    const name = shownName(says, card.name)
    // A deadline that has passed is told in the full guide, where there is room to say what can still be done.
    const deadline = soonestDeadline(group)
    return [who ? t('actions.who', { what: name, who }) : name, pick(card.applyAt), card.phone ?? '', deadline ? untilWords(says, deadline) : '']
  })
  const dated = rows.some(([, , , until]) => until !== '')
  return [
    block.heading(t('brief.services'), 2),
    dated
      ? block.table([t('rest.service'), t('label.place'), t('label.phone'), t('label.deadline')], rows, [36, 28, 14, 22])
      : block.table([t('rest.service'), t('label.place'), t('label.phone')], rows.map(row => row.slice(0, 3)), [46, 38, 16]),
    ...moreBlocks(says, services.length - rows.length),
  ]
}

const questionBlocks = (says: Speaker, questions: readonly OpenQuestion[], most: Most): Block[] =>
  questions.length === 0 || most.questions === 0
    ? []
    : [block.heading(says.t('brief.open'), 2), block.list(questions.slice(0, most.questions).map(({ sentence }) => sentence)), ...moreBlocks(says, questions.length - most.questions)]
