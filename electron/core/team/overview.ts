/** The team at a glance: what everybody has in hand, how late, who is away. Facts only, nothing is graded. */
import type { Selectable } from 'kysely'
import type { Desk } from '../door.ts'
import type { StaffMember } from '../staff/model.ts'
import type { CaseTable } from '../store/schema.ts'
import type { MemberLoad, TeamOverview } from './model.ts'
import { endedStatuses } from '../cases/model.ts'
import { isAbsent } from '../cases/order-planners.ts'
import { readSettings } from '../center/read-settings.ts'
import { dueStateOf } from '../clocks/model.ts'
import { door } from '../door.ts'
import { CaseId } from '../kernel/ids.ts'
import { maskName } from '../kernel/mask.ts'
import { readConflicts, readStaff } from '../staff/read-staff.ts'

type Row = Pick<Selectable<CaseTable>, 'planner_id' | 'status' | 'urgency' | 'difficulty' | 'due_on' | 'paused_since'>
const isOpen = ({ status }: Row): boolean => !(endedStatuses as readonly string[]).includes(status)

export const overview = door.team.overview.handler(async ({ context }): Promise<TeamOverview> => {
  const { db, today } = context
  const rows = await db.selectFrom('welfare_case').select(['planner_id', 'status', 'urgency', 'difficulty', 'due_on', 'paused_since']).where('status', 'not in', ['closed', 'withdrawn']).execute()
  const byPlanner = Map.groupBy(rows, ({ planner_id }) => planner_id)
  const everybody = await readStaff(db)
  const members = everybody.filter(staff => (staff.active && staff.roles.includes('planner')) || byPlanner.has(staff.id))
  return {
    today,
    limit: (await readSettings(db)).plannerLimit,
    members: members.map(staff => memberLoad(staff, byPlanner.get(staff.id) ?? [], everybody, today)),
    unassigned: (byPlanner.get('') ?? []).filter(isOpen).length,
    conflicted: await conflictedCases(context),
    gone: everybody.flatMap(({ id, name, active, leavesOn }) => active && leavesOn !== null && leavesOn < today ? [{ id, name, leavesOn }] : []),
  }
})

function memberLoad(staff: StaffMember, rows: readonly Row[], everybody: readonly StaffMember[], today: Desk['today']): MemberLoad {
  const open = rows.filter(isOpen)
  const inState = (state: string): number => open.filter(({ due_on, paused_since }) => dueStateOf({ dueOn: due_on as Desk['today'] | null, pausedSince: paused_since as Desk['today'] | null }, today) === state).length
  const deputy = everybody.find(({ id }) => id === staff.deputyId)
  return {
    planner: { id: staff.id, name: staff.name },
    team: staff.team,
    load: { cases: open.length, weight: open.reduce((sum, { difficulty }) => sum + difficulty, 0) },
    crisis: open.filter(({ urgency }) => urgency === 'crisis').length,
    late: inState('late'),
    dueToday: inState('today'),
    paused: open.filter(({ paused_since }) => paused_since !== null).length,
    afterCare: rows.length - open.length,
    byDifficulty: [1, 2, 3, 4, 5].map(step => open.filter(({ difficulty }) => difficulty === step).length),
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
