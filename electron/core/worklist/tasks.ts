/** One's own open tasks across all cases, and what is done with them. */
import type { Selectable } from 'kysely'
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { CaseTaskTable } from '../store/schema.ts'
import type { AboutCase } from './about-case.ts'
import type { Task } from './model.ts'
import { ORPCError } from '@orpc/server'
import { mustGoOn, ownCase } from '../cases/hold-case.ts'
import { findCase } from '../cases/read-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { aboutCases } from './about-case.ts'
import { Task as TaskSchema } from './model.ts'
import { plannersOf } from './whose.ts'
import { refreshNext, addTask as writeTask } from './write-task.ts'

/** More than anybody can have open; what is further off comes up when the nearer ones are done. */
const most = 500

const taskOf = (row: Selectable<CaseTaskTable>, cases: ReadonlyMap<string, AboutCase>): Task => TaskSchema.parse({
  id: row.id,
  kind: row.kind,
  what: row.what,
  dueOn: row.due_on,
  case: row.case_id === null ? null : cases.get(row.case_id) ?? null,
  staffId: row.staff_id,
  doneAt: row.done_at,
  version: row.version,
})

/** Theirs by name, and those that go with a case of theirs from planner to planner. */
export async function readOpenTasks(db: Store, staffIds: readonly string[], until?: string): Promise<Task[]> {
  const rows = await db.selectFrom('case_task').leftJoin('welfare_case', 'welfare_case.id', 'case_task.case_id')
    .selectAll('case_task')
    .where('done_at', 'is', null)
    .where(eb => eb.or([
      eb('case_task.staff_id', 'in', staffIds),
      eb.and([eb('case_task.staff_id', 'is', null), eb('case_task.who', 'is', null), eb('welfare_case.planner_id', 'in', staffIds)]),
    ]))
    .$if(until !== undefined, query => query.where('case_task.due_on', '<=', until!))
    .orderBy('case_task.due_on')
    .orderBy('case_task.id')
    .limit(most)
    .execute()
  const cases = await aboutCases(db, rows.map(({ case_id }) => case_id))
  return rows.map(row => taskOf(row, cases))
}

export const tasks = door.worklist.tasks.handler(async ({ context }) =>
  readOpenTasks(context.db, await plannersOf(context, 'mine') ?? []))

export const addTask = door.worklist.addTask.handler(async ({ input, errors, context }) => {
  if (input.dueOn < context.today)
    throw errors.DAY_IN_PAST()
  if (input.caseId !== null)
    mustGoOn(await ownCase(context, input.caseId))
  const id = await writeTask(context, { kind: 'free', caseId: input.caseId, what: input.what, dueOn: input.dueOn, staffId: context.caller.staffId })
  if (input.caseId !== null)
    await writeEvent(context, { caseId: input.caseId, kind: 'task-added', note: input.what, nextTry: input.dueOn, subject: id })
  return taskNow(context.db, id)
})

/** Done, or taken back: whoever ticked the wrong line unticks it. */
export const doneTask = door.worklist.doneTask.handler(async ({ input, context }) => {
  const { db, now, caller } = context
  const row = await holdTask(context, input, input.done)
  await db.updateTable('case_task')
    .set({ done_at: input.done ? now : null, done_by: input.done ? caller.staffId : null, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  if (row.case_id !== null) {
    await refreshNext(db, row.case_id)
    await writeEvent(context, { caseId: row.case_id, kind: input.done ? 'task-done' : 'task-added', note: row.what, subject: row.id })
  }
  return taskNow(db, row.id)
})

export const moveTask = door.worklist.moveTask.handler(async ({ input, errors, context }) => {
  if (input.dueOn < context.today)
    throw errors.DAY_IN_PAST()
  const row = await holdTask(context, input)
  await context.db.updateTable('case_task').set({ due_on: input.dueOn, version: row.version + 1 }).where('id', '=', row.id).execute()
  if (row.case_id !== null)
    await refreshNext(context.db, row.case_id)
  return taskNow(context.db, row.id)
})

async function taskNow(db: Store, id: string): Promise<Task> {
  const row = await db.selectFrom('case_task').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return taskOf(row, await aboutCases(db, [row.case_id]))
}

/**
 * @param done Whether it is only being ticked off: what was left when the case was closed can be.
 * @throws {ORPCError} TASK_NOT_FOUND (also for a task of a case that is not one's own), CASE_NOT_OPEN, CHANGED_MEANWHILE
 */
async function holdTask(context: Desk, { taskId, seenVersion }: { readonly taskId: string, readonly seenVersion: number }, done = false): Promise<Selectable<CaseTaskTable>> {
  const row = await context.db.selectFrom('case_task').selectAll().where('id', '=', taskId).executeTakeFirst()
  if (!row)
    throw new ORPCError('TASK_NOT_FOUND')
  const mine = await plannersOf(context, 'mine') ?? []
  if (row.staff_id === null || !mine.includes(row.staff_id)) {
    if (row.case_id === null)
      throw new ORPCError('TASK_NOT_FOUND')
    await ownCase(context, row.case_id).catch(() => { throw new ORPCError('TASK_NOT_FOUND') })
  }
  else if (row.case_id !== null) {
    context.about('case', row.case_id)
  }
  await mustBeGoingOn(context.db, row, done)
  if (row.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return row
}

/** Referrals and applications on their way outlive the case; after a withdrawal only the letter that calls a referral back does. */
async function mustBeGoingOn(db: Store, { case_id, kind }: Selectable<CaseTaskTable>, done: boolean): Promise<void> {
  const found = case_id === null ? undefined : await findCase(db, case_id)
  if (!found || kind === 'referral' || (found.status === 'closed' && (done || kind === 'objection')))
    return
  mustGoOn(found)
}
