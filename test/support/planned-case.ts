/** A case on its way to a plan, as a test walks it: assigned, reached, surveyed, and the plan written. */
import type { Client } from '#core/contract'
import type { NeedArea } from '#core/records/bodies/need-areas'
import type { Plan } from '#core/records/bodies/plan'
import type { RecordView } from '#core/records/model'
import type { Counter, Seat } from './open-counter.ts'
import { NeedArea as Areas } from '#core/records/bodies/need-areas'
import { NeedsSurvey } from '#core/records/bodies/needs-survey'
import { openCase } from './case-at-desk.ts'
import { someStrokes } from './visit-at-desk.ts'

export async function reachedCase(counter: Counter, event: 'move-in' | 'death' = 'move-in', name = '표본순') {
  const { id: caseId, version } = await openCase(counter, { event, name, birth: '1944-05-01' })
  const reached = await counter.as('planner').cases.recordContact({ caseId, seenVersion: version, channel: 'call', outcome: 'reached', note: '', nextTry: null })
  return { caseId, householdId: reached.case.householdId, visitor: reached.household.members[0]!, consentId: reached.consents[0]!.id }
}

export type Said = Partial<Record<NeedArea, { readonly level: number, readonly words?: string, readonly priority?: number }>>

/** A finished needs survey: areas that are not named were asked about and are no need. */
export const surveyed = async (counter: Counter, caseId: string, said: Said, seat: Seat = 'planner'): Promise<RecordView> => surveyedBy(counter.as(seat), caseId, said)

export async function surveyedBy({ records }: Client, caseId: string, said: Said): Promise<RecordView> {
  const begun = await records.begin({ caseId: caseId as never, kind: 'needs-survey' })
  const needs = Object.fromEntries(Areas.options.map(area => [area, { words: said[area]?.words ?? '', judgement: '표본 판단', priority: said[area]?.priority ?? null, level: said[area]?.level ?? 0 }]))
  const body = NeedsSurvey.parse({ on: '2026-11-23', needs, summary: '표본 요약' })
  const saved = await records.save({ recordId: begun.id, seenVersion: begun.version, body: body as Record<string, unknown> })
  return records.finish({ recordId: begun.id, seenVersion: saved.record.version })
}

/** What the meeting decided. */
export async function selectedFor(counter: Counter, caseId: string, track: 'integrated' | 'high-difficulty' | 'service-link'): Promise<void> {
  await counter.db.updateTable('welfare_case').set({ track, stage: 'plan' }).where('id', '=', caseId).execute()
}

/** A plan with every goal written out; what is given replaces what was filled in. */
export async function writtenPlan(counter: Counter, caseId: string, change: Partial<Plan> = {}, seat: Seat = 'planner'): Promise<RecordView> {
  const { records } = counter.as(seat)
  const begun = await records.begin({ caseId: caseId as never, kind: 'plan' })
  const body = begun.body as Plan
  const goals = body.goals.map(goal => ({ ...goal, goal: goal.goal || '표본 목표', criterion: goal.criterion || '표본 기준' }))
  const saved = await records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...body, goals, reviewOn: '2026-12-23', ...change } })
  if (saved.outcome !== 'saved')
    throw new Error('the plan was written by somebody else')
  return saved.record
}

export const finishedPlan = async (counter: Counter, caseId: string, change: Partial<Plan> = {}): Promise<RecordView> => {
  const { id, version } = await writtenPlan(counter, caseId, change)
  return counter.as('planner').records.finish({ recordId: id, seenVersion: version })
}

export const aGoal = (id: string, area: NeedArea, change: Partial<Plan['goals'][number]> = {}): Plan['goals'][number] =>
  ({ id, area, term: 'short', words: '', goal: '표본 목표', criterion: '', state: 'open', ...change })
export const aMeasure = (id: string, change: Partial<Plan['measures'][number]> = {}): Plan['measures'][number] =>
  ({ id, goalId: null, kind: 'service', what: '표본 서비스', serviceId: null, agencyId: null, provider: '', from: null, until: null, frequency: '', by: 'staff', staffId: null, inCharge: '표본 담당', state: 'planned', ...change })

export const planOf = ({ body }: RecordView): Plan => body as Plan

export const seenOf = ({ id, version }: RecordView) => ({ recordId: id, seenVersion: version })

export const openTasks = (counter: Counter, caseId: string, kind: string) => counter.db.selectFrom('case_task').selectAll().where('case_id', '=', caseId).where('kind', '=', kind).where('done_at', 'is', null).execute()

export const approvalOf = async (counter: Counter) => (await counter.as('lead').plans.waiting())[0]!

export async function sign(counter: Counter, record: RecordView, personId: string | null, change: object = {}): Promise<RecordView> {
  return counter.as('planner').plans.agree({ ...seenOf(record), personId: personId as never, name: null, method: 'screen', strokes: someStrokes, why: '', ...change })
}
