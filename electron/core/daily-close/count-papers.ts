/** What went out on paper on a day: what was handed over, and what the access log tells of printing and saving. */
import type { Host, Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { DayCounts, PaperCount } from './daily-close-sheet.ts'
import { paperOf } from '../audit/paper-of.ts'
import { checkChain } from '../audit/verify-chain.ts'
import { momentsOf } from './count-day.ts'

type Counted = Omit<PaperCount, 'times'>

/** Together what differs in nothing but its pages, in the order in which it first came. */
function together(papers: readonly Counted[]): PaperCount[] {
  const groups = new Map<string, PaperCount>()
  for (const paper of papers) {
    const key = [paper.document, paper.language, paper.edition, paper.way].join('/')
    const { times, pages } = groups.get(key) ?? { times: 0, pages: 0 }
    groups.set(key, { ...paper, times: times + 1, pages: pages + paper.pages })
  }
  return [...groups.values()]
}

export async function countHanded(db: Store, day: PlainDate): Promise<DayCounts['handed']> {
  const [from, until] = momentsOf(day)
  const rows = await db.selectFrom('hand_over').select(['document', 'language', 'edition', 'pages']).where('at', '>=', from).where('at', '<', until).orderBy('at').execute()
  return together(rows).map(({ way: _, ...rest }) => rest)
}

/**
 * Looking at the real pages counts as well: a browser can print what it shows, and tells nobody. A print of which the
 * window knew copies has two lines, the drawing and what came of it: they are counted apart, as asked for and as printed.
 */
export async function countPapers(db: Store, day: PlainDate): Promise<DayCounts['papers']> {
  const [from, until] = momentsOf(day)
  const rows = await db.selectFrom('audit_line').select('detail').where('detail', 'is not', null).where('outcome', '=', 'done').where('at', '>=', from).where('at', '<', until).orderBy('seq').execute()
  const lines = rows.flatMap(({ detail }) => paperOf(detail) ?? [])
  return together(lines.map(({ document, language, edition, way, pages, copies }) =>
    ({ document, language, edition, way: copies === null ? way : 'printed', pages: pages * (copies ?? 1) })))
}

/** The whole chain is computed anew; `head` is that of the day's last line, so that the same day closes with the same one. */
export async function readLog(db: Store, hash: Host['hash'], day: PlainDate): Promise<DayCounts['log']> {
  const [from, until] = momentsOf(day)
  const check = await checkChain(db, hash)
  const last = await db.selectFrom('audit_line').select(['seq', 'hash']).where('at', '<', until).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const { count } = await db.selectFrom('audit_line').select(({ fn }) => fn.countAll<number | string>().as('count')).where('at', '>=', from).where('at', '<', until).executeTakeFirstOrThrow()
  return { lines: check.lines, linesOfDay: Number(count), last: last?.seq ?? 0, head: last?.hash ?? check.head, intact: check.intact, brokenAt: check.brokenAt }
}
