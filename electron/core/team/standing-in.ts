/** Standing in (대직) for a colleague who is absent: one's own deputy only, never the deputy's deputy. */
import type { Desk } from '../door.ts'
import { endedStatuses } from '../cases/model.ts'
import { StandingIn } from './model.ts'

/** The colleagues whom the caller stands in for today, with their open cases. */
export async function readStandingIn({ db, caller, today }: Pick<Desk, 'db' | 'caller' | 'today'>): Promise<StandingIn[]> {
  const rows = await db.selectFrom('staff').select(['id', 'name', 'absent_from', 'absent_until'])
    .select(({ selectFrom }) => selectFrom('welfare_case').whereRef('welfare_case.planner_id', '=', 'staff.id').where('welfare_case.status', 'not in', [...endedStatuses]).select(({ fn }) => fn.countAll().as('open')).as('open'))
    .where('deputy_id', '=', caller.staffId)
    .where('absent_from', '<=', today)
    .where('absent_until', '>=', today)
    .orderBy('name')
    .execute()
  return rows.map(row => StandingIn.parse({ planner: { id: row.id, name: row.name }, from: row.absent_from, until: row.absent_until, open: Number(row.open ?? 0) }))
}
