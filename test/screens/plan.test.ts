/** Plan, approval, closing and after-care on the screen: by keyboard, in both languages, at a desk and on a tablet. */
import type { Page } from 'playwright'
import type { Client } from '#core/contract'
import type { CaseId } from '#core/kernel/ids'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import { mkdirSync } from 'node:fs'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Closing } from '#core/records/bodies/closing'
import { sign } from '../journeys/support/at-the-counter'
import { deskClient } from '../journeys/support/desk-client'
import { launchApp } from '../journeys/support/launch-app'
import { surveyedBy } from '../support/planned-case'
import { consentedVisit } from '../support/visit-at-desk'
import { signedIn } from './at-a-seat'
import { faultsOf } from './look-at-screen'

const name = '표본하늘'
let app: App
let clerk: Client
let planner: Client
let lead: Client
let caseId: CaseId

beforeAll(async () => {
  app = await launchApp({ sample: true })
  const url = new URL(app.page.url()).origin
  ;[clerk, planner, lead] = await Promise.all([deskClient(url, '견본민원'), deskClient(url, '견본하나'), deskClient(url, '견본팀장')])
  caseId = await surveyedCase(name)
  await selected(caseId)
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

async function surveyedCase(who: string): Promise<CaseId> {
  const visit = await consentedVisit(clerk, 'counselling', who, '1971-02-03')
  await clerk.eligibility.lookup({ visitId: visit.visitId })
  await visit.reload()
  const plannerId = (await planner.staff.current())!.staff.id
  const page = await clerk.cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId, why: '표본' })
  const id = page.case!.id
  await planner.cases.recordContact({ caseId: id, seenVersion: (await planner.cases.page({ caseId: id })).case.version, channel: 'call', outcome: 'reached', note: '', nextTry: null })
  await surveyedBy(planner, id, {
    'daily-living': { level: 4, words: '밥을 하루 한 끼만 먹어요', priority: 1 },
    'economy': { level: 3, words: '월세가 두 달 밀렸어요', priority: 2 },
    'social': { level: 2, words: '말할 사람이 없어요' },
  })
  return id
}

/** The meeting takes the case into integrated case management. */
async function selected(id: CaseId): Promise<void> {
  const { id: leadId } = (await lead.staff.current())!.staff
  const planned = await lead.meetings.plan({ kind: 'internal', scope: { of: 'office' }, day: app.today() as never, starts: '10:00', minutes: 60, place: null, weekly: false, attendees: [leadId] })
  const { meeting, items } = await lead.meetings.begin({ meetingId: planned.meeting.id, seenVersion: planned.meeting.version })
  const item = items.find(each => each.caseId === id)!
  const saved = await lead.meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: { ...item.draft, why: '여러 욕구가 함께 있음', lead: { sector: 'public', who: '표본동' } } })
  await lead.meetings.decide({ itemId: item.id, seenVersion: saved.item.version, decision: 'integrated' })
  expect(meeting.id).toBe(planned.meeting.id)
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}
const shots = process.env.MAJI_SHOTS
async function look(page: Page, as: string): Promise<void> {
  if (!shots)
    return
  mkdirSync(shots, { recursive: true })
  const size = page.viewportSize()!
  await page.setViewportSize({ ...size, height: 1900 })
  await page.screenshot({ path: `${shots}/${as}.png` })
  await page.setViewportSize(size)
}
const savedMark = (page: Page) => page.getByText('저장됨', { exact: true }).first().waitFor()

