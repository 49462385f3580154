/** A husband has died who was the main earner; his wife comes with the report. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caseRows, masked, openCase, recordFirstContact, showCases } from './support/at-the-case'
import { addMember, addMonths, assignAsProposed, consent, dayFromToday, describeVisitor, expectDayIn, goOn, handOver, lineOfVisit, lookUp, openVisit, refuse, saved, search, services, signInAtCounter, ticketOf, withdrawConsent, wordsOn } from './support/at-the-counter'
import { choose, compose, tabTo } from './support/keyboard'
import { launchApp } from './support/launch-app'
import { lettersOf } from './support/read-pdf'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
  await signInAtCounter(app.page)
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const diedOn = dayFromToday(-9)
const year = Number(dayFromToday().slice(0, 4))
const cheerful = /축하|환영|어서 오세요|반가|[!🎉😊]/u

async function paperwork(page: Page): Promise<void> {
  await openVisit(page, 'death')
  await page.keyboard.type(diedOn.replaceAll('-', ''))
  await choose(page, '고인이 세대주였나요', 1)
  await choose(page, '고인이 생계를 책임지셨나요', 1)
  await choose(page, '오신 분은 고인의', 1)
  await choose(page, '남은 가족', 2)
}

async function family(page: Page, wife: string, husband: string, phone: string): Promise<void> {
  await paperwork(page)
  await goOn(page)
  await consent(page, { name: wife })
  await describeVisitor(page, { birth: `${year - 47}-02-11`, sex: 'female', road: '예시로 31', phone })
  await addMember(page, { name: '보기한결', relation: 'child', birth: `${year - 13}-08-08`, sex: 'male' })
  await tabTo(page, page.getByRole('button', { name: /고인 더하기/ }))
  await page.keyboard.press('Enter')
  await page.getByLabel('이름', { exact: true }).and(page.locator(':focus')).waitFor()
  await compose(page, husband)
  await choose(page, '성별', 2)
  await page.locator('section[aria-label="가구원"] button').filter({ hasText: husband }).waitFor()
  await saved(page)
}

describe('the death of a husband who was the main earner', () => {
  it('goes from sign-in to the guide with the deadlines that begin, and to the planner', async () => {
    const wife = '보기여울'
    const { page } = app
    await paperwork(page)
    const main = page.getByRole('main')
    await page.getByText('삼가 고인의 명복을 빕니다').waitFor()
    const notes = page.locator('section[aria-labelledby="visit-notes"]')
    await notes.waitFor()
    const more = notes.getByRole('button', { name: /더 보기/ })
    while (await more.count() > 0)
      await more.first().click()
    const told = await wordsOn(notes)
    expect(told).toMatch(/상속/)
    expect(told).toMatch(/유족연금/)
    const waiver = (await notes.locator('li').allInnerTexts()).find(text => text.includes('상속') && text.includes('포기'))
    expectDayIn(waiver, addMonths(diedOn, 3))
    expect(await wordsOn(main)).not.toMatch(cheerful)
    await page.keyboard.press('F9')
    await page.getByRole('heading', { level: 1, name: '접수' }).waitFor()

    await family(page, wife, '보기든솔', '010-0000-4701')
    await lookUp(page)
    const found = await services(page, '해당 가능', '먼저 확인')
    for (const service of ['유족연금(국민연금)', '상속포기·한정승인', '안심상속'])
      expect(found.some(line => line.startsWith(service)), service).toBe(true)
    expectDayIn(found.find(line => line.startsWith('상속포기·한정승인')), addMonths(diedOn, 3))
    expect(await wordsOn(main)).not.toMatch(cheerful)
    await page.keyboard.press('Alt+W')
    await page.keyboard.press('1')

    const { planner, line } = await assignAsProposed(page)
    const { guide, copy } = await handOver(page)
    expect(guide.text).toContain(`담당 복지플래너 ${planner} · ${line}`)
    expect(lettersOf(guide.text)).toContain('유족연금')
    expect(lettersOf(guide.text)).toContain('3개월이내')
    expectDayIn(/3개월 이내, (.{10})/.exec(guide.text)?.[1], addMonths(diedOn, 3))
    expect(guide.text).toContain('위로의 말씀을 드립니다')
    expect(guide.text).not.toMatch(cheerful)
    expect(copy.text).toContain(`${wife} (본인)`)

    const desk = await app.newSeat()
    await signInAtCounter(desk, planner)
    await showCases(desk)
    await caseRows(desk).filter({ hasText: masked(wife) }).waitFor()
    await openCase(desk, wife)
    expect(await desk.getByRole('main').textContent()).toContain('유족연금')
    await recordFirstContact(desk, '서류는 천천히, 다음 주에 함께 공단에 전화하기로 함')
    await desk.getByText('저장했어요').waitFor()
    if (app.manySeats)
      await desk.context().close()
    else
      await signInAtCounter(await app.newSeat())
  })

  it('leaves no name when she wants no counselling, and the leaflet keeps its voice down', async () => {
    const { page } = app
    await paperwork(page)
    const ticket = await ticketOf(page)
    const leaflet = await refuse(page)
    expect(lettersOf(leaflet.text)).toContain('상속')
    expect(leaflet.text).not.toMatch(cheerful)
    expect(leaflet.text).not.toContain('담당 복지플래너')
    expect(await lineOfVisit(page, ticket)).toContain('이름 없음')
  })

  it('is forgotten when she takes her consent back', async () => {
    const wife = '보기라온'
    const { page } = app
    await family(page, wife, '예시마루', '010-0000-4702')
    await lookUp(page)
    await assignAsProposed(page)
    const ticket = await ticketOf(page)
    expect(await search(page, wife)).toMatch(masked(wife))
    const { said, receipt } = await withdrawConsent(page)
    expect(said).toContain('사례를 끝냈습니다')
    expect(lettersOf(receipt.text)).toContain('철회')
    expect(await search(page, wife)).not.toMatch(masked(wife))
    expect(await search(page, '예시마루')).not.toMatch(masked('예시마루'))
    await page.keyboard.press('Alt+0')
    expect(await lineOfVisit(page, ticket)).not.toMatch(masked(wife))
  })
})
