/**
 * The sheet of a request, from data that its handler has read.
 *
 * What each document needs is the type beside its name; nothing here reads the store or decides who may see it.
 */
import type { ApplicationFormData } from '../applications/application-form.ts'
import type { ClosingReportData } from '../closing/closing-report-sheet.ts'
import type { FirstCounsellingData } from '../counselling/first-counselling-sheet.ts'
import type { DailyCloseData } from '../daily-close/daily-close-sheet.ts'
import type { FamilyMapData } from '../family-map/family-map-sheet.ts'
import type { HandbookCardData } from '../handbook/card-sheet.ts'
import type { HomeVisitSheetData } from '../home-visits/home-visit-sheet.ts'
import type { Texts } from '../host.ts'
import type { Language } from '../kernel/text.ts'
import type { MeetingPaperData } from '../meetings/paper/meeting-sheet.ts'
import type { ServicePlanData } from '../plans/service-plan-sheet.ts'
import type { NeedsSurveyData } from '../records/needs-survey-sheet.ts'
import type { CallBackLetterData } from '../referrals/call-back-letter.ts'
import type { ReferralLetterData } from '../referrals/referral-letter.ts'
import type { VisitSheetData } from '../worklist/calendar/visit-sheet.ts'
import type { DocumentRequest } from './contract.ts'
import type { GuideData } from './family/guide-data.ts'
import type { ConsentCopyData } from './forms/consent-copy.ts'
import type { ConsentFormData } from './forms/consent-form.ts'
import type { WithdrawalData } from './forms/withdrawal-receipt.ts'
import type { LeafletData } from './leaflets/leaflet.ts'
import type { MemoSheetData } from './leaflets/memo-sheet.ts'
import type { Edition, Sheet } from './sheet.ts'
import { applicationForm } from '../applications/application-form.ts'
import { closingReportSheet } from '../closing/closing-report-sheet.ts'
import { firstCounsellingSheet } from '../counselling/first-counselling-sheet.ts'
import { dailyCloseSheet } from '../daily-close/daily-close-sheet.ts'
import { familyMapSheet } from '../family-map/family-map-sheet.ts'
import { handbookCard } from '../handbook/card-sheet.ts'
import { homeVisitSheet } from '../home-visits/home-visit-sheet.ts'
import { meetingAgenda, meetingMinutes } from '../meetings/paper/meeting-sheet.ts'
import { servicePlanSheet } from '../plans/service-plan-sheet.ts'
import { needsSurveySheet } from '../records/needs-survey-sheet.ts'
import { callBackLetter } from '../referrals/call-back-letter.ts'
import { referralLetter } from '../referrals/referral-letter.ts'
import { visitSheet } from '../worklist/calendar/visit-sheet.ts'
import { familyGuide } from './family/family-guide.ts'
import { consentCopy } from './forms/consent-copy.ts'
import { consentForm } from './forms/consent-form.ts'
import { withdrawalReceipt } from './forms/withdrawal-receipt.ts'
import { leaflet } from './leaflets/leaflet.ts'
import { memoSheet } from './leaflets/memo-sheet.ts'

/** What each document is made of. */
export interface DocumentData {
  /** Visit page, lookup of the day with its cards, marks, planner of the case (or nobody), settings of the center. */
  'family-guide': GuideData
  /** The consents of the visit with their strokes, and `wordingIn(texts, language, recipients)`. */
  'consent-copy': ConsentCopyData
  /** The wording in force. Nothing of the visit. */
  'consent-form': ConsentFormData
  /** The consent after the withdrawal, the household's day of destruction, who received it. */
  'withdrawal-receipt': WithdrawalData
  /** Catalogue and event notes. Nothing of anybody. */
  'leaflet': LeafletData
  /** Nothing of anybody. */
  'memo-sheet': MemoSheetData
  /** Numbers alone. */
  'daily-close': DailyCloseData
  /** For the office masked, for outside members by pseudonym and only what consent covers. */
  'meeting-agenda': MeetingPaperData
  'meeting-minutes': MeetingPaperData
  /** The round of a day, name and address included: only for whoever drives it. */
  'visit-plan': VisitSheetData
  'visit-sheets': VisitSheetData
  /** Genogram and ecomap of a case. */
  'family-map': FamilyMapData
  /** The record, the last finished one before it, whose case it is. */
  'first-counselling': FirstCounsellingData
  'needs-survey': NeedsSurveyData
  /** For the family: the plan with its signature. */
  'service-plan': ServicePlanData
  'home-visit': HomeVisitSheetData
  /** Nothing of anybody. */
  'handbook-card': HandbookCardData
  'closing-report': ClosingReportData
  /** The wording with one agency as its recipient. Nothing of anybody. */
  'recipient-form': ConsentFormData
  /** To an agency: what the family agreed to, and a slip to send back. */
  'referral-letter': ReferralLetterData
  /** To an agency: stop, destroy, confirm. */
  'call-back-letter': CallBackLetterData
  /** For the family: an application filled in, without any identity number. */
  'application-form': ApplicationFormData
}
export type DocumentKind = DocumentRequest['document']

type Make<Kind extends DocumentKind> = (data: DocumentData[Kind], texts: Texts, language: Language, edition: Edition) => Sheet

/** A document without its maker does not compile. */
const makers: { readonly [Kind in DocumentKind]: Make<Kind> } = {
  'family-guide': familyGuide,
  'consent-copy': consentCopy,
  'consent-form': consentForm,
  'withdrawal-receipt': withdrawalReceipt,
  'leaflet': leaflet,
  'memo-sheet': memoSheet,
  'daily-close': dailyCloseSheet,
  'meeting-agenda': meetingAgenda,
  'meeting-minutes': meetingMinutes,
  'visit-plan': visitSheet,
  'visit-sheets': visitSheet,
  'family-map': familyMapSheet,
  'first-counselling': firstCounsellingSheet,
  'needs-survey': needsSurveySheet,
  'service-plan': servicePlanSheet,
  'home-visit': homeVisitSheet,
  'handbook-card': handbookCard,
  'closing-report': closingReportSheet,
  'recipient-form': consentForm,
  'referral-letter': referralLetter,
  'call-back-letter': callBackLetter,
  'application-form': applicationForm,
}

export const sheetFor = <Kind extends DocumentKind>(document: Kind, data: DocumentData[Kind], texts: Texts, language: Language, edition: Edition): Sheet =>
  (makers[document] as Make<Kind>)(data, texts, language, edition)

/** "가족안내서-2026-11-22.pdf": kind and day, never a name. */
export const fileNameOf = (document: DocumentKind, texts: Texts, language: Language, on: string): string => {
  const files = texts[language].guide?.file
  const name = typeof files === 'object' ? files[document] : undefined
  return `${typeof name === 'string' ? name : document}-${on}.pdf`
}
