/** What the first counselling on paper is made of; for those alone whose case it is. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { FirstCounsellingData } from './first-counselling-sheet.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { readConsents } from '../consent/read-consents.ts'
import { readHousehold } from '../households/read-household.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { FirstCounselling } from '../records/bodies/first-counselling.ts'
import { firstCounselling } from '../records/kinds/first-counselling.ts'
import { findRecord } from '../records/read-records.ts'
import { readSensitiveConsent } from '../records/sensitive-consent.ts'

/** @throws {ORPCError} RECORD_NOT_FOUND, CASE_NOT_FOUND (also for a case that is not the caller's to work on) */
export async function readFirstCounselling(desk: Pick<Desk, 'db' | 'today' | 'caller' | 'about'>, recordId: string, office: Office): Promise<FirstCounsellingData> {
  const record = await findRecord(desk.db, recordId)
  if (record?.kind !== 'first-counselling')
    throw new ORPCError('RECORD_NOT_FOUND')
  const found = await ownCase(desk, record.caseId)
  const household = await readHousehold(desk.db, found.householdId, desk.today)
  if (!household)
    throw new ORPCError('CASE_NOT_FOUND')
  const body = FirstCounselling.parse(record.body)
  return {
    on: desk.today,
    office,
    receivedOn: seoulDayOf(found.openedAt),
    counsellor: record.finishedBy?.name ?? record.savedBy.name,
    finished: record.status === 'finished',
    body: firstCounselling.withoutSensitive(body, await readSensitiveConsent(desk, found.householdId)),
    household,
    consents: await readConsents(desk.db, found.householdId),
  }
}
