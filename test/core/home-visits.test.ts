/** A visit from the door to the desk, and what its answers lead to. */
import type { HomeVisit } from '#core/records/bodies/home-visit'
import type { RecordView } from '#core/records/model'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { HomeVisit as HomeVisitSchema } from '#core/records/bodies/home-visit'
import { openCounter } from '../support/open-counter'
import { consentedVisit, openVisitAt, someStrokes } from '../support/visit-at-desk'

async function caseOf(counter: Counter, { sensitive = true } = {}) {
  const { as, ids } = counter
  const visit = sensitive ? await consentedVisit(as('clerk')) : await withoutHealth(counter)
  const page = await as('clerk').cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: ids.planner, why: '지역 담당' })
  return page.case!.id
}

async function withoutHealth({ as }: Counter) {
  const visit = await openVisitAt(as('clerk'), 'move-in')
  await visit.sayYes()
  await visit.consent({ sensitive: false })
  await visit.member({ personId: visit.visitor()!.id, name: '표본순', birth: '1944-05-01', sex: 'female' })
  return visit
}

const bodyOf = (record: RecordView): HomeVisit => HomeVisitSchema.parse(record.body)

async function save({ as }: Counter, record: RecordView, change: Partial<HomeVisit>, seat: 'planner' | 'lead' = 'planner'): Promise<RecordView> {
  const outcome = await as(seat).records.save({ recordId: record.id, seenVersion: record.version, body: { ...record.body, ...change } })
  expect(outcome.outcome).toBe('saved')
  return outcome.record
}

const begun = async (counter: Counter, caseId: Awaited<ReturnType<typeof caseOf>>) => counter.as('planner').homeVisits.begin({ caseId, appointmentId: null })

async function appointmentFor({ db, ids, host }: Counter, caseId: string, day: string, status = 'planned') {
  const id = host.newId()
  await db.insertInto('appointment').values({ id, kind: 'home-visit', case_id: caseId, meeting_id: null, day, starts: '14:00', minutes: 60, status, staff_id: ids.planner, place: null, note: null, record_id: null, place_in_day: 0, created_at: host.now(), version: 1 } as never).execute()
  return id
}

