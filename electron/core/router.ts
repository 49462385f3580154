/** All handlers; a missing one does not compile. A registry and nothing else. */
import { auditHandlers } from './audit/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { catalogueHandlers } from './catalogue/handlers.ts'
import { centerHandlers } from './center/handlers.ts'
import { consentHandlers } from './consent/handlers.ts'
import { implementer } from './door.ts'
import { eligibilityHandlers } from './eligibility/handlers.ts'
import { guideHandlers } from './guide/handlers.ts'
import { householdHandlers } from './households/handlers.ts'
import { intakeHandlers } from './intake/handlers.ts'
import { setupHandlers } from './setup/handlers.ts'
import { staffHandlers } from './staff/handlers.ts'

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
})
