/** Reading what was asked of the lead and what the lead said. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { CaseApprovalTable } from '../store/schema.ts'
import type { ApprovalKind } from './model.ts'
import { Approval } from './model.ts'

type Row = Selectable<CaseApprovalTable> & { readonly askedName: string, readonly answeredName: string | null }

const rows = (db: Store) => db.selectFrom('case_approval')
  .innerJoin('staff as asker', 'asker.id', 'case_approval.asked_by')
  .leftJoin('staff as answerer', 'answerer.id', 'case_approval.answered_by')
  .selectAll('case_approval')
  .select(['asker.name as askedName', 'answerer.name as answeredName'])

const approvalOf = (row: Row): Approval => Approval.parse({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind,
  recordId: row.subject,
  status: row.status,
  askedAt: row.asked_at,
  askedBy: { id: row.asked_by, name: row.askedName },
  answeredAt: row.answered_at,
  answeredBy: row.answered_by === null ? null : { id: row.answered_by, name: row.answeredName },
  answer: row.answer,
  alone: row.status === 'approved' && row.answered_by === row.asked_by,
})

export async function findApproval(db: Store, id: string): Promise<Approval | undefined> {
  const row = await rows(db).where('case_approval.id', '=', id).executeTakeFirst()
  return row ? approvalOf(row) : undefined
}

/** The newest of a case and kind; of one record where its id is given. */
export async function newestApproval(db: Store, caseId: string, kind: ApprovalKind, recordId?: string): Promise<Approval | undefined> {
  const all = rows(db).where('case_id', '=', caseId).where('kind', '=', kind)
  const row = await (recordId ? all.where('subject', '=', recordId) : all).orderBy('asked_at', 'desc').orderBy('case_approval.id', 'desc').executeTakeFirst()
  return row ? approvalOf(row) : undefined
}

/** Longest waiting first. */
export async function readWaiting(db: Store): Promise<Approval[]> {
  return (await rows(db).where('case_approval.status', '=', 'asked').orderBy('asked_at').orderBy('case_approval.id').execute()).map(approvalOf)
}
