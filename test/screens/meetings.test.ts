/** A meeting run from its page by keyboard, on the wall without names, and what an outside member finds. */
import type { Page } from 'playwright'
import type { Client } from '#core/contract'
import type { CaseId, MeetingId, StaffId } from '#core/kernel/ids'
import type { App } from '../journeys/support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { NeedArea } from '#core/records/bodies/need-areas'
import { dayFromToday, signInAtCounter, wordsOn } from '../journeys/support/at-the-counter'
import { deskClient, samplePassword } from '../journeys/support/desk-client'
import { launchApp } from '../journeys/support/launch-app'
import { openVisitAt } from '../support/visit-at-desk'
import { axeSource, faultsOf } from './look-at-screen'

const agency = '표본종합사회복지관'
const names = ['표본나린', '표본도담']
/** Milliseconds until something that was typed must be at the server and on the other screen. */
const patient = { timeout: 15_000 }
let app: App
let lead: Client
let planner: Client
let meetingId: MeetingId
let cases: CaseId[] = []

/** Through the counter, the first counselling and the needs survey to the meeting. */
async function candidate(clerk: Client, plannerId: StaffId, name: string): Promise<CaseId> {
  const visit = await openVisitAt(clerk, 'counselling')
  await visit.sayYes()
  await visit.consent({ name, thirdParty: true })
  await visit.member({ personId: visit.visitor()!.id, name, birth: '1958-04-02', sex: 'female' })
  const { case: found } = await clerk.cases.assign({ ...visit.seen(), urgency: 'soon', kind: 'counselling', plannerId, why: '표본' })
  const caseId = found!.id
  const counselling = await planner.records.begin({ caseId, kind: 'first-counselling' })
  const told = await planner.records.save({ recordId: counselling.id, seenVersion: counselling.version, body: { ...counselling.body, method: 'visit', complaint: '끼니가 어려움', result: 'case-management', nextContactOn: dayFromToday(3), householdTypes: ['one-person'] } })
  await planner.records.finish({ recordId: counselling.id, seenVersion: told.record.version })
  const survey = await planner.records.begin({ caseId, kind: 'needs-survey' })
  const needs = Object.fromEntries(NeedArea.options.map((area, at) => [area, { ...(survey.body.needs as Record<string, object>)[area], level: at % 4, words: '표본의 말' }]))
  const saved = await planner.records.save({ recordId: survey.id, seenVersion: survey.version, body: { ...survey.body, needs } })
  await planner.records.finish({ recordId: survey.id, seenVersion: saved.record.version })
  return caseId
}

