/** A planner leaves (퇴직·전보): a new one for every case, by the rules and as the lead changes it. */
import type { CaseSummary } from '../cases/model.ts'
import type { Candidate } from '../cases/order-planners.ts'
import type { Desk } from '../door.ts'
import type { StaffMember } from '../staff/model.ts'
import type { LeavingPreview, Load } from './model.ts'
import { ORPCError } from '@orpc/server'
import { endedStatuses } from '../cases/model.ts'
import { isAbsent, isLeaving, orderPlanners } from '../cases/order-planners.ts'
import { readFamilies, readSetting } from '../cases/read-candidates.ts'
import { readCases } from '../cases/read-case.ts'
import { door } from '../door.ts'
import { findStaff, readConflicts, readPlanners } from '../staff/read-staff.ts'
import { readLoads } from './takers.ts'

export type Chosen = readonly { readonly caseId: string, readonly toStaffId: string }[]

const rank = { crisis: 0, soon: 1, normal: 2 } as const
const counts = ({ status }: Pick<CaseSummary, 'status'>): boolean => !(endedStatuses as readonly string[]).includes(status)

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
  const loads = await readLoads(db)
  const { limit } = await readSetting(context)
  const none = { cases: 0, weight: 0 }
  const rest = await countRest(context, input.staffId)
  return {
    planner: { id: leaver.id, name: leaver.name },
    cases: lines,
    ...rest,
    loads: successors.map(staff => ({
      planner: { id: staff.id, name: staff.name },
      before: loads.get(staff.id) ?? none,
      after: sum(loads.get(staff.id) ?? none, lines.filter(({ to, found }) => to === staff.id && counts(found))),
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
  const held = await db.selectFrom('welfare_case').select(['planner_id', 'household_id', 'status', 'difficulty']).where('planner_id', '!=', '').execute()
  const hands = new Map(successors.map(({ id }) => {
    const own = held.filter(({ planner_id }) => planner_id === id)
    const families = new Set(own.map(({ household_id }) => household_id))
    return [id as string, {
      openCases: own.filter(({ status }) => status !== 'closed' && status !== 'withdrawn').length,
      weight: own.filter(row => counts(row as Pick<CaseSummary, 'status'>)).reduce((all, { difficulty }) => all + difficulty, 0),
      families,
    }]
  }))
  return cases.map((found) => {
    const candidates = successors.flatMap((staff): Candidate[] => {
      const hand = hands.get(staff.id)
      return hand ? [{ staff, openCases: hand.openCases, weight: hand.weight, knows: hand.families.has(found.householdId), conflict: conflicts.get(staff.id)?.has(found.householdId) ?? false }] : []
    })
    const family = families.get(found.householdId) ?? { dong: '', road: '', detail: '', language: null }
    const [first] = orderPlanners(candidates, { ...family, need: found.mainNeed }, setting)
    const to = first && !first.candidate.conflict ? first.candidate.staff.id : null
    const hand = to === null ? undefined : hands.get(to)
    if (hand) {
      hand.openCases += 1
      hand.weight += counts(found) ? found.difficulty : 0
    }
    return { found, to, decidedBy: to === null ? null : first?.decidedBy ?? null, notTo: candidates.filter(({ conflict }) => conflict).map(({ staff }) => staff.id) }
  })
}

/** Open tasks and coming appointments that belong to no case. */
async function countRest({ db, today }: Pick<Desk, 'db' | 'today'>, staffId: string): Promise<{ readonly tasks: number, readonly appointments: number }> {
  const tasks = await db.selectFrom('case_task').select('id').where('staff_id', '=', staffId).where('done_at', 'is', null).where('case_id', 'is', null).execute()
  const appointments = await db.selectFrom('appointment').select('id').where('staff_id', '=', staffId).where('status', '=', 'planned').where('day', '>=', today).where('case_id', 'is', null).execute()
  return { tasks: tasks.length, appointments: appointments.length }
}

/** @throws {ORPCError} STAFF_NOT_FOUND */
export async function mustBeStaff({ db }: Pick<Desk, 'db'>, staffId: string): Promise<StaffMember> {
  const staff = await findStaff(db, staffId)
  if (!staff)
    throw new ORPCError('STAFF_NOT_FOUND')
  return staff
}
