/** The team at a glance: what everybody has in hand, how late, who is away. Facts only, nothing is graded. */
import type { Hand } from '../cases/read-loads.ts'
import type { Desk } from '../door.ts'
import type { StaffMember } from '../staff/model.ts'
import type { MemberLoad, TeamOverview } from './model.ts'
import { isAbsent } from '../cases/order-planners.ts'
import { emptyHand, readLoads } from '../cases/read-loads.ts'
import { readSettings } from '../center/read-settings.ts'
import { door } from '../door.ts'
import { CaseId } from '../kernel/ids.ts'
import { maskName } from '../kernel/mask.ts'
import { readConflicts, readStaff } from '../staff/read-staff.ts'

export const overview = door.team.overview.handler(async ({ context }): Promise<TeamOverview> => {
  const { db, today } = context
  const hands = await readLoads(context)
  const everybody = await readStaff(db)
  const members = everybody.filter(staff => (staff.active && staff.roles.includes('planner')) || hands.has(staff.id))
  return {
    today,
    limit: (await readSettings(db)).plannerLimit,
    members: members.map(staff => memberLoad(staff, hands.get(staff.id) ?? emptyHand, everybody, today)),
    unassigned: hands.get('')?.cases ?? 0,
    conflicted: await conflictedCases(context),
    gone: everybody.flatMap(({ id, name, active, leavesOn }) => active && leavesOn !== null && leavesOn < today ? [{ id, name, leavesOn }] : []),
  }
})

function memberLoad(staff: StaffMember, { cases, weight, byDifficulty, ...counts }: Hand, everybody: readonly StaffMember[], today: Desk['today']): MemberLoad {
  const deputy = everybody.find(({ id }) => id === staff.deputyId)
  return {
    planner: { id: staff.id, name: staff.name },
    team: staff.team,
    load: { cases, weight },
    ...counts,
    byDifficulty: [...byDifficulty],
    absence: staff.absence,
    absent: isAbsent(staff, today),
    deputy: deputy ? { id: deputy.id, name: deputy.name } : null,
    deputyAway: staff.absence !== null && deputy !== undefined && (!deputy.active || overlaps(staff.absence, deputy.absence)),
    leavesOn: staff.leavesOn,
  }
}

type Absence = StaffMember['absence']
const overlaps = (one: Absence, other: Absence): boolean => one !== null && other !== null && one.from <= other.until && other.from <= one.until

async function conflictedCases({ db }: Pick<Desk, 'db'>): Promise<TeamOverview['conflicted']> {
  const conflicts = await readConflicts(db)
  if (conflicts.size === 0)
    return []
  const rows = await db.selectFrom('welfare_case').innerJoin('staff', 'staff.id', 'welfare_case.planner_id')
    .leftJoin('person', join => join.onRef('person.household_id', '=', 'welfare_case.household_id').on('person.visitor', '=', 1))
    .select(['welfare_case.id', 'welfare_case.household_id', 'welfare_case.planner_id', 'staff.name as plannerName', 'person.name as visitorName'])
    .where('welfare_case.status', 'not in', ['closed', 'withdrawn'])
    .where('welfare_case.planner_id', 'in', [...conflicts.keys()])
    .execute()
  return rows.flatMap(({ id, household_id, planner_id, plannerName, visitorName }) => {
    const planner = { id: planner_id as StaffMember['id'], name: plannerName }
    return conflicts.get(planner.id)?.has(household_id) ? [{ caseId: CaseId.parse(id), maskedName: visitorName === null ? '—' : maskName(visitorName), planner }] : []
  })
}
