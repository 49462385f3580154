/** Tasks (할 일): what has to be done until a day, on the worklist of whoever does it. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'

/** free 직접 적음, meeting 회의 결정, review 계획 점검, referral 의뢰 회신 확인, retry 다시 연락, quarterly 거절 가구 분기 확인, after-care 사후관리, objection 이의신청 기한, alert 위기 보고. */
export type TaskKind = 'free' | 'meeting' | 'review' | 'referral' | 'retry' | 'quarterly' | 'after-care' | 'objection' | 'alert'

export interface NewTask {
  readonly kind: TaskKind
  readonly caseId: string | null
  readonly what: string
  readonly dueOn: PlainDate
  /** Of the office; `null` with `who`, or where it goes with the case from planner to planner. */
  readonly staffId: string | null
  readonly who?: string | null
  /** Id of what it is about; `closeTasks` finds it by this. */
  readonly subject?: string | null
  readonly meetingId?: string | null
}

/** @returns its id */
export async function addTask({ db, host, now, caller }: Pick<Desk, 'db' | 'host' | 'now' | 'caller'>, task: NewTask): Promise<string> {
  const id = host.newId()
  await db.insertInto('case_task').values({
    id,
    case_id: task.caseId,
    kind: task.kind,
    what: task.what,
    due_on: task.dueOn,
    staff_id: task.staffId,
    who: task.who ?? null,
    subject: task.subject ?? null,
    meeting_id: task.meetingId ?? null,
    created_at: now,
    created_by: caller.staffId,
    done_at: null,
    done_by: null,
    version: 1,
  }).execute()
  if (task.caseId !== null)
    await refreshNext(db, task.caseId)
  return id
}

/** Marks what is open of a case, a kind or a subject as done. */
export async function closeTasks({ db, now, caller }: Pick<Desk, 'db' | 'now' | 'caller'>, of: { readonly caseId: string, readonly kind?: TaskKind, readonly subject?: string }): Promise<void> {
  let open = db.updateTable('case_task').set(eb => ({ done_at: now, done_by: caller.staffId, version: eb('version', '+', 1) })).where('case_id', '=', of.caseId).where('done_at', 'is', null)
  if (of.kind)
    open = open.where('kind', '=', of.kind)
  if (of.subject)
    open = open.where('subject', '=', of.subject)
  await open.execute()
  await refreshNext(db, of.caseId)
}

/** The next day on which something is to be done for a case, for lists: the earliest open task or planned appointment. */
export async function refreshNext(db: Store, caseId: string): Promise<void> {
  const task = await db.selectFrom('case_task').select('due_on as day').where('case_id', '=', caseId).where('done_at', 'is', null).orderBy('due_on').executeTakeFirst()
  const appointment = await db.selectFrom('appointment').select('day').where('case_id', '=', caseId).where('status', '=', 'planned').orderBy('day').executeTakeFirst()
  const days = [task?.day, appointment?.day].filter(day => day !== undefined).sort()
  await db.updateTable('welfare_case').set({ next_on: days[0] ?? null }).where('id', '=', caseId).execute()
}