describe('a plan', () => {
  it('is begun from the survey and written by keyboard to its finish', async () => {
    const page = await signedIn(app, '견본하나')
    await goTo(page, `/cases/${caseId}?part=plan`)
    await page.getByRole('button', { name: '계획 시작' }).click()
    const goals = page.locator('[data-goal]')
    await goals.nth(2).waitFor()
    expect(await goals.getByRole('textbox', { name: '주민이 한 말' }).evaluateAll(fields => fields.map(field => (field as HTMLTextAreaElement).value))).toEqual(['밥을 하루 한 끼만 먹어요', '월세가 두 달 밀렸어요', '말할 사람이 없어요'])

    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').getByRole('button', { name: '목표 1 · 목표' }).click()
    await page.keyboard.type('하루 두 끼 먹기')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2주 동안 먹은 끼니를 적어 봄')
    await page.keyboard.press('Alt+A')
    const measure = goals.first().getByRole('group')
    await expect.poll(() => measure.getByLabel('무엇을').evaluate(field => field === document.activeElement)).toBe(true)
    await page.keyboard.type('밑반찬 배달')
    await page.keyboard.press('Tab')
    await page.keyboard.type('표본복지관')
    await page.keyboard.press('Tab')
    await page.keyboard.type('주 2회')
    // To the next goal, past the measure that is in hand.
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => goals.nth(1).evaluate(row => row.contains(document.activeElement))).toBe(true)
    await goals.nth(1).getByRole('textbox', { name: /^목표/ }).fill('밀린 월세 나누어 내기')
    await goals.nth(2).getByRole('textbox', { name: /^목표/ }).fill('주 1회 나눔 모임')
    await page.getByRole('button', { name: '3개월 뒤' }).click()
    await savedMark(page)
    await look(page, 'plan-editor')
    await page.keyboard.press('Control+Enter')
    await page.getByText('승인 대기', { exact: true }).waitFor()
    await page.context().close()
  })

  it('offers what the family was looked up for while the service is typed', async () => {
    const page = await signedIn(app, '견본하나')
    await goTo(page, `/cases/${await surveyedCase('표본구름')}?part=plan`)
    await page.getByRole('button', { name: '계획 시작' }).click()
    await page.locator('[data-goal]').first().waitFor()
    const offered = page.locator('#plan-services option')
    await expect.poll(() => offered.count()).toBeGreaterThan(3)
    const service = await offered.first().getAttribute('value')
    await page.keyboard.press('Alt+A')
    await page.keyboard.type(service!)
    await page.keyboard.press('Tab')
    await savedMark(page)
    const [plan] = (await planner.records.list({ caseId: page.url().split('/cases/')[1]!.slice(0, 36) as CaseId })).filter(({ kind }) => kind === 'plan')
    await expect.poll(async () => JSON.stringify((await planner.records.read({ recordId: plan!.id })).body)).toMatch(/"serviceId":"[a-z0-9-]+"/)
    await page.context().close()
  })

  it('says where a pressing need has no goal, and adds one', async () => {
    const page = await signedIn(app, '견본하나')
    await goTo(page, `/cases/${await surveyedCase('표본노을')}?part=plan`)
    await page.getByRole('button', { name: '계획 시작' }).click()
    await page.locator('[data-goal]').nth(2).waitFor()
    await page.getByRole('button', { name: '목표 빼기: 1' }).click()
    const notice = page.getByRole('status').filter({ hasText: '목표가 없는 긴급한 욕구가 있어요' })
    await notice.waitFor()
    expect(await notice.textContent()).toContain('일상생활')
    await notice.getByRole('button', { name: '일상생활 목표 더하기' }).click()
    await expect.poll(() => notice.count()).toBe(0)
    await page.context().close()
  })

  it('is signed by the resident on the screen and shown as signed', async () => {
    const page = await signedIn(app, '견본하나', { viewport: { width: 1024, height: 768 }, touch: true })
    await goTo(page, `/cases/${caseId}?part=plan`)
    await page.getByRole('button', { name: '서명 받기' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '동의 저장' }).click()
    await dialog.getByText('서명이 아직 없어요', { exact: false }).waitFor()
    await sign(page)
    await look(page, 'agree-tablet')
    await dialog.getByRole('button', { name: '동의 저장' }).click()
    await page.getByText(`${name} 님이 동의했어요`, { exact: false }).waitFor()
    await page.context().close()
  })
})

