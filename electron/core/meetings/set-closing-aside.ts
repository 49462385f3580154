/** The meeting decides to go on with a case whose closing was asked for: nobody can approve that closing any more. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { SetAside } from './item-body.ts'
import { ORPCError } from '@orpc/server'
import { findCase } from '../cases/read-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { takeClosingBack } from '../closing/close-approved.ts'
import { dropApprovals } from '../plans/ask-approval.ts'
import { newestApproval } from '../plans/read-approvals.ts'
import { reopenRecord } from '../records/finish-record.ts'
import { findRecord } from '../records/read-records.ts'

/**
 * The closing record can be written again, its request is dropped, and the case stands where it stood before, with the
 * clocks of that stage.
 *
 * @returns what `askAgain` needs, or `null` where no closing was under way
 */
export async function setClosingAside(context: Desk, found: CaseSummary): Promise<SetAside | null> {
  const { db } = context
  const approval = await newestApproval(db, found.id, 'closing')
  const waits = approval?.status === 'asked'
  if (!waits && found.stage !== 'closing')
    return null
  const record = waits && approval.recordId ? await findRecord(db, approval.recordId) : undefined
  const reopened = record?.status === 'finished' ? await reopenRecord(context, { record, found }, 'closing:kept-by-meeting') : undefined
  await dropApprovals(context, found.id, 'closing')
  // The record takes the case back; where the meeting itself had decided to close, there is none.
  if (!reopened)
    await takeClosingBack(context, found)
  const now = await findCase(db, found.id)
  if (!now)
    throw new ORPCError('CASE_NOT_FOUND')
  return { stage: now.stage, asked: waits && reopened ? { approvalId: approval.id, recordId: reopened.id, recordVersion: reopened.version } : null }
}

/** The decision is taken back: the closing waits for the lead again, as it was asked for. @throws {ORPCError} CASE_MOVED_ON where it was written on since */
export async function askAgain(context: Desk, caseId: string, { asked }: SetAside): Promise<void> {
  const { db } = context
  if (!asked)
    return
  const record = await findRecord(db, asked.recordId)
  if (record?.status !== 'open' || record.version !== asked.recordVersion)
    throw new ORPCError('CASE_MOVED_ON')
  // Finishing the record was what asked for the approval: the same person at the same moment.
  const { asked_at, asked_by } = await db.updateTable('case_approval').set({ status: 'asked', answered_at: null }).where('id', '=', asked.approvalId).returning(['asked_at', 'asked_by']).executeTakeFirstOrThrow()
  await db.updateTable('case_record').set({ status: 'finished', finished_at: asked_at, finished_by: asked_by, version: record.version + 1 }).where('id', '=', record.id).execute()
  await writeEvent(context, { caseId, kind: 'record-finished', note: record.kind, subject: record.id })
  await writeEvent(context, { caseId, kind: 'approval', note: 'closing:asked', subject: record.id })
}
