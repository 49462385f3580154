/** A planner leaves (퇴직·전보): a new one for every case, by the rules and as the lead changes it. */
import type { CaseSummary } from '../cases/model.ts'
import type { Candidate } from '../cases/order-planners.ts'
import type { Desk } from '../door.ts'
import type { StaffMember } from '../staff/model.ts'
import type { LeavingPreview, Load } from './model.ts'
import { ORPCError } from '@orpc/server'
import { isAbsent, isLeaving, orderPlanners } from '../cases/order-planners.ts'
import { readFamilies, readKnowing, readSetting } from '../cases/read-candidates.ts'
import { readCases } from '../cases/read-case.ts'
import { emptyHand, isInHand, readLoads } from '../cases/read-loads.ts'
import { door } from '../door.ts'
import { findStaff, readConflicts, readPlanners } from '../staff/read-staff.ts'
import { loadOf } from './takers.ts'

export type Chosen = readonly { readonly caseId: string, readonly toStaffId: string }[]

const rank = { crisis: 0, soon: 1, normal: 2 } as const

/** Everything that is not closed, the most pressing and hardest first: they choose before the others. */
export async function casesToHand({ db }: Pick<Desk, 'db'>, staffId: string): Promise<CaseSummary[]> {
  const open = await readCases(db, { plannerId: staffId, includeClosed: false })
  return open.toSorted((one, other) => rank[one.urgency] - rank[other.urgency] || other.difficulty - one.difficulty || (one.openedAt < other.openedAt ? -1 : 1))
}

/** Who may take what somebody leaves behind: planners in use who are not leaving themselves. */
export const readSuccessors = async ({ db }: Pick<Desk, 'db'>, leaver: string): Promise<StaffMember[]> =>
  (await readPlanners(db)).filter(staff => staff.id !== leaver && !isLeaving(staff))

export const previewLeaving = door.team.previewLeaving.handler(async ({ input, errors, context }): Promise<LeavingPreview> => {
  const { db, about, today } = context
  about('staff', input.staffId)
  const leaver = await findStaff(db, input.staffId)
  if (!leaver)
    throw errors.STAFF_NOT_FOUND()
  const cases = await casesToHand(context, input.staffId)
  const successors = await readSuccessors(context, input.staffId)
  const chosen = new Map(input.chosen.map(({ caseId, toStaffId }) => [caseId as string, toStaffId]))
  const proposals = await propose(context, cases, successors)
  const lines = proposals.map(({ found, to, decidedBy, notTo }) => {
    const other = chosen.get(found.id)
    return { found, to: other ?? to, chosen: other !== undefined && other !== to, notTo, decidedBy }
  })
  const hands = await readLoads(context)
  const { limit } = await readSetting(context)
  const rest = await countRest(context, input.staffId)
  return {
    planner: { id: leaver.id, name: leaver.name },
    cases: lines,
    ...rest,
    loads: successors.map(staff => ({
      planner: { id: staff.id, name: staff.name },
      before: loadOf(hands.get(staff.id)),
      after: sum(loadOf(hands.get(staff.id)), lines.filter(({ to, found }) => to === staff.id && isInHand(found))),
      absent: isAbsent(staff, today),
      limit,
    })),
  }
})

const sum = ({ cases, weight }: Load, lines: readonly { readonly found: CaseSummary }[]): Load =>
  ({ cases: cases + lines.length, weight: lines.reduce((all, { found }) => all + found.difficulty, weight) })

interface Proposal extends Pick<LeavingPreview['cases'][number], 'found' | 'to' | 'decidedBy' | 'notTo'> {}

/** One case after the other, each counted for whoever gets it before the next is given. */
async function propose(context: Desk, cases: readonly CaseSummary[], successors: readonly StaffMember[]): Promise<Proposal[]> {
  const { db } = context
  const setting = await readSetting(context)
  const families = await readFamilies(db, cases.map(({ householdId }) => householdId))
  const conflicts = await readConflicts(db)
  const knowing = await readKnowing(db, cases.map(({ householdId }) => householdId))
  const loads = await readLoads(context)
  const hands = new Map(successors.map(({ id }) => [id as string, { ...loads.get(id) ?? emptyHand }]))
  return cases.map((found) => {
    const candidates = successors.flatMap((staff): Candidate[] => {
      const hand = hands.get(staff.id)
      return hand ? [{ staff, openCases: hand.cases, weight: hand.weight, knows: knowing.get(found.householdId)?.has(staff.id) ?? false, conflict: conflicts.get(staff.id)?.has(found.householdId) ?? false }] : []
    })
    const family = families.get(found.householdId) ?? { dong: '', road: '', detail: '', language: null }
    const [first] = orderPlanners(candidates, { ...family, need: found.mainNeed }, setting)
    const to = first && !first.candidate.conflict ? first.candidate.staff.id : null
    const hand = to === null ? undefined : hands.get(to)
    if (to !== null && hand && isInHand(found))
      hands.set(to, { ...hand, cases: hand.cases + 1, weight: hand.weight + found.difficulty })
    return { found, to, decidedBy: to === null ? null : first?.decidedBy ?? null, notTo: candidates.filter(({ conflict }) => conflict).map(({ staff }) => staff.id) }
  })
}

/** What goes with none of the cases that are handed on and to no colleague: of no case, of an own one that is closed, of one that nobody has. */
async function countRest(context: Pick<Desk, 'db' | 'today'>, staffId: string): Promise<{ readonly tasks: number, readonly appointments: number }> {
  const { tasks, appointments } = await dutiesLeft(context, staffId)
  const isRest = ({ case_id, planner_id, status }: DutyLeft): boolean => case_id === null || !planner_id || (planner_id === staffId && (status === 'closed' || status === 'withdrawn'))
  return { tasks: tasks.filter(isRest).length, appointments: appointments.filter(isRest).length }
}

export interface DutyLeft { readonly case_id: string | null, readonly planner_id: string | null, readonly status: string | null }

/** Open tasks and appointments from today on, each with whose case it is about. */
export async function dutiesLeft({ db, today }: Pick<Desk, 'db' | 'today'>, staffId: string): Promise<{ readonly tasks: readonly DutyLeft[], readonly appointments: readonly DutyLeft[] }> {
  const tasks = await db.selectFrom('case_task').leftJoin('welfare_case', 'welfare_case.id', 'case_task.case_id')
    .select(['case_task.case_id', 'welfare_case.planner_id', 'welfare_case.status'])
    .where('case_task.staff_id', '=', staffId)
    .where('case_task.done_at', 'is', null)
    .execute()
  const appointments = await db.selectFrom('appointment').leftJoin('welfare_case', 'welfare_case.id', 'appointment.case_id')
    .select(['appointment.case_id', 'welfare_case.planner_id', 'welfare_case.status'])
    .where('appointment.staff_id', '=', staffId)
    .where('appointment.status', '=', 'planned')
    .where('appointment.day', '>=', today)
    .execute()
  return { tasks, appointments }
}

/** @throws {ORPCError} STAFF_NOT_FOUND */
export async function mustBeStaff({ db }: Pick<Desk, 'db'>, staffId: string): Promise<StaffMember> {
  const staff = await findStaff(db, staffId)
  if (!staff)
    throw new ORPCError('STAFF_NOT_FOUND')
  return staff
}
