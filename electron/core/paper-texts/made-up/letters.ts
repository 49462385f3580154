import type { CallBackLetterData } from '../../referrals/call-back-letter.ts'
/** Letters to an agency about a made-up resident. */
import type { LetterData } from '../../referrals/letter-parts.ts'
import type { ReferralView } from '../../referrals/model.ts'
import type { ReferralLetterData } from '../../referrals/referral-letter.ts'
import type { MadeUpAt } from './index.ts'
import { addDays, Instant } from '../../kernel/dates.ts'
import { AgencyId, CaseId, PersonId, ReferralId } from '../../kernel/ids.ts'
import { say } from '../../kernel/say.ts'
import { names, nobodysId, phone } from './people.ts'

export const referralLetter = (at: MadeUpAt): ReferralLetterData => ({ ...letterOf(at), consentedOn: at.on })

export const callBackLetter = (at: MadeUpAt): CallBackLetterData =>
  ({ ...letterOf(at), callBack: { on: at.on, why: 'consent-withdrawn', what: 'all', letterOn: null } })

function letterOf({ host, on, office, language }: MadeUpAt): LetterData {
  const sample = (key: string): string => say(host.texts, language, 'paper-texts', `sample.${key}`)
  const referral: ReferralView = {
    id: ReferralId.parse(nobodysId),
    caseId: CaseId.parse(nobodysId),
    agencyId: AgencyId.parse(nobodysId),
    agencyName: sample('agency'),
    agency: { sector: 'private', phone, fax: null, contact: '' },
    status: 'sent',
    body: { personId: PersonId.parse(nobodysId), field: 'health', need: 'daily-living', why: sample('why'), asked: sample('asked'), parts: ['name', 'contact'], health: '', data: null, back: '', callBack: null },
    sentOn: on,
    answeredOn: null,
    remindOn: addDays(on, 14),
    endedOn: null,
    reasonCode: null,
    outcome: null,
    createdAt: Instant.parse(`${on}T01:00:00Z`),
    version: 1,
    events: [],
  }
  return {
    on,
    office,
    referral,
    data: { parts: ['name', 'contact'], name: names.resident, birth: null, sex: null, phone, callWhen: null, address: null, members: [], needs: [], health: null, persons: [] },
    planner: { name: names.planner, phone },
  }
}
