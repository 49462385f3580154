/** Recording a contact, with what was offered and given at the door; the page of the case is the answer. */
import type { CasePage } from '../cases/contract.ts'
import type { ContactChannel, ContactOutcome } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { GiftPackId } from '../kernel/ids.ts'
import { ORPCError } from '@orpc/server'
import { casePage } from '../cases/case-page.ts'
import { holdCase } from '../cases/hold-case.ts'
import { keepContact } from '../cases/keep-contact.ts'
import { tellCase } from '../cases/tell-case.ts'
import { changeStock } from './gift-stock.ts'

interface Recorded {
  readonly caseId: string
  readonly seenVersion: number
  readonly channel: ContactChannel
  readonly outcome: ContactOutcome
  readonly note: string
  readonly nextTry: PlainDate | null
  readonly nextChannel?: ContactChannel | null
  readonly offers?: readonly unknown[]
  readonly giftId?: GiftPackId | null
}

/** @throws {ORPCError} NEXT_TRY_NEEDED unless somebody was reached or refused, DAY_IN_PAST, and what `holdCase` throws */
export async function recordContactOf(context: Desk, input: Recorded): Promise<CasePage> {
  const { db, today } = context
  const held = await holdCase(context, input, 'record-contact')
  if ((input.outcome === 'not-reached' || input.outcome === 'call-back') && input.nextTry === null)
    throw new ORPCError('NEXT_TRY_NEEDED')
  if (input.nextTry !== null && input.nextTry < today)
    throw new ORPCError('DAY_IN_PAST')
  const eventId = await keepContact(context, held, { channel: input.channel, outcome: input.outcome, note: input.note || null, nextTry: input.nextTry, nextChannel: input.nextChannel ?? null })
  if (input.offers && input.offers.length > 0)
    await db.updateTable('case_event').set({ offers: JSON.stringify(input.offers) }).where('id', '=', eventId).execute()
  if (input.giftId)
    await changeStock(context, { giftId: input.giftId, change: -1, caseId: held.id, eventId })
  tellCase(context, held)
  return casePage(context, held.id)
}
