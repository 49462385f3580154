/** All handlers of contacts. */
import { ORPCError } from '@orpc/server'
import { casePage } from '../cases/case-page.ts'
import { holdCase, ownCase } from '../cases/hold-case.ts'
import { keepContact } from '../cases/keep-contact.ts'
import { door } from '../door.ts'
import { GiftPackId } from '../kernel/ids.ts'
import { changeStock, findGift, readGifts } from './gift-stock.ts'
import { contactsOfCase } from './read-contacts.ts'

const ofCase = door.contacts.ofCase.handler(async ({ input, context }) => contactsOfCase(context, await ownCase(context, input.caseId)))

const record = door.contacts.record.handler(async ({ input, errors, context }) => {
  const { db, host, today, afterwards } = context
  const held = await holdCase(context, input, 'record-contact')
  if ((input.outcome === 'not-reached' || input.outcome === 'call-back') && input.nextTry === null)
    throw errors.NEXT_TRY_NEEDED()
  if (input.nextTry !== null && input.nextTry < today)
    throw errors.DAY_IN_PAST()
  const eventId = await keepContact(context, held, { channel: input.channel, outcome: input.outcome, note: input.note || null, nextTry: input.nextTry, nextChannel: input.nextChannel })
  if (input.offers.length > 0)
    await db.updateTable('case_event').set({ offers: JSON.stringify(input.offers) }).where('id', '=', eventId).execute()
  if (input.giftId !== null)
    await changeStock(context, { giftId: input.giftId, change: -1, caseId: held.id, eventId })
  afterwards(() => host.news.publish('case', { caseId: held.id, plannerId: held.planner?.id ?? null, change: 'changed' }))
  return casePage(context, held.id)
})

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
