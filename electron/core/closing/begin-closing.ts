/** A new closing record, filled in: what became of the plan's goals, and the needs of today against the first survey. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { Plan } from '../records/bodies/plan.ts'
import type { ClosingPage } from './model.ts'
import { say } from '../kernel/say.ts'
import { Closing } from '../records/bodies/closing.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { NeedsSurvey } from '../records/bodies/needs-survey.ts'
import { readNewest, readRecords } from '../records/read-records.ts'

export async function beginClosing(context: Desk, found: CaseSummary): Promise<Closing> {
  const { db, today } = context
  const plan = await readNewest(db, found.id, 'plan')
  const goals = plan?.body.goals ?? []
  const reached = goals.length > 0 && goals.every(({ state }) => state === 'achieved')
  const needs = await needsThenAndNow(db, found.id)
  return Closing.parse({
    on: today,
    reason: reached ? 'goals-reached' : null,
    criteria: reached ? ['goals-reached'] : [],
    // Health stays where it is asked about: in free words it could not be found again when its consent is withdrawn.
    summary: [goalLines(context, goals.filter(({ area }) => area !== 'health')), needLines(context, needs.filter(({ area }) => area !== 'health'))].filter(text => text !== '').join('\n\n'),
  })
}

/** In Korean, the language in which the office writes its records; the planner goes on from there. */
function goalLines({ host }: Pick<Desk, 'host'>, goals: Plan['goals']): string {
  const lines = goals.map(({ area, goal, words, state }) => say(host.texts, 'ko', 'closing', 'begin.goal', {
    area: say(host.texts, 'ko', 'casework', `areas.${area}`),
    goal: goal || words,
    state: say(host.texts, 'ko', 'plan', `goalStates.${state}`),
  }))
  return lines.length > 0 ? [say(host.texts, 'ko', 'closing', 'begin.goals'), ...lines].join('\n') : ''
}

function needLines({ host }: Pick<Desk, 'host'>, needs: ClosingPage['needs']): string {
  const lines = needs.filter(({ first, now }) => first !== null && now !== null && (first > 0 || now > 0)).map(({ area, first, now }) => say(host.texts, 'ko', 'closing', 'begin.need', {
    area: say(host.texts, 'ko', 'casework', `areas.${area}`),
    first: first ?? 0,
    now: now ?? 0,
  }))
  return lines.length > 0 ? [say(host.texts, 'ko', 'closing', 'begin.needs'), ...lines].join('\n') : ''
}

/** Only areas that were asked about; nothing where the needs were surveyed once. */
export async function needsThenAndNow(db: Store, caseId: string): Promise<ClosingPage['needs']> {
  const finished = (await readRecords(db, caseId, 'needs-survey')).filter(({ status }) => status === 'finished')
  const [last] = finished
  const first = finished.at(-1)
  if (!last || !first || last.id === first.id)
    return []
  const then = NeedsSurvey.parse(first.body).needs
  const now = NeedsSurvey.parse(last.body).needs
  return NeedArea.options.map(area => ({ area, first: then[area].level, now: now[area].level })).filter(need => need.first !== null || need.now !== null)
}
