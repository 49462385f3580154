/** The household: members, facts, search, likely duplicates. Every write needs the consent to collect. */
import * as z from 'zod'
import { FactName, FactValue } from '../eligibility/facts.ts'
import { Relation, Sex } from '../eligibility/household-facts.ts'
import { VisitPage } from '../intake/contract.ts'
import { desk, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { HouseholdId, PersonId, VisitId } from '../kernel/ids.ts'
import { DongName, Line, PersonName, Phone, Version } from '../kernel/names.ts'
import { FoundPerson, LikelyDuplicate } from './model.ts'

const written = { VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {}, CHANGED_MEANWHILE: {}, CONSENT_MISSING: {}, HOUSEHOLD_NOT_FOUND: {} } as const
const at = { visitId: VisitId, seenVersion: Version }

export const households = {
  /** By part of a name, 초성, phone, birth day, also typed in the wrong keyboard mode. Masked. */
  search: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ text: z.string().trim().min(1).max(60), limit: z.int().min(1).max(100).default(20) }))
    .output(z.array(FoundPerson)),
  /** Shows one person's name, birth day and phone in full; logged. */
  reveal: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ personId: PersonId }))
    .output(z.object({ name: z.string(), birth: PlainDate.nullable(), phone: z.string().nullable() }))
    .errors({ PERSON_NOT_FOUND: {} }),
  duplicates: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ visitId: VisitId, name: z.string().trim().max(60).optional(), birth: PlainDate.optional(), phone: z.string().trim().max(30).optional(), road: Line.optional(), detail: Line.optional() }))
    .output(z.array(LikelyDuplicate))
    .errors({ VISIT_NOT_FOUND: {}, CONSENT_MISSING: {} }),
  /** Goes on with a household that is known already instead of the one begun with this visit. */
  adopt: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ ...at, householdId: HouseholdId }))
    .output(VisitPage)
    .errors(written),
  save: operation({ access: 'change', roles: desk })
    .input(z.strictObject({
      ...at,
      address: z.strictObject({ province: Line, district: Line, dong: DongName, road: Line, detail: Line }).optional(),
      inDistrictSince: PlainDate.nullable().optional(),
      inProvinceSince: PlainDate.nullable().optional(),
      phone: Phone.nullable().optional(),
      callWhen: Line.nullable().optional(),
    }))
    .output(VisitPage)
    .errors({ ...written, DAY_IN_FUTURE: { data: z.object({ field: z.string() }) } }),
  saveMember: operation({ access: 'change', roles: desk })
    .input(z.strictObject({
      ...at,
      /** Left out for a new member. */
      personId: PersonId.optional(),
      name: PersonName,
      relation: Relation,
      birth: PlainDate.nullable(),
      sex: Sex.nullable(),
      livingTogether: z.boolean().nullable(),
      diedOn: PlainDate.nullable().default(null),
    }))
    .output(VisitPage)
    .errors({ ...written, PERSON_NOT_FOUND: {}, DAY_IN_FUTURE: { data: z.object({ field: z.string() }) }, DEATH_BEFORE_BIRTH: {}, TWO_HEADS: {} }),
  removeMember: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ ...at, personId: PersonId }))
    .output(VisitPage)
    .errors({ ...written, PERSON_NOT_FOUND: {}, VISITOR_STAYS: {} }),
  /** `null`: asked, and not known. Sensitive facts need that person's own consent. */
  saveFact: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ ...at, personId: PersonId.nullable(), fact: FactName, value: FactValue.nullable(), saidBy: z.enum(['visitor', 'person', 'document', 'staff']).default('visitor') }))
    .output(VisitPage)
    .errors({ ...written, PERSON_NOT_FOUND: {}, SENSITIVE_NOT_CONSENTED: {}, VALUE_DOES_NOT_FIT: { data: z.object({ fact: FactName }) } }),
  /**
   * One answer for the whole family: everybody alive of whom it is not known yet gets it. What was told of one
   * member stays, and of those who refused or withdrew their consent nothing is written.
   */
  saveFactForAll: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ ...at, fact: FactName, value: FactValue, saidBy: z.enum(['visitor', 'person', 'document', 'staff']).default('visitor') }))
    .output(VisitPage)
    .errors({ ...written, SENSITIVE_NOT_CONSENTED: {}, VALUE_DOES_NOT_FIT: { data: z.object({ fact: FactName }) } }),
  /** Back to "not asked". */
  forgetFact: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ ...at, personId: PersonId.nullable(), fact: FactName }))
    .output(VisitPage)
    .errors(written),
  /** Whether a service is received already, as far as it matters to other services. */
  saveReceives: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ ...at, personId: PersonId.nullable(), service: z.string().max(80), receives: z.boolean().nullable() }))
    .output(VisitPage)
    .errors({ ...written, PERSON_NOT_FOUND: {}, SERVICE_NOT_FOUND: {} }),
}
