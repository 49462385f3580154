/** Asking for consent, recording it, withdrawing it. */
import * as z from 'zod'
import { VisitPage } from '../intake/contract.ts'
import { caseworkers, desk, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { AgencyId, CaseId, ConsentId, HouseholdId, PersonId, VisitId } from '../kernel/ids.ts'
import { PersonName, Version } from '../kernel/names.ts'
import { Language } from '../kernel/text.ts'
import { ConsentItem, ConsentMethod, ConsentView, SignerCapacity, Strokes, WordingItem } from './model.ts'

const Answers = z.strictObject({ 'collect': z.boolean(), 'sensitive': z.boolean(), 'third-party': z.boolean() })

export const consent = {
  /** The wording in force, as it is read out and printed. */
  wording: operation({ access: 'read', roles: desk, quiet: true })
    .input(z.strictObject({ language: Language }))
    .output(z.object({ version: z.string(), items: z.array(WordingItem) })),
  /**
   * Records the answers. With `collect` the paperwork of the visit goes from memory to disk and the household is
   * begun with the signer (or the person signed for) as its first member. Without it nothing personal is kept.
   */
  record: operation({ access: 'change', roles: desk })
    .input(z.strictObject({
      visitId: VisitId,
      seenVersion: Version,
      /** Another adult of the household, once it exists; otherwise the visitor. */
      personId: PersonId.optional(),
      signer: z.strictObject({ name: PersonName, capacity: SignerCapacity, forName: PersonName.optional() }),
      answers: Answers,
      method: ConsentMethod,
      strokes: Strokes.optional(),
      /** `paper` and `phone`: the clerk confirms what was signed or said. */
      confirmedByClerk: z.boolean(),
      language: Language,
    }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {}, CHANGED_MEANWHILE: {}, SIGNATURE_MISSING: {}, PERSON_NOT_FOUND: {}, FOR_NAME_MISSING: {} }),
  /** The signature that follows a consent by phone or on paper. */
  addSignature: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ consentId: ConsentId, strokes: Strokes }))
    .output(ConsentView)
    .errors({ CONSENT_NOT_FOUND: {} }),
  /**
   * Withdrawal (동의 철회), at any time and without a reason. `collect`: the case ends, destruction is scheduled.
   * `sensitive`: what is known of health and disability is destroyed at once. A receipt can be printed.
   */
  withdraw: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ consentId: ConsentId, items: z.array(ConsentItem).min(1) }))
    .output(z.object({ consent: ConsentView, destroyOn: PlainDate.nullable(), caseEnded: z.boolean(), factsDestroyed: z.int() }))
    .errors({ CONSENT_NOT_FOUND: {}, ALREADY_WITHDRAWN: {} }),
  /** What is said when one agency is added as a recipient. */
  recipientWording: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ agencyId: AgencyId, language: Language }))
    .output(z.object({ version: z.string(), items: z.array(WordingItem) }))
    .errors({ AGENCY_NOT_FOUND: {} }),
  /** One more recipient, agreed to after the consent itself; withdrawn with it. */
  addRecipient: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({
      caseId: CaseId,
      personId: PersonId,
      agencyId: AgencyId,
      signer: z.strictObject({ name: PersonName, capacity: SignerCapacity, forName: PersonName.optional() }),
      method: ConsentMethod,
      strokes: Strokes.optional(),
      /** `paper` and `phone`: who works on the case confirms what was signed or said. */
      confirmedByClerk: z.boolean(),
      language: Language,
    }))
    .output(ConsentView)
    .errors({ CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, AGENCY_NOT_FOUND: {}, PERSON_NOT_FOUND: {}, CONSENT_MISSING: {}, CONSENT_NOT_FOUND: {}, SIGNATURE_MISSING: {}, FOR_NAME_MISSING: {} }),
  ofHousehold: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ householdId: HouseholdId }))
    .output(z.array(ConsentView))
    .errors({ HOUSEHOLD_NOT_FOUND: {} }),
}
