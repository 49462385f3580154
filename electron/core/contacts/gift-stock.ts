/** The stock of gift packs: every pack that comes in or goes out is a line, so that the count can be followed. */
import type { Selectable } from 'kysely'
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { GiftPackTable } from '../store/schema.ts'
import { ORPCError } from '@orpc/server'
import { GiftPack } from './model.ts'

const packOf = (row: Selectable<GiftPackTable>): GiftPack => GiftPack.parse({ ...row, fits: JSON.parse(row.fits), active: row.active === 1 })

export const readGifts = async (db: Store): Promise<GiftPack[]> =>
  (await db.selectFrom('gift_pack').selectAll().orderBy('name').orderBy('id').execute()).map(packOf)

export async function findGift(db: Store, id: string): Promise<GiftPack> {
  const row = await db.selectFrom('gift_pack').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row)
    throw new ORPCError('GIFT_NOT_FOUND')
  return packOf(row)
}

interface Change { readonly giftId: string, readonly change: number, readonly caseId?: string, readonly eventId?: string, readonly note?: string }

/** @throws {ORPCError} GIFT_NOT_FOUND, GIFT_OUT_OF_STOCK: nothing is counted below none */
export async function changeStock({ db, host, now, caller }: Pick<Desk, 'db' | 'host' | 'now' | 'caller'>, { giftId, change, caseId, eventId, note }: Change): Promise<GiftPack> {
  const pack = await findGift(db, giftId)
  if (pack.stock + change < 0)
    throw new ORPCError('GIFT_OUT_OF_STOCK')
  await db.updateTable('gift_pack').set({ stock: pack.stock + change, version: pack.version + 1 }).where('id', '=', giftId).execute()
  await db.insertInto('gift_given').values({ id: host.newId(), gift_id: giftId, case_id: caseId ?? null, event_id: eventId ?? null, at: now, staff_id: caller.staffId, note: note ?? null, change }).execute()
  return findGift(db, giftId)
}
