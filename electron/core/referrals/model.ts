/**
 * Referral (의뢰·연계): a family is handed on to another agency, with what it needs to know and nothing more.
 *
 * draft → sent → accepted or declined → in service → ended; called back (회수) at any time while it runs.
 */
import * as z from 'zod'
import { Relation, Sex } from '../eligibility/household-facts.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { AgencyId, CaseId, PersonId, ReferralId } from '../kernel/ids.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { AgencyField, AgencySector } from './agency.ts'

export * from './agency.ts'

export const ReferralStatus = z.enum(['draft', 'sent', 'accepted', 'declined', 'in-service', 'ended', 'called-back'])
export type ReferralStatus = z.infer<typeof ReferralStatus>

export type ReferralAction = 'write' | 'send' | 'answer' | 'start' | 'end' | 'call-back'

/** What may be done to a referral in each status; read by screens and handlers alike. The first is the next step. */
export const referralActions = {
  'draft': ['send', 'write'],
  'sent': ['answer', 'call-back'],
  'accepted': ['start', 'answer', 'end', 'call-back'],
  'in-service': ['end', 'call-back'],
  'declined': [],
  'ended': [],
  'called-back': [],
} as const satisfies Record<ReferralStatus, readonly ReferralAction[]>

export const referralAllows = (status: ReferralStatus, action: ReferralAction): boolean =>
  (referralActions[status] as readonly ReferralAction[]).includes(action)

/** The agency knows of the family and something is still to come of it. */
export const runningReferrals = ['sent', 'accepted', 'in-service'] as const satisfies readonly ReferralStatus[]

/** full 정원 참, not-competent 담당 아님, criteria 기준에 안 맞음, resident-declined 본인 거절, no-answer 회신 없음, other 그 밖. */
export const DeclineReason = z.enum(['full', 'not-competent', 'criteria', 'resident-declined', 'no-answer', 'other'])
export type DeclineReason = z.infer<typeof DeclineReason>

/** successful 이루어짐, partly 일부, unsuccessful-resident 본인 사정으로 안 됨, unsuccessful-provider 기관 사정으로 안 됨. */
export const ReferralOutcome = z.enum(['successful', 'partly', 'unsuccessful-resident', 'unsuccessful-provider'])
export type ReferralOutcome = z.infer<typeof ReferralOutcome>

/** What may go along; each is ticked. health: only with the consent to sensitive data. */
export const SharedPart = z.enum(['name', 'birth', 'contact', 'address', 'members', 'needs', 'health'])
export type SharedPart = z.infer<typeof SharedPart>

const Words = z.string().trim().max(2000)

/** Exactly what an agency gets to see; kept as it was sent. */
export const SharedData = z.strictObject({
  parts: z.array(SharedPart),
  name: z.string().nullable(),
  birth: PlainDate.nullable(),
  sex: Sex.nullable(),
  phone: z.string().nullable(),
  callWhen: z.string().nullable(),
  address: z.string().nullable(),
  members: z.array(z.strictObject({ name: z.string(), relation: Relation, birth: PlainDate.nullable() })),
  needs: z.array(NeedArea),
  health: z.string().nullable(),
  /** Whose data they are: what is withdrawn by one of them is called back. */
  persons: z.array(PersonId),
})
export type SharedData = z.infer<typeof SharedData>

export const CallBack = z.strictObject({
  on: PlainDate,
  why: z.enum(['consent-withdrawn', 'sensitive-withdrawn', 'by-us']),
  what: z.enum(['all', 'health']),
  /** The day on which the letter went out; null: still to be sent. */
  letterOn: PlainDate.nullable(),
})
export type CallBack = z.infer<typeof CallBack>

export const ReferralDraft = z.strictObject({
  /** For whom. */
  personId: PersonId,
  field: AgencyField,
  need: NeedArea.nullable(),
  /** Why we ask. */
  why: Words,
  /** What is asked of the agency. */
  asked: Words,
  parts: z.array(SharedPart).max(SharedPart.options.length),
  /** Health and disability in words, kept only with that consent. */
  health: Words,
})
export type ReferralDraft = z.infer<typeof ReferralDraft>

export const ReferralBody = ReferralDraft.extend({
  data: SharedData.nullable().default(null),
  /** What came back. */
  back: Words.default(''),
  callBack: CallBack.nullable().default(null),
})
export type ReferralBody = z.infer<typeof ReferralBody>

export const ReferralEvent = z.object({
  at: Instant,
  staffName: z.string(),
  status: ReferralStatus,
  note: z.string().nullable(),
  reasonCode: DeclineReason.nullable(),
})
export type ReferralEvent = z.infer<typeof ReferralEvent>

export const ReferralView = z.object({
  id: ReferralId,
  caseId: CaseId,
  agencyId: AgencyId,
  /** As it was called then. */
  agencyName: z.string(),
  /** As it is now; null: no longer in the directory. */
  agency: z.object({ sector: AgencySector, phone: z.string().nullable(), fax: z.string().nullable(), contact: z.string() }).nullable(),
  status: ReferralStatus,
  body: ReferralBody,
  sentOn: PlainDate.nullable(),
  answeredOn: PlainDate.nullable(),
  remindOn: PlainDate.nullable(),
  endedOn: PlainDate.nullable(),
  reasonCode: DeclineReason.nullable(),
  outcome: ReferralOutcome.nullable(),
  createdAt: Instant,
  version: z.int().positive(),
  /** Newest first. */
  events: z.array(ReferralEvent),
})
export type ReferralView = z.infer<typeof ReferralView>

/** Whether this may go to this agency, on which ground, and exactly what would go. */
export const SharePreview = z.object({
  check: z.union([
    z.object({ allowed: z.literal(true), basis: z.literal('statute') }),
    z.object({ allowed: z.literal(true), basis: z.literal('consent'), at: Instant }),
    z.object({ allowed: z.literal(false), because: z.enum(['no-collect', 'refused', 'withdrawn', 'not-named', 'not-known']) }),
  ]),
  data: SharedData,
  /** What was ticked and cannot go along, and why. */
  leftOut: z.array(z.object({ part: SharedPart, because: z.enum(['no-consent', 'nothing-known']), count: z.int().positive() })),
  sensitiveAllowed: z.boolean(),
})
export type SharePreview = z.infer<typeof SharePreview>

/** Calendar days until an answer is asked after, where nobody says otherwise. */
export const remindAfterDays = 7
