/** One case of a bulk action, with its own line on the trail. */
import type { CaseSummary } from '../../cases/model.ts'
import type { Desk } from '../../door.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { StaffMember } from '../../staff/model.ts'
import type { BulkAction } from '../model.ts'
import { changeUrgency } from '../../cases/change-urgency.ts'
import { tellCase } from '../../cases/tell-case.ts'
import { writeEvent } from '../../cases/write-event.ts'
import { pauseCase } from '../../clocks/pause-case.ts'
import { sayBoth } from '../../kernel/say.ts'
import { handCase } from '../../team/hand-case.ts'
import { addTask, refreshNext } from '../write-task.ts'

/** The caller has judged it: nothing is refused here. */
export async function doToCase(context: Desk, found: CaseSummary, action: BulkAction, taker: StaffMember | undefined): Promise<void> {
  switch (action.kind) {
    case 'reassign':
    case 'take':
      await handCase(context, { id: found.id, plannerId: found.planner?.id ?? null }, taker!.id, { kind: 'reassigned', note: action.kind === 'take' ? null : action.why, opened: action.kind === 'take' })
      return
    case 'urgency':
      await changeUrgency(context, found, action.urgency, action.why)
      break
    case 'task': {
      const subject = await addTask(context, { kind: 'free', caseId: found.id, what: action.what, dueOn: action.dueOn, staffId: found.planner?.id ?? null })
      await writeEvent(context, { caseId: found.id, kind: 'task-added', note: action.what, nextTry: action.dueOn, subject })
      break
    }
    case 'postpone':
      await postpone(context, found, action.dueOn, action.why)
      break
    case 'pause':
      await pauseCase(context, found, { reason: action.reason, from: context.today, note: action.note })
      break
  }
  tellCase(context, found)
}

/** The next try (다시 연락, 분기 확인) is moved; a case without one gets one. */
async function postpone(context: Desk, found: CaseSummary, dueOn: PlainDate, why: string): Promise<void> {
  const { db, host } = context
  const moved = await db.updateTable('case_task').set(eb => ({ due_on: dueOn, version: eb('version', '+', 1) }))
    .where('case_id', '=', found.id)
    .where('done_at', 'is', null)
    .where('kind', 'in', ['retry', 'quarterly'])
    .returning('id')
    .execute()
  if (moved.length === 0)
    await addTask(context, { kind: 'retry', caseId: found.id, what: sayBoth(host.texts, 'worklist', 'tasks.retry').ko, dueOn, staffId: found.planner?.id ?? null })
  await refreshNext(db, found.id)
  await db.updateTable('welfare_case').set({ version: found.version + 1 }).where('id', '=', found.id).execute()
  await writeEvent(context, { caseId: found.id, kind: 'postponed', note: why || null, nextTry: dueOn })
}
