/** A second child is born in a family with one earner. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caseRows, masked, openCase, recordFirstContact, showCases } from './support/at-the-case'
import { addDays, addMember, assignAsProposed, consent, dayFromToday, describeVisitor, expectDayIn, goOn, handOver, lineOfVisit, lookUp, openVisit, refuse, saved, search, services, signInAtCounter, ticketOf, withdrawConsent, wordsOn } from './support/at-the-counter'
import { choose, tabTo } from './support/keyboard'
import { launchApp } from './support/launch-app'
import { lettersOf } from './support/read-pdf'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
  await signInAtCounter(app.page)
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const bornOn = dayFromToday(-12)
const year = Number(dayFromToday().slice(0, 4))

async function paperwork(page: Page): Promise<void> {
  await openVisit(page, 'birth')
  await page.keyboard.type(bornOn.replaceAll('-', ''))
  await choose(page, '몇째 아이', 2)
  await choose(page, '함께 태어난 아기', 1)
}

/** The mother at the counter, the father who earns, the first child, and the baby the paperwork speaks of. */
async function family(page: Page, mother: string, phone: string): Promise<void> {
  await paperwork(page)
  await goOn(page)
  await consent(page, { name: mother, how: 'paper' })
  await describeVisitor(page, { birth: `${year - 34}-04-15`, sex: 'female', road: '견본길 7', phone })
  await addMember(page, { name: '견본누리', relation: 'spouse', birth: `${year - 36}-11-02`, sex: 'male' })
  await addMember(page, { name: '견본가온', relation: 'child', birth: `${year - 4}-06-20`, sex: 'male' })
  await tabTo(page, page.getByRole('button', { name: /아기 더하기/ }))
  await page.keyboard.press('Enter')
  await choose(page, '성별', 1)
  await saved(page)
  await page.getByRole('button', { name: /아기 더하기/ }).waitFor({ state: 'detached' })
}

describe('a second child in a family with one earner', () => {
  it('goes from sign-in to the guide with every deadline of the newborn, and to the planner', async () => {
    const mother = '견본하람'
    const { page } = app
    await family(page, mother, '010-0000-3401')
    await lookUp(page)
    const found = await services(page, '해당 가능', '먼저 확인')
    for (const service of ['부모급여', '아동수당', '첫만남이용권', '산모·신생아 건강관리'])
      expect(found.some(line => line.startsWith(service)), service).toBe(true)
    expect(found.some(line => line.startsWith('유족연금'))).toBe(false)
    // Sixty days, the day of birth among them.
    for (const service of ['부모급여', '아동수당'])
      expectDayIn(found.find(line => line.startsWith(service) && line.includes('아기')), addDays(bornOn, 59))
    await page.keyboard.press('Alt+W')
    await page.keyboard.press('1')

    const { planner, line } = await assignAsProposed(page)
    const { guide, copy } = await handOver(page)
    expect(guide.pages[0]).toContain(`담당 복지플래너 ${planner} · ${line}`)
    expect(lettersOf(guide.text)).toContain('출생일부터60일이내')
    expectDayIn(/출생일부터 60일 이내, (.{10})/.exec(guide.text)?.[1], addDays(bornOn, 59))
    for (const service of ['부모급여', '아동수당', '첫만남이용권'])
      expect(lettersOf(guide.text)).toContain(service)
    for (const member of [mother, '견본누리', '견본가온', '아기'])
      expect(guide.text).toContain(member)
    expect(copy.text).toContain(`${mother} (본인)`)
    expect(copy.text).toMatch(/방법 종이/)

    const desk = await app.newSeat()
    await signInAtCounter(desk, planner)
    await showCases(desk)
    await caseRows(desk).filter({ hasText: masked(mother) }).waitFor()
    await openCase(desk, mother)
    expect(await desk.getByRole('main').textContent()).toContain('부모급여')
    await recordFirstContact(desk, '수유 시간을 피해 오후에 다시 통화하기로 함')
    await desk.getByText('저장했어요').waitFor()
    if (app.manySeats)
      await desk.context().close()
    else
      await signInAtCounter(await app.newSeat())
  })

  it('asks nothing sensitive about the father before he has agreed himself', async () => {
    const { page } = app
    await family(page, '견본다솔', '010-0000-3402')
    const father = page.locator('details.panel').filter({ hasText: '견본누리' })
    await father.locator('summary').click()
    expect(await wordsOn(father)).toContain('본인의 동의가 있어야')
    expect(await father.locator('fieldset:disabled').count()).toBeGreaterThan(0)
    expect(await father.locator('fieldset:disabled').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('장애')]))
    await page.keyboard.press('Alt+2')
    expect(await wordsOn(page.getByRole('region', { name: '다른 성인 가족' }))).toMatch(/견본누리[\s\S]*아직 묻지 않음/)
    await page.keyboard.press('F9')
    await page.getByRole('heading', { level: 1, name: '접수' }).waitFor()
  })

  it('leaves no name when the family wants no counselling', async () => {
    const { page } = app
    await paperwork(page)
    const ticket = await ticketOf(page)
    const leaflet = await refuse(page)
    expect(lettersOf(leaflet.text)).toContain('부모급여')
    expect(leaflet.text).not.toContain('담당 복지플래너')
    expect(await lineOfVisit(page, ticket)).toContain('이름 없음')
  })

  it('is forgotten when the mother takes her consent back', async () => {
    const mother = '견본보라'
    const { page } = app
    await family(page, mother, '010-0000-3403')
    await lookUp(page)
    await assignAsProposed(page)
    const ticket = await ticketOf(page)
    expect(await search(page, mother)).toMatch(masked(mother))
    const { said, receipt } = await withdrawConsent(page)
    expect(said).toContain('사례를 끝냈습니다')
    expect(lettersOf(receipt.text)).toContain('철회')
    expect(await search(page, mother)).not.toMatch(masked(mother))
    await page.keyboard.press('Alt+0')
    expect(await lineOfVisit(page, ticket)).not.toMatch(masked(mother))
  })
})
