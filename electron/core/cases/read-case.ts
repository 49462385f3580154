/** Reading cases for lists and pages, names masked. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { CaseTable } from '../store/schema.ts'
import { maskName } from '../kernel/mask.ts'
import { AssignedCase, CaseSummary } from './model.ts'

type CaseRow = Selectable<CaseTable> & {
  readonly plannerName: string | null
  readonly plannerTeam: string | null
  readonly dong: string | null
  readonly visitorName: string | null
  readonly members: number | string | bigint | null
}

const rows = (db: Store) => db.selectFrom('welfare_case')
  .leftJoin('staff', 'staff.id', 'welfare_case.planner_id')
  .leftJoin('household', 'household.id', 'welfare_case.household_id')
  .leftJoin('person', join => join.onRef('person.household_id', '=', 'household.id').on('person.visitor', '=', 1))
  .selectAll('welfare_case')
  .select(['staff.name as plannerName', 'staff.team as plannerTeam', 'household.dong', 'person.name as visitorName'])
  .select(({ selectFrom }) => selectFrom('person as one').whereRef('one.household_id', '=', 'welfare_case.household_id')
    .select(({ fn }) => fn.countAll().as('members')).as('members'))

const summaryOf = (row: CaseRow): CaseSummary => CaseSummary.parse({
  id: row.id,
  visitId: row.visit_id,
  householdId: row.household_id,
  // After destruction only that there was a case remains.
  maskedName: row.visitorName === null ? '—' : maskName(row.visitorName),
  dong: row.dong ?? '—',
  event: row.event,
  status: row.status,
  urgency: row.urgency,
  kind: row.kind,
  stage: row.stage,
  track: row.track,
  planner: row.plannerName === null ? null : { id: row.planner_id, name: row.plannerName, team: row.plannerTeam },
  dueClock: row.due_clock,
  dueOn: row.due_on,
  pausedSince: row.paused_since,
  nextOn: row.next_on,
  lastContactOn: row.last_contact_on,
  afterCareUntil: row.after_care_until,
  mainNeed: row.main_need,
  difficulty: row.difficulty,
  openedAt: row.opened_at,
  firstContactDue: row.first_contact_due,
  firstContactAt: row.first_contact_at,
  unread: row.unread === 1,
  members: Math.max(1, Number(row.members ?? 0)),
  likely: row.likely,
  version: row.version,
})

export async function findCase(db: Store, id: string): Promise<CaseSummary | undefined> {
  const row = await rows(db).where('welfare_case.id', '=', id).executeTakeFirst()
  return row ? summaryOf(row) : undefined
}

/** In no order; ids without a case are left out. */
export async function readCasesOf(db: Store, ids: readonly string[]): Promise<CaseSummary[]> {
  return ids.length === 0 ? [] : (await rows(db).where('welfare_case.id', 'in', ids).execute()).map(summaryOf)
}

/** For the counter, which reads visits of cases that are not its own. */
export async function readCaseOfVisit(db: Store, visitId: string): Promise<AssignedCase | null> {
  const row = await rows(db).where('welfare_case.visit_id', '=', visitId).executeTakeFirst()
  return row ? AssignedCase.parse(summaryOf(row)) : null
}

/** Most pressing first: what is not contacted yet by its due day, then the others by when they were opened. */
export async function readCases(db: Store, filter: { readonly plannerId?: string, readonly includeClosed: boolean }): Promise<CaseSummary[]> {
  const all = rows(db)
  const mine = filter.plannerId === undefined ? all : all.where('welfare_case.planner_id', '=', filter.plannerId)
  const open = filter.includeClosed ? mine : mine.where('welfare_case.status', 'not in', ['closed', 'withdrawn'])
  const found = await open.orderBy('welfare_case.first_contact_due').orderBy('welfare_case.opened_at').execute()
  const summaries = found.map(summaryOf)
  return [...summaries.filter(({ firstContactAt }) => firstContactAt === null), ...summaries.filter(({ firstContactAt }) => firstContactAt !== null)]
}
