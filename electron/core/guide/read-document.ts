/**
 * Reading what a document is made of. A leaflet and the blank form need nobody's consent; the family guide needs the
 * consent to collect, the copy and the receipt the consent they are about.
 */
import type { Desk } from '../door.ts'
import type { VisitRow } from '../intake/find-visit.ts'
import type { Language, LanguageCode } from '../kernel/text.ts'
import type { DocumentRequest } from './contract.ts'
import type { GuideData } from './family/guide-data.ts'
import type { DocumentData, DocumentKind } from './sheet-for.ts'
import type { Edition, Sheet } from './sheet.ts'
import { ORPCError } from '@orpc/server'
import { readApplicationForm } from '../applications/read-form.ts'
import { ownCase } from '../cases/hold-case.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { readSettings } from '../center/read-settings.ts'
import { readClosingReport } from '../closing/read-closing-report.ts'
import { findConsent, readConsents, readStrokes } from '../consent/read-consents.ts'
import { recipientWordingOf } from '../consent/recipient-wording.ts'
import { wordingIn } from '../consent/wording.ts'
import { readFirstCounselling } from '../counselling/read-first-counselling.ts'
import { readDailyClose } from '../daily-close/read-daily-close.ts'
import { familyMapOf, picturesOf } from '../family-map/pictures.ts'
import { handbookInForce } from '../handbook/in-force.ts'
import { readHomeVisit } from '../home-visits/home-visit-sheet.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { withConsent } from '../intake/hold-visit.ts'
import { PlainDate } from '../kernel/dates.ts'
import { readPaper } from '../meetings/paper/read-paper.ts'
import { paperOfOffice, textsOfOffice } from '../paper-texts/in-force.ts'
import { readServicePlan } from '../plans/read-service-plan.ts'
import { readNeedsSurvey } from '../records/read-needs-survey.ts'
import { readCallBackLetter, readReferralLetter } from '../referrals/read-letters.ts'
import { readRound, readVisitSheets } from '../worklist/calendar/visit-sheet.ts'
import { contentOf } from './content-of.ts'
import { readFamilyGuide } from './family/read-family-guide.ts'
import { speaking } from './languages/translation.ts'
import { sheetFor } from './sheet-for.ts'

type Reader = Pick<Desk, 'db' | 'host' | 'today' | 'now' | 'caller' | 'about' | 'connection'>
type Asked<Kind extends DocumentKind> = Extract<DocumentRequest, { document: Kind }>
type Read<Kind extends DocumentKind> = (desk: Reader, asked: Asked<Kind>, language: Language) => Promise<DocumentData[Kind]>

