/** A household (가구) and its members as the counter writes them down. */
import * as z from 'zod'
import { FactName, FactValue } from '../eligibility/facts.ts'
import { Relation, Sex } from '../eligibility/household-facts.ts'
import { completedYears, Instant, PlainDate } from '../kernel/dates.ts'
import { HouseholdId, PersonId } from '../kernel/ids.ts'

export const Address = z.object({
  province: z.string(),
  district: z.string(),
  dong: z.string(),
  /** Road name and building number (도로명주소). */
  road: z.string(),
  /** 동·층·호: needed to find a one-room tenant. */
  detail: z.string(),
})
export type Address = z.infer<typeof Address>

/** given, pending (another adult who was not asked yet), refused, withdrawn, represented (a child, a person with a proxy). */
export const ConsentState = z.enum(['given', 'pending', 'refused', 'withdrawn', 'represented'])
export type ConsentState = z.infer<typeof ConsentState>

/** Whether the person follows an adult's consent instead of giving their own (개인정보 보호법 제22조의2). */
export const isRepresented = (person: { readonly birth: PlainDate | null, readonly diedOn: PlainDate | null }, today: PlainDate): boolean =>
  person.diedOn !== null || (person.birth !== null && completedYears(person.birth, today) < 14)

export const KnownFact = z.object({
  value: FactValue.nullable(),
  /** Who said so: the visitor, the person, a document, staff. */
  saidBy: z.enum(['visitor', 'person', 'document', 'staff']),
  at: Instant,
})
export type KnownFact = z.infer<typeof KnownFact>

export const MemberView = z.object({
  id: PersonId,
  name: z.string(),
  relation: Relation,
  birth: PlainDate.nullable(),
  sex: Sex.nullable(),
  livingTogether: z.boolean().nullable(),
  diedOn: PlainDate.nullable(),
  /** The resident at the counter. */
  visitor: z.boolean(),
  consent: ConsentState,
  /** Whether health and disability may be written down for this person. */
  sensitiveAllowed: z.boolean(),
  facts: z.partialRecord(FactName, KnownFact),
  receives: z.record(z.string(), z.boolean()),
})
export type MemberView = z.infer<typeof MemberView>

export const HouseholdView = z.object({
  id: HouseholdId,
  address: Address,
  /** Registered there since (전입일), when known. */
  inDistrictSince: PlainDate.nullable(),
  inProvinceSince: PlainDate.nullable(),
  phone: z.string().nullable(),
  /** When to call, in the resident's words. */
  callWhen: z.string().nullable(),
  members: z.array(MemberView),
  facts: z.partialRecord(FactName, KnownFact),
  receives: z.record(z.string(), z.boolean()),
  version: z.int().positive(),
})
export type HouseholdView = z.infer<typeof HouseholdView>

/** A person found by search, masked: 김*수, 1980-**-**, 010-****-1234. */
export const FoundPerson = z.object({
  personId: PersonId,
  householdId: HouseholdId,
  maskedName: z.string(),
  maskedBirth: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  dong: z.string(),
  because: z.enum(['name', 'initials', 'keyboard', 'phone', 'birth']),
  hasOpenCase: z.boolean(),
})
export type FoundPerson = z.infer<typeof FoundPerson>

/** A household that may be the same one, with the reason. */
export const LikelyDuplicate = z.object({
  householdId: HouseholdId,
  personId: PersonId.nullable(),
  maskedName: z.string(),
  maskedBirth: z.string().nullable(),
  dong: z.string(),
  reasons: z.array(z.enum(['same-name-and-birth', 'same-phone', 'same-address', 'similar-name-same-birth'])).min(1),
})
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>
