/** Walks the made-up visits through the real counter, everything in the order of time. */
import type { Client } from '#core/contract'
import type { VisitPage } from '#core/intake/contract'
import type { Instant } from '#core/kernel/dates'
import type { CaseId, PersonId } from '#core/kernel/ids'
import type { SampleDays, SampleMoment } from './sample-days.ts'
import type { SampleDesk } from './sample-desk.ts'
import type { SampleContact, SampleHousehold, SampleMember, SampleVisit } from './sample-visit.ts'
import { WelfareServiceId } from '#core/kernel/ids'
import { sampleVisits } from './sample-visits.ts'

interface Happening { readonly at: Instant, readonly work: () => Promise<void> }

/** A plain line across the field: nobody's signature. */
const signature: [number, number, number][][] = [
  [
    [120, 480, 0],
    [360, 430, 90],
    [610, 520, 180],
    [860, 460, 260],
  ],
]

export async function tellVisits(desk: SampleDesk, days: SampleDays): Promise<void> {
  const happenings = sampleVisits(days).flatMap(visit => happeningsOf(desk, days, visit))
  for (const { at, work } of happenings.toSorted((one, other) => one.at < other.at
    ? -1
    : one.at > other.at
      ? 1
      : 0)) {
    desk.at(at)
    await work()
  }
}

function happeningsOf(desk: SampleDesk, days: SampleDays, visit: SampleVisit): Happening[] {
  let opened: OpenedCase | undefined
  const later = (at: SampleMoment, work: (opened: OpenedCase) => Promise<void>): Happening => ({
    at: days.moment(at),
    work: async () => {
      if (opened)
        await work(opened)
    },
  })
  return [
    {
      at: days.moment(visit.at),
      work: async () => { opened = await tellVisit(desk, visit) },
    },
    ...(visit.contacts ?? []).map(contact => later(contact.at, opened => tellContact(desk, days, opened, contact))),
    ...(visit.casework ?? []).map(({ at, tell }) => later(at, ({ caseId, planner }) => tell({ desk, days, caseId, planner }))),
    ...(visit.closedWith
      ? [
          later(visit.closedWith.at, opened => closeCase(desk, opened, visit.closedWith!.why)),
        ]
      : []),
  ]
}

interface OpenedCase { readonly caseId: CaseId, readonly planner: string }

async function tellVisit(desk: SampleDesk, visit: SampleVisit): Promise<OpenedCase | undefined> {
  const client = desk.as(visit.clerk)
  let page = await client.intake.open({ event: visit.paperwork.event, channel: visit.channel ?? 'counter' })
  const visitId = page.visit.id
  const seen = () => ({ visitId, seenVersion: page.visit.version })
  page = await client.intake.savePaperwork({
    ...seen(),
    paperwork: visit.paperwork,
  })
  const { answer } = visit
  page = await client.intake.answer({
    ...seen(),
    answer: answer.kind,
    ...(answer.kind === 'no'
      ? { reason: answer.reason }
      : {}),
    ...(answer.kind === 'call-me'
      ? {
          callback: {
            name: answer.name,
            phone: answer.phone,
            when: answer.when,
            agreed: true,
          },
        }
      : {}),
  })
  if (answer.kind === 'yes') {
    const [visitor] = answer.household.members
    page = await client.consent.record({
      ...seen(),
      signer: { name: visitor.name, capacity: 'self' },
      answers: { 'collect': true, 'sensitive': answer.sensitive, 'third-party': answer.thirdParty },
      method: answer.method,
      ...(answer.method === 'screen'
        ? { strokes: signature }
        : {}),
      confirmedByClerk: answer.method !== 'screen',
      language: 'ko',
    })
    page = await writeHousehold(client, page, answer.household)
    await markServices(client, page, visit)
    page = await assignCase(desk, client, page, visit)
    if (visit.guide) {
      page = await client.guide.handOver({
        visitId,
        document: 'family-guide',
        language: 'ko',
        edition: 'standard',
        pages: 4,
      })
    }
  }
  if (visit.end === 'finished')
    await client.intake.finish({ visitId })
  if (visit.end === 'parked')
    await client.intake.park({ visitId })
  return page.case
    ? { caseId: page.case.id, planner: page.case.planner?.name ?? '' }
    : undefined
}

