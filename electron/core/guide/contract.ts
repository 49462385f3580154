/** Documents for the family: seen on the page first, then printed or saved, then handed over. */
import * as z from 'zod'
import { EventKind } from '../eligibility/household-facts.ts'
import { ItemId } from '../handbook/model.ts'
import { VisitPage } from '../intake/contract.ts'
import { desk, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { AgencyId, ApplicationId, CaseId, ConsentId, MeetingId, RecordId, ReferralId, StaffId, VisitId } from '../kernel/ids.ts'
import { LanguageCode } from '../kernel/text.ts'
import { GuideChoices, guideWishes } from './choices.ts'
import { PaperWay } from './paper-line.ts'
import { Edition, Sheet } from './sheet.ts'

/** `memberId`: the edition for one outside member; without it what all of them may see. */
const MeetingPaper = { meetingId: MeetingId, audience: z.enum(['internal', 'outside']), memberId: StaffId.nullable().default(null) }

/** Which document, and of what. A leaflet carries no name and needs no consent. */
export const DocumentRequest = z.discriminatedUnion('document', [
  z.strictObject({ document: z.literal('family-guide'), visitId: VisitId, ...guideWishes }),
  z.strictObject({ document: z.literal('consent-copy'), visitId: VisitId }),
  z.strictObject({ document: z.literal('consent-form'), visitId: VisitId }),
  z.strictObject({ document: z.literal('withdrawal-receipt'), consentId: ConsentId }),
  z.strictObject({ document: z.literal('leaflet'), event: EventKind }),
  z.strictObject({ document: z.literal('memo-sheet') }),
  z.strictObject({ document: z.literal('daily-close'), day: PlainDate }),
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
/** As it is asked for: choices that are left out have their usual answer. */
export type AskedDocument = z.input<typeof DocumentRequest>

const asked = { request: DocumentRequest, language: LanguageCode, edition: Edition }
const refusals = { LANGUAGE_NOT_FOUND: {}, AGENCY_NOT_FOUND: {}, MEETING_NOT_FOUND: {}, NOT_FOR_MEETINGS: {}, REFERRAL_NOT_FOUND: {}, APPLICATION_NOT_FOUND: {}, RECIPIENT_NOT_CONSENTED: { data: z.object({ agency: z.string(), because: z.string() }) }, VISIT_NOT_FOUND: {}, CASE_NOT_FOUND: {}, RECORD_NOT_FOUND: {}, CONSENT_MISSING: {}, CONSENT_NOT_FOUND: {}, CLOSE_DAY_IN_FUTURE: {} } as const

export const guide = {
  /** The content for the preview on screen. */
  sheet: operation({ access: 'read', roles: desk })
    .input(z.strictObject(asked))
    .output(Sheet.extend({ /** SHA-256 of what stands on it. */ contentHash: z.string() }))
    .errors(refusals),
  /** The same content drawn. The file name never carries a name. */
  pdf: operation({ access: 'own', roles: desk })
    .input(z.strictObject({ ...asked, way: PaperWay.default('print') }))
    .output(z.object({ base64: z.string(), pages: z.int().positive(), fileName: z.string(), /** SHA-256 of what stands on it. */ contentHash: z.string() }))
    .errors(refusals),
  /** What came of a print where the window knows it: copies and printer, into the access log. */
  printed: operation({ access: 'own', roles: desk })
    .input(z.strictObject({ ...asked, pages: z.int().positive(), copies: z.int().min(1).max(999), printer: z.string().max(200).nullable() }))
    .errors(refusals),
  /** Languages that a family guide can be made in, as they call themselves. */
  languages: operation({ access: 'read', roles: desk, quiet: true })
    .output(z.array(z.object({ code: LanguageCode, name: z.string() }))),
  /** The clerk's key: it was printed or saved and given. Only this counts as given. */
  handOver: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ visitId: VisitId, document: z.enum(['family-guide', 'consent-copy', 'leaflet']), /** SHA-256 of the sheet, from `pdf`. */ contentHash: z.string().length(64).optional(), language: LanguageCode, edition: Edition, pages: z.int().positive(), /** Of a family guide: with what left out it was given. */ choices: GuideChoices.optional() }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {}, LANGUAGE_NOT_FOUND: {} }),
}
