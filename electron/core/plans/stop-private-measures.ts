/**
 * Consent to third parties taken back in the middle of a plan: what private agencies were to do stops at once (처리정지,
 * 개인정보 보호법 제37조); what public agencies do stands on 사회보장급여법 제15조. Referrals are called back by their own room.
 */
import type { Desk } from '../door.ts'
import { findCase } from '../cases/read-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { Plan } from '../records/bodies/plan.ts'
import { readNewest } from '../records/read-records.ts'

/** @returns how many measures were stopped */
export async function stopPrivateMeasures(context: Desk, householdId: string): Promise<number> {
  const { db } = context
  const cases = await db.selectFrom('welfare_case').select('id').where('household_id', '=', householdId).where('status', 'not in', ['closed', 'withdrawn']).execute()
  const agencies = new Set((await db.selectFrom('agency').select('id').where('sector', '=', 'private').execute()).map(({ id }) => id))
  let stopped = 0
  for (const { id } of cases) {
    const newest = await readNewest(db, id, 'plan')
    const found = await findCase(db, id)
    if (!newest || !found)
      continue
    const runs = ({ agencyId, state }: Plan['measures'][number]): boolean => agencyId !== null && agencies.has(agencyId) && (state === 'planned' || state === 'running')
    const count = newest.body.measures.filter(runs).length
    if (count === 0)
      continue
    const body = Plan.parse({ ...newest.body, measures: newest.body.measures.map(measure => runs(measure) ? { ...measure, state: 'dropped' } : measure) })
    await writeStopped(context, newest.record.id, newest.record.version, body)
    tellCase(context, found)
    stopped += count
  }
  return stopped
}

/** A version of its own; it may follow the withdrawal of sensitive data, so nothing else of the plan is looked at. */
async function writeStopped({ db, now, caller }: Desk, recordId: string, seen: number, body: Plan): Promise<void> {
  const written = { body: JSON.stringify(body), version: seen + 1 }
  await db.insertInto('case_record_version').values({ record_id: recordId, at: now, staff_id: caller.staffId, fields: JSON.stringify(['measures']), ...written }).execute()
  await db.updateTable('case_record').set({ ...written, saved_at: now, saved_by: caller.staffId }).where('id', '=', recordId).execute()
}