/** A document that nobody reads for does not compile. */
const readers: { readonly [Kind in DocumentKind]: Read<Kind> } = {
  'family-guide': async (desk, { visitId, masked, amounts, unlikely }) => readFamilyGuide(desk, await visitOf(desk, visitId), await officeOf(desk), { masked, amounts, unlikely }),

  'consent-copy': async (desk, { visitId }, language) => {
    const visit = withConsent(await visitOf(desk, visitId))
    const consents = (await readConsents(desk.db, visit.household_id)).toReversed()
    const signed = await Promise.all(consents.map(async consent => ({ ...consent, strokes: await readStrokes(desk.db, consent.id) ?? null })))
    return { on: desk.today, office: await officeOf(desk), consents: signed, wording: await wordingOf(desk, language) }
  },

  'consent-form': async (desk, { visitId }, language) => {
    await visitOf(desk, visitId)
    return { on: desk.today, office: await officeOf(desk), wording: await wordingOf(desk, language) }
  },

  'withdrawal-receipt': async (desk, { consentId }, language) => {
    desk.about('consent', consentId)
    const consent = await findConsent(desk.db, consentId)
    if (!consent || consent.withdrawn.length === 0)
      throw new ORPCError('CONSENT_NOT_FOUND')
    const household = await desk.db.selectFrom('household').select('destroy_on').where('id', '=', consent.householdId).executeTakeFirst()
    return {
      on: desk.today,
      office: await officeOf(desk),
      consent,
      destroyOn: household?.destroy_on ? PlainDate.parse(household.destroy_on) : null,
      wording: await wordingOf(desk, language),
      staffName: desk.caller.name,
    }
  },

  'visit-plan': async (desk, { day }) => readRound(desk, await officeOf(desk), day),
  'visit-sheets': async (desk, { caseIds }) => readVisitSheets(desk, await officeOf(desk), caseIds),

  'recipient-form': async (desk, { agencyId }, language) => ({ on: desk.today, office: await officeOf(desk), wording: await recipientWordingOf(desk, agencyId, language) }),
  'referral-letter': async (desk, { referralId }) => readReferralLetter(desk, referralId, await officeOf(desk)),
  'call-back-letter': async (desk, { referralId }) => readCallBackLetter(desk, referralId, await officeOf(desk)),
  'application-form': async (desk, { applicationId }) => readApplicationForm(desk, applicationId, await officeOf(desk)),

  'leaflet': async (desk, { event }) => ({
    on: desk.today,
    office: await officeOf(desk),
    event,
    services: (await catalogueInForce(desk.db, desk.host)).services.values(),
    notes: desk.host.eventNotes(),
  }),

  'memo-sheet': async desk => ({ on: desk.today, office: await officeOf(desk) }),
  'daily-close': async (desk, { day }) => readDailyClose(desk, day, await officeOf(desk)),

  'meeting-agenda': async (desk, asked) => readPaper(desk, asked, await officeOf(desk)),
  'meeting-minutes': async (desk, asked) => readPaper(desk, asked, await officeOf(desk)),

  'first-counselling': async (desk, { recordId }) => readFirstCounselling(desk, recordId, await officeOf(desk)),

  'needs-survey': async (desk, { recordId }) => readNeedsSurvey(desk, recordId, await officeOf(desk)),

  'service-plan': async (desk, { recordId }) => readServicePlan(desk, recordId, await officeOf(desk)),
  'home-visit': async (desk, { recordId }) => readHomeVisit(desk, recordId, await officeOf(desk)),
  'handbook-card': async (desk, { topicId }) => ({
    on: desk.today,
    office: await officeOf(desk),
    topicId,
    handbook: (await handbookInForce(desk.db, desk.host)).handbook,
    services: (await catalogueInForce(desk.db, desk.host)).services,
  }),

  'closing-report': async (desk, { recordId }) => readClosingReport(desk, recordId, await officeOf(desk)),

  'family-map': async (desk, { caseId }, language) => {
    const found = await ownCase(desk, caseId)
    const { body, drawn } = await familyMapOf(desk, found)
    return { on: desk.today, office: await officeOf(desk), body, pictures: await picturesOf(desk, found, body, language, drawn) }
  },
}

/** A sheet with what it says, whatever the day, language and edition (`content-of.ts`). */
export interface ReadPaper { readonly sheet: Sheet, readonly content: unknown }

/** @throws {ORPCError} LANGUAGE_NOT_FOUND, VISIT_NOT_FOUND, CONSENT_MISSING, CONSENT_NOT_FOUND */
export const readSheet = async (desk: Reader, request: DocumentRequest, code: LanguageCode, edition: Edition): Promise<Sheet> =>
  (await readPaperWithContent(desk, request, code, edition)).sheet

/** @throws {ORPCError} as `readSheet` */
export async function readPaperWithContent(desk: Reader, request: DocumentRequest, code: LanguageCode, edition: Edition): Promise<ReadPaper> {
  const { host, language } = speaking(desk.host, code)
  const speakingDesk = { ...desk, host }
  const read = readers[request.document] as (desk: Reader, asked: DocumentRequest, language: Language) => Promise<DocumentData[DocumentKind]>
  const data = await read(speakingDesk, request, language)
  const sheet = { ...sheetFor(request.document, data, await textsOfOffice(speakingDesk), language, edition), language: code }
  return { sheet, content: contentOf(request, data, sheet) }
}

async function visitOf({ db, about }: Reader, visitId: string): Promise<VisitRow> {
  about('visit', visitId)
  const visit = await findVisitRow(db, visitId)
  if (!visit)
    throw new ORPCError('VISIT_NOT_FOUND')
  return visit
}

async function officeOf({ db }: Reader): Promise<GuideData['office'] & object> {
  const { center, phone } = await readSettings(db)
  return { name: center, phone, paper: await paperOfOffice(db) }
}

async function wordingOf({ db, host }: Reader, language: Language) {
  return wordingIn(host.texts, language, (await readSettings(db)).recipients)
}
