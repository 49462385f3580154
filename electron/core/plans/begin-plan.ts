/**
 * A new plan, filled in so that the planner edits instead of typing: a goal for each need of the last finished survey
 * from level 2 on, in order of priority, in the resident's words. Where there was a plan before, what of it still runs
 * comes along, and only needs without a goal are added.
 */
import type { Desk } from '../door.ts'
import type { NeedArea } from '../records/bodies/need-areas.ts'
import type { PlanGoal } from '../records/bodies/plan.ts'
import type { RecordKind, RecordView } from '../records/model.ts'
import { NeedArea as Areas } from '../records/bodies/need-areas.ts'
import { NeedsSurvey } from '../records/bodies/needs-survey.ts'
import { Plan } from '../records/bodies/plan.ts'
import { readRecords } from '../records/read-records.ts'

/** From this level on a need gets a goal: 2 is a plain need. */
const worthAGoal = 2
const pressing = 4

export async function beginPlan({ db, host }: Desk, caseId: string): Promise<Plan> {
  const survey = await lastFinished(db, caseId, 'needs-survey')
  const earlier = await lastFinished(db, caseId, 'plan')
  const before = earlier && Plan.parse(earlier.body)
  const kept = before?.goals.filter(({ state }) => state === 'open' || state === 'partly') ?? []
  const keptIds = new Set(kept.map(({ id }) => id))
  const measures = before?.measures.filter(({ goalId, state }) => (state === 'planned' || state === 'running') && (goalId === null || keptIds.has(goalId))) ?? []
  // Asked again since, a need that was met once may be there again; else what the plan before dealt with is dealt with.
  const askedSince = (survey?.finishedAt ?? '') > (earlier?.finishedAt ?? '')
  const covered = new Set<NeedArea>((askedSince ? kept : before?.goals ?? []).map(({ area }) => area))
  const needs = survey ? needsInOrder(NeedsSurvey.parse(survey.body)) : []
  const added = needs.filter(({ area }) => !covered.has(area)).map(({ area, words }) => goalFor(area, words, host.newId()))
  return Plan.parse({ goals: [...kept, ...added], measures, note: before?.note ?? '' })
}

/** First by priority, then by level; areas without an order come in the manual's. */
export function needsInOrder({ needs }: NeedsSurvey): { readonly area: NeedArea, readonly words: string, readonly level: number }[] {
  return Areas.options
    .map(area => ({ area, words: needs[area].words, level: needs[area].level ?? 0, priority: needs[area].priority ?? Areas.options.length + 1 }))
    .filter(({ level }) => level >= worthAGoal)
    .sort((one, other) => one.priority - other.priority || other.level - one.level)
}

export const pressingNeeds = (survey: NeedsSurvey): NeedArea[] => needsInOrder(survey).filter(({ level }) => level >= pressing).map(({ area }) => area)

/** The row's id comes from the random end of a new id. */
const goalFor = (area: NeedArea, words: string, id: string): Partial<PlanGoal> => ({ id: id.replaceAll('-', '').slice(-16), area, words })

export async function lastFinishedSurvey(db: Desk['db'], caseId: string): Promise<NeedsSurvey | undefined> {
  const record = await lastFinished(db, caseId, 'needs-survey')
  return record && NeedsSurvey.parse(record.body)
}

const lastFinished = async (db: Desk['db'], caseId: string, kind: RecordKind): Promise<RecordView | undefined> =>
  (await readRecords(db, caseId, kind)).find(({ status }) => status === 'finished')
