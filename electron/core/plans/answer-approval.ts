/**
 * The lead's answer to what waits: approved, or returned with the reason. Four eyes: nobody approves what they asked
 * for themselves while another lead is there; where there is none, the answer and the trail say so.
 */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { RecordView } from '../records/model.ts'
import type { Approval, ApprovalKind } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { closeApproved } from '../closing/close-approved.ts'
import { door } from '../door.ts'
import { Plan } from '../records/bodies/plan.ts'
import { reopenRecord } from '../records/finish-record.ts'
import { findRecord } from '../records/read-records.ts'
import { readStaff } from '../staff/read-staff.ts'
import { findApproval } from './read-approvals.ts'
import { standsInForce, takeEffect } from './take-effect.ts'

interface Held { readonly approval: Approval, readonly record: RecordView, readonly found: CaseSummary }

const approved: { readonly [Kind in ApprovalKind]: (context: Desk, held: Held) => Promise<void> } = {
  plan: async (context, { record, found }) => {
    const plan = Plan.parse(record.body)
    if (await standsInForce(context, found, record, plan))
      await takeEffect(context, found, record, plan)
  },
  closing: (context, { record, found }) => closeApproved(context, found, record),
}

export const approve = door.plans.approve.handler(async ({ input, errors, context }) => {
  const { db, caller } = context
  const held = await holdApproval(context, input)
  const mine = held.approval.askedBy.id === caller.staffId
  const others = (await readStaff(db)).filter(({ id, active, roles }) => active && roles.includes('lead') && id !== caller.staffId)
  if (mine && others.length > 0)
    throw errors.SECOND_PERSON_NEEDED({ data: { names: others.map(({ name }) => name).join(', ') } })
  const { kind } = held.approval
  // A meeting may have decided to keep the case meanwhile.
  if (kind === 'closing' && held.found.stage !== 'closing')
    throw errors.CHANGED_MEANWHILE()
  const answer = await write(context, held, 'approved', null)
  await writeEvent(context, { caseId: held.found.id, kind: 'approval', note: `${kind}:${mine ? 'approved-alone' : 'approved'}`, subject: held.record.id })
  await approved[kind](context, held)
  tellCase(context, held.found)
  return answer
})

export const giveBack = door.plans.return.handler(async ({ input, context }) => {
  const held = await holdApproval(context, input)
  const answer = await write(context, held, 'returned', input.why)
  await writeEvent(context, { caseId: held.found.id, kind: 'approval', note: `${held.approval.kind}:returned`, subject: held.record.id })
  // Opening the record again takes a closing back to the stage before.
  await reopenRecord(context, held, input.why)
  return answer
})

/** @throws {ORPCError} APPROVAL_NOT_FOUND (also answered meanwhile), CASE_NOT_FOUND, CHANGED_MEANWHILE when the record is not what was read */
async function holdApproval(context: Desk, { approvalId, seenVersion }: { readonly approvalId: string, readonly seenVersion: number }): Promise<Held> {
  const approval = await findApproval(context.db, approvalId)
  const record = approval?.recordId ? await findRecord(context.db, approval.recordId) : undefined
  if (!approval || !record || approval.status !== 'asked')
    throw new ORPCError('APPROVAL_NOT_FOUND')
  const found = await ownCase(context, approval.caseId)
  if (record.version !== seenVersion || record.status !== 'finished')
    throw new ORPCError('CHANGED_MEANWHILE')
  return { approval, record, found }
}

async function write({ db, now, caller }: Desk, { approval }: Held, status: 'approved' | 'returned', answer: string | null): Promise<Approval> {
  await db.updateTable('case_approval').set({ status, answered_at: now, answered_by: caller.staffId, answer }).where('id', '=', approval.id).execute()
  const written = await findApproval(db, approval.id)
  if (!written)
    throw new ORPCError('APPROVAL_NOT_FOUND')
  return written
}