describe('a visit begun at the door', () => {
  it('cannot be made one of another family\'s appointment', async () => {
    const counter = await openCounter({ moment: '2026-11-30T10:00' })
    const caseId = await caseOf(counter)
    const theirs = await appointmentFor(counter, await caseOf(counter), '2026-11-30')
    const record = await save(counter, await begun(counter, caseId), { appointmentId: theirs as never, met: 'resident', talk: '표본' })
    expect(bodyOf(record).appointmentId).toBeNull()
    // Nor where an older version says so.
    await counter.db.updateTable('case_record').set({ body: JSON.stringify({ ...record.body, appointmentId: theirs }) }).where('id', '=', record.id).execute()
    await counter.as('planner').records.finish({ recordId: record.id, seenVersion: record.version })
    expect(await counter.db.selectFrom('appointment').select(['status', 'record_id', 'version']).where('id', '=', theirs).executeTakeFirst()).toEqual({ status: 'planned', record_id: null, version: 1 })
  })

  it('is open with day and time, and a reload does not make a second one', async () => {
    const counter = await openCounter({ moment: '2026-11-30T00:10' })
    const caseId = await caseOf(counter)
    const record = await begun(counter, caseId)
    expect(bodyOf(record)).toMatchObject({ on: '2026-11-30', starts: '00:10', met: null, appointmentId: null })
    expect((await begun(counter, caseId)).id).toBe(record.id)
    const all = await counter.as('planner').records.list({ caseId })
    expect(all.filter(({ kind }) => kind === 'home-visit')).toHaveLength(1)
  })

  it('is another one the day after, and another person\'s is their own', async () => {
    const counter = await openCounter({ moment: '2026-11-30T10:00' })
    const caseId = await caseOf(counter)
    const record = await begun(counter, caseId)
    expect((await counter.as('lead').homeVisits.begin({ caseId, appointmentId: null })).id).not.toBe(record.id)
    counter.at('2026-12-01T09:00')
    expect((await begun(counter, caseId)).id).not.toBe(record.id)
  })

  it('belongs to the appointment of the day, and marks it as done only when it is finished', async () => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const appointmentId = await appointmentFor(counter, caseId, '2026-11-30')
    const record = await begun(counter, caseId)
    expect(bodyOf(record).appointmentId).toBe(appointmentId)
    const status = async () => (await counter.db.selectFrom('appointment').select(['status', 'record_id']).where('id', '=', appointmentId).executeTakeFirst())!
    expect(await status()).toEqual({ status: 'planned', record_id: record.id })
    const written = await save(counter, record, { met: 'resident', talk: '잘 지내신다고 해요.' })
    await counter.as('planner').records.finish({ recordId: record.id, seenVersion: written.version })
    expect(await status()).toEqual({ status: 'done', record_id: record.id })
  })

  it('refuses an appointment of another case or one that is over', async () => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const over = await appointmentFor(counter, caseId, '2026-11-30', 'cancelled')
    await expect(counter.as('planner').homeVisits.begin({ caseId, appointmentId: over as never })).rejects.toMatchObject({ code: 'APPOINTMENT_NOT_FOUND' })
  })

  it('is nobody else\'s: another team\'s planner and a clerk are refused', async () => {
    const counter = await openCounter()
    const caseId = await caseOf(counter)
    const record = await begun(counter, caseId)
    await expect(counter.as('secondPlanner').homeVisits.begin({ caseId, appointmentId: null })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('secondPlanner').homeVisits.proposals({ recordId: record.id })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('secondPlanner').homeVisits.accept({ recordId: record.id, seenVersion: 1, key: 'crisis-check' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('clerk').homeVisits.proposals({ recordId: record.id })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('without the consent to sensitive data', () => {
  it('a tap about health is refused and the others are kept', async () => {
    const counter = await openCounter()
    const record = await begun(counter, await caseOf(counter, { sensitive: false }))
    const health = { ...record.body, answers: [{ step: 'health-sleep', answer: 'no-sleep', note: '' }] }
    await expect(counter.as('planner').records.save({ recordId: record.id, seenVersion: 1, body: health })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
    await expect(counter.as('planner').records.save({ recordId: record.id, seenVersion: 1, body: { ...record.body, seen: ['health-bruises'] } })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
    await save(counter, record, { seen: ['mail-piles'], answers: [{ step: 'economy-enough', answer: 'short', note: '' }] })
  })
})

describe('finishing the record at the desk', () => {
  it('records the contact: the first-contact clock ends, the stage moves, the day stands in the case', async () => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const record = await save(counter, await begun(counter, caseId), { met: 'resident', talk: '이야기했어요.' })
    counter.at('2026-12-01T09:30')
    await counter.as('planner').records.finish({ recordId: record.id, seenVersion: record.version })
    const page = await counter.as('planner').cases.page({ caseId })
    // Written the next morning, the contact was the day before.
    expect(page.case).toMatchObject({ status: 'in-contact', stage: 'counselling', lastContactOn: '2026-11-30', firstContactAt: '2026-11-30T05:05:00.000Z' })
    expect(page.case.dueClock).not.toBe('first-contact')
    expect(page.events.find(({ kind }) => kind === 'contact')).toMatchObject({ channel: 'visit', outcome: 'reached', subject: record.id })
  })

  it.each([['family', 'reached', 'in-contact'], ['neighbour', 'not-reached', 'not-reached'], ['nobody', 'not-reached', 'not-reached'], ['refused', 'refused', 'refused']] as const)('meeting %s is %s', async (met, outcome, status) => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const record = await save(counter, await begun(counter, caseId), { met, talk: '들은 말', nextOn: '2026-12-07' as never })
    await counter.as('planner').records.finish({ recordId: record.id, seenVersion: record.version })
    const page = await counter.as('planner').cases.page({ caseId })
    expect(page.case).toMatchObject({ status, nextOn: '2026-12-07' })
    expect(page.events.find(({ kind }) => kind === 'contact')).toMatchObject({ outcome, nextTry: '2026-12-07' })
  })

  it('names what is missing: whom they met, what was talked about, a next day where nobody was met', async () => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const record = await begun(counter, await caseOf(counter))
    const finish = (seen: RecordView) => counter.as('planner').records.finish({ recordId: record.id, seenVersion: seen.version })
    await expect(finish(record)).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['met'] } })
    const met = await save(counter, record, { met: 'resident' })
    await expect(finish(met)).rejects.toMatchObject({ data: { fields: ['talk'] } })
    const nobody = await save(counter, met, { met: 'nobody' })
    await expect(finish(nobody)).rejects.toMatchObject({ data: { fields: ['nextOn'] } })
    const past = await save(counter, nobody, { nextOn: '2026-11-29' as never })
    await expect(finish(past)).rejects.toMatchObject({ data: { fields: ['nextOn'] } })
    await finish(await save(counter, past, { nextOn: '2026-11-30' as never }))
  })

  it('is one contact, also when it is opened and finished again', async () => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const record = await save(counter, await begun(counter, caseId), { met: 'resident', talk: '이야기' })
    const done = await counter.as('planner').records.finish({ recordId: record.id, seenVersion: record.version })
    const open = await counter.as('planner').records.reopen({ recordId: record.id, seenVersion: done.version, why: '빠진 것' })
    await counter.as('planner').records.finish({ recordId: record.id, seenVersion: open.version })
    const { events } = await counter.as('planner').cases.page({ caseId })
    expect(events.filter(({ kind }) => kind === 'contact')).toHaveLength(1)
  })
})

