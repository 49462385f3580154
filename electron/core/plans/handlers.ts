/** All handlers of plans. */
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { door } from '../door.ts'
import { agree } from './agree.ts'
import { approve, giveBack } from './answer-approval.ts'
import { askApproval } from './ask-approval.ts'
import { holdPlan } from './hold-plan.ts'
import { approvalCounts, planNeedsApproval } from './model.ts'
import { newestApproval } from './read-approvals.ts'
import { planStanding } from './read-standing.ts'
import { review } from './review.ts'
import { waiting } from './waiting.ts'

const standing = door.plans.standing.handler(async ({ input, context }) =>
  planStanding(context.db, await ownCase(context, input.caseId)))

const ask = door.plans.ask.handler(async ({ input, errors, context }) => {
  const { db } = context
  const { record, found } = await holdPlan(context, input)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  if (record.status !== 'finished')
    throw errors.PLAN_NOT_FINISHED()
  const last = await newestApproval(db, found.id, 'plan', record.id)
  const stands = last !== undefined && last.status !== 'returned' && approvalCounts(record, last)
  if (planNeedsApproval(found) && !stands) {
    await askApproval(context, found.id, 'plan', record.id)
    tellCase(context, found)
  }
  return planStanding(db, found)
})

export const planHandlers = { standing, agree, ask, review, waiting, approve, return: giveBack }
