/**
 * Application (신청) for one welfare service: papers, handing in, decision, objection.
 *
 * collecting → handed-in → approved, rejected or decided otherwise → objection → decided again; given up at any time before a decision.
 */
import * as z from 'zod'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { ApplicationId, CaseId, PersonId, WelfareServiceId } from '../kernel/ids.ts'
import { Line } from '../kernel/names.ts'
import { BilingualText } from '../kernel/text.ts'

export const ApplicationStatus = z.enum(['collecting', 'handed-in', 'approved', 'rejected', 'decided-otherwise', 'objection', 'given-up'])
export type ApplicationStatus = z.infer<typeof ApplicationStatus>

export type ApplicationAction = 'write' | 'hand-in' | 'decide' | 'object' | 'give-up'

/** What may be done to an application in each status; the first is the next step. */
export const applicationActions = {
  'collecting': ['hand-in', 'write', 'give-up'],
  'handed-in': ['decide', 'write', 'give-up'],
  'approved': ['object', 'decide'],
  'rejected': ['object', 'decide'],
  'decided-otherwise': ['object', 'decide'],
  'objection': ['decide'],
  'given-up': [],
} as const satisfies Record<ApplicationStatus, readonly ApplicationAction[]>

export const applicationAllows = (status: ApplicationStatus, action: ApplicationAction): boolean =>
  (applicationActions[status] as readonly ApplicationAction[]).includes(action)

/** approved 결정, rejected 부적합·거부, other 그 밖 (partly, another benefit, returned). */
export const DecisionKind = z.enum(['approved', 'rejected', 'other'])
export type DecisionKind = z.infer<typeof DecisionKind>

export const statusAfterDecision = { approved: 'approved', rejected: 'rejected', other: 'decided-otherwise' } as const satisfies Record<DecisionKind, ApplicationStatus>

const Words = z.string().trim().max(2000)

export const Decision = z.strictObject({
  kind: DecisionKind,
  /** The day on which the family got the notice (처분을 받은 날). */
  receivedOn: PlainDate,
  from: PlainDate.nullable(),
  /** As the notice says. */
  amount: Line,
  note: Words,
})
export type Decision = z.infer<typeof Decision>

export const ObjectionDeadline = z.strictObject({
  /** Last day. */
  due: PlainDate,
  /** notice: the day printed on the notice, entered by hand; rule: counted by `objection-rules.ts`. */
  basis: z.enum(['notice', 'rule']),
  /** Name and article of the law, as it is shown. */
  law: z.string(),
  days: z.int().nullable(),
  /** The rule that is not this service's own: look at the notice (확인 필요). */
  toCheck: z.boolean(),
  filedOn: PlainDate.nullable(),
  note: Words,
})
export type ObjectionDeadline = z.infer<typeof ObjectionDeadline>

export const ApplicationBody = z.strictObject({
  /** Papers that are there, by id, with the day. */
  papers: z.record(z.string(), PlainDate).default({}),
  /** Name of the form. */
  form: Line.default(''),
  place: Line.default(''),
  receipt: Line.default(''),
  decision: Decision.nullable().default(null),
  /** Earlier decisions, oldest first: an objection brings another. */
  earlier: z.array(Decision).max(20).default([]),
  objection: ObjectionDeadline.nullable().default(null),
  note: Words.default(''),
})
export type ApplicationBody = z.infer<typeof ApplicationBody>

export const ApplicationView = z.object({
  id: ApplicationId,
  caseId: CaseId,
  serviceId: WelfareServiceId,
  /** `null`: the service is no longer in the catalogue; its id is shown. */
  serviceName: BilingualText.nullable(),
  applyAt: BilingualText.nullable(),
  /** `null`: for the household. */
  personId: PersonId.nullable(),
  status: ApplicationStatus,
  body: ApplicationBody,
  handedInOn: PlainDate.nullable(),
  decidedOn: PlainDate.nullable(),
  objectionDue: PlainDate.nullable(),
  createdAt: Instant,
  version: z.int().positive(),
})
export type ApplicationView = z.infer<typeof ApplicationView>

/** One paper for all applications of the case that need it and are still collecting. */
export const Paper = z.object({
  id: z.string(),
  name: BilingualText,
  issuedAt: BilingualText,
  /** The day it came in; null: still missing somewhere. */
  on: PlainDate.nullable(),
  /** Those that need it, with the version this list was made from. */
  applications: z.array(z.object({ applicationId: ApplicationId, version: z.int().positive() })),
})
export type Paper = z.infer<typeof Paper>

/** What the counter marked or found and nobody has applied for yet. */
export const Proposal = z.object({
  serviceId: WelfareServiceId,
  serviceName: BilingualText,
  personId: PersonId.nullable(),
  because: z.enum(['apply-today', 'for-planner', 'likely']),
})
export type Proposal = z.infer<typeof Proposal>

export const ApplicationsOfCase = z.object({
  /** Newest first. */
  applications: z.array(ApplicationView),
  papers: z.array(Paper),
  proposals: z.array(Proposal),
})
export type ApplicationsOfCase = z.infer<typeof ApplicationsOfCase>
