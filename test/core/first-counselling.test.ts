/** First counselling: begun with what the counter knows, its result moves the case on, its paper has every field. */
import type { FirstCounselling } from '#core/records/bodies/first-counselling'
import type { RecordView } from '#core/records/model'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { counsellingResults, memberRowId } from '#core/records/bodies/first-counselling'
import { rowOf } from '../support/case-at-desk'
import { openCounter } from '../support/open-counter'
import { seenOf as seen } from '../support/planned-case'
import { textOfPdf } from '../support/text-of-pdf'
import { openVisitAt } from '../support/visit-at-desk'

const bodyOf = ({ body }: RecordView) => body as FirstCounselling
type Visit = Awaited<ReturnType<typeof openVisitAt>>

async function aCase(counter: Counter, { event = 'move-in' as Parameters<typeof openVisitAt>[1], sensitive = true, tell = async (_: Visit): Promise<unknown> => undefined, alone = true } = {}) {
  const { as, ids } = counter
  const visit = await openVisitAt(as('clerk'), event)
  await visit.sayYes()
  await visit.consent({ sensitive, name: '표본순' })
  await visit.member({ personId: visit.visitor()!.id, name: '표본순', birth: '1961-11-23', sex: 'female' })
  if (!alone)
    await visit.member({ name: '표본아들', relation: 'child', birth: '2010-01-01', sex: 'male' })
  await tell(visit)
  const page = await as('clerk').cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: ids.planner, why: '표본' })
  return { visit, caseId: page.case!.id, household: page.household! }
}
const begin = (counter: Counter, caseId: string) => counter.as('planner').records.begin({ caseId: caseId as never, kind: 'first-counselling' })
async function write(counter: Counter, record: RecordView, change: Partial<Record<keyof FirstCounselling, unknown>>): Promise<RecordView> {
  const answer = await counter.as('planner').records.save({ ...seen(record), body: { ...record.body, ...change } })
  expect(answer.outcome).toBe('saved')
  return answer.record
}
const enough = { complaint: '월세가 밀렸어요', method: 'call', nextContactOn: '2026-11-30' }

