/** Contacts: tries, refusals, what was offered, gift packs. */
import * as z from 'zod'
import { CasePage } from '../cases/contract.ts'
import { ContactChannel, ContactOutcome } from '../cases/model.ts'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { CaseId, GiftPackId } from '../kernel/ids.ts'
import { Line, Note, Version } from '../kernel/names.ts'
import { ContactsOfCase, GiftPack, GiftSign, Offer } from './model.ts'

const giftFields = {
  name: Line.min(1),
  fits: z.array(GiftSign).max(7),
  price: z.int().min(0).max(1_000_000),
  active: z.boolean(),
}

export const contacts = {
  ofCase: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(ContactsOfCase)
    .errors({ CASE_NOT_FOUND: {} }),
  /** A contact with all that belongs to it. A refusal without a day is asked again in three months. */
  record: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({
      caseId: CaseId,
      seenVersion: Version,
      channel: ContactChannel,
      outcome: ContactOutcome,
      note: Note,
      nextTry: PlainDate.nullable(),
      nextChannel: ContactChannel.nullable(),
      /** The pack that was handed over or left at the door. */
      giftId: GiftPackId.nullable(),
      offers: z.array(Offer).max(4),
    }))
    .output(CasePage)
    .errors({ CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {}, NEXT_TRY_NEEDED: {}, DAY_IN_PAST: {}, GIFT_NOT_FOUND: {}, GIFT_OUT_OF_STOCK: {} }),
  gifts: operation({ access: 'read', roles: caseworkers, quiet: true })
    .output(z.array(GiftPack)),
  saveGift: operation({ access: 'change', roles: ['lead'] })
    .input(z.strictObject({ giftId: GiftPackId.nullable(), seenVersion: Version.nullable(), ...giftFields }))
    .output(GiftPack)
    .errors({ GIFT_NOT_FOUND: {}, CHANGED_MEANWHILE: {} }),
  /** Packs that came in, or are gone (negative), with the reason. */
  restock: operation({ access: 'change', roles: ['lead'] })
    .input(z.strictObject({ giftId: GiftPackId, seenVersion: Version, change: z.int().min(-10_000).max(10_000), why: Line.min(1) }))
    .output(GiftPack)
    .errors({ GIFT_NOT_FOUND: {}, CHANGED_MEANWHILE: {}, GIFT_OUT_OF_STOCK: {} }),
}
