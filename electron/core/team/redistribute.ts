/** Handing on everything of a planner who leaves, in one go: one refusal, and nothing of it is written. */
import type { Desk } from '../door.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { HandedOver } from './hand-case.ts'
import { ORPCError } from '@orpc/server'
import { holdCase } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { readConflicts } from '../staff/read-staff.ts'
import { handCase, handDuties } from './hand-case.ts'
import { casesToHand, dutiesLeft, mustBeStaff, readSuccessors } from './leaving.ts'

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

/**
 * What is about a colleague's case goes to whose case it is; what is left to whoever takes the rest.
 *
 * @throws {ORPCError} TAKER_NEEDED where something is left and nobody who stays was named for it
 */
async function handRest(context: Desk, staffId: StaffId, restTo: StaffId | null, successors: readonly string[]): Promise<HandedOver> {
  const { tasks, appointments } = await dutiesLeft(context, staffId)
  const takers = new Map([...tasks, ...appointments].map(({ case_id, planner_id }) => [case_id, planner_id && planner_id !== staffId ? planner_id : restTo] as const))
  const done = { tasks: 0, appointments: 0 }
  for (const [caseId, to] of takers) {
    if (to === null || (to === restTo && !successors.includes(to)))
      throw new ORPCError('TAKER_NEEDED')
    const handed = await handDuties(context, { from: staffId, to, caseId, since: context.today })
    done.tasks += handed.tasks
    done.appointments += handed.appointments
  }
  return done
}

/** What others offered them goes back with the reason. */
async function turnDownOffers({ db, now }: Desk, staffId: string, why: string): Promise<void> {
  await db.updateTable('case_transfer').set({ status: 'returned', answered_at: now, answer: why }).where('to_staff_id', '=', staffId).where('status', '=', 'asked').execute()
}
