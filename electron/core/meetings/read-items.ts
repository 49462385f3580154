/** Items of an agenda as they are kept, and writing them. */
import type { Selectable } from 'kysely'
import type { CaseTrack } from '../cases/model.ts'
import type { Store } from '../host.ts'
import type { MeetingItemTable } from '../store/schema.ts'
import { ItemBody } from './item-body.ts'
import { AgendaReason } from './model.ts'

export interface ItemRow {
  readonly id: string
  readonly meetingId: string
  readonly caseId: string
  readonly reason: AgendaReason
  readonly body: ItemBody
  readonly pseudonym: string
  readonly place: number
  readonly decision: CaseTrack | null
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  readonly version: number
}

const itemOf = (row: Selectable<MeetingItemTable>): ItemRow => ({
  id: row.id,
  meetingId: row.meeting_id,
  caseId: row.case_id,
  reason: AgendaReason.parse(row.reason),
  body: ItemBody.parse(JSON.parse(row.body)),
  pseudonym: row.pseudonym,
  place: row.place,
  decision: row.decision as CaseTrack | null,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  version: row.version,
})

export async function findItem(db: Store, id: string): Promise<ItemRow | undefined> {
  const row = await db.selectFrom('meeting_item').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? itemOf(row) : undefined
}

export async function readItems(db: Store, meetingId: string): Promise<ItemRow[]> {
  const rows = await db.selectFrom('meeting_item').selectAll().where('meeting_id', '=', meetingId).orderBy('place').orderBy('id').execute()
  return rows.map(itemOf)
}

export type ItemState = 'open' | 'decided' | 'put-off' | 'left-out'
export const stateOf = ({ decision, body }: Pick<ItemRow, 'decision' | 'body'>): ItemState =>
  body.leftOut ? 'left-out' : decision ? 'decided' : body.putOff ? 'put-off' : 'open'

interface Decided { readonly decision: CaseTrack | null, readonly decided_at: string | null, readonly decided_by: string | null }

/** Writes the next version of an item. */
export async function writeItem(db: Store, item: Pick<ItemRow, 'id' | 'version'>, body: ItemBody, decided: Partial<Decided> = {}): Promise<void> {
  await db.updateTable('meeting_item').set({ body: JSON.stringify(body), version: item.version + 1, ...decided }).where('id', '=', item.id).execute()
}
