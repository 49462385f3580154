/** Applying for services: each paper once, handing in, decision, until when one may object. */
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { objectionDeadline, objectionRules } from '#core/applications/objection-rules'
import { holidaySet } from '#core/policy/working-days'
import { readPdf } from '../journeys/support/read-pdf'
import { openCase } from '../support/linking-at-desk'
import { openCounter, realCatalogue } from '../support/open-counter'
import { day } from '../support/visit-at-desk'

const pension = 'basic-pension' as never
const livelihood = 'bl-livelihood' as never

async function openOffice() {
  const counter = await openCounter()
  const opened = await openCase(counter)
  return { ...counter, ...opened, planner: counter.as('planner') }
}
type Office = Awaited<ReturnType<typeof openOffice>>

const applyFor = async ({ planner, caseId }: Office, serviceId: never, personId: string | null = null) => (await planner.applications.begin({ caseId, serviceId, personId: personId as never })).applications[0]!
const seen = ({ id, version }: { readonly id: string, readonly version: number }) => ({ applicationId: id as never, seenVersion: version })
const handedIn = async (office: Office, serviceId: never) => (await office.planner.applications.handIn({ ...seen(await applyFor(office, serviceId)), on: day('2026-11-23'), place: '표본동 주민센터', receipt: '가-1', form: '' })).applications[0]!
const decision = { kind: 'rejected' as const, receivedOn: day('2026-11-23'), from: null, amount: '', note: '' }
const objectionTasks = ({ db }: Office) => db.selectFrom('case_task').select(['what', 'due_on']).where('kind', '=', 'objection').where('done_at', 'is', null).execute()

