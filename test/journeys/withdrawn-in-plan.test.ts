/** In the middle of an agreed plan a resident takes back first what was agreed about other agencies, then everything. */
import type { Locator, Page } from 'playwright'
import type { Client } from '#core/contract'
import type { CaseId, MeetingId } from '#core/kernel/ids'
import type { App } from './support/launch-app'
import { Buffer } from 'node:buffer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Plan } from '#core/records/bodies/plan'
import { surveyedBy } from '../support/planned-case'
import { openVisitAt } from '../support/visit-at-desk'
import { caseRows, masked, showCases } from './support/at-the-case'
import { printedPdf, savedPdf, search, signInAtCounter, wordsOn } from './support/at-the-counter'
import { openPart, turnTo } from './support/at-the-planner'
import { deskClient } from './support/desk-client'
import { tabTo } from './support/keyboard'
import { inElectron, launchApp } from './support/launch-app'
import { lettersOf } from './support/read-pdf'

const name = '예시거둠'
const road = '예시로 77'
const words = '밥을 하루 한 끼만 먹어요'
const told = '수요일마다 문을 두드려 드리기로 함'
const photo = '부엌 천장의 얼룩'
const agency = '표본종합사회복지관'
const forOutside = '혼자 지내는 50대, 밑반찬을 맡을 곳이 있을까요?'
const everyWord = [name, '예**둠', words, told, photo, forOutside]
let app: App
let planner: Client
let lead: Client
let caseId: CaseId
let meetingId: MeetingId
let desk: Page
let leadDesk: Page
let outside: Page
/** The day on which what was written is destroyed. */
let destroyOn = ''

/** By the law's words: from the counter to a plan that the resident signed and the lead approved, with an agency at work. */
beforeAll(async () => {
  app = await launchApp({ sample: true, timeTravel: true })
  const url = new URL(app.page.url()).origin
  const clerk = await deskClient(url, '견본민원')
  ;[planner, lead] = await Promise.all([deskClient(url, '견본세찬'), deskClient(url, '견본팀장')])
  const staff = await lead.staff.list()
  const idOf = (who: string) => staff.find(member => member.name === who)!.id

  const visit = await openVisitAt(clerk, 'counselling')
  await visit.sayYes()
  await visit.consent({ name, thirdParty: true })
  await visit.member({ personId: visit.visitor()!.id, name, birth: '1971-02-03', sex: 'female' })
  await visit.household({ road, phone: '010-0000-7702' })
  const opened = await clerk.cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: idOf('견본세찬'), why: '표본' })
  caseId = opened.case!.id
  const personId = opened.household!.members[0]!.id
  const given = await planner.cases.page({ caseId })
  await planner.cases.recordContact({ caseId, seenVersion: given.case.version, channel: 'call', outcome: 'reached', note: told, nextTry: null })
  await surveyedBy(planner, caseId, { 'daily-living': { level: 4, words, priority: 1 } })

  const planned = await lead.meetings.plan({ kind: 'outside', scope: { of: 'planner', staffId: idOf('견본세찬') }, day: app.today() as never, starts: '15:00', minutes: 60, place: null, weekly: false, attendees: [idOf('견본팀장'), idOf('견본세찬'), idOf('견본위원')] })
  meetingId = planned.meeting.id
  const { items } = await lead.meetings.begin({ meetingId: planned.meeting.id, seenVersion: planned.meeting.version })
  for (const other of items.filter(item => item.caseId !== caseId))
    await lead.meetings.leaveOut({ itemId: other.id, seenVersion: other.version, why: '표본' })
  const item = items.find(each => each.caseId === caseId)!
  const written = await lead.meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: { ...item.draft, forOutside, why: '여러 욕구가 함께 있음', lead: { sector: 'public', who: '표본동' } } })
  await lead.meetings.decide({ itemId: item.id, seenVersion: written.item.version, decision: 'integrated' })

  const [hall] = await planner.referrals.agencies({ text: agency })
  const begun = await planner.records.begin({ caseId, kind: 'plan' })
  const body = Plan.parse(begun.body)
  const goals = body.goals.map(goal => ({ ...goal, goal: '하루 두 끼 먹기', criterion: '끼니 표' }))
  const measure = { id: 'banchan1', goalId: goals[0]!.id, kind: 'service', what: '밑반찬 배달', serviceId: null, agencyId: hall!.id, provider: agency, from: app.today(), until: null, frequency: '주 2회', by: 'agency', staffId: null, inCharge: '표본 담당', state: 'running' } as const
  const saved = await planner.records.save({ recordId: begun.id, seenVersion: begun.version, body: Plan.parse({ ...body, goals, measures: [measure], reviewOn: app.today(90) }) as Record<string, unknown> })
  const agreed = await planner.plans.agree({ recordId: begun.id, seenVersion: saved.record.version, personId, name, method: 'paper', strokes: null, why: '' })
  await planner.records.finish({ recordId: begun.id, seenVersion: agreed.version })
  const waiting = (await lead.plans.waiting()).find(each => each.caseId === caseId)!
  await lead.plans.approve({ approvalId: waiting.id, seenVersion: waiting.recordVersion })

  const draft = await planner.referrals.begin({ caseId, agencyId: hall!.id, draft: { personId, field: 'welfare', need: 'daily-living', why: '', asked: '주 2회 밑반찬을 부탁드립니다.', parts: ['name', 'contact'], health: '' } })
  const sent = await planner.referrals.send({ referralId: draft.id, seenVersion: draft.version })
  const accepted = await planner.referrals.answer({ referralId: sent.id, seenVersion: sent.version, answer: 'accepted', on: app.today() as never, note: '' })
  await planner.referrals.start({ referralId: sent.id, seenVersion: accepted.version, note: '' })

  await app.page.context().close()
  desk = await app.newSeat()
  await signInAtCounter(desk, '견본세찬')
  leadDesk = await app.newSeat()
  await signInAtCounter(leadDesk, '견본팀장')
  outside = await app.newSeat()
  await signInAtCounter(outside, '견본위원')
}, 120_000)
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const consents = (page: Page): Locator => page.locator('section[aria-labelledby="consents-title"]')
const main = (page: Page): Promise<string> => wordsOn(page.getByRole('main'))

