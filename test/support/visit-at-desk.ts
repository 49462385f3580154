/** A visit as a test walks it: remembers the version, so that each step reads as the clerk would say it. */
import type { Client } from '#core/contract'
import type { VisitPage } from '#core/intake/contract'
import type { Paperwork } from '#core/intake/model'
import type { PlainDate } from '#core/kernel/dates'

export const day = (text: string): PlainDate => text as PlainDate

export const someStrokes: [number, number, number][][] = [[[100, 500, 0], [400, 300, 120], [800, 600, 260]]]

export interface Consenting {
  readonly name?: string
  readonly sensitive?: boolean
  readonly thirdParty?: boolean
  readonly method?: 'screen' | 'paper' | 'phone'
}

export async function openVisitAt(client: Client, event: Paperwork['event'], channel: 'counter' | 'phone' = 'counter') {
  let page: VisitPage = await client.intake.open({ event, channel })
  const visitId = page.visit.id
  const seen = () => ({ visitId, seenVersion: page.visit.version })
  const keep = async (next: Promise<VisitPage>): Promise<VisitPage> => page = await next
  return {
    visitId,
    seen,
    page: () => page,
    reload: () => keep(client.intake.page({ visitId })),
    paperwork: (paperwork: Paperwork) => keep(client.intake.savePaperwork({ ...seen(), paperwork })),
    sayYes: () => keep(client.intake.answer({ ...seen(), answer: 'yes' })),
    sayNo: () => keep(client.intake.answer({ ...seen(), answer: 'no', reason: 'no-time' })),
    consent: ({ name = '표본순', sensitive = true, thirdParty = false, method = 'screen' }: Consenting = {}) => keep(client.consent.record({
      ...seen(),
      signer: { name, capacity: 'self' },
      answers: { 'collect': true, sensitive, 'third-party': thirdParty },
      method,
      ...(method === 'screen' ? { strokes: someStrokes } : {}),
      confirmedByClerk: method !== 'screen',
      language: 'ko',
    })),
    member: (member: { personId?: string, name: string, relation?: 'head' | 'spouse' | 'child' | 'parent' | 'sibling', birth?: string, sex?: 'female' | 'male', diedOn?: string, livingTogether?: boolean }) => keep(client.households.saveMember({
      ...seen(),
      ...(member.personId ? { personId: member.personId as never } : {}),
      name: member.name,
      relation: member.relation ?? 'head',
      birth: member.birth ? day(member.birth) : null,
      sex: member.sex ?? null,
      livingTogether: member.livingTogether ?? true,
      diedOn: member.diedOn ? day(member.diedOn) : null,
    })),
    household: (fields: { road?: string, detail?: string, phone?: string }) => keep(client.households.save({
      ...seen(),
      address: { province: '서울특별시', district: '동작구', dong: '표본동', road: fields.road ?? '', detail: fields.detail ?? '' },
      ...(fields.phone ? { phone: fields.phone } : {}),
    })),
    fact: (fact: Parameters<Client['households']['saveFact']>[0]['fact'], value: boolean | string | number | null, personId: string | null = null) => keep(client.households.saveFact({ ...seen(), personId: personId as never, fact, value })),
    visitor: () => page.household?.members.find(({ visitor }) => visitor),
  }
}

/** The visit after consent: one person, written down. */
export async function consentedVisit(client: Client, event: Paperwork['event'] = 'move-in', name = '표본순', birth = '1944-05-01', consenting: Omit<Consenting, 'name'> = {}) {
  const visit = await openVisitAt(client, event)
  await visit.sayYes()
  await visit.consent({ ...consenting, name })
  await visit.member({ personId: visit.visitor()!.id, name, birth, sex: 'female' })
  return visit
}