describe('what a first counselling begins with', () => {
  it('is the household, home, money and benefits as the counter wrote them down', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, household } = await aCase(counter, { tell: async (visit) => {
      await visit.fact('tenure', 'monthly-rent')
      await visit.fact('deposit', 10_000_000)
      await visit.fact('monthly-rent', 400_000)
      await visit.fact('monthly-income', 900_000)
      await visit.fact('disability', 'severe', visit.visitor()!.id)
      await visit.fact('employment', 'daily-worker', visit.visitor()!.id)
      await visit.fact('earned-income', 900_000, visit.visitor()!.id)
      await visit.fact('near-poor', true)
    } })
    const body = bodyOf(await begin(counter, caseId))
    expect(body).toMatchObject({
      on: '2026-11-23',
      foundBy: 'counter',
      householdTypes: ['one-person', 'elderly', 'disability'],
      protection: 'near-poor',
      housing: { tenure: 'monthly', deposit: 10_000_000, monthlyRent: 400_000 },
      money: { income: 900_000, spending: null, debt: null },
      members: [{ id: memberRowId(household.members[0]!.id), health: '심한 장애', income: 900_000 }],
      complaint: '',
      result: null,
    })
    expect(body.members[0]!.work).toContain('일용')
    expect(body.talk).toBe('2026-11-23 전입신고로 오셨다가 복지상담으로 이어짐.')
  })

  it('counts a household as old from 65 on, to the day, and never where a birthday is not known', async () => {
    // Born on 1961-11-23: 65 on 2026-11-23.
    for (const [moment, types] of [['2026-11-22T10:00', ['one-person']], ['2026-11-23T10:00', ['one-person', 'elderly']]] as const) {
      const counter = await openCounter({ moment })
      const { caseId } = await aCase(counter)
      expect(bodyOf(await begin(counter, caseId)).householdTypes).toEqual(types)
    }
    const counter = await openCounter()
    const { caseId } = await aCase(counter, { tell: visit => visit.member({ name: '표본모름', relation: 'parent' }) })
    expect(bodyOf(await begin(counter, caseId)).householdTypes).toEqual([])
  })

  it('has a row for each living member of a family of nine, and none for who died', async () => {
    const counter = await openCounter()
    const { caseId } = await aCase(counter, { tell: async (visit) => {
      for (let child = 1; child <= 8; child++)
        await visit.member({ name: `표본아이${child}`, relation: 'child', birth: '2012-02-29' })
      await visit.member({ name: '표본고인', relation: 'spouse', birth: '1950-01-01', diedOn: '2026-11-01' })
    } })
    const body = bodyOf(await begin(counter, caseId))
    expect(body.members).toHaveLength(9)
    expect(body.householdTypes).toEqual([])
  })

  it('knows the reasons of a crisis and the concerns that were told at the counter', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const death = await aCase(counter, { event: 'death', tell: async (visit) => {
      await visit.paperwork({ event: 'death', wasEarner: true })
      await visit.fact('crisis-reason', 'illness')
    } })
    expect(bodyOf(await begin(counter, death.caseId))).toMatchObject({ crisisReasons: ['earner-lost', 'serious-illness'] })
    const talk = await aCase(counter, { event: 'counselling', tell: visit => visit.paperwork({ event: 'counselling', concerns: ['debt', 'livelihood', 'loneliness'] }) })
    expect(bodyOf(await begin(counter, talk.caseId))).toMatchObject({ foundBy: 'self', needs: ['economy', 'social'], complaint: '창구에서 말씀하신 걱정: 빚, 생계, 외로움' })
  })

  it('says what is received already and what the counter left to the planner', async () => {
    const counter = await openCounter()
    const { caseId } = await aCase(counter, { tell: async (visit) => {
      await counter.as('clerk').households.saveReceives({ ...visit.seen(), personId: null, service: 'bl-livelihood', receives: true })
      await counter.as('clerk').eligibility.mark({ visitId: visit.visitId, serviceId: 'energy-voucher' as never, personId: null, mark: 'for-planner' })
      await visit.reload()
    } })
    const body = bodyOf(await begin(counter, caseId))
    expect(body).toMatchObject({ protection: 'basic-livelihood', inUse: '생계급여(기초생활보장)' })
    expect(body.talk).toContain('창구에서 플래너에게 넘긴 서비스: 에너지바우처')
  })

  it('holds nothing of health without the consent to sensitive data', async () => {
    const counter = await openCounter()
    const { caseId, household } = await aCase(counter, { sensitive: true, tell: visit => visit.fact('disability', 'severe', visit.visitor()!.id) })
    await counter.db.updateTable('consent').set({ withdrawn: JSON.stringify(['sensitive']) }).where('household_id', '=', household.id).execute()
    const record = await begin(counter, caseId)
    expect(bodyOf(record)).toMatchObject({ householdTypes: ['one-person', 'elderly'], members: [{ health: '' }] })
    for (const change of [{ health: '고혈압' }, { householdTypes: ['defector'] }, { members: [{ ...bodyOf(record).members[0]!, health: '고혈압' }] }])
      await expect(counter.as('planner').records.save({ ...seen(record), body: { ...record.body, ...change } })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
  })
})