async function writeHousehold(client: Client, begun: VisitPage, household: SampleHousehold): Promise<VisitPage> {
  let page = begun
  const seen = () => ({ visitId: page.visit.id, seenVersion: page.visit.version })
  const { road, detail, phone, callWhen } = household
  page = await client.households.save({
    ...seen(),
    address: {
      province: '서울특별시',
      district: '동작구',
      dong: '표본동',
      road,
      detail,
    },
    phone,
    ...(callWhen
      ? { callWhen }
      : {}),
  })
  for (const [place, member] of household.members.entries()) {
    const known = place === 0
      ? page.household?.members.find(({ visitor }) => visitor)
      : undefined
    page = await client.households.saveMember({
      ...seen(),
      ...(known
        ? { personId: known.id }
        : {}),
      ...profileOf(member),
    })
    const personId = page.household?.members.find(({ name }) => name === member.name)?.id
    if (personId)
      page = await writeFacts(client, page, personId, member.facts)
  }
  // One question at the counter; whoever was told otherwise keeps their own answer.
  page = await client.households.saveFactForAll({ ...seen(), fact: 'nationality', value: 'korean' })
  return writeFacts(client, page, null, household.facts)
}

function profileOf({ name, relation, birth, sex, diedOn }: SampleMember) {
  return {
    name,
    relation,
    birth,
    sex,
    livingTogether: diedOn === undefined,
    diedOn: diedOn ?? null,
  }
}

async function writeFacts(client: Client, begun: VisitPage, personId: PersonId | null, facts: SampleMember['facts'] = {}): Promise<VisitPage> {
  let page = begun
  for (const [fact, value] of Object.entries(facts) as [keyof typeof facts, NonNullable<(typeof facts)[keyof typeof facts]>][]) {
    page = await client.households.saveFact({
      visitId: page.visit.id,
      seenVersion: page.visit.version,
      personId,
      fact,
      value,
    })
  }
  return page
}

async function markServices(client: Client, { visit: { id } }: VisitPage, { marks = [] }: SampleVisit): Promise<void> {
  const { lookup } = await client.eligibility.lookup({ visitId: id })
  const likely = lookup.verdicts.filter(({ verdict }) => verdict === 'likely')
  for (const [place, mark] of marks.entries()) {
    const service = likely[place]
    if (service) {
      await client.eligibility.mark({
        visitId: id,
        serviceId: WelfareServiceId.parse(service.serviceId),
        personId: (service.memberId ?? null) as PersonId | null,
        mark,
      })
    }
  }
}

async function assignCase(desk: SampleDesk, client: Client, begun: VisitPage, { assign }: SampleVisit): Promise<VisitPage> {
  if (!assign)
    return begun
  const page = await client.intake.page({ visitId: begun.visit.id })
  const { urgency, kind, planners } = await client.cases.suggest({ visitId: page.visit.id })
  const plannerId = assign.planner === undefined
    ? planners[0]?.id
    : desk.staffIdOf(assign.planner)
  if (!plannerId)
    return page
  return client.cases.assign({
    visitId: page.visit.id,
    seenVersion: page.visit.version,
    urgency,
    kind,
    plannerId,
    why: assign.why,
  })
}

async function tellContact(desk: SampleDesk, days: SampleDays, { caseId, planner }: OpenedCase, { channel, outcome, note, nextTryIn }: SampleContact): Promise<void> {
  const client = desk.as(planner)
  const { case: { version } } = await client.cases.page({ caseId })
  await client.cases.recordContact({
    caseId,
    seenVersion: version,
    channel,
    outcome,
    note,
    nextTry: nextTryIn === undefined
      ? null
      : days.day(-nextTryIn),
  })
}

async function closeCase(desk: SampleDesk, { caseId, planner }: OpenedCase, why: string): Promise<void> {
  const client = desk.as(planner)
  const { case: { version } } = await client.cases.page({ caseId })
  await client.cases.close({ caseId, seenVersion: version, why })
}
