/**
 * The daily close sheet (일일 마감표): what came of the day's visits, in numbers alone, what is carried over, and the head
 * of the access log, which signed on paper shows that nobody wrote the log anew.
 */
import type { Urgency } from '../cases/model.ts'
import type { ConsentItem } from '../consent/model.ts'
import type { EventKind } from '../eligibility/household-facts.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { RefusalReason } from '../intake/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Language } from '../kernel/text.ts'
import type { CloseWords } from './close-words.ts'
import { approvalBlocks, block, sheetOf } from '../guide/sheet-frame.ts'
import { closeWords } from './close-words.ts'

export interface PaperCount { readonly document: string, readonly language: string, readonly edition: string, readonly way?: string, readonly times: number, readonly pages: number }

export interface DayCounts {
  /** Of each event what became of its visits; events without any are left out. */
  readonly visits: readonly { readonly event: EventKind, readonly counselled: number, readonly refused: number, readonly callMe: number, readonly left: number, readonly open: number }[]
  readonly refusals: readonly { readonly reason: RefusalReason, readonly count: number }[]
  readonly consents: readonly { readonly item: ConsentItem, readonly given: number, readonly refused: number, readonly withdrawn: number }[]
  readonly cases: readonly { readonly urgency: Urgency, readonly count: number }[]
  /** Without a name: nobody has them yet. `holds`: open cases in hand. */
  readonly planners: readonly { readonly name: string, readonly opened: number, readonly holds: number }[]
  readonly handed: readonly Omit<PaperCount, 'way'>[]
  readonly papers: readonly PaperCount[]
  readonly carried: { readonly visits: number, readonly callbacks: number, readonly dueToday: number, readonly overdue: number }
  /** `last`: number of the day's last line, `head` its hash. */
  readonly log: { readonly lines: number, readonly linesOfDay: number, readonly last: number, readonly head: string, readonly intact: boolean, readonly brokenAt: number | null }
}

export interface DailyCloseData extends DayCounts {
  readonly on: PlainDate
  /** Time of day in Seoul at which it was counted. */
  readonly at: string
  readonly office: Office
  readonly day: PlainDate
}

export function dailyCloseSheet(data: DailyCloseData, texts: Texts, language: Language, edition: Edition): Sheet {
  const words = closeWords(texts, language)
  const { c, day } = words
  const { office } = data
  const title = c('title')
  return sheetOf(words, { edition, office, title, footer: c('footer', { day: day(data.day) }) }, [
    [block.title(title, day(data.day)), ...approvalBlocks(words, office), block.say(c('intro')), block.say(c('counted', { day: day(data.on), at: data.at }), 'meta')],
    [block.heading(c('visits')), ...visitBlocks(data, words)],
    [block.heading(c('consents')), numbers(['item', 'given', 'refused', 'withdrawn'].map(column => c(`consentHead.${column}`)), data.consents.map(({ item, given, refused, withdrawn }) => [c(`items.${item}`), given, refused, withdrawn]), [3, 1, 1, 1])],
    [block.heading(c('cases')), ...caseBlocks(data, words)],
    [block.heading(c('handed')), ...paperBlocks(data.handed, words, false)],
    [block.heading(c('papers')), ...paperBlocks(data.papers, words, true)],
    [block.heading(c('carried')), numbers([c('carriedHead.what'), c('carriedHead.count')], (['visits', 'callbacks', 'dueToday', 'overdue'] as const).map(each => [c(`carriedRows.${each}`), data.carried[each]]), [5, 1])],
    logBlocks(data, words),
    [block.heading(c('remarks')), block.table([c('remarksHead')], [[' '], [' '], [' ']], [1]), { kind: 'signature', label: c('sign'), name: ' ' }],
  ])
}

/** The first column is words, the others are numbers. */
const numbers = (head: readonly string[], rows: readonly (readonly (string | number)[])[], widths: readonly number[]): Block =>
  ({ kind: 'table', head: [...head], rows: rows.map(row => row.map(String)), numeric: head.map((_, column) => column).filter(column => column > 0), widths: [...widths] })

function visitBlocks({ visits, refusals }: DayCounts, { c, t, list }: CloseWords): Block[] {
  if (visits.length === 0)
    return [block.say(c('noVisits'))]
  const row = (name: string, of: typeof visits): (string | number)[] => {
    const sums = (['counselled', 'refused', 'callMe', 'left', 'open'] as const).map(outcome => of.reduce((sum, each) => sum + each[outcome], 0))
    return [name, sums.reduce((sum, each) => sum + each, 0), ...sums]
  }
  return [
    numbers(['event', 'all', 'counselled', 'refused', 'callMe', 'left', 'open'].map(column => c(`visitHead.${column}`)), [...visits.map(each => row(t(`event.${each.event}`), [each])), row(c('sum'), visits)], [2.2, 1, 1, 1, 1, 1, 1]),
    ...refusals.length === 0 ? [] : [block.say(c('refusals', { list: list(refusals.map(({ reason, count }) => `${c(`reasons.${reason}`)} ${count}`)) }))],
  ]
}

function caseBlocks({ cases, planners }: DayCounts, { c, list }: CloseWords): Block[] {
  const opened = cases.reduce((sum, { count }) => sum + count, 0)
  return [
    block.say(opened === 0 ? c('noCases') : c('opened', { count: opened, list: list(cases.map(({ urgency, count }) => `${c(`urgency.${urgency}`)} ${count}`)) })),
    ...planners.length === 0 ? [] : [numbers(['planner', 'opened', 'holds'].map(column => c(`plannerHead.${column}`)), planners.map(({ name, opened: today, holds }) => [name || c('nobody'), today, holds]), [3, 1, 1])],
  ]
}

function paperBlocks(papers: readonly PaperCount[], { c, documentOf, languageOf, editionOf }: CloseWords, withWay: boolean): Block[] {
  if (papers.length === 0)
    return [block.say(c('none'))]
  const head = ['document', 'language', 'edition', ...withWay ? ['way'] : [], 'times', 'pages'].map(column => c(`paperHead.${column}`))
  const rows = papers.map(({ document, language, edition, way, times, pages }) => [documentOf(document), languageOf(language), editionOf(edition), ...withWay ? [c(`ways.${way}`)] : [], String(times), String(pages)])
  return [{ kind: 'table', head, rows, numeric: [head.length - 2, head.length - 1], widths: [3, 1.3, 1.6, ...withWay ? [2] : [], 0.8, 0.8] }]
}

/** In groups of eight, so that two papers can be compared by eye. */
const inEights = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash

function logBlocks({ log }: DayCounts, { c }: CloseWords): Block[] {
  return [
    block.heading(c('log')),
    block.fields([
      [c('logRows.lines'), c('logLines', { day: log.linesOfDay, all: log.lines })],
      [c('logRows.chain'), log.intact ? c('intact') : c('broken', { seq: log.brokenAt ?? 0 })],
      [c('logRows.last'), String(log.last)],
      [c('logRows.head'), inEights(log.head)],
    ]),
    block.say(c('logWhy'), 'meta'),
  ]
}
