/** Giving a case into other hands, with everything that hangs on who looks after it. */
import type { CaseEvent } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { StaffId } from '../kernel/ids.ts'
import { tell } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'

export interface HandedCase { readonly id: string, readonly plannerId: string | null }
export interface HandedOver { readonly tasks: number, readonly appointments: number }

/**
 * The case gets its new planner; open tasks and coming appointments of the former one for this case go along, and an
 * offer that waits is void. Tasks of colleagues, of the resident and of agencies stay whose they are.
 */
export async function handCase(context: Desk, { id, plannerId }: HandedCase, to: StaffId, event: { readonly kind: CaseEvent['kind'], readonly note: string | null, readonly opened: boolean }): Promise<HandedOver> {
  const { db, now, today } = context
  await db.updateTable('welfare_case').set(eb => ({ planner_id: to, unread: event.opened ? 0 : 1, version: eb('version', '+', 1) })).where('id', '=', id).execute()
  await db.updateTable('case_transfer').set({ status: 'taken-back', answered_at: now }).where('case_id', '=', id).where('status', '=', 'asked').execute()
  const handed = plannerId === null || plannerId === '' ? { tasks: 0, appointments: 0 } : await handDuties(context, { from: plannerId, to, caseId: id, since: today })
  await writeEvent(context, { caseId: id, kind: event.kind, note: event.note, subject: to })
  tell(context, id, to, 'opened')
  tell(context, id, plannerId)
  return handed
}

/**
 * Takes a case from its planner without giving it to another (미배정): it stands among nobody's cases until somebody takes
 * it. Its tasks go with it; planned visits pass to whoever sets it aside, so that nobody waits in vain.
 */
export async function setAside(context: Desk, { id, plannerId }: HandedCase, why: string): Promise<void> {
  const { db, now, today, caller } = context
  await db.updateTable('welfare_case').set(eb => ({ planner_id: '', unread: 1, version: eb('version', '+', 1) })).where('id', '=', id).execute()
  await db.updateTable('case_transfer').set({ status: 'taken-back', answered_at: now }).where('case_id', '=', id).where('status', '=', 'asked').execute()
  if (plannerId !== null && plannerId !== '') {
    await handDuties(context, { from: plannerId, to: caller.staffId, caseId: id, since: today })
    await db.updateTable('case_task').set({ staff_id: null }).where('case_id', '=', id).where('staff_id', '=', caller.staffId).where('done_at', 'is', null).execute()
  }
  await writeEvent(context, { caseId: id, kind: 'reassigned', note: why })
  tell(context, id, null, 'opened')
  tell(context, id, plannerId)
}

/** Open tasks and appointments from a day on: of one case, or with `null` those that belong to none. */
export async function handDuties({ db }: Pick<Desk, 'db'>, { from, to, caseId, since }: { readonly from: string, readonly to: string, readonly caseId: string | null, readonly since: string }): Promise<HandedOver> {
  const tasks = await db.updateTable('case_task').set(eb => ({ staff_id: to, version: eb('version', '+', 1) }))
    .where('staff_id', '=', from)
    .where('done_at', 'is', null)
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .returning('id')
    .execute()
  const appointments = await db.updateTable('appointment').set(eb => ({ staff_id: to, version: eb('version', '+', 1) }))
    .where('staff_id', '=', from)
    .where('status', '=', 'planned')
    .where('day', '>=', since)
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .returning('id')
    .execute()
  return { tasks: tasks.length, appointments: appointments.length }
}
