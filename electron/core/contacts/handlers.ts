/** All handlers of contacts. */
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { GiftPackId } from '../kernel/ids.ts'
import { changeStock, findGift, readGifts } from './gift-stock.ts'
import { contactsOfCase } from './read-contacts.ts'
import { recordContactOf } from './record-contact.ts'

const ofCase = door.contacts.ofCase.handler(async ({ input, context }) => contactsOfCase(context, await ownCase(context, input.caseId)))

const record = door.contacts.record.handler(({ input, context }) => recordContactOf(context, input))

const gifts = door.contacts.gifts.handler(({ context }) => readGifts(context.db))

const saveGift = door.contacts.saveGift.handler(async ({ input, errors, context: { db, host } }) => {
  const fields = { name: input.name, fits: JSON.stringify(input.fits), price: input.price, active: input.active ? 1 : 0 }
  if (input.giftId === null) {
    const id = GiftPackId.parse(host.newId())
    await db.insertInto('gift_pack').values({ id, ...fields, stock: 0, version: 1 }).execute()
    return findGift(db, id)
  }
  const pack = await findGift(db, input.giftId)
  if (pack.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  await db.updateTable('gift_pack').set({ ...fields, version: pack.version + 1 }).where('id', '=', pack.id).execute()
  return findGift(db, pack.id)
})

const restock = door.contacts.restock.handler(async ({ input, context }) => {
  const pack = await findGift(context.db, input.giftId)
  if (pack.version !== input.seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return changeStock(context, { giftId: input.giftId, change: input.change, note: input.why })
})

export const contactHandlers = { ofCase, record, gifts, saveGift, restock }