describe('the signature', () => {
  const signature = { name: '표본순', personId: null, strokes: someStrokes }

  it('goes when what was agreed or the next day changes, and stays with everything else', async () => {
    const counter = await openCounter()
    let record = await save(counter, await begun(counter, await caseOf(counter)), { agreed: '다음 주에 다시 와요.', signature })
    record = await save(counter, record, { talk: '사무실에서 더 적음' })
    expect(bodyOf(record).signature).toEqual(signature)
    record = await save(counter, record, { agreed: '다음 달에 와요.' })
    expect(bodyOf(record).signature).toBeNull()
    record = await save(counter, record, { signature, agreed: bodyOf(record).agreed === '다음 달에 다시 와요.' ? '' : bodyOf(record).agreed })
    record = await save(counter, record, { nextOn: '2026-12-30' as never })
    expect(bodyOf(record).signature).toBeNull()
  })
})

describe('taking over what follows from a visit', () => {
  const answers = [
    { step: 'economy-why', answer: 'lost-job', note: '' },
    { step: 'social-talk', answer: 'no-talk', note: '' },
    { step: 'daily-living-why', answer: 'strength', note: '' },
  ]

  async function visited() {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const record = await save(counter, await begun(counter, caseId), { answers, seen: ['mail-piles'] })
    const accept = (key: string) => counter.as('planner').homeVisits.accept({ recordId: record.id, seenVersion: record.version, key })
    return { counter, caseId, record, accept, planner: counter.as('planner') }
  }

  it('writes nothing by itself', async () => {
    const { caseId, record, planner } = await visited()
    const proposals = await planner.homeVisits.proposals({ recordId: record.id })
    expect(proposals.length).toBeGreaterThan(5)
    expect(proposals.every(({ taken }) => !taken)).toBe(true)
    expect((await planner.records.list({ caseId })).map(({ kind }) => kind)).toEqual(['home-visit'])
  })

  it('begins the needs survey with the item and the words, one by one', async () => {
    const { caseId, planner, accept } = await visited()
    const { record: survey, proposals } = await accept('need/basic-living')
    expect(survey).toMatchObject({ kind: 'needs-survey', status: 'open' })
    const body = survey.body as { needs: Record<string, { items: string[], words: string, judgement: string }> }
    expect(body.needs.economy).toMatchObject({ items: ['basic-living'], words: '최근에 소득이 줄어든 일이 있으세요? “일자리를 잃었어요” (방문 2026-11-30)', judgement: '방문에서 봄: 우편물이나 고지서가 쌓였어요 (2026-11-30)' })
    expect(proposals.filter(({ taken }) => taken).map(({ proposal }) => proposal.key)).toEqual(['need/basic-living'])
    await accept('need/food-clothing-home')
    expect((await planner.records.list({ caseId })).filter(({ kind }) => kind === 'needs-survey')).toHaveLength(1)
  })

  it('puts crisis reasons and signs of isolation into one crisis check', async () => {
    const { accept } = await visited()
    await accept('crisis-reason/job-lost')
    const { record } = await accept('isolation/nobody-to-talk')
    expect(record).toMatchObject({ kind: 'crisis-check', body: { reasons: ['job-lost'], isolation: { 'nobody-to-talk': 'yes', 'nobody-when-sick': 'not-asked' } } })
  })

  it('puts services and agencies into the plan, once each', async () => {
    const { accept } = await visited()
    await accept('service/emergency-livelihood')
    const { record } = await accept('service/emergency-livelihood')
    expect((record.body as { measures: unknown[] }).measures).toMatchObject([{ kind: 'service', serviceId: 'emergency-livelihood', what: '긴급복지 생계지원', state: 'planned' }])
  })

  it('adds to what a colleague wrote meanwhile and takes nothing away', async () => {
    const { counter, caseId, accept } = await visited()
    const survey = await counter.as('lead').records.begin({ caseId, kind: 'needs-survey' })
    const needs = (survey.body as { needs: Record<string, object> }).needs
    await counter.as('lead').records.save({ recordId: survey.id, seenVersion: survey.version, body: { ...survey.body, summary: '팀장이 적음', needs: { ...needs, economy: { ...needs.economy, items: ['assets-and-debts'], words: '빚이 있다고 해요.' } } } })
    const { record } = await accept('need/basic-living')
    expect(record.body).toMatchObject({ summary: '팀장이 적음', needs: { economy: { items: ['assets-and-debts', 'basic-living'], words: '빚이 있다고 해요.\n최근에 소득이 줄어든 일이 있으세요? “일자리를 잃었어요” (방문 2026-11-30)' } } })
    // The lead's own screen saw an older version and is told so.
    expect(await counter.as('lead').records.save({ recordId: survey.id, seenVersion: survey.version + 1, body: record.body })).toMatchObject({ outcome: 'conflict' })
  })

  it('is refused once the answer is another one', async () => {
    const { counter, record, accept, planner } = await visited()
    const changed = await save(counter, record, { answers: [] })
    await expect(accept('need/basic-living')).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(planner.homeVisits.accept({ recordId: record.id, seenVersion: changed.version, key: 'crisis-reason/job-lost' })).rejects.toMatchObject({ code: 'PROPOSAL_GONE' })
  })

  it('opens the crisis check where an answer about suicide asks for it, and marks it as taken', async () => {
    const { counter, record, planner } = await visited()
    const asked = await save(counter, record, { answers: [{ step: 'suicide-ask', answer: 'wish', note: '' }] })
    const [first] = await planner.homeVisits.proposals({ recordId: record.id })
    expect(first).toMatchObject({ proposal: { kind: 'crisis-check' }, taken: false })
    const { record: check, proposals } = await planner.homeVisits.accept({ recordId: record.id, seenVersion: asked.version, key: 'crisis-check' })
    expect(check).toMatchObject({ kind: 'crisis-check', status: 'open' })
    expect(proposals[0]).toMatchObject({ taken: true })
  })
})

