/** Everything the visit page shows, gathered from the features that own it. */
import type { Host, Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { VisitPage } from './contract.ts'
import type { VisitRow } from './find-visit.ts'
import { ORPCError } from '@orpc/server'
import { readCaseOfVisit } from '../cases/read-case.ts'
import { holidaysInForce } from '../center/read-holidays.ts'
import { readConsents } from '../consent/read-consents.ts'
import { readMarks } from '../eligibility/read-marks.ts'
import { lastChoices, readHandOvers } from '../guide/read-hand-overs.ts'
import { readHousehold } from '../households/read-household.ts'
import { notesForEvent } from '../policy/notes-for-event.ts'
import { holidaySet } from '../policy/working-days.ts'
import { findVisitRow, visitOf } from './find-visit.ts'
import { paperworkOf } from './paperwork.ts'

interface At { readonly host: Host, readonly db: Store, readonly today: PlainDate }

/** @throws {ORPCError} VISIT_NOT_FOUND */
export async function visitPage({ host, db, today }: At, visitId: string): Promise<VisitPage> {
  const row = await findVisitRow(db, visitId)
  if (!row)
    throw new ORPCError('VISIT_NOT_FOUND')
  const paperwork = paperworkOf(host, row)
  const holidays = await holidaysInForce(db, host.catalogue().holidays)
  return {
    visit: visitOf(row),
    paperwork,
    paperworkKept: row.paperwork === null ? 'memory' : 'disk',
    notes: notesForEvent(host.eventNotes(), paperwork, today, holidaySet(holidays)),
    callback: await readCallback(db, row),
    consents: row.household_id ? await readConsents(db, row.household_id) : [],
    household: row.household_id ? await readHousehold(db, row.household_id, today) ?? null : null,
    marks: await readMarks(db, visitId),
    case: await readCaseOfVisit(db, visitId),
    handedOver: await readHandOvers(db, visitId),
    guideChoices: row.household_id ? await lastChoices(db, row.household_id) : null,
  }
}

async function readCallback(db: Store, row: VisitRow): Promise<VisitPage['callback']> {
  const found = await db.selectFrom('callback').selectAll().where('visit_id', '=', row.id).executeTakeFirst()
  return found ? { name: found.name, phone: found.phone, when: found.call_when } : null
}
