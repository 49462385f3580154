/** Documents for the family: seen on the page first, then printed or saved, then handed over. */
import * as z from 'zod'
import { EventKind } from '../eligibility/household-facts.ts'
import { ItemId } from '../handbook/model.ts'
import { VisitPage } from '../intake/contract.ts'
import { desk, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { AgencyId, ApplicationId, CaseId, ConsentId, MeetingId, RecordId, ReferralId, StaffId, VisitId } from '../kernel/ids.ts'
import { Language } from '../kernel/text.ts'
import { Edition, Sheet } from './sheet.ts'

/** `memberId`: the edition for one outside member; without it what all of them may see. */
const MeetingPaper = { meetingId: MeetingId, audience: z.enum(['internal', 'outside']), memberId: StaffId.nullable().default(null) }

/** Which document, and of what. A leaflet carries no name and needs no consent. */
export const DocumentRequest = z.discriminatedUnion('document', [
  z.strictObject({ document: z.literal('family-guide'), visitId: VisitId }),
  z.strictObject({ document: z.literal('consent-copy'), visitId: VisitId }),
  z.strictObject({ document: z.literal('consent-form'), visitId: VisitId }),
  z.strictObject({ document: z.literal('withdrawal-receipt'), consentId: ConsentId }),
  z.strictObject({ document: z.literal('leaflet'), event: EventKind }),
  z.strictObject({ document: z.literal('meeting-agenda'), ...MeetingPaper }),
  z.strictObject({ document: z.literal('meeting-minutes'), ...MeetingPaper }),
  z.strictObject({ document: z.literal('visit-plan'), day: PlainDate }),
  z.strictObject({ document: z.literal('visit-sheets'), caseIds: z.array(CaseId).min(1).max(40) }),
  z.strictObject({ document: z.literal('family-map'), caseId: CaseId }),
  z.strictObject({ document: z.literal('first-counselling'), recordId: RecordId }),
  z.strictObject({ document: z.literal('needs-survey'), recordId: RecordId }),
  z.strictObject({ document: z.literal('service-plan'), recordId: RecordId }),
  z.strictObject({ document: z.literal('closing-report'), recordId: RecordId }),
  z.strictObject({ document: z.literal('recipient-form'), agencyId: AgencyId }),
  z.strictObject({ document: z.literal('referral-letter'), referralId: ReferralId }),
  z.strictObject({ document: z.literal('call-back-letter'), referralId: ReferralId }),
  z.strictObject({ document: z.literal('application-form'), applicationId: ApplicationId }),
  z.strictObject({ document: z.literal('home-visit'), recordId: RecordId }),
  z.strictObject({ document: z.literal('handbook-card'), topicId: ItemId }),
])
export type DocumentRequest = z.infer<typeof DocumentRequest>

const asked = { request: DocumentRequest, language: Language, edition: Edition }
const refusals = { AGENCY_NOT_FOUND: {}, MEETING_NOT_FOUND: {}, NOT_FOR_MEETINGS: {}, REFERRAL_NOT_FOUND: {}, APPLICATION_NOT_FOUND: {}, RECIPIENT_NOT_CONSENTED: { data: z.object({ agency: z.string(), because: z.string() }) }, VISIT_NOT_FOUND: {}, CASE_NOT_FOUND: {}, RECORD_NOT_FOUND: {}, CONSENT_MISSING: {}, CONSENT_NOT_FOUND: {} } as const

export const guide = {
  /** The content for the preview on screen. */
  sheet: operation({ access: 'read', roles: desk })
    .input(z.strictObject(asked))
    .output(Sheet)
    .errors(refusals),
  /** The same content drawn. The file name never carries a name. */
  pdf: operation({ access: 'own', roles: desk })
    .input(z.strictObject(asked))
    .output(z.object({ base64: z.string(), pages: z.int().positive(), fileName: z.string() }))
    .errors(refusals),
  /** The clerk's key: it was printed or saved and given. Only this counts as given. */
  handOver: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ visitId: VisitId, document: z.enum(['family-guide', 'consent-copy', 'leaflet']), language: Language, edition: Edition, pages: z.int().positive() }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {} }),
}
