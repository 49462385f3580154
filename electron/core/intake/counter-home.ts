/** The counter's home: today's visits and the parked ones, masked; and the calls that were asked for. */
import type { Store } from '../host.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { VisitRow } from './find-visit.ts'
import type { VisitLine } from './model.ts'
import { door } from '../door.ts'
import { EventKind } from '../eligibility/household-facts.ts'
import { Instant } from '../kernel/dates.ts'
import { VisitId } from '../kernel/ids.ts'
import { maskName } from '../kernel/mask.ts'
import { findVisitRow, visitOf } from './find-visit.ts'

type LineRow = VisitRow & { readonly staffName: string, readonly visitorName: string | null }

const lineRows = (db: Store) => db.selectFrom('visit')
  .innerJoin('staff', 'staff.id', 'visit.staff_id')
  .leftJoin('household', join => join.onRef('household.id', '=', 'visit.household_id').on('household.destroy_on', 'is', null))
  .leftJoin('person', join => join.onRef('person.household_id', '=', 'household.id').on('person.visitor', '=', 1))
  .selectAll('visit')
  .select(['staff.name as staffName', 'person.name as visitorName'])

const lineOf = (row: LineRow, staffId: StaffId): VisitLine => ({
  ...visitOf(row),
  maskedName: row.visitorName === null ? null : maskName(row.visitorName),
  staffName: row.staffName,
  mine: row.staff_id === staffId,
})

export const home = door.intake.home.handler(async ({ context: { db, host, today, caller } }) => {
  const todays = await lineRows(db).where('day', '=', today).orderBy('ticket', 'desc').execute()
  const parked = await lineRows(db).where('status', '=', 'parked').orderBy('day').orderBy('ticket').execute()
  await forgetUnkept(db, host.unkept)
  return {
    today: todays.map(row => lineOf(row, caller.staffId)),
    parked: parked.map(row => lineOf(row, caller.staffId)),
    day: today,
  }
})

/** What was never consented to does not outlive its visit in memory either. */
async function forgetUnkept(db: Store, unkept: Map<string, unknown>): Promise<void> {
  for (const id of unkept.keys()) {
    const row = await findVisitRow(db, id)
    if (!row || (row.status !== 'open' && row.status !== 'parked'))
      unkept.delete(id)
  }
}

export const callbacks = door.intake.callbacks.handler(async ({ context: { db } }) => {
  const rows = await db.selectFrom('callback').innerJoin('visit', 'visit.id', 'callback.visit_id')
    .select(['callback.visit_id', 'callback.name', 'callback.phone', 'callback.call_when', 'callback.agreed_at', 'visit.event'])
    .orderBy('callback.agreed_at')
    .execute()
  return rows.map(row => ({
    visitId: VisitId.parse(row.visit_id),
    name: row.name,
    phone: row.phone,
    when: row.call_when,
    event: EventKind.parse(row.event),
    askedAt: Instant.parse(row.agreed_at),
    done: false,
  }))
})

export const callbackDone = door.intake.callbackDone.handler(async ({ input, errors, context: { db, about } }) => {
  about('visit', input.visitId)
  const gone = await db.deleteFrom('callback').where('visit_id', '=', input.visitId).returning('visit_id').executeTakeFirst()
  if (!gone)
    throw errors.VISIT_NOT_FOUND()
})
