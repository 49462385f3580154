/** All handlers; a missing one does not compile. A registry and nothing else. */
import { applicationHandlers } from './applications/handlers.ts'
import { attachmentHandlers } from './attachments/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { catalogueHandlers } from './catalogue/handlers.ts'
import { centerHandlers } from './center/handlers.ts'
import { clockHandlers } from './clocks/handlers.ts'
import { closingHandlers } from './closing/handlers.ts'
import { consentHandlers } from './consent/handlers.ts'
import { contactHandlers } from './contacts/handlers.ts'
import { implementer } from './door.ts'
import { eligibilityHandlers } from './eligibility/handlers.ts'
import { familyMapHandlers } from './family-map/handlers.ts'
import { guideHandlers } from './guide/handlers.ts'
import { handbookHandlers } from './handbook/handlers.ts'
import { homeVisitHandlers } from './home-visits/handlers.ts'
import { householdHandlers } from './households/handlers.ts'
import { intakeHandlers } from './intake/handlers.ts'
import { meetingHandlers } from './meetings/handlers.ts'
import { paperJobsHandlers } from './paper-jobs/handlers.ts'
import { paperTextsHandlers } from './paper-texts/handlers.ts'
import { planHandlers } from './plans/handlers.ts'
import { recordHandlers } from './records/handlers.ts'
import { referralHandlers } from './referrals/handlers.ts'
import { setupHandlers } from './setup/handlers.ts'
import { staffHandlers } from './staff/handlers.ts'
import { teamHandlers } from './team/handlers.ts'
import { worklistHandlers } from './worklist/handlers.ts'

export const router = implementer.router({
  setup: setupHandlers,
  staff: staffHandlers,
  center: centerHandlers,
  intake: intakeHandlers,
  consent: consentHandlers,
  households: householdHandlers,
  eligibility: eligibilityHandlers,
  cases: caseHandlers,
  guide: guideHandlers,
  catalogue: catalogueHandlers,
  audit: auditHandlers,
  records: recordHandlers,
  clocks: clockHandlers,
  worklist: worklistHandlers,
  plans: planHandlers,
  closing: closingHandlers,
  referrals: referralHandlers,
  applications: applicationHandlers,
  meetings: meetingHandlers,
  homeVisits: homeVisitHandlers,
  attachments: attachmentHandlers,
  team: teamHandlers,
  handbook: handbookHandlers,
  contacts: contactHandlers,
  familyMap: familyMapHandlers,
  paperTexts: paperTextsHandlers,
  paperJobs: paperJobsHandlers,
})
