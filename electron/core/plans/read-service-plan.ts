/** What the service plan on paper is made of; for those alone whose case it is. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { ServicePlanData } from './service-plan-sheet.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { Plan } from '../records/bodies/plan.ts'
import { plan as kind } from '../records/kinds/plan.ts'
import { findRecord } from '../records/read-records.ts'
import { readSensitiveConsent } from '../records/sensitive-consent.ts'
import { standsInForce } from './take-effect.ts'

/** @throws {ORPCError} RECORD_NOT_FOUND, CASE_NOT_FOUND (also for a case that is not the caller's to work on) */
export async function readServicePlan(desk: Pick<Desk, 'db' | 'today' | 'caller' | 'about'>, recordId: string, office: Office): Promise<ServicePlanData> {
  const record = await findRecord(desk.db, recordId)
  if (record?.kind !== 'plan')
    throw new ORPCError('RECORD_NOT_FOUND')
  const found = await ownCase(desk, record.caseId)
  const visitor = await desk.db.selectFrom('person').select('name').where('household_id', '=', found.householdId).orderBy('visitor', 'desc').orderBy('place').executeTakeFirst()
  const body = Plan.parse(record.body)
  return {
    on: desk.today,
    office,
    name: visitor?.name ?? found.maskedName,
    planner: found.planner?.name ?? record.startedBy.name,
    writtenOn: seoulDayOf(record.finishedAt ?? record.savedAt),
    state: record.status === 'open' ? 'draft' : await standsInForce(desk, found, record, body) ? 'inForce' : 'waiting',
    // A consent to sensitive data that was taken back holds for paper as well.
    plan: kind.withoutSensitive(body, await readSensitiveConsent(desk, found.householdId)),
  }
}
