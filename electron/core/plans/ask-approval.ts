/** Asking the lead to approve a finished record; what was asked before about the same and not answered is asked no more. */
import type { Desk } from '../door.ts'
import type { ApprovalKind } from './model.ts'
import { writeEvent } from '../cases/write-event.ts'

/** @returns the id of the request */
export async function askApproval(context: Desk, caseId: string, kind: ApprovalKind, recordId: string): Promise<string> {
  const { db, host, now, caller } = context
  await dropApprovals(context, caseId, kind)
  const id = host.newId()
  await db.insertInto('case_approval').values({ id, case_id: caseId, kind, subject: recordId, asked_at: now, asked_by: caller.staffId, status: 'asked' }).execute()
  await writeEvent(context, { caseId, kind: 'approval', note: `${kind}:asked`, subject: recordId })
  return id
}

/** What waits and was overtaken counts as returned, without words. */
export async function dropApprovals({ db, now }: Pick<Desk, 'db' | 'now'>, caseId: string, kind: ApprovalKind): Promise<void> {
  await db.updateTable('case_approval').set({ status: 'returned', answered_at: now }).where('case_id', '=', caseId).where('kind', '=', kind).where('status', '=', 'asked').execute()
}
