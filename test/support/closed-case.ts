/** A case at its end, as a test walks it: the report written, asked for, approved by the lead. */
import type { Closing } from '#core/records/bodies/closing'
import type { RecordView } from '#core/records/model'
import type { Counter } from './open-counter'
import { rowOf } from './case-at-desk'
import { agencyOf, draftFor } from './linking-at-desk'
import { reachedCase, seenOf, surveyed } from './planned-case'
import { day } from './visit-at-desk'

export const openTasks = (counter: Counter, caseId: string) => counter.db.selectFrom('case_task').select(['kind', 'what', 'due_on']).where('case_id', '=', caseId).where('done_at', 'is', null).orderBy('due_on').execute()

export const seenCase = async (counter: Counter, caseId: string) => ({ caseId: caseId as never, seenVersion: (await rowOf(counter, caseId)).version })

export async function writtenClosing(counter: Counter, caseId: string, change: Partial<Closing> = {}): Promise<RecordView> {
  const { records } = counter.as('planner')
  const begun = await records.begin({ caseId: caseId as never, kind: 'closing' })
  const { record } = await records.save({ ...seenOf(begun), body: { ...begun.body, reason: 'improved', summary: '표본 요약', ...change } })
  return record
}

export const askedClosing = async (counter: Counter, caseId: string, change: Partial<Closing> = {}): Promise<RecordView> =>
  counter.as('planner').closing.ask(seenOf(await writtenClosing(counter, caseId, change)))

export async function approve(counter: Counter): Promise<void> {
  const [waiting] = await counter.as('lead').plans.waiting()
  await counter.as('lead').plans.approve({ approvalId: waiting!.id, seenVersion: waiting!.recordVersion })
}

export async function closedCase(counter: Counter, change: Partial<Closing> = {}) {
  const reached = await reachedCase(counter)
  await surveyed(counter, reached.caseId, { economy: { level: 3 } })
  await askedClosing(counter, reached.caseId, change)
  await approve(counter)
  return reached
}

/** Surveyed, with two referrals that were sent and two applications: one handed in, one objected to. */
export async function linkedCase(counter: Counter) {
  const reached = await reachedCase(counter)
  const { caseId, visitor } = reached
  const planner = counter.as('planner')
  await surveyed(counter, caseId, { economy: { level: 3 } })
  const agency = await planner.referrals.addAgency({ agency: agencyOf({ name: '견본구청', sector: 'public' }) })
  const sent = async () => {
    const { id, version } = await planner.referrals.begin({ caseId, agencyId: agency.id, draft: draftFor(visitor.id) })
    return planner.referrals.send({ referralId: id, seenVersion: version })
  }
  const applied = async (serviceId: string) => {
    const begun = (await planner.applications.begin({ caseId, serviceId: serviceId as never, personId: null })).applications.find(one => one.serviceId === serviceId)!
    const handed = (await planner.applications.handIn({ applicationId: begun.id, seenVersion: begun.version, on: day('2026-11-23'), place: '표본동', receipt: '', form: '' })).applications
    return handed.find(({ id }) => id === begun.id)!
  }
  return { ...reached, first: await sent(), second: await sent(), pension: await applied('basic-pension'), livelihood: await applied('bl-livelihood') }
}

export const becomes = (id: string, what: Closing['rest'][number]['becomes'], note = '') => ({ id, what: '', becomes: what, note })