beforeAll(async () => {
  app = await launchApp({ sample: true })
  const url = new URL(app.page.url()).origin
  await app.page.locator('form').waitFor()
  lead = await deskClient(url, '견본팀장')
  planner = await deskClient(url, '견본하나')
  const { version, center, ...settings } = await lead.center.settings()
  await lead.center.change({ ...settings, seenVersion: version, recipients: [...new Set([...settings.recipients, agency])] })
  const clerk = await deskClient(url, '견본민원')
  const staff = await lead.staff.list()
  const idOf = (name: string) => staff.find(member => member.name === name)!.id
  cases = []
  for (const name of names)
    cases.push(await candidate(clerk, idOf('견본하나'), name))
  const planned = await lead.meetings.plan({ kind: 'outside', scope: { of: 'planner', staffId: idOf('견본하나') }, day: dayFromToday() as never, starts: '15:00', minutes: 60, place: '2층 회의실', weekly: true, attendees: [idOf('견본팀장'), idOf('견본하나'), idOf('견본위원')] })
  meetingId = planned.meeting.id
  for (const item of planned.items.filter(({ caseId }) => !cases.includes(caseId)))
    await lead.meetings.leaveOut({ itemId: item.id, seenVersion: item.version, why: '표본 시험에서 뺌' })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

async function enter(page: Page, name: string): Promise<void> {
  await signInAtCounter(page, name)
}
const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}
const itemHead = (page: Page) => page.locator('[data-item-head]')
const atServer = async () => (await lead.meetings.page({ meetingId })).items.filter(({ state }) => state !== 'left-out')

const looks = [
  { name: 'Korean at a desk', language: 'ko', viewport: { width: 1366, height: 768 }, touch: false, axe: true },
  { name: 'English on a tablet', language: 'en', viewport: { width: 1024, height: 768 }, touch: true, axe: true },
  { name: 'English at a desk', language: 'en', viewport: { width: 1366, height: 768 }, touch: false, axe: false },
  { name: 'Korean on an upright tablet', language: 'ko', viewport: { width: 768, height: 1024 }, touch: true, axe: false },
] as const

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the meetings', () => {
  for (const { name, language, viewport, touch, axe } of looks) {
    it(`${axe ? 'keep to WCAG 2.2 AA and ' : ''}stay within the window: ${name}`, async () => {
      const faults: Record<string, string[]> = {}
      const page = await app.newSeat({ language, viewport, touch })
      await page.context().addInitScript(axeSource)
      await page.reload()
      const look = async (screen: string): Promise<void> => {
        const found = await faultsOf(page, language, names, axe)
        if (found.length > 0)
          faults[screen] = found
      }
      const enterHere = async (who: string): Promise<void> => {
        await page.getByRole('button', { name: who }).click()
        await page.getByRole('navigation').first().waitFor()
      }
      await page.locator('form').waitFor()
      await enterHere('견본팀장')
      await go(page, '/meetings')
      await page.locator('table.data-table').first().waitFor()
      await look('list')
      await page.keyboard.press('Alt+N')
      await page.locator('dialog[open] input[type=checkbox]').first().waitFor()
      await look('new meeting')
      await page.keyboard.press('Escape')
      await go(page, `/meetings/${meetingId}`)
      await itemHead(page).waitFor()
      await look('meeting')
      await page.getByRole('button', { name: language === 'ko' ? '그림으로 보기' : 'Show as a picture' }).click()
      await page.locator('dialog[open] svg').first().waitFor()
      await look('needs as a picture')
      await page.keyboard.press('Escape')
      await page.keyboard.press('F9')
      await page.locator('.wall').waitFor()
      await look('wall')
      await page.keyboard.press('F9')
      await page.keyboard.press('Alt+P')
      await page.locator('dialog article').waitFor()
      await look('paper')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+A')
      await page.locator('dialog[open]').waitFor()
      await look('add')
      await page.keyboard.press('Escape')
      await page.context().close()
      expect(faults).toEqual({})
    })
  }

  it('are run by keyboard: begin, write, decide by digit, next', async () => {
    const page = await app.newSeat()
    await enter(page, '견본팀장')
    await page.keyboard.press('Alt+M')
    await page.getByRole('heading', { level: 1, name: '사례회의' }).waitFor()
    await go(page, `/meetings/${meetingId}`)
    await itemHead(page).waitFor()
    const first = await wordsOn(itemHead(page))
    await page.keyboard.press('Alt+B')
    await page.getByText('회의 중').first().waitFor()
    await page.getByLabel('논의한 내용').fill('이웃이 먼저 알려 줌')
    await page.keyboard.press('Alt+3')
    await page.locator('[data-why] textarea:focus').waitFor()
    await page.keyboard.insertText('서비스로 충분함')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '결정 무르기' }).waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await page.waitForFunction(`document.querySelector('[data-item-head]').innerText !== ${JSON.stringify(first)}`)
    expect(await page.evaluate('document.activeElement.hasAttribute("data-item-head")')).toBe(true)
    const [decided, open] = await atServer()
    expect(decided).toMatchObject({ decision: 'service-link', draft: { discussion: '이웃이 먼저 알려 줌', why: '서비스로 충분함' }, card: { stage: 'service' } })
    expect(open).toMatchObject({ state: 'open' })
    await page.context().close()
  })

  it('say what a decision still needs, and lose nothing that was typed', async () => {
    const page = await app.newSeat()
    await enter(page, '견본팀장')
    await go(page, `/meetings/${meetingId}`)
    await itemHead(page).waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByLabel('논의할 것').fill('누가 이끌까요?')
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').filter({ hasText: '결정한 이유, 주관' }).waitFor()
    expect((await atServer())[1]).toMatchObject({ state: 'open', draft: { question: '누가 이끌까요?' } })
    await page.context().close()
  })

  it('show no name while names are hidden', async () => {
    const page = await app.newSeat()
    await enter(page, '견본팀장')
    await go(page, `/meetings/${meetingId}`)
    await itemHead(page).waitFor()
    const masked = (await atServer()).map(({ card }) => card.maskedName)
    const shown = () => wordsOn(page.locator('main'))
    expect(masked.every(name => name.includes('*'))).toBe(true)
    expect(await shown()).toContain(masked[0])
    await page.keyboard.press('F9')
    await page.locator('.wall').waitFor()
    const wall = await shown()
    expect(masked.filter(name => wall.includes(name))).toEqual([])
    for (const { pseudonym } of await atServer())
      expect(wall).toContain(pseudonym)
    await page.context().close()
  })

  it('put two people\'s words on one item together', async () => {
    const [one, other] = [await app.newSeat(), await app.newSeat()]
    await enter(one, '견본팀장')
    await enter(other, '견본하나')
    for (const page of [one, other]) {
      await go(page, `/meetings/${meetingId}`)
      await itemHead(page).waitFor()
      await page.keyboard.press('Alt+ArrowDown')
    }
    await one.getByLabel('논의할 것').fill('무엇을 먼저 할까요?')
    await other.getByLabel('논의한 내용').fill('밑반찬부터')
    await expect.poll(async () => (await atServer())[1]?.draft, patient).toMatchObject({ question: '무엇을 먼저 할까요?', discussion: '밑반찬부터' })
    await expect.poll(() => one.getByLabel('논의한 내용').inputValue(), patient).toBe('밑반찬부터')
    await one.context().close()
    await other.context().close()
  })

  it('warn while a text for outside names somebody', async () => {
    const page = await app.newSeat()
    await enter(page, '견본하나')
    await go(page, `/meetings/${meetingId}`)
    await itemHead(page).waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    const forOutside = page.getByLabel('외부 위원에게 보일 글')
    await forOutside.fill('표본도담 님의 밑반찬')
    await page.getByText('누구인지 알 수 있는 내용이 있어요: 이름').waitFor()
    await forOutside.fill('혼자 지내는 60대, 밑반찬을 맡을 곳이 있을까요?')
    await page.getByText('누구인지 알 수 있는 내용이 있어요: 이름').waitFor({ state: 'detached' })
    await expect.poll(async () => (await atServer())[1]?.draft.forOutside, patient).toBe('혼자 지내는 60대, 밑반찬을 맡을 곳이 있을까요?')
    await page.context().close()
  })
})

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('an outside member', () => {
  it('lands on the agenda, has nothing else to go to, and sees no name', async () => {
    const page = await app.newSeat()
    await page.context().addInitScript(axeSource)
    await page.reload()
    const asked: string[] = []
    page.on('request', request => request.url().includes('/rpc/') && asked.push(new URL(request.url()).pathname.replace('/rpc/', '').replaceAll('/', '.')))
    await enter(page, '견본위원')
    await page.waitForURL(/\/outside/)
    await page.getByRole('heading', { level: 1, name: '회의 안건' }).waitFor()
    await page.locator('article').first().waitFor()
    const allowed = /^(?:setup\.status|staff\.|center\.settings|meetings\.outside\.|meetings\.watch)/
    expect(asked.filter(name => !allowed.test(name))).toEqual([])
    expect(await page.getByRole('navigation', { name: '주요 화면' }).getByRole('link').allInnerTexts()).toEqual(['회의'])
    expect(await page.getByRole('button', { name: /찾기/ }).count()).toBe(0)
    const words = await wordsOn(page.locator('body'))
    expect([...names, '표**린', '표**담', '견본하나', '1958'].filter(name => words.includes(name))).toEqual([])
    expect(words).toContain('60대')
    expect(await faultsOf(page, 'ko', names, true)).toEqual([])
    for (const path of ['/', '/cases', '/meetings', `/meetings/${meetingId}`, '/office', '/catalogue']) {
      await page.goto(new URL(path, page.url()).href)
      await page.getByRole('heading', { level: 1, name: path === '/' ? '회의 안건' : /./ }).waitFor()
      expect((await wordsOn(page.locator('main'))).includes('표**')).toBe(false)
    }
    await page.context().close()
  })

  it('writes an opinion that stands in the minutes, and loses the item with the consent', async () => {
    const page = await app.newSeat({ language: 'en', viewport: { width: 1024, height: 768 }, touch: true })
    await page.context().addInitScript(axeSource)
    await page.reload()
    await page.getByLabel('Name', { exact: true }).fill('견본위원')
    await page.getByLabel('Password', { exact: true }).fill(samplePassword)
    await page.keyboard.press('Enter')
    await page.locator('article').nth(1).waitFor()
    expect(await faultsOf(page, 'en', names, true)).toEqual([])
    const item = page.locator('article').nth(1)
    await item.getByLabel('Your opinion').fill('월요일부터 가능해요')
    await item.getByRole('button', { name: 'Save opinion' }).click()
    await item.getByText('Saved', { exact: true }).waitFor()
    expect((await atServer())[1]?.opinions).toMatchObject([{ agency, text: '월요일부터 가능해요' }])
    const { consents } = await planner.cases.page({ caseId: (await atServer())[1]!.caseId })
    await planner.consent.withdraw({ consentId: consents[0]!.id, items: ['third-party'] })
    await page.reload()
    await page.getByText('cannot be shown').waitFor()
    expect(await wordsOn(page.locator('article').nth(1))).not.toContain('월요일')
    await page.context().close()
  })
})
