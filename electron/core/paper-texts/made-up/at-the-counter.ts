/** Papers of the counter: consent, withdrawal, application, all of a made-up resident. */
import type { ApplicationFormData } from '../../applications/application-form.ts'
import type { ConsentView } from '../../consent/model.ts'
import type { ConsentCopyData } from '../../guide/forms/consent-copy.ts'
import type { ConsentFormData } from '../../guide/forms/consent-form.ts'
import type { WithdrawalData } from '../../guide/forms/withdrawal-receipt.ts'
import type { MadeUpAt } from './index.ts'
import { catalogueInForce } from '../../catalogue/read-in-force.ts'
import { wordingIn } from '../../consent/wording.ts'
import { addDays, Instant } from '../../kernel/dates.ts'
import { ConsentId } from '../../kernel/ids.ts'
import { household, names, nobodysId, phone } from './people.ts'

export const consentForm = ({ host, on, office, language }: MadeUpAt): ConsentFormData =>
  ({ on, office, wording: wordingIn(host.texts, language, []) })

export const consentCopy = (at: MadeUpAt): ConsentCopyData =>
  ({ ...consentForm(at), consents: [{ ...consentOf(at), strokes: null }] })

export const withdrawalReceipt = (at: MadeUpAt): WithdrawalData =>
  ({ ...consentForm(at), consent: { ...consentOf(at), withdrawn: ['collect', 'sensitive'] }, destroyOn: addDays(at.on, 5), staffName: names.staff })

const consentOf = ({ host, on, language }: MadeUpAt): ConsentView => ({
  id: ConsentId.parse(nobodysId),
  personId: null,
  signerName: names.resident,
  capacity: 'self',
  forName: null,
  answers: { 'collect': true, 'sensitive': true, 'third-party': false },
  withdrawn: [],
  method: 'paper',
  signaturePending: false,
  wordingVersion: wordingIn(host.texts, language, []).version,
  language: 'ko',
  at: Instant.parse(`${on}T01:00:00Z`),
  witnessName: names.staff,
  hash: '0'.repeat(64),
  recipients: null,
  added: [],
})

export async function applicationForm({ db, host, on, office }: MadeUpAt): Promise<ApplicationFormData> {
  const { services, documents } = await catalogueInForce(db, host)
  const [service] = services.values()
  if (!service)
    throw new RangeError('A catalogue has one service at least.')
  const { members: [resident, child], address } = household(on, office.name)
  return {
    on,
    office,
    service: { name: service.name, applyAt: service.applyAt, how: service.how, phone: service.phone ?? null },
    applicant: { name: names.resident, relation: resident?.relation ?? 'head', phone, address: [address.province, address.district, address.road, address.detail].join(' ') },
    forName: null,
    members: child ? [child] : [],
    papers: service.bring.flatMap((id) => {
      const paper = documents.get(id)
      return paper ? [{ name: paper.name, issuedAt: paper.issuedAt, there: false }] : []
    }),
  }
}