describe('on paper', () => {
  const words = (sheet: object) => JSON.stringify(sheet)

  it('the visit record says what was seen, said and agreed, with the signature, and its file name carries no name', async () => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const record = await save(counter, await begun(counter, caseId), {
      met: 'resident',
      seen: ['mail-piles', 'health-thin'],
      answers: [{ step: 'economy-why', answer: 'lost-job', note: '' }],
      agreed: '신청서를 함께 써요.',
      nextOn: '2026-12-07' as never,
      signature: { name: '표본순', personId: null, strokes: someStrokes },
    })
    const asked = { request: { document: 'home-visit', recordId: record.id }, language: 'ko', edition: 'standard' } as const
    const sheet = await counter.as('planner').guide.sheet(asked)
    for (const part of ['가정방문 기록', '우편물이나 고지서가 쌓였어요', '많이 말랐거나', '최근에 소득이 줄어든 일이 있으세요?', '일자리를 잃었어요', '신청서를 함께 써요.', '2026-12-07(월)', '쓰는 중'])
      expect(words(sheet)).toContain(part)
    expect(words(await counter.as('planner').guide.sheet({ ...asked, language: 'en' }))).toContain('I lost my job')
    const { fileName } = await counter.as('planner').guide.pdf(asked)
    expect(fileName).toBe('가정방문기록-2026-11-30.pdf')
    await expect(counter.as('secondPlanner').guide.sheet(asked)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('clerk').guide.sheet(asked)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
  })

  it('leaves health out once the consent to sensitive data was taken back', async () => {
    const counter = await openCounter({ moment: '2026-11-30T14:05' })
    const caseId = await caseOf(counter)
    const record = await save(counter, await begun(counter, caseId), { seen: ['mail-piles', 'health-thin'], health: '다리가 아프다고 해요.' })
    const [consent] = (await counter.as('planner').cases.page({ caseId })).consents
    await counter.as('clerk').consent.withdraw({ consentId: consent!.id, items: ['sensitive'] })
    const sheet = words(await counter.as('planner').guide.sheet({ request: { document: 'home-visit', recordId: record.id }, language: 'ko', edition: 'standard' }))
    expect(sheet).toContain('우편물이나 고지서가 쌓였어요')
    expect(sheet).not.toContain('말랐거나')
    expect(sheet).not.toContain('다리가 아프다고')
  })

  it('the first-visit card holds the greeting and the questions of one area and nobody\'s name', async () => {
    const counter = await openCounter()
    await caseOf(counter)
    const sheet = words(await counter.as('planner').guide.sheet({ request: { document: 'handbook-card', topicId: 'economy' }, language: 'ko', edition: 'standard' }))
    for (const part of ['첫 방문 안내 카드: 경제', '조사하러 온 게 아니에요', '1. 이번 달 생활비는 되시겠어요?', '긴급복지 생계지원', '긴급복지지원법 제2조', '푸드뱅크'])
      expect(sheet).toContain(part)
    expect(sheet).not.toMatch(/표본순|표본플래너/)
    await expect(counter.as('planner').guide.sheet({ request: { document: 'handbook-card', topicId: 'nowhere' }, language: 'ko', edition: 'standard' })).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
  })
})