/** In the case, where the consents stand; by keys. @returns what the page says followed */
async function withdraw(page: Page, item: string): Promise<string> {
  await tabTo(page, consents(page).getByRole('button', { name: `${item} 철회` }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: '철회하기' }))
  await page.keyboard.press('Enter')
  return wordsOn(consents(page).getByRole('status').filter({ hasText: '철회했습니다' }))
}

describe.skipIf(inElectron)('consent taken back in the middle of a plan', () => {
  it('stands before: the plan is in force, the agency at work, the item before the outside member', async () => {
    await openPart(desk, name, 4)
    await desk.getByText('시행 중인 계획', { exact: true }).waitFor()
    await turnTo(desk, 5)
    await desk.getByRole('listitem').filter({ hasText: agency }).getByText('서비스 중').waitFor()
    await turnTo(desk, 7)
    const drawn = await desk.evaluate(`Object.assign(document.createElement('canvas'), { width: 40, height: 30 }).toDataURL('image/png').split(',')[1]`) as string
    await desk.locator('input[type=file][multiple]').setInputFiles({ name: '집.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') })
    await desk.getByRole('radio', { name: '주거 상태' }).check()
    await desk.getByLabel('설명').fill(photo)
    await desk.locator('form img').waitFor()
    await desk.keyboard.press('Control+Enter')
    await desk.getByText(photo).first().waitFor()
    await outside.getByText(forOutside).waitFor()
  })

  it('first about other agencies: the referral comes back with a letter to send, the measure stops, and the outside member sees the item no more', async () => {
    await turnTo(desk, 1)
    const said = await withdraw(desk, '제3자 제공')
    expect(said).not.toContain('사례를 끝냈습니다')
    expect(await wordsOn(consents(desk))).toMatch(/제3자 제공\s+철회/)

    await outside.getByText('동의 범위 밖이라 보여 드릴 수 없는 안건이에요.').waitFor()
    expect(await main(outside)).not.toContain('밑반찬')

    await turnTo(desk, 5)
    const row = desk.getByRole('listitem').filter({ hasText: agency })
    await row.getByText('요청서를 아직 보내지 않음').waitFor()
    await row.getByText('동의를 거두어 회수함').waitFor()
    await row.getByRole('button', { name: '회수 요청서' }).first().click()
    const paper = desk.getByRole('dialog')
    await paper.getByText('파기 확인서').waitFor()
    const letter = await savedPdf(desk, () => paper.getByRole('button', { name: '파일로 저장' }).click())
    expect(lettersOf(letter.text)).toContain(agency)
    expect(lettersOf(letter.text)).toContain('파기')
    expect(letter.text).not.toContain(words)
    expect(letter.name).not.toContain(name)
    await desk.keyboard.press('Escape')

    await turnTo(desk, 4)
    await desk.getByText('중단', { exact: true }).first().waitFor()
    await desk.goto(new URL('/cases?view=today', desk.url()).href)
    await desk.getByRole('heading', { level: 1, name: '오늘 할 일' }).waitFor()
    await desk.getByText(`회수·파기 요청서 보내기: ${agency}`).waitFor()

    await openPart(desk, name, 5)
    await row.getByRole('button', { name: '요청서 보냄' }).click()
    await row.getByText('요청서 보낸 날').waitFor()
    // The case itself goes on.
    await turnTo(desk, 6)
    await desk.getByRole('button', { name: /연락 저장/ }).waitFor()
  })

  it('then about everything: the case ends on the planner\'s open screen, nothing more can be written, and the receipt is printed', async () => {
    await leadDesk.goto(new URL(`/cases/${caseId}`, leadDesk.url()).href)
    await leadDesk.getByRole('heading', { level: 1, name: masked(name) }).waitFor()
    expect(await desk.getByLabel('나눈 이야기').count()).toBe(1)
    const said = await withdraw(leadDesk, '수집·이용')
    expect(said).toContain('사례를 끝냈습니다')
    destroyOn = /(\d{4}-\d\d-\d\d)\S* ?에 파기합니다/.exec(said)?.[1] ?? ''
    expect(destroyOn > app.today()).toBe(true)
    const receipt = await printedPdf(leadDesk, async () => {
      await tabTo(leadDesk, consents(leadDesk).getByRole('button', { name: '철회 확인증 인쇄' }))
      await leadDesk.keyboard.press('Enter')
    })
    expect(lettersOf(receipt.text)).toContain('철회')
    expect(receipt.text).toContain(destroyOn)

    // Nobody reloads here: the screen hears of it, and nothing more is taken.
    await desk.getByText('이 사례를 찾지 못했어요.', { exact: false }).first().waitFor()
    const refused = { code: expect.stringMatching(/^CASE_NOT_(?:FOUND|OPEN)$/) as string }
    await expect(planner.cases.page({ caseId })).rejects.toMatchObject(refused)
    await expect(planner.records.begin({ caseId, kind: 'crisis-check' })).rejects.toMatchObject(refused)
    await expect(planner.cases.recordContact({ caseId, seenVersion: 1, channel: 'call', outcome: 'reached', note: '', nextTry: null })).rejects.toMatchObject(refused)

    expect(await search(desk, name)).not.toMatch(masked(name))
    await showCases(desk)
    await desk.waitForTimeout(300)
    expect(await caseRows(desk).filter({ hasText: masked(name) }).count()).toBe(0)
  })

  it('is forgotten after its day: no name, word or file is found by search, in the case or in the meeting', async () => {
    const days = Math.round((Date.parse(destroyOn) - Date.parse(app.today())) / 86_400_000)
    await app.travel(days)
    const later = await app.newSeat()
    await signInAtCounter(later, '견본팀장')
    expect(await search(later, name)).not.toMatch(masked(name))
    expect(await search(later, road)).not.toMatch(masked(name))
    const bodies: string[] = []
    later.on('response', response => response.url().includes('/rpc/') && void response.text().then(text => bodies.push(text), () => {}))
    await later.goto(new URL(`/cases/${caseId}`, later.url()).href)
    await later.getByRole('main').waitFor()
    for (let part = 1; part <= 7; part++) {
      await later.keyboard.press(`Alt+${part}`)
      await later.waitForTimeout(400)
    }
    await later.goto(new URL(`/meetings/${meetingId}`, later.url()).href)
    await later.getByText('회의 중').first().waitFor()
    await later.waitForTimeout(600)
    expect(bodies.length).toBeGreaterThan(5)
    const all = bodies.join('\n')
    expect(everyWord.filter(word => all.includes(word))).toEqual([])
    await outside.goto(new URL('/', outside.url()).href)
    await signInAtCounter(outside, '견본위원')
    expect(await main(outside)).not.toContain(forOutside)
  })
})
