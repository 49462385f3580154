/** Papers that are about nobody: as they are, with a few round numbers for the daily close. */
import type { DailyCloseData } from '../../daily-close/daily-close-sheet.ts'
import type { LeafletData } from '../../guide/leaflets/leaflet.ts'
import type { MemoSheetData } from '../../guide/leaflets/memo-sheet.ts'
import type { MadeUpAt } from './index.ts'
import { catalogueInForce } from '../../catalogue/read-in-force.ts'
import { names } from './people.ts'

export const leaflet = async ({ db, host, on, office }: MadeUpAt): Promise<LeafletData> =>
  ({ on, office, event: 'birth', services: (await catalogueInForce(db, host)).services.values(), notes: host.eventNotes() })

export const memoSheet = ({ on, office }: MadeUpAt): MemoSheetData => ({ on, office })

export const dailyClose = ({ on, office }: MadeUpAt): DailyCloseData => ({
  on,
  office,
  day: on,
  at: '18:00',
  visits: [
    { event: 'move-in', counselled: 4, refused: 2, callMe: 1, left: 0, open: 1 },
    { event: 'birth', counselled: 1, refused: 0, callMe: 0, left: 0, open: 0 },
  ],
  refusals: [{ reason: 'no-time', count: 2 }],
  consents: [{ item: 'collect', given: 5, refused: 0, withdrawn: 0 }, { item: 'sensitive', given: 3, refused: 2, withdrawn: 0 }, { item: 'third-party', given: 2, refused: 3, withdrawn: 0 }],
  cases: [{ urgency: 'soon', count: 1 }, { urgency: 'normal', count: 2 }],
  planners: [{ name: names.planner, opened: 3, holds: 12 }],
  handed: [{ document: 'family-guide', language: 'ko', edition: 'standard', times: 4, pages: 20 }],
  papers: [{ document: 'family-guide', language: 'ko', edition: 'standard', way: 'print', times: 4, pages: 20 }],
  carried: { visits: 1, callbacks: 1, dueToday: 1, overdue: 0 },
  log: { lines: 120, linesOfDay: 60, last: 120, head: '0'.repeat(64), intact: true, brokenAt: null },
})