describe('what could be applied for', () => {
  it('is what the counter marked first, then what looked likely, and nothing that is applied for already', async () => {
    const counter = await openCounter()
    const { caseId, visit, personId } = await openCase(counter)
    const planner = counter.as('planner')
    const before = (await planner.applications.ofCase({ caseId })).proposals
    expect(before.map(({ because }) => because)).not.toContain('apply-today')
    await visit.reload()
    await counter.as('clerk').eligibility.mark({ visitId: visit.visitId, serviceId: pension, personId, mark: 'apply-today' })
    const [first] = (await planner.applications.ofCase({ caseId })).proposals
    expect(first).toMatchObject({ serviceId: 'basic-pension', personId, because: 'apply-today' })
    const { proposals } = await planner.applications.begin({ caseId, serviceId: pension, personId })
    expect(proposals.map(({ serviceId }) => serviceId)).not.toContain('basic-pension')
    await expect(planner.applications.begin({ caseId, serviceId: pension, personId })).rejects.toMatchObject({ code: 'APPLICATION_EXISTS' })
  })

  it('is only what the catalogue has, for somebody of the household', async () => {
    const { planner, caseId } = await openOffice()
    await expect(planner.applications.begin({ caseId, serviceId: 'no-such-service' as never, personId: null })).rejects.toMatchObject({ code: 'SERVICE_NOT_FOUND' })
    await expect(planner.applications.begin({ caseId, serviceId: pension, personId: caseId as never })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
  })
})

describe('the papers', () => {
  it('stand in one list, each once, and a tick counts for every application that needs it', async () => {
    const office = await openOffice()
    await applyFor(office, pension)
    const second = await applyFor(office, livelihood)
    const { services } = await realCatalogue()
    const wanted = new Set([...services.get('basic-pension')!.bring, ...services.get('bl-livelihood')!.bring])
    const { papers } = await office.planner.applications.ofCase({ caseId: office.caseId })
    expect(new Set(papers.map(({ id }) => id))).toEqual(wanted)
    expect(papers).toHaveLength(wanted.size)
    const shared = papers.find(({ applications }) => applications.length === 2)!
    const ticked = await office.planner.applications.tickPaper({ caseId: office.caseId, paperId: shared.id, have: true, seen: shared.applications })
    expect(ticked.papers.find(({ id }) => id === shared.id)!.on).toBe('2026-11-23')
    expect(ticked.applications.map(({ body }) => body.papers[shared.id])).toEqual(['2026-11-23', '2026-11-23'])
    // From the version before the tick: somebody else was faster.
    await expect(office.planner.applications.tickPaper({ caseId: office.caseId, paperId: shared.id, have: false, seen: shared.applications })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    const again = ticked.papers.find(({ id }) => id === shared.id)!
    const taken = await office.planner.applications.tickPaper({ caseId: office.caseId, paperId: shared.id, have: false, seen: again.applications })
    expect(taken.papers.find(({ id }) => id === shared.id)!.on).toBeNull()
    // What was handed in asks for no more papers.
    const later = taken.applications.find(({ id }) => id === second.id)!
    const handed = await office.planner.applications.handIn({ ...seen(later), on: day('2026-11-23'), place: '표본동', receipt: '', form: '' })
    expect(new Set(handed.papers.map(({ id }) => id))).toEqual(new Set(services.get('basic-pension')!.bring))
  })

  it('that are there for one application are there for the next', async () => {
    const office = await openOffice()
    await applyFor(office, pension)
    const { papers } = await office.planner.applications.ofCase({ caseId: office.caseId })
    const card = papers.find(({ id }) => id === 'identity-card')!
    await office.planner.applications.tickPaper({ caseId: office.caseId, paperId: card.id, have: true, seen: card.applications })
    const begun = await applyFor(office, livelihood)
    expect(begun.body.papers).toEqual((await realCatalogue()).services.get('bl-livelihood')!.bring.includes('identity-card') ? { 'identity-card': '2026-11-23' } : {})
  })
})

describe('from handing in to the decision', () => {
  it('writes where, when, number, decision and its trail', async () => {
    const office = await openOffice()
    const handed = await handedIn(office, pension)
    expect(handed).toMatchObject({ status: 'handed-in', handedInOn: '2026-11-23', body: { place: '표본동 주민센터', receipt: '가-1' } })
    const { applications } = await office.planner.applications.decide({ ...seen(handed), kind: 'approved', receivedOn: day('2026-11-23'), from: day('2026-11-01'), amount: '월 342,510원', note: '' })
    expect(applications[0]).toMatchObject({ status: 'approved', decidedOn: '2026-11-23', body: { decision: { from: '2026-11-01', amount: '월 342,510원' } } })
    // What was granted asks nobody to object, but until when stands there.
    expect(applications[0]!.objectionDue).toBe('2027-02-22')
    expect(await objectionTasks(office)).toEqual([])
    const trail = (await office.planner.cases.page({ caseId: office.caseId })).events.filter(({ kind }) => kind === 'application')
    expect(trail.map(({ note }) => note)).toEqual(['approved · 기초연금', 'handed-in · 기초연금', 'collecting · 기초연금'])
  })

  it('takes no step out of turn, no day to come, and keeps the first of two', async () => {
    const office = await openOffice()
    const begun = await applyFor(office, pension)
    await expect(office.planner.applications.decide({ ...seen(begun), ...decision })).rejects.toMatchObject({ code: 'APPLICATION_NOT_SO_FAR' })
    await expect(office.planner.applications.handIn({ ...seen(begun), on: day('2026-11-24'), place: '가', receipt: '', form: '' })).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
    await office.as('lead').applications.save({ ...seen(begun), form: '사회보장급여 신청서', note: '' })
    await expect(office.planner.applications.giveUp({ ...seen(begun), why: '마음이 바뀜' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(office.as('secondPlanner').applications.ofCase({ caseId: office.caseId })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
  })

  it('waits for a word of the family until the last day of objecting, and no longer once it was filed', async () => {
    const office = await openOffice()
    const handed = await handedIn(office, pension)
    const rejected = (await office.planner.applications.decide({ ...seen(handed), ...decision })).applications[0]!
    expect(rejected.body.objection).toMatchObject({ due: '2027-02-22', basis: 'rule', law: '기초연금법 제22조제2항', days: 90, toCheck: false })
    expect(await objectionTasks(office)).toEqual([{ what: '이의신청 마지막 날 2027-02-22: 기초연금', due_on: '2027-02-22' }])
    const filed = (await office.planner.applications.object({ ...seen(rejected), on: day('2026-11-23'), note: '소득이 다르게 잡힘' })).applications[0]!
    expect(filed).toMatchObject({ status: 'objection', body: { objection: { filedOn: '2026-11-23' } } })
    expect(await objectionTasks(office)).toEqual([])
    const again = (await office.planner.applications.decide({ ...seen(filed), ...decision, kind: 'other' })).applications[0]!
    expect(again).toMatchObject({ status: 'decided-otherwise', body: { decision: { kind: 'other' }, earlier: [{ kind: 'rejected' }] } })
    expect(await objectionTasks(office)).toHaveLength(1)
  })

  it('goes by the day printed on the notice where one is written down', async () => {
    const office = await openOffice()
    const handed = await handedIn(office, pension)
    await expect(office.planner.applications.decide({ ...seen(handed), ...decision, objectionDue: day('2026-11-22') })).rejects.toMatchObject({ code: 'OBJECTION_BEFORE_NOTICE' })
    const decided = (await office.planner.applications.decide({ ...seen(handed), ...decision, objectionDue: day('2026-12-30') })).applications[0]!
    expect(decided.body.objection).toMatchObject({ due: '2026-12-30', basis: 'notice', days: null, toCheck: false })
    expect(await objectionTasks(office)).toMatchObject([{ due_on: '2026-12-30' }])
  })

  it('corrects a decision without leaving two tasks behind', async () => {
    const office = await openOffice()
    const rejected = (await office.planner.applications.decide({ ...seen(await handedIn(office, pension)), ...decision })).applications[0]!
    const mended = (await office.planner.applications.decide({ ...seen(rejected), ...decision, kind: 'approved' })).applications[0]!
    expect(mended.body.earlier).toEqual([])
    expect(await objectionTasks(office)).toEqual([])
  })
})

describe('until when one may object', () => {
  const holidays = async () => holidaySet((await realCatalogue()).holidays)
  const dueOf = async (serviceId: string, receivedOn: string) => objectionDeadline(serviceId, day(receivedOn), await holidays()).due

  it.each([
    // 90 days, the day of the notice not counted (민법 제157조).
    ['basic-pension', '2026-07-01', '2026-09-29'],
    // A Thursday stays; a Saturday and a Sunday become the Monday (민법 제161조).
    ['basic-pension', '2026-08-07', '2026-11-05'],
    ['basic-pension', '2026-08-09', '2026-11-09'],
    ['basic-pension', '2026-08-10', '2026-11-09'],
    // It falls on Chuseok, 24 to 26 September 2026, a Thursday to a Saturday.
    ['basic-pension', '2026-06-26', '2026-09-28'],
    // New Year's Day 2027 is a Friday.
    ['basic-pension', '2026-10-03', '2027-01-04'],
    // Across 29 February 2028, and onto it.
    ['basic-pension', '2027-12-01', '2028-02-29'],
    ['basic-pension', '2027-12-02', '2028-03-02'],
    // Emergency aid: 30 days only.
    ['emergency-livelihood', '2026-11-23', '2026-12-23'],
    ['emergency-livelihood', '2026-11-25', '2026-12-28'],
  ])('%s, notice of %s: %s', async (serviceId, receivedOn, due) => {
    expect(await dueOf(serviceId, receivedOn)).toBe(due)
  })

  it('is to be checked where no law of the service was read', async () => {
    expect(objectionDeadline('seoul-basic-security', day('2026-11-23'), await holidays())).toMatchObject({ law: '사회보장급여법 제17조제1항', days: 90, toCheck: true })
    expect(objectionDeadline('emergency-medical', day('2026-11-23'), await holidays())).toMatchObject({ law: '긴급복지지원법 제16조제1항', toCheck: false })
  })

  it('is to be checked where the law was read in a text that is not in force yet', async () => {
    for (const service of ['unemployment-benefit', 'maternity-leave-benefit', 'parental-leave-benefit'])
      expect(objectionDeadline(service, day('2026-11-23'), await holidays())).toMatchObject({ law: '고용보험법 제87조제2항', days: 90, toCheck: true })
  })

  it('names only services that the catalogue has, each in one rule', async () => {
    const { services } = await realCatalogue()
    const named = objectionRules.flatMap(rule => rule.services)
    expect(named.filter(id => !services.has(id))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  })

  it('counts a day that the office added as a holiday', async () => {
    const office = await openOffice()
    await office.as('admin').center.addHoliday({ date: day('2027-02-22'), name: '임시공휴일', basis: '시험' })
    const rejected = (await office.planner.applications.decide({ ...seen(await handedIn(office, pension)), ...decision })).applications[0]!
    expect(rejected.objectionDue).toBe('2027-02-23')
  })
})

describe('the application sheet', () => {
  it.each(['ko', 'en'] as const)('says on one page what to bring and where (%s), and is filled in on the next, the boxes of the number empty', async (language) => {
    const counter = await openCounter()
    // A household of nine.
    const members = Array.from('아자차카타파하거', (last, place) => ({ name: `표본${last}`, relation: 'child' as const, birth: `201${place}-01-02` }))
    const opened = await openCase(counter, { members })
    const office: Office = { ...counter, ...opened, planner: counter.as('planner') }
    const { id } = await applyFor(office, pension, office.personId)
    const asked = { request: { document: 'application-form' as const, applicationId: id }, language, edition: 'standard' as const }
    const sheet = await office.planner.guide.sheet(asked)
    const boxes = sheet.groups.flat().flatMap(block => block.kind === 'drawing' ? block.shapes : []).filter(({ shape }) => shape === 'rect')
    expect(boxes).toHaveLength(13)
    const { base64, pages, fileName } = await office.planner.guide.pdf(asked)
    const text = (await readPdf(Buffer.from(base64, 'base64'))).text.replace(/[\s\u2060]+/g, '')
    for (const told of ['표본순', '표본아', '010-0000-0001', '서울특별시동작구예시로1101호', '□□□□□□-□□□□□□□', language === 'ko' ? '공식서식이우선' : 'officialformgoverns', ...(language === 'ko' ? ['1355', '통장사본', '거래은행이나은행앱', '주민센터창구에있어요'] : ['1355'])])
      expect(text).toContain(told)
    // No birth day of the applicant where the number would stand, and nothing that looks like one.
    expect(text).not.toMatch(/440501|\d{6}-\d{7}/)
    expect(pages).toBe(2)
    expect(fileName).not.toContain('표본순')
    await expect(office.as('clerk').guide.sheet(asked)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
  }, 60_000)
})
