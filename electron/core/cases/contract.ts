/** Giving a case to a planner, finding it on the list at once, recording the first contact. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { ConsentView } from '../consent/model.ts'
import { ServiceCard } from '../eligibility/contract.ts'
import { Lookup } from '../eligibility/verdict.ts'
import { HouseholdView } from '../households/model.ts'
import { VisitPage } from '../intake/contract.ts'
import { Paperwork } from '../intake/model.ts'
import { desk, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { CaseId, HouseholdId, RecordId, StaffId, VisitId } from '../kernel/ids.ts'
import { Line, Note, Version } from '../kernel/names.ts'
import { CaseEvent, CaseKind, CaseSummary, ContactChannel, ContactOutcome, Glance, Suggestion, Urgency } from './model.ts'

export const CasePage = z.object({
  case: CaseSummary,
  household: HouseholdView,
  consents: z.array(ConsentView),
  paperwork: Paperwork.nullable(),
  /** As it was looked up on the day of the visit. */
  lookup: Lookup.nullable(),
  services: z.record(z.string(), ServiceCard),
  marks: VisitPage.shape.marks,
  events: z.array(CaseEvent),
  /** Where the work stands. */
  glance: Glance,
  /** Closing it takes a report and the lead's approval. */
  closesByApproval: z.boolean(),
})
export type CasePage = z.infer<typeof CasePage>

const missing = { CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {} } as const

export const cases = {
  suggest: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ visitId: VisitId }))
    .output(Suggestion)
    .errors({ VISIT_NOT_FOUND: {}, CONSENT_MISSING: {} }),
  assign: operation({ access: 'change', roles: desk })
    .input(z.strictObject({
      visitId: VisitId,
      seenVersion: Version,
      urgency: Urgency,
      kind: CaseKind,
      plannerId: StaffId,
      /** Needed when another planner, urgency or kind than the proposed one is chosen. */
      why: Line.optional(),
    }))
    .output(VisitPage)
    .errors({
      VISIT_NOT_FOUND: {},
      VISIT_NOT_OPEN: {},
      CHANGED_MEANWHILE: {},
      CONSENT_MISSING: {},
      NOT_A_PLANNER: {},
      CONFLICT_OF_INTEREST: {},
      ALREADY_ASSIGNED: {},
      REASON_NEEDED: {},
    }),
  /** Own cases for planners; leads may ask for everybody's. */
  list: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ scope: z.enum(['mine', 'all']), includeClosed: z.boolean().default(false) }))
    .output(z.array(CaseSummary)),
  page: operation({ access: 'change', roles: ['planner', 'lead'] })
    .input(z.strictObject({ caseId: CaseId }))
    .output(CasePage)
    .errors({ CASE_NOT_FOUND: {} }),
  /** Only the lead moves a case to another planner. */
  reassign: operation({ access: 'change', roles: ['lead'] })
    .input(z.strictObject({ caseId: CaseId, seenVersion: Version, /** `null`: nobody for now (미배정); whoever has room takes it. */ plannerId: StaffId.nullable(), why: Line.min(1) }))
    .output(CaseSummary)
    .errors({ ...missing, NOT_A_PLANNER: {}, CONFLICT_OF_INTEREST: {} }),
  recordContact: operation({ access: 'change', roles: ['planner', 'lead'] })
    .input(z.strictObject({ caseId: CaseId, seenVersion: Version, channel: ContactChannel, outcome: ContactOutcome, note: Note, nextTry: PlainDate.nullable() }))
    .output(CasePage)
    .errors({ ...missing, NEXT_TRY_NEEDED: {}, DAY_IN_PAST: {} }),
  /** Only simple guidance; what was surveyed, planned or selected closes with the lead's approval (`closing`). */
  close: operation({ access: 'change', roles: ['planner', 'lead'] })
    .input(z.strictObject({ caseId: CaseId, seenVersion: Version, why: Line.min(1) }))
    .output(CaseSummary)
    .errors({ ...missing, CLOSING_NEEDS_APPROVAL: {} }),
  /** How many of the caller's own cases nobody has opened yet. */
  unread: operation({ access: 'read', roles: desk, quiet: true })
    .output(z.object({ count: z.int().nonnegative() })),
  /** The way from a household to its open case; `null` also where it is not the caller's to work on. */
  ofHousehold: operation({ access: 'read', roles: ['planner', 'lead'], quiet: true })
    .input(z.strictObject({ householdId: HouseholdId }))
    .output(z.object({ caseId: CaseId.nullable() })),
  /** Tells an open screen that a case was opened or changed; carries no personal data. `record`: nothing but this record was written. */
  watch: operation({ access: 'read', roles: desk, quiet: true })
    .output(eventIterator(z.object({ caseId: CaseId, plannerId: StaffId.nullable(), change: z.enum(['opened', 'changed', 'alert']), record: z.object({ id: RecordId, version: Version }).optional() }))),
}