describe('a signed plan', () => {
  it('is opened for changes on purpose, and says that the agreement went with them', async () => {
    const id = await surveyedCase('표본이슬')
    const begun = await planner.records.begin({ caseId: id, kind: 'plan' })
    const goals = (begun.body.goals as { goal: string }[]).map(goal => ({ ...goal, goal: '표본 목표' }))
    const { record } = await planner.records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, goals, reviewOn: app.today(90) } })
    await planner.plans.agree({ recordId: record.id, seenVersion: record.version, personId: null, name: '표본대리', method: 'paper', strokes: null, why: '' })
    const page = await signedIn(app, '견본하나')
    await goTo(page, `/cases/${id}?part=plan`)
    await page.getByText('표본대리 님이 동의했어요', { exact: false }).waitFor()
    expect(await page.getByRole('textbox', { name: /^목표/ }).count()).toBe(0)
    await page.getByRole('button', { name: '고치기' }).click()
    await page.getByRole('textbox', { name: /^목표/ }).first().fill('다른 목표')
    await page.getByText('서명 뒤에 내용이 바뀌어 동의가 지워졌어요', { exact: false }).waitFor()
    await page.context().close()
  })
})

describe('the lead', () => {
  it('sends a plan back with the reason, and approves it once it was mended', async () => {
    const page = await signedIn(app, '견본팀장')
    await goTo(page, `/cases/${caseId}?part=plan`)
    await page.getByRole('button', { name: '돌려보내기' }).click()
    await page.getByLabel('돌려보내는 까닭').fill('두 번째 목표의 방법도 적어 주세요')
    await page.getByRole('button', { name: '돌려보내기' }).click()
    await page.getByText('두 번째 목표의 방법도 적어 주세요', { exact: false }).first().waitFor()
    await look(page, 'plan-returned')
    const [plan] = (await planner.records.list({ caseId })).filter(({ kind }) => kind === 'plan')
    await planner.records.finish({ recordId: plan!.id, seenVersion: plan!.version })
    await page.getByRole('button', { name: '승인', exact: true }).click()
    await page.getByText('시행 중인 계획', { exact: true }).waitFor()
    await look(page, 'plan-in-force')
    expect((await lead.cases.page({ caseId })).case.stage).toBe('service')
    await page.context().close()
  })
})

describe('the review', () => {
  it('is written on the screen and sets the next day', async () => {
    const page = await signedIn(app, '견본하나')
    await goTo(page, `/cases/${caseId}?part=plan`)
    await page.getByRole('button', { name: '점검 적기' }).click()
    await page.getByRole('group', { name: /하루 두 끼 먹기/ }).getByRole('radio', { name: '이룸', exact: true }).check()
    await page.getByLabel('살펴본 것').fill('끼니를 챙기고 계심')
    await page.locator('form').getByRole('button', { name: '3개월 뒤' }).click()
    await look(page, 'review-form')
    await page.getByRole('button', { name: '점검 저장' }).click()
    await page.getByText('이룬 목표 1 / 3').waitFor()
    await page.context().close()
  })
})

describe('closing', () => {
  it('asks what becomes of what is open, waits for the lead, and begins after-care', async () => {
    const page = await signedIn(app, '견본하나')
    await goTo(page, `/cases/${caseId}?part=closing`)
    await page.getByRole('button', { name: '종결 준비' }).click()
    await page.getByRole('radio', { name: '상황 호전' }).check()
    expect(await page.getByLabel('진행한 일과 결과').inputValue()).toContain('하루 두 끼 먹기: 이룸')
    await savedMark(page)
    await look(page, 'closing-form')
    await page.keyboard.press('Control+Enter')
    await page.getByText('승인 대기', { exact: true }).waitFor()
    expect((await lead.plans.waiting()).filter(({ kind }) => kind === 'closing')).toMatchObject([{ caseId, closing: { reason: 'improved' } }])
    const [waiting] = (await lead.plans.waiting()).filter(({ kind }) => kind === 'closing')
    await lead.plans.approve({ approvalId: waiting!.id, seenVersion: waiting!.recordVersion })
    await page.getByRole('heading', { name: '사후관리', exact: true }).waitFor()
    await page.getByRole('radio', { name: '다시 도움이 필요함' }).check()
    await page.getByLabel('나눈 이야기').fill('다시 일을 잃음')
    await page.getByRole('button', { name: '저장', exact: true }).click()
    await page.getByText('다시 도움이 필요하다고 하셨어요', { exact: false }).waitFor()
    await look(page, 'after-care')
    await page.context().close()
  })

  it('is quiet after a death', async () => {
    const id = await surveyedCase('표본달님')
    const begun = await planner.records.begin({ caseId: id, kind: 'closing' })
    await planner.records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...Closing.parse(begun.body), reason: 'died', summary: '표본' } })
    const page = await signedIn(app, '견본하나')
    await goTo(page, `/cases/${id}?part=closing`)
    await page.getByText('삼가 고인의 명복을 빕니다', { exact: false }).waitFor()
    expect(await page.getByText('종결 기준').count()).toBe(0)
    expect(await page.getByLabel('주민이 한 말').count()).toBe(0)
    await look(page, 'closing-death')
    await page.context().close()
  })
})

