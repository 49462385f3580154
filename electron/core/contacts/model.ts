/** Contacts (연락): what is offered to whom, gift packs (방문 꾸러미) for doors that stay shut, and how often it was tried. */
import * as z from 'zod'
import { ContactChannel, ContactOutcome } from '../cases/model.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { GiftPackId } from '../kernel/ids.ts'

/** well-being check 안부확인, relationship programme 관계형성 프로그램, Care SOS 돌봄SOS, neighbours' care group 우리동네돌봄단. */
export const OfferKind = z.enum(['wellbeing-check', 'relationship', 'care-sos', 'care-group'])
export type OfferKind = z.infer<typeof OfferKind>
export const Offer = z.strictObject({ kind: OfferKind, answer: z.enum(['accepted', 'later', 'declined']) })
export type Offer = z.infer<typeof Offer>

/** Signs of a household that a pack suits; read from what is known, never asked for. */
export const GiftSign = z.enum(['unsteady', 'ill', 'alone', 'short-of-money', 'old', 'child', 'anybody'])
export type GiftSign = z.infer<typeof GiftSign>

export const GiftPack = z.object({
  id: GiftPackId,
  name: z.string(),
  fits: z.array(GiftSign),
  /** Won a pack. */
  price: z.int().nonnegative(),
  stock: z.int().nonnegative(),
  active: z.boolean(),
  version: z.int().positive(),
})
export type GiftPack = z.infer<typeof GiftPack>

/** A pack with the signs of this household that it suits; best first. */
export const FittingGift = GiftPack.extend({ because: z.array(GiftSign), givenOn: PlainDate.nullable() })
export type FittingGift = z.infer<typeof FittingGift>

export const ContactLine = z.object({
  id: z.string(),
  at: Instant,
  staffName: z.string(),
  channel: ContactChannel,
  outcome: ContactOutcome,
  note: z.string().nullable(),
  nextTry: PlainDate.nullable(),
  offers: z.array(Offer),
  gift: z.string().nullable(),
  /** Id of the home-visit record, where one was written. */
  recordId: z.string().nullable(),
})
export type ContactLine = z.infer<typeof ContactLine>

export const ContactsOfCase = z.object({
  /** Newest first. */
  lines: z.array(ContactLine),
  /** In a row since somebody was last reached. */
  triesInVain: z.int().nonnegative(),
  /** In all. */
  refusals: z.int().nonnegative(),
  next: z.object({ on: PlainDate, channel: ContactChannel.nullable(), quarterly: z.boolean() }).nullable(),
  gifts: z.array(FittingGift),
  /** What they accepted so far. */
  accepted: z.array(OfferKind),
})
export type ContactsOfCase = z.infer<typeof ContactsOfCase>