describe('the result of a first counselling', () => {
  it.each(counsellingResults.map(result => [result, { 'case-management': 'survey', 'information': 'service', 'application': 'service', 'service-link': 'service', 'visit-booked': 'counselling', 'closed': 'counselling' }[result]] as const))('%s leads to %s', async (result, stage) => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await aCase(counter)
    const record = await write(counter, await begin(counter, caseId), { ...enough, result })
    await counter.as('planner').records.finish(seen(record))
    const row = await rowOf(counter, caseId)
    expect(row).toMatchObject({ stage, status: 'in-contact', next_on: '2026-11-30' })
    // It was the first contact, so its clock does not run on.
    expect(row.first_contact_at).not.toBeNull()
    expect(row.due_clock).toBe(stage === 'survey' ? 'survey' : null)
  })

  it('for case management starts the clocks of survey and of intake to plan', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await aCase(counter)
    await counter.as('planner').records.finish(seen(await write(counter, await begin(counter, caseId), { ...enough, result: 'case-management' })))
    const running = await counter.db.selectFrom('case_clock').select(['clock', 'due_on']).where('case_id', '=', caseId).where('done_on', 'is', null).orderBy('clock').execute()
    expect(running).toEqual([{ clock: 'intake-to-plan', due_on: '2026-12-23' }, { clock: 'survey', due_on: '2026-12-03' }])
  })

  it('leaves one open next contact, also when it is opened again and finished with another day', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await aCase(counter)
    const finished = await counter.as('planner').records.finish(seen(await write(counter, await begin(counter, caseId), { ...enough, result: 'information' })))
    const open = await counter.as('planner').records.reopen({ ...seen(finished), why: '날짜를 바꿈' })
    await counter.as('planner').records.finish(seen(await write(counter, open, { nextContactOn: '2026-12-07' })))
    const tasks = await counter.db.selectFrom('case_task').select(['kind', 'due_on', 'staff_id']).where('case_id', '=', caseId).where('done_at', 'is', null).execute()
    expect(tasks).toEqual([{ kind: 'retry', due_on: '2026-12-07', staff_id: counter.ids.planner }])
    expect(await rowOf(counter, caseId)).toMatchObject({ next_on: '2026-12-07', stage: 'service' })
  })

  it('does not take a case back that has come further', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await aCase(counter)
    const finished = await counter.as('planner').records.finish(seen(await write(counter, await begin(counter, caseId), { ...enough, result: 'case-management' })))
    await counter.db.updateTable('welfare_case').set({ stage: 'plan' }).where('id', '=', caseId).execute()
    const open = await counter.as('planner').records.reopen({ ...seen(finished), why: '고침' })
    await counter.as('planner').records.finish(seen(await write(counter, open, { result: 'information' })))
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'plan' })
  })

  it('wants a next contact from today on unless the case closes, and no talk of tomorrow', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await aCase(counter)
    const missing = (record: RecordView) => counter.as('planner').records.finish(seen(record)).catch(({ code, data }) => [code, data.fields])
    let record = await write(counter, await begin(counter, caseId), { ...enough, result: 'information', nextContactOn: null })
    expect(await missing(record)).toEqual(['RECORD_INCOMPLETE', ['nextContactOn']])
    record = await write(counter, record, { nextContactOn: '2026-11-22' })
    expect(await missing(record)).toEqual(['RECORD_INCOMPLETE', ['nextContactOn']])
    record = await write(counter, record, { nextContactOn: '2026-11-23', on: '2026-11-24' })
    expect(await missing(record)).toEqual(['RECORD_INCOMPLETE', ['on']])
    record = await write(counter, record, { on: '2026-11-23', nextContactOn: null, result: 'closed' })
    expect(await counter.as('planner').records.finish(seen(record))).toMatchObject({ status: 'finished' })
  })
})

describe('a crisis reason', () => {
  it('raises the case as soon as it is ticked, once, with a line on the trail and word to open screens', async () => {
    const counter = await openCounter()
    const { caseId } = await aCase(counter)
    const heard: string[] = []
    const stop = new AbortController()
    const listening = (async () => {
      for await (const { change } of counter.host.news.subscribe('case', { signal: stop.signal }))
        heard.push(change)
    })().catch(() => undefined)
    const record = await write(counter, await begin(counter, caseId), { crisisReasons: ['job-lost'] })
    expect(await rowOf(counter, caseId)).toMatchObject({ urgency: 'crisis' })
    await write(counter, await write(counter, record, { crisisReasons: ['job-lost', 'power-cut'] }), { crisisReasons: [] })
    await new Promise(resolve => setTimeout(resolve, 10))
    stop.abort()
    await listening
    expect(await rowOf(counter, caseId)).toMatchObject({ urgency: 'crisis' })
    expect(heard.filter(change => change === 'alert')).toHaveLength(1)
    const { events } = await counter.as('planner').cases.page({ caseId })
    expect(events.filter(({ kind }) => kind === 'urgency-changed').map(({ note }) => note)).toEqual(['초기상담에서 위기 사유 확인: 실직'])
  })
})

