/** A review of the plan (점검): how far goals and measures are, and whether it goes on, changes or comes to its end. */
import type { Plan as PlanBody, PlanReview } from '../records/bodies/plan.ts'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { lastDay, readClockSettings } from '../clocks/run-clocks.ts'
import { door } from '../door.ts'
import { sayBoth } from '../kernel/say.ts'
import { Plan } from '../records/bodies/plan.ts'
import { writeVersion } from '../records/write-record.ts'
import { addTask, closeTasks } from '../worklist/write-task.ts'
import { holdPlan } from './hold-plan.ts'
import { setReview, standsInForce } from './take-effect.ts'

export const review = door.plans.review.handler(async ({ input, errors, context }) => {
  const { host, today } = context
  const { record, found, plan } = await holdPlan(context, input)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  if (!await standsInForce(context, found, record, plan))
    throw errors.PLAN_NOT_IN_FORCE()
  if (input.result === 'go-on' && input.nextOn === null)
    throw errors.NEXT_REVIEW_NEEDED()
  if (input.nextOn !== null && input.nextOn < today)
    throw errors.DAY_IN_PAST()

  const goalStates = new Map(input.goals.map(({ id, state }) => [id, state]))
  const measureStates = new Map(input.measures.map(({ id, state }) => [id, state]))
  const goals = plan.goals.map(goal => ({ ...goal, state: goalStates.get(goal.id) ?? goal.state }))
  const written: PlanReview = {
    id: host.newId().replaceAll('-', '').slice(-16),
    on: today,
    note: input.note,
    result: input.result,
    nextOn: input.nextOn,
    goals: goals.map(({ id, state }) => ({ id, state })),
  }
  const body: PlanBody = Plan.parse({
    ...plan,
    goals,
    measures: plan.measures.map(measure => ({ ...measure, state: measureStates.get(measure.id) ?? measure.state })),
    reviews: [...plan.reviews, written],
    reviewOn: input.nextOn ?? plan.reviewOn,
  })
  const reviewed = await writeVersion(context, { record, found }, body)
  await writeEvent(context, { caseId: found.id, kind: 'task-done', note: `plan:review-${input.result}\n${input.note}`.trimEnd(), subject: record.id })
  await setReview(context, found, record.id, input.nextOn)
  // A plan to be changed is due like a first one: a task says so until the changed one is in force.
  if (input.result === 'change') {
    const { plan: limit } = await readClockSettings(context.db)
    await closeTasks(context, { caseId: found.id, kind: 'review' })
    await addTask(context, { kind: 'review', caseId: found.id, what: sayBoth(host.texts, 'plan', 'tasks.change').ko, dueOn: await lastDay(context, today, limit.days, limit.unit), staffId: null, subject: record.id })
  }
  tellCase(context, found)
  return reviewed
})
