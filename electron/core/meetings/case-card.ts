/** The case at a glance beside its item on the agenda: masked, and without any free text of its records. */
import type { CaseSummary } from '../cases/model.ts'
import type { Store } from '../host.ts'
import type { HouseholdView } from '../households/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CaseCard } from './model.ts'
import { readClocks } from '../clocks/run-clocks.ts'
import { readNewest } from '../records/read-records.ts'
import { readProfile } from './case-profile.ts'

/** @param household `undefined` once it is destroyed */
export async function readCard(db: Store, found: CaseSummary, household: HouseholdView | undefined, today: PlainDate): Promise<CaseCard> {
  const profile = household
    ? await readProfile(db, found.id, household, today)
    : { ageBand: null, members: 0, householdTypes: [], needs: [], surveyedOn: null }
  const plan = await readNewest(db, found.id, 'plan')
  return {
    maskedName: found.maskedName,
    dong: found.dong,
    urgency: found.urgency,
    kind: found.kind,
    status: found.status,
    stage: found.stage,
    track: found.track,
    planner: found.planner,
    difficulty: found.difficulty,
    pausedSince: found.pausedSince,
    clocks: (await readClocks(db, found.id)).filter(({ doneOn }) => doneOn === null),
    plan: plan
      ? { goals: plan.body.goals.map(({ area }) => area), measures: plan.body.measures.length, agreed: plan.body.agreed !== null, reviewOn: plan.body.reviewOn }
      : null,
    ...profile,
  }
}
