/** The lookup at the counter: which services, for whom, why, until when, and what to ask next. */
import * as z from 'zod'
import { VisitPage } from '../intake/contract.ts'
import { desk, operation } from '../kernel/contract.ts'
import { PersonId, VisitId, WelfareServiceId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'
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
})
export type ServiceCard = z.infer<typeof ServiceCard>

export const eligibility = {
  /** Looks up the household of a visit today and remembers what was looked up with which release. */
  lookup: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ visitId: VisitId }))
    .output(z.object({ lookup: Lookup, services: z.record(z.string(), ServiceCard) }))
    .errors({ VISIT_NOT_FOUND: {}, CONSENT_MISSING: {} }),
  mark: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ visitId: VisitId, serviceId: WelfareServiceId, personId: PersonId.nullable(), mark: ServiceMark.nullable() }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {}, CONSENT_MISSING: {}, SERVICE_NOT_FOUND: {} }),
}
