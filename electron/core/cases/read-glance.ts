/** Where the work of a case stands, in numbers and states: what the first look at a case is for. No free text but tasks. */
import type { Store } from '../host.ts'
import type { Glance } from './model.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { RecordKind } from '../records/model.ts'
import { byStart } from '../worklist/calendar/clock-time.ts'

export async function readGlance(db: Store, caseId: string): Promise<Glance> {
  const records = await db.selectFrom('case_record').select(['kind', 'status', 'saved_at']).where('case_id', '=', caseId).orderBy('started_at', 'desc').orderBy('id', 'desc').execute()
  const tasks = await db.selectFrom('case_task').select(['id', 'kind', 'what', 'due_on', 'subject']).where('case_id', '=', caseId).where('done_at', 'is', null).orderBy('due_on').orderBy('id').execute()
  const appointments = await db.selectFrom('appointment').select(['id', 'kind', 'day', 'starts']).where('case_id', '=', caseId).where('status', '=', 'planned').orderBy('day').orderBy(byStart).orderBy('id').limit(3).execute()
  const files = await db.selectFrom('attachment').select(({ fn }) => fn.countAll().as('count')).where('case_id', '=', caseId).executeTakeFirstOrThrow()
  const waiting = await db.selectFrom('case_approval').select('kind').where('case_id', '=', caseId).where('status', '=', 'asked').execute()
  const newest = new Map<string, Glance['records'][number]>()
  for (const { kind, status, saved_at } of records) {
    const known = newest.get(kind)
    newest.set(kind, known ? { ...known, count: known.count + 1 } : { kind: RecordKind.parse(kind), status: status as 'open', savedAt: Instant.parse(saved_at), count: 1 })
  }
  return {
    records: [...newest.values()],
    referrals: await countByStatus(db, 'referral', caseId),
    applications: await countByStatus(db, 'application', caseId),
    tasks: tasks.slice(0, 5).map(({ due_on, ...task }) => ({ ...task, dueOn: PlainDate.parse(due_on) })),
    tasksInAll: tasks.length,
    appointments: appointments.map(({ day, ...rest }) => ({ ...rest, day: PlainDate.parse(day) })),
    files: Number(files.count),
    waiting: waiting.map(({ kind }) => kind),
  }
}

async function countByStatus(db: Store, table: 'referral' | 'application', caseId: string): Promise<Record<string, number>> {
  const rows = await db.selectFrom(table).select('status').select(({ fn }) => fn.countAll().as('count')).where('case_id', '=', caseId).groupBy('status').execute()
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
}
