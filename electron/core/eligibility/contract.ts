/** The lookup at the counter: which services, for whom, why, until when, and what to ask next. */
import * as z from 'zod'
import { VisitPage } from '../intake/contract.ts'
import { desk, operation, staffRoles } from '../kernel/contract.ts'
import { PersonId, VisitId, WelfareServiceId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'
import { OfficialRecordId } from '../policy/official-record.ts'
import { AsPublished, FoundEntry, OfficialAnswer, RecordDetails, RecordMark, RecordPage, RecordsAsked } from './model.ts'
import { rescreen } from './rescreen/contract.ts'
import { Timeline } from './timeline/timeline.ts'
import { Lookup } from './verdict.ts'

/** What the clerk and the family do about a service. */
export const ServiceMark = z.enum(['apply-today', 'explain', 'for-planner', 'already-receives', 'not-wanted'])
export type ServiceMark = z.infer<typeof ServiceMark>

/** What the screen shows of an entry beside its verdict. */
export const ServiceCard = z.object({
  id: WelfareServiceId,
  kind: z.enum(['service', 'procedure']),
  name: BilingualText,
  summary: BilingualText,
  agency: BilingualText,
  benefit: BilingualText,
  applyAt: BilingualText,
  how: BilingualText,
  phone: z.string().optional(),
  url: z.string().optional(),
  bring: z.array(z.object({ id: z.string(), name: BilingualText, issuedAt: BilingualText })),
  source: z.object({ title: z.string(), url: z.string(), readOn: z.string() }),
  stages: z.array(z.string()),
  themes: z.array(z.string()),
  level: z.enum(['central', 'seoul', 'district']),
  /** Offered in person only, never on paper. */
  discreet: z.literal(true).optional(),
  /** As the official catalogues have it: contacts, forms, laws. */
  asPublished: z.array(AsPublished).optional(),
  /** New or changed this year. */
  changed: z.enum(['new', 'changed']).optional(),
})
export type ServiceCard = z.infer<typeof ServiceCard>

/** What the timeline needs of an entry; the lookup's cards leave out what is not in force yet. */
export const TimelineCard = z.object({
  name: BilingualText,
  kind: z.enum(['service', 'procedure']),
  /** 3 pays rent, food or care for months, 2 substantial, 1 small. */
  worth: z.int(),
  /** Offered in person only, never on paper. */
  discreet: z.literal(true).optional(),
  /** Turns on health or on what else needs the person's own consent: not put to a family as something to do. */
  sensitive: z.literal(true).optional(),
  /** Worth mentioning to everybody of an age (turning 65, school entry), by means at most. */
  comesWithAge: z.literal(true).optional(),
})
export type TimelineCard = z.infer<typeof TimelineCard>

export const LookingAhead = z.object({ timeline: Timeline, services: z.record(z.string(), TimelineCard) })
export type LookingAhead = z.infer<typeof LookingAhead>

export const eligibility = {
  /** What changes for the stored households under other rules. */
  rescreen,
  /** Looks up the household of a visit today and remembers what was looked up with which release. */
  lookup: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ visitId: VisitId }))
    .output(z.object({ lookup: Lookup, services: z.record(z.string(), ServiceCard), official: OfficialAnswer }))
    .errors({ VISIT_NOT_FOUND: {}, CONSENT_MISSING: {} }),
  /** The next ten years of the household of a visit: what begins, ends or changes. */
  timeline: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ visitId: VisitId }))
    .output(LookingAhead)
    .errors({ VISIT_NOT_FOUND: {}, CONSENT_MISSING: {} }),
  mark: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ visitId: VisitId, serviceId: WelfareServiceId, personId: PersonId.nullable(), mark: ServiceMark.nullable() }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {}, CONSENT_MISSING: {}, SERVICE_NOT_FOUND: {} }),
  /** Official records for the household of a visit: the next page of a part, or found by text. */
  related: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ ...RecordsAsked.shape, visitId: VisitId }))
    .output(RecordPage)
    .errors({ VISIT_NOT_FOUND: {}, CONSENT_MISSING: {} }),
  /** One official record, whole. Says nothing about anybody. */
  record: operation({ access: 'read', roles: staffRoles, quiet: true })
    .input(z.strictObject({ recordId: OfficialRecordId }))
    .output(RecordDetails)
    .errors({ RECORD_NOT_FOUND: {} }),
  /** One service of the catalogue in force, for reading. Says nothing about anybody. */
  service: operation({ access: 'read', roles: staffRoles, quiet: true })
    .input(z.strictObject({ serviceId: WelfareServiceId }))
    .output(ServiceCard)
    .errors({ SERVICE_NOT_FOUND: {} }),
  /** Services and official records by parts of their names and agencies. Says nothing about anybody. */
  find: operation({ access: 'read', roles: staffRoles, quiet: true })
    .input(z.strictObject({ text: z.string().max(60), limit: z.int().min(1).max(50) }))
    .output(z.array(FoundEntry)),
  /** Marks an official record for the family or the planner; taking it back is `null`. */
  markRecord: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ visitId: VisitId, recordId: OfficialRecordId, mark: RecordMark.nullable() }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {}, CONSENT_MISSING: {}, RECORD_NOT_FOUND: {} }),
}
