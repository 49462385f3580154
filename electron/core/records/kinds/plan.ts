/** The service plan (서비스 제공계획): finishing it asks for the lead's approval where that is needed. */
import type { Plan } from '../bodies/plan.ts'
import type { KindOfRecord } from '../record-kind.ts'
import { writeEvent } from '../../cases/write-event.ts'
import { askApproval, dropApprovals } from '../../plans/ask-approval.ts'
import { beginPlan } from '../../plans/begin-plan.ts'
import { planNeedsApproval, sameAgreement } from '../../plans/model.ts'
import { standsInForce, takeEffect } from '../../plans/take-effect.ts'
import { Plan as PlanSchema } from '../bodies/plan.ts'

export const plan: KindOfRecord<'plan'> = {
  begin: async (context, found) => beginPlan(context, found.id),
  withoutSensitive: (body, { visitor }) => visitor ? body : withoutHealth(body),
  withoutPerson: (body, { id, name }) => body.agreed && (body.agreed.personId === id || body.agreed.name === name) ? { ...body, agreed: null } : body,
  missing: body => missingInPlan(body),
  /** A signature and reviews are written by their own operations; what was signed and then changed is signed no more. */
  keep: (before, next) => ({ ...next, reviews: before.reviews, agreed: before.agreed && sameAgreement(before, next) ? before.agreed : null }),
  stands: ({ agreed }) => agreed !== null,
  reopened: async (context, found) => dropApprovals(context, found.id, 'plan'),
  saved: async (context, found, record, before) => {
    if (before.agreed && PlanSchema.parse(record.body).agreed === null)
      await writeEvent(context, { caseId: found.id, kind: 'plan-agreed', note: 'plan:agreement-cleared', subject: record.id })
  },
  finish: async (context, found, record) => {
    if (planNeedsApproval(found))
      await askApproval(context, found.id, 'plan', record.id)
    const body = PlanSchema.parse(record.body)
    if (await standsInForce(context, found, record, body))
      await takeEffect(context, found, record, body)
  },
}

/**
 * What a goal about health says needs the consent to sensitive data, and so does what is done for it. A signature under
 * words that are no longer there is none.
 */
function withoutHealth(body: Plan): Plan {
  const health = new Set(body.goals.filter(({ area }) => area === 'health').map(({ id }) => id))
  const goals = body.goals.map(goal => health.has(goal.id) ? { ...goal, words: '', goal: '', criterion: '' } : goal)
  const measures = body.measures.filter(({ goalId }) => goalId === null || !health.has(goalId))
  return { ...body, goals, measures, agreed: sameAgreement(body, { goals, measures }) ? body.agreed : null }
}

/** A goal has words of its own, a measure says what and who, and the day of the review is named: the places that lack it. */
export const missingInPlan = ({ goals, measures, reviewOn }: Plan): string[] => [
  ...(goals.length === 0 ? ['goals'] : []),
  ...goals.filter(({ goal }) => goal.trim() === '').map(({ id }) => `goals.${id}.goal`),
  ...measures.filter(({ what }) => what.trim() === '').map(({ id }) => `measures.${id}.what`),
  ...measures.filter(({ inCharge, staffId }) => inCharge.trim() === '' && staffId === null).map(({ id }) => `measures.${id}.inCharge`),
  ...(reviewOn === null ? ['reviewOn'] : []),
]
