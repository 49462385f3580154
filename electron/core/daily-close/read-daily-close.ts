/** Reading a day's close. Any day that has come; earlier ones tell what is still there of them. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { DailyCloseData } from './daily-close-sheet.ts'
import { ORPCError } from '@orpc/server'
import { readLoads } from '../cases/read-loads.ts'
import { seoulTimeOf } from '../kernel/moments.ts'
import { countCases, countConsents, countOpen, countVisits } from './count-day.ts'
import { countHanded, countPapers, readLog } from './count-papers.ts'

/** @throws {ORPCError} CLOSE_DAY_IN_FUTURE */
export async function readDailyClose(desk: Pick<Desk, 'db' | 'host' | 'today' | 'now'>, day: PlainDate, office: Office): Promise<DailyCloseData> {
  const { db, host, today, now } = desk
  if (day > today)
    throw new ORPCError('CLOSE_DAY_IN_FUTURE')
  return {
    on: today,
    at: seoulTimeOf(now),
    office,
    day,
    ...await countVisits(db, day),
    consents: await countConsents(db, day),
    ...await countCases(db, day, await readLoads(desk)),
    handed: await countHanded(db, day),
    papers: await countPapers(db, day),
    carried: await countOpen(db, day),
    log: await readLog(db, host.hash, day),
  }
}
