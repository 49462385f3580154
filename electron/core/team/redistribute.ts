/** Handing on everything of a planner who leaves, in one go: one refusal, and nothing of it is written. */
import type { Desk } from '../door.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { HandedOver } from './hand-case.ts'
import { ORPCError } from '@orpc/server'
import { holdCase } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { readConflicts } from '../staff/read-staff.ts'
import { handCase, handDuties } from './hand-case.ts'
import { casesToHand, mustBeStaff, readSuccessors } from './leaving.ts'

export const redistribute = door.team.redistribute.handler(async ({ input, errors, context }) => {
  const { db, about, today } = context
  const { staffId, lastDay, moves, restTo, why } = input
  await mustBeStaff(context, staffId)
  if (lastDay < today)
    throw errors.DAY_IN_PAST()
  const successors = await readSuccessors(context, staffId)
  const conflicts = await readConflicts(db)
  const left = (await casesToHand(context, staffId)).filter(({ id }) => !moves.some(({ caseId }) => caseId === id))
  if (left.length > 0)
    throw errors.CASES_LEFT_OVER({ data: { count: left.length } })

  const done = { moved: 0, tasks: 0, appointments: 0 }
  const count = ({ tasks, appointments }: HandedOver): void => {
    done.tasks += tasks
    done.appointments += appointments
  }
  for (const { caseId, seenVersion, toStaffId } of moves) {
    const found = await holdCase(context, { caseId, seenVersion }, 'reassign')
    if (found.planner?.id !== staffId)
      throw errors.CHANGED_MEANWHILE()
    if (!successors.some(({ id }) => id === toStaffId))
      throw errors.NOT_A_PLANNER()
    if (conflicts.get(toStaffId)?.has(found.householdId))
      throw errors.CONFLICT_OF_INTEREST()
    count(await handCase(context, { id: caseId, plannerId: staffId }, toStaffId, { kind: 'reassigned', note: why, opened: false }))
    done.moved += 1
  }
  count(await handRest(context, staffId, restTo, successors.map(({ id }) => id)))
  await turnDownOffers(context, staffId, why)
  await db.updateTable('staff').set(eb => ({ leaves_on: lastDay, version: eb('version', '+', 1) })).where('id', '=', staffId).execute()
  about('staff', staffId)
  return done
})

/** Tasks on colleagues' cases go to whose case it is; what belongs to no case to whoever takes the rest. */
async function handRest(context: Desk, staffId: StaffId, restTo: StaffId | null, successors: readonly string[]): Promise<HandedOver> {
  const { db, today } = context
  let tasks = 0
  let appointments = 0
  const elsewhere = await db.selectFrom('case_task').innerJoin('welfare_case', 'welfare_case.id', 'case_task.case_id')
    .select(['case_task.case_id', 'welfare_case.planner_id'])
    .where('case_task.staff_id', '=', staffId)
    .where('case_task.done_at', 'is', null)
    .execute()
  for (const { case_id, planner_id } of elsewhere) {
    const handed = await handDuties(context, { from: staffId, to: takerOf(planner_id === staffId ? '' : planner_id, restTo), caseId: case_id, since: today })
    tasks += handed.tasks
    appointments += handed.appointments
  }
  const own = await db.selectFrom('case_task').select('id').where('staff_id', '=', staffId).where('done_at', 'is', null).where('case_id', 'is', null).execute()
  const days = await db.selectFrom('appointment').select('id').where('staff_id', '=', staffId).where('status', '=', 'planned').where('day', '>=', today).where('case_id', 'is', null).execute()
  if (own.length + days.length === 0)
    return { tasks, appointments }
  if (restTo === null || !successors.includes(restTo))
    throw new ORPCError('TAKER_NEEDED')
  const handed = await handDuties(context, { from: staffId, to: restTo, caseId: null, since: today })
  return { tasks: tasks + handed.tasks, appointments: appointments + handed.appointments }
}

function takerOf(planner: string, restTo: string | null): string {
  const taker = planner || restTo
  if (!taker)
    throw new ORPCError('TAKER_NEEDED')
  return taker
}

/** What others offered them goes back with the reason. */
async function turnDownOffers({ db, now }: Desk, staffId: string, why: string): Promise<void> {
  await db.updateTable('case_transfer').set({ status: 'returned', answered_at: now, answer: why }).where('to_staff_id', '=', staffId).where('status', '=', 'asked').execute()
}