const looks: readonly (SeatOptions & { readonly language: 'ko' | 'en', readonly as: string })[] = [
  { as: 'desk-ko', language: 'ko', viewport: { width: 1366, height: 768 } },
  { as: 'desk-en', language: 'en', viewport: { width: 1366, height: 768 } },
  { as: 'tablet-ko', language: 'ko', viewport: { width: 1024, height: 768 }, touch: true },
  { as: 'tablet-en', language: 'en', viewport: { width: 768, height: 1024 }, touch: true },
  { as: 'contrast-ko', language: 'ko', viewport: { width: 1366, height: 768 }, contrast: 'high' },
]

describe.each(looks)('plan and closing at $as', ({ as, language, ...seat }) => {
  it('are accessible and nothing is cut off', async () => {
    const page = await signedIn(app, '견본팀장', { ...seat, language })
    const faults: string[] = []
    for (const [path, part] of [[caseId, 'plan'], [caseId, 'closing'], ['', 'plan'], ['', 'closing']] as const) {
      const id = path || await another()
      await goTo(page, `/cases/${id}?part=${part}`)
      await page.locator('section.panel h2').first().waitFor()
      await page.waitForTimeout(400)
      await look(page, `${part}-${path ? 'late' : 'early'}-${as}`)
      faults.push(...(await faultsOf(page, language, [name], as.startsWith('desk') || as.startsWith('contrast'))).map(fault => `${part} ${path ? 'late' : 'early'}: ${fault}`))
    }
    for (const view of ['approvals', 'clocks'] as const) {
      await goTo(page, `/team?view=${view}`)
      await page.locator(view === 'approvals' ? '#approvals-title' : '#after-care-settings').waitFor()
      await page.waitForTimeout(300)
      await look(page, `team-${view}-${as}`)
      faults.push(...(await faultsOf(page, language, [name], as.startsWith('desk') || as.startsWith('contrast'))).map(fault => `${view}: ${fault}`))
    }
    expect(faults).toEqual([])
    await page.context().close()
  }, 90_000)
})

let early: CaseId | undefined
/** A case whose plan is being written and whose closing was begun. */
async function another(): Promise<CaseId> {
  if (early)
    return early
  early = await surveyedCase('표본새벽')
  const begun = await planner.records.begin({ caseId: early, kind: 'plan' })
  const goals = begun.body.goals as { id: string }[]
  const measure = { id: 'meas00000001', goalId: goals[0]!.id, kind: 'service', what: '밑반찬 배달', serviceId: null, agencyId: null, provider: '표본복지관', from: null, until: null, frequency: '주 2회', by: 'agency', staffId: null, inCharge: '표본복지관 담당자', state: 'planned' }
  await planner.records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, measures: [measure] } })
  await planner.records.begin({ caseId: early, kind: 'closing' })
  const closing = await planner.records.begin({ caseId: await surveyedCase('표본저녁'), kind: 'closing' })
  const { record } = await planner.records.save({ recordId: closing.id, seenVersion: closing.version, body: { ...closing.body, reason: 'moved', summary: '표본' } })
  await planner.closing.ask({ recordId: record.id, seenVersion: record.version })
  return early
}