describe('the first counselling on paper', () => {
  it.each(['ko', 'en'] as const)('has every field, the members and the consents, and no name in its file name (%s)', async (language) => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, household } = await aCase(counter, { alone: false, tell: visit => visit.household({ road: '표본로 1', detail: '101호', phone: '010-0000-1234' }) })
    const record = await write(counter, await begin(counter, caseId), {
      ...enough,
      informant: { name: '표본이웃', relation: '이웃', phone: '02-000-0000' },
      livesAt: '표본로 2 반지하',
      protection: 'rejected',
      housing: { tenure: 'jeonse', deposit: 50_000_000, monthlyRent: 0, heating: '가스', note: '곰팡이' },
      money: { income: 1_000_000, spending: 900_000, debt: 30_000_000, note: '카드빚' },
      health: '무릎이 아픔',
      inUse: '에너지바우처',
      needs: ['economy', 'health'],
      crisisReasons: ['job-lost'],
      talk: '전화로 이야기함',
      opinion: '긴급지원 검토',
      result: 'case-management',
      members: household.members.map(({ id }) => ({ id: memberRowId(id), health: '', work: '학생', income: 10_000 })),
    })
    const { base64, fileName, pages } = await counter.as('planner').guide.pdf({ request: { document: 'first-counselling', recordId: record.id }, language, edition: 'standard' })
    expect(fileName).not.toContain('표본')
    expect(pages).toBeLessThanOrEqual(3)
    const text = await textOfPdf(base64)
    for (const said of ['표본순', '표본아들', '1961-11-23', '010-0000-1234', '표본로 1', '101호', '표본로 2 반지하', '표본이웃', '50,000,000', '900,000', '30,000,000', '가스', '곰팡이', '카드빚', '무릎이 아픔', '에너지바우처', '월세가 밀렸어요', '전화로 이야기함', '긴급지원 검토', '학생', '10,000', '2026-11-30'])
      expect(text).toContain(said.replaceAll(' ', ''))
    expect(text).toContain((language === 'ko' ? '통합사례관리 의뢰' : 'Integrated case management').replaceAll(' ', ''))
    expect(text).toContain((language === 'ko' ? '민감정보 동의' : 'Sensitive data: agreed').replaceAll(' ', ''))
  })

  it('is for those alone whose case it is, and of that kind of record', async () => {
    const counter = await openCounter()
    const { caseId } = await aCase(counter)
    const record = await begin(counter, caseId)
    const ask = (seat: 'clerk' | 'secondPlanner' | 'planner', recordId = record.id) => counter.as(seat).guide.sheet({ request: { document: 'first-counselling', recordId }, language: 'ko', edition: 'standard' })
    await expect(ask('clerk')).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(ask('secondPlanner')).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    const survey = await counter.as('planner').records.begin({ caseId, kind: 'needs-survey' })
    await expect(ask('planner', survey.id)).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
  })

  it('leaves health out once the consent is gone, whatever the record still said', async () => {
    const counter = await openCounter()
    const { caseId, household } = await aCase(counter)
    const record = await write(counter, await begin(counter, caseId), { health: '비밀스러운 병' })
    await counter.db.updateTable('consent').set({ withdrawn: JSON.stringify(['sensitive']) }).where('household_id', '=', household.id).execute()
    const sheet = await counter.as('planner').guide.sheet({ request: { document: 'first-counselling', recordId: record.id }, language: 'ko', edition: 'standard' })
    expect(JSON.stringify(sheet)).not.toContain('비밀스러운')
  })
})
