/** Reading a visit's row. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { VisitTable } from '../store/schema.ts'
import { Visit } from './model.ts'

export type VisitRow = Selectable<VisitTable>

export const findVisitRow = (db: Store, id: string): Promise<VisitRow | undefined> =>
  db.selectFrom('visit').selectAll().where('id', '=', id).executeTakeFirst()

export const visitOf = (row: VisitRow): Visit => Visit.parse({
  id: row.id,
  ticket: row.ticket,
  event: row.event,
  channel: row.channel,
  dong: row.dong,
  openedAt: row.opened_at,
  status: row.status,
  answer: row.answer,
  refusalReason: row.refusal_reason,
  step: row.step,
  version: row.version,
})
