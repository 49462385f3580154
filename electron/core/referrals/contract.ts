/** The directory of agencies, and referrals from a draft to what came of them. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { AgencyId, CaseId, PersonId, ReferralId } from '../kernel/ids.ts'
import { Line, Version } from '../kernel/names.ts'
import { AgencyDetails, AgencyList, AgencyView, DeclineReason, mostOfList, ReferralDraft, ReferralOutcome, ReferralView, SharedPart, SharePreview } from './model.ts'

const seen = { referralId: ReferralId, seenVersion: Version }
const ofOne = { CASE_NOT_FOUND: {}, REFERRAL_NOT_FOUND: {} } as const
const changing = { ...ofOne, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {}, REFERRAL_NOT_SO_FAR: {} } as const
const List = z.strictObject({ text: z.string().min(1).max(mostOfList) })
/** What an agency said, in words; never longer than what the case keeps of it. */
const Said = z.string().trim().max(2000)

export const referrals = {
  /** The directory; says nothing about anybody. */
  agencies: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ text: z.string().max(60).default(''), includeInactive: z.boolean().default(false) }))
    .output(z.array(AgencyView)),
  addAgency: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ agency: AgencyDetails }))
    .output(AgencyView)
    .errors({ AGENCY_EXISTS: {}, AGENCY_NOT_FOUND: {} }),
  changeAgency: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ agencyId: AgencyId, seenVersion: Version, agency: AgencyDetails, active: z.boolean() }))
    .output(AgencyView)
    .errors({ AGENCY_EXISTS: {}, AGENCY_NOT_FOUND: {}, CHANGED_MEANWHILE: {} }),
  /** What a list says, line by line, before anything is written. */
  readAgencies: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(List)
    .output(AgencyList),
  /** Writes the lines that are right; the others stay out. */
  importAgencies: operation({ access: 'change', roles: caseworkers })
    .input(List)
    .output(z.object({ added: z.int(), changed: z.int(), same: z.int(), leftOut: z.int() }))
    .errors({ AGENCY_LIST_EMPTY: {}, AGENCY_EXISTS: {}, AGENCY_NOT_FOUND: {}, CHANGED_MEANWHILE: {} }),

  /** Newest first. */
  ofCase: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(z.array(ReferralView))
    .errors({ CASE_NOT_FOUND: {} }),
  /** Whether it may go there, on which ground, and exactly what would go. */
  preview: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, agencyId: AgencyId, personId: PersonId, parts: z.array(SharedPart).max(SharedPart.options.length), health: z.string().trim().max(2000).default('') }))
    .output(SharePreview)
    .errors({ CASE_NOT_FOUND: {}, AGENCY_NOT_FOUND: {}, PERSON_NOT_FOUND: {} }),
  begin: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, agencyId: AgencyId, draft: ReferralDraft }))
    .output(ReferralView)
    .errors({ ...ofOne, CASE_NOT_OPEN: {}, AGENCY_NOT_FOUND: {}, AGENCY_NOT_ACTIVE: {}, PERSON_NOT_FOUND: {}, SENSITIVE_CONSENT_MISSING: {} }),
  save: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, draft: ReferralDraft }))
    .output(ReferralView)
    .errors({ ...changing, AGENCY_NOT_FOUND: {}, PERSON_NOT_FOUND: {}, SENSITIVE_CONSENT_MISSING: {} }),
  /** Throws a draft away. */
  drop: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject(seen))
    .output(z.array(ReferralView))
    .errors(changing),
  /** Fixes what goes along and starts waiting for an answer; refused without the consent that names this agency. */
  send: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, remindOn: PlainDate.optional() }))
    .output(ReferralView)
    .errors({
      ...changing,
      AGENCY_NOT_FOUND: {},
      AGENCY_NOT_ACTIVE: {},
      PERSON_NOT_FOUND: {},
      REFERRAL_INCOMPLETE: {},
      DAY_IN_PAST: {},
      RECIPIENT_NOT_CONSENTED: { data: z.object({ agency: z.string(), because: z.enum(['no-collect', 'refused', 'withdrawn', 'not-named', 'not-known']) }) },
    }),
  remind: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, remindOn: PlainDate }))
    .output(ReferralView)
    .errors({ ...changing, DAY_IN_PAST: {} }),
  answer: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, answer: z.enum(['accepted', 'declined']), reasonCode: DeclineReason.optional(), on: PlainDate, note: Said }))
    .output(ReferralView)
    .errors({ ...changing, REASON_CODE_NEEDED: {}, DAY_IN_FUTURE: { data: z.object({ field: z.string() }) } }),
  start: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, note: Said }))
    .output(ReferralView)
    .errors(changing),
  end: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, outcome: ReferralOutcome, on: PlainDate, note: Said }))
    .output(ReferralView)
    .errors({ ...changing, DAY_IN_FUTURE: { data: z.object({ field: z.string() }) } }),
  callBack: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, why: Line.min(1) }))
    .output(ReferralView)
    .errors(changing),
  /** The call-back letter went out. */
  letterSent: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject(seen))
    .output(ReferralView)
    .errors(changing),
}
