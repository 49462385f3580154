/**
 * Consent (동의): separate items, each with purpose, data, period and the right to refuse.
 *
 * 개인정보 보호법 제15조, 제17조, 제22조, 제23조, 제22조의2. Refusing one never blocks the others.
 */
import * as z from 'zod'
import { Instant } from '../kernel/dates.ts'
import { ConsentId, PersonId } from '../kernel/ids.ts'

/** collect 수집·이용, sensitive 민감정보, third-party 제3자 제공. */
export const ConsentItem = z.enum(['collect', 'sensitive', 'third-party'])
export type ConsentItem = z.infer<typeof ConsentItem>

/** An item that was withdrawn, and when. */
export const Withdrawal = z.strictObject({ item: ConsentItem, at: Instant })
export type Withdrawal = z.infer<typeof Withdrawal>

/** self 본인, proxy 대리인, legal-representative 법정대리인 (under 14). */
export const SignerCapacity = z.enum(['self', 'proxy', 'legal-representative'])
export type SignerCapacity = z.infer<typeof SignerCapacity>

/** How it was given: strokes on the screen, a printed form that the clerk confirms, read out on the phone. */
export const ConsentMethod = z.enum(['screen', 'paper', 'phone'])
export type ConsentMethod = z.infer<typeof ConsentMethod>

/** A signature as it was drawn: strokes of points x, y (0 to 1000) and milliseconds since the first. */
export const Strokes = z.array(z.array(z.tuple([z.int().min(-50).max(1050), z.int().min(-50).max(1050), z.int().nonnegative()])).min(1).max(2000)).min(1).max(200)
export type Strokes = z.infer<typeof Strokes>

/** One item of the form in one language, as it is read out. */
export const WordingItem = z.object({
  item: z.enum(['collect', 'sensitive', 'third-party', 'callback']),
  title: z.string(),
  /** The sentence to read out, everyday words. */
  speech: z.string(),
  purpose: z.string(),
  data: z.string(),
  period: z.string(),
  /** Only for third parties. */
  recipients: z.string().optional(),
  refusal: z.string(),
})
export type WordingItem = z.infer<typeof WordingItem>

/** A recipient agreed to after the consent itself. */
export const AddedRecipient = z.object({
  recipient: z.string(),
  signerName: z.string(),
  method: ConsentMethod,
  at: Instant,
  witnessName: z.string(),
  withdrawn: z.boolean(),
})
export type AddedRecipient = z.infer<typeof AddedRecipient>

export const ConsentView = z.object({
  id: ConsentId,
  personId: PersonId.nullable(),
  signerName: z.string(),
  capacity: SignerCapacity,
  /** For whom, when a proxy or representative signed. */
  forName: z.string().nullable(),
  answers: z.record(ConsentItem, z.boolean()),
  withdrawn: z.array(ConsentItem),
  method: ConsentMethod,
  /** By phone or printed form: the signature is still to follow. */
  signaturePending: z.boolean(),
  wordingVersion: z.string(),
  language: z.enum(['ko', 'en']),
  at: Instant,
  witnessName: z.string(),
  /** SHA-256 over wording, answers, method and strokes, hex. */
  hash: z.string(),
  /** Who was named as recipient when it was given; null: from before this was written down. */
  recipients: z.array(z.string()).nullable(),
  /** Recipients agreed to later, oldest first. */
  added: z.array(AddedRecipient),
})
export type ConsentView = z.infer<typeof ConsentView>

/** Agreed to and not taken back; of third parties also a recipient that was added later. */
export const consentStands = ({ answers, withdrawn, added }: Pick<ConsentView, 'answers' | 'withdrawn' | 'added'>, item: ConsentItem): boolean =>
  (answers[item] === true && !withdrawn.includes(item)) || (item === 'third-party' && added.some(one => !one.withdrawn))
