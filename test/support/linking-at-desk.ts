/** A case with a consenting resident and a few agencies, as the tests of referrals and applications need them. */
import type { Client } from '#core/contract'
import type { AgencyDetails, ReferralDraft } from '#core/referrals/model'
import type { Counter } from './open-counter'
import type { Consenting } from './visit-at-desk'
import { openCounter } from './open-counter'
import { day, openVisitAt } from './visit-at-desk'

/** The office names these private recipients when it asks for consent. */
export async function nameRecipients({ as }: Pick<Counter, 'as'>, recipients: string[]): Promise<void> {
  const admin = as('admin')
  const { version, center, ...settings } = await admin.center.settings()
  await admin.center.change({ ...settings, seenVersion: version, recipients })
}

export const agencyOf = (changes: Partial<AgencyDetails> = {}): AgencyDetails => ({
  name: '보기종합복지관',
  fields: ['welfare'],
  sector: 'private',
  area: '표본동',
  contact: '',
  phone: '02-000-0200',
  fax: null,
  address: '',
  directions: '',
  note: '',
  capacity: null,
  ...changes,
})

/** An open case of the planner: one resident of 82, or a family. */
export async function openCase({ as, ids }: Counter, consenting: Consenting & { readonly members?: readonly { readonly name: string, readonly relation: 'spouse' | 'child', readonly birth: string }[], readonly name?: string } = {}) {
  const clerk = as('clerk')
  const visit = await openVisitAt(clerk, 'move-in')
  await visit.sayYes()
  const name = consenting.name ?? '표본순'
  await visit.consent({ thirdParty: true, ...consenting, name })
  await visit.member({ personId: visit.visitor()!.id, name, birth: '1944-05-01' })
  for (const member of consenting.members ?? [])
    await visit.member(member)
  await visit.household({ road: '예시로 1', detail: '101호', phone: '010-0000-0001' })
  await clerk.eligibility.lookup({ visitId: visit.visitId })
  const { urgency, kind } = await clerk.cases.suggest({ visitId: visit.visitId })
  await visit.reload()
  const page = await clerk.cases.assign({ ...visit.seen(), urgency, kind, plannerId: ids.planner, why: '시험' })
  const { caseId } = page.case ? { caseId: page.case.id } : { caseId: undefined }
  if (!caseId)
    throw new Error('the case was not assigned')
  return { caseId, visit, personId: visit.visitor()!.id, consentId: page.consents[0]!.id, householdId: page.household!.id, members: page.household!.members }
}

export const draftFor = (personId: ReferralDraft['personId'], changes: Partial<ReferralDraft> = {}): ReferralDraft => ({
  personId,
  field: 'welfare',
  need: null,
  why: '',
  asked: '주 2회 밑반찬을 부탁드립니다.',
  parts: ['name', 'contact'],
  health: '',
  ...changes,
})

export const welfareHall = '보기종합복지관'

/** An office that names one private recipient, and knows it and a public agency. */
export async function openOffice() {
  const counter = await openCounter()
  await nameRecipients(counter, [welfareHall])
  const planner = counter.as('planner')
  const hall = await planner.referrals.addAgency({ agency: agencyOf({ name: welfareHall }) })
  const other = await planner.referrals.addAgency({ agency: agencyOf({ name: '예시나눔재단' }) })
  const office = await planner.referrals.addAgency({ agency: agencyOf({ name: '견본구청', sector: 'public' }) })
  return { ...counter, planner, hall, other, office }
}

export async function sendTo(client: Client, caseId: string, agencyId: string, draft: ReturnType<typeof draftFor>, remindOn?: string) {
  const { id, version } = await client.referrals.begin({ caseId: caseId as never, agencyId: agencyId as never, draft })
  return client.referrals.send({ referralId: id, seenVersion: version, ...(remindOn ? { remindOn: day(remindOn) } : {}) })
}

export const openTasks = (office: Awaited<ReturnType<typeof openOffice>>) => office.db.selectFrom('case_task').select(['kind', 'what', 'due_on', 'subject']).where('done_at', 'is', null).orderBy('due_on').execute()

export const wordsOf = (sheet: object): string => JSON.stringify(sheet)

export const seen = ({ id, version }: { readonly id: string, readonly version: number }) => ({ referralId: id as never, seenVersion: version })
