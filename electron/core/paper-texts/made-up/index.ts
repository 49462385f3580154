import type { DocumentData } from '../../guide/sheet-for.ts'
/** Made-up data for every paper that the office may write on. A registry and nothing else. */
import type { Office } from '../../guide/sheet-frame.ts'
import type { Host, Store } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Language } from '../../kernel/text.ts'
import type { EditableDocument } from '../model.ts'
import { applicationForm, consentCopy, consentForm, withdrawalReceipt } from './at-the-counter.ts'
import { familyGuide } from './family-guide.ts'
import { firstCounselling } from './first-counselling.ts'
import { callBackLetter, referralLetter } from './letters.ts'
import { closingReport, meetingMinutes, servicePlan, visitSheets } from './of-a-case.ts'
import { dailyClose, leaflet, memoSheet } from './of-nobody.ts'

export interface MadeUpAt { readonly db: Store, readonly host: Host, readonly on: PlainDate, readonly office: Office, readonly language: Language }

type MakeUp<Document extends EditableDocument> = (at: MadeUpAt) => Promise<DocumentData[Document]> | DocumentData[Document]

/** A paper without made-up data does not compile. */
export const madeUpData: { readonly [Document in EditableDocument]: MakeUp<Document> } = {
  'family-guide': familyGuide,
  'leaflet': leaflet,
  'memo-sheet': memoSheet,
  'consent-form': consentForm,
  'consent-copy': consentCopy,
  'withdrawal-receipt': withdrawalReceipt,
  'application-form': applicationForm,
  'service-plan': servicePlan,
  'referral-letter': referralLetter,
  'call-back-letter': callBackLetter,
  'visit-sheets': visitSheets,
  'first-counselling': firstCounselling,
  'meeting-minutes': meetingMinutes,
  'closing-report': closingReport,
  'daily-close': dailyClose,
}
