/** An 82-year-old woman moves in alone. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caseRows, masked, openCase, reassign, recordFirstContact, showCases } from './support/at-the-case'
import { addDays, assignAsProposed, consent, dayFromToday, describeVisitor, expectDayIn, goOn, handOver, lineOfVisit, lookUp, openVisit, refuse, saved, search, services, signInAtCounter, ticketOf, withdrawConsent, wordsOn } from './support/at-the-counter'
import { choose, compose, tabTo } from './support/keyboard'
import { launchApp } from './support/launch-app'
import { lettersOf } from './support/read-pdf'
import { takePicture } from './support/take-picture'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
  await signInAtCounter(app.page)
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const movedOn = dayFromToday(-3)
const birth = `${Number(dayFromToday().slice(0, 4)) - 82}-01-09`

async function paperwork(page: Page): Promise<void> {
  await openVisit(page, 'move-in')
  await page.keyboard.type(movedOn.replaceAll('-', ''))
  await choose(page, '세대 전부인지 일부인지', 1)
  await tabTo(page, page.getByLabel('전에 살던 시·도'))
  await compose(page, '경기도')
  await tabTo(page, page.getByLabel('전에 살던 시·군·구'))
  await compose(page, '표본시')
  await tabTo(page, page.getByLabel('새 주소 (도로명)'))
  await compose(page, '표본로 82')
  await choose(page, '이사한 까닭', 2)
  await takePicture(page, 'visit-paperwork')
}

async function upToLookup(page: Page, name: string, phone: string): Promise<void> {
  await takePicture(page, 'counter-home')
  await paperwork(page)
  await goOn(page)
  await page.locator('[data-card] input').first().waitFor()
  await takePicture(page, 'visit-consent')
  await consent(page, { name })
  await describeVisitor(page, { birth, sex: 'female', road: '표본로 82', phone })
  await saved(page)
  await lookUp(page)
  await takePicture(page, 'visit-lookup')
}

/** 견본하나 looks after 표본로. */
async function plannerAtList(): Promise<Page> {
  const planner = await app.newSeat()
  await signInAtCounter(planner, '견본하나')
  await showCases(planner)
  return planner
}

describe('an 82-year-old who moves in alone', () => {
  it('goes from sign-in to a guide in her hand, and the case to the planner and on to another', async () => {
    const name = '표본달래'
    const { page } = app
    const before = app.manySeats ? await plannerAtList() : undefined
    if (before)
      expect(await caseRows(before).filter({ hasText: masked(name) }).count()).toBe(0)

    await upToLookup(page, name, '010-0000-8201')
    const found = await services(page, '해당 가능', '먼저 확인')
    for (const service of ['기초연금', '국가암검진', '치매안심센터', '독거노인·장애인 응급안전안심서비스'])
      expect(found.some(line => line.startsWith(service)), service).toBe(true)
    expect(found.some(line => line.startsWith('부모급여'))).toBe(false)
    const registration = (await services(page, '해당 가능')).find(line => line.startsWith('전입신고와 확정일자'))
    expectDayIn(registration, addDays(movedOn, 13))
    await page.keyboard.press('Alt+W')
    await page.keyboard.press('1')
    await page.locator('[data-key] [aria-pressed="true"]').first().waitFor()

    if (process.env.MAJI_PICTURES === '1') {
      await page.keyboard.press('Alt+5')
      await page.getByRole('button', { name: /플래너에게 배정하기/ }).waitFor()
      await takePicture(page, 'visit-assignment')
      await page.keyboard.press('Alt+4')
      await page.locator('[data-service]').first().waitFor()
    }
    const { planner, line, told } = await assignAsProposed(page)
    expect(planner).toBe('견본하나')
    expect(told).toMatch(/견본하나 복지플래너가 \d{4}-\d\d-\d\d/)
    if (process.env.MAJI_PICTURES === '1') {
      await page.keyboard.press('Alt+6')
      await page.getByText('지금 할 일').first().waitFor()
      await takePicture(page, 'visit-guide')
      await page.keyboard.press('Alt+5')
      await page.getByText('플래너에게 배정했습니다').waitFor()
    }
    const { guide, copy } = await handOver(page)
    expect(guide.name).toMatch(/^가족안내서-\d{4}-\d\d-\d\d\.pdf$/)
    expect(guide.pages[0]).toContain(`담당 복지플래너 견본하나 · ${line}`)
    expect(lettersOf(guide.pages[0]!)).toContain('전입한날부터14일이내')
    expectDayIn(/14일 이내, (.{10})/.exec(guide.pages[0]!)?.[1], addDays(movedOn, 13))
    expect(guide.text).toContain('표본달래 · 만 82세')
    expect(guide.text).toContain('이 안내는 결정 통지가 아닙니다')
    for (const service of ['기초연금', '국가암검진', '치매안심센터'])
      expect(lettersOf(guide.text)).toContain(lettersOf(service))
    expect(copy.text).toContain('표본달래 (본인)')
    expect(copy.text).toContain('확인한 직원 견본민원')

    const desk = before ?? await plannerAtList()
    const row = caseRows(desk).filter({ hasText: masked(name) })
    await row.waitFor()
    expect(await wordsOn(row)).toContain('새 사례')
    await openCase(desk, name)
    const shown = await desk.getByRole('main').textContent()
    expect(shown).toMatch(masked(name))
    expect(shown).toContain('만 82세')
    expect(shown).toContain('치매안심센터')
    expect(await desk.title()).not.toContain(name)
    await recordFirstContact(desk, '모레 오전에 댁으로 찾아뵙기로 함')
    await desk.getByText('저장했어요').waitFor()
    expect(await wordsOn(desk.getByRole('main'))).toContain('모레 오전에 댁으로 찾아뵙기로 함')
    await showCases(desk)
    await row.waitFor()

    const lead = await app.newSeat()
    await signInAtCounter(lead, '견본팀장')
    await showCases(lead, 'all')
    await openCase(lead, name, '연락 기록하기')
    await reassign(lead, /^견본두리/, '다음 주부터 견본길을 함께 맡음')
    await lead.getByText('견본두리').first().waitFor()
    if (app.manySeats) {
      await row.waitFor({ state: 'detached' })
      await desk.context().close()
      await lead.context().close()
    }
  })

  it('leaves no name when she wants no counselling', async () => {
    const { page } = app
    await paperwork(page)
    await page.getByText('기억만 하고 있어요').waitFor()
    const ticket = await ticketOf(page)
    const visit = page.url()
    const leaflet = await refuse(page)
    expect(leaflet.name).toMatch(/^안내지/)
    expect(leaflet.text).toContain('전입')
    expect(leaflet.text).not.toMatch(/표본로 82|표본시|담당 복지플래너/)
    expect(await lineOfVisit(page, ticket)).toContain('이름 없음')
    await page.goto(visit)
    await page.getByRole('heading', { level: 1, name: '전입 방문' }).waitFor()
    await page.getByText('개인정보 걱정').or(page.getByText('이름도 남기지 않았습니다')).first().waitFor()
    expect(await wordsOn(page.getByRole('main'))).not.toMatch(/표본로 82|표본시/)
    await page.keyboard.press('Control+Enter')
  })

  it('is forgotten when she takes her consent back', async () => {
    const name = '표본방울'
    const { page } = app
    await upToLookup(page, name, '010-0000-8202')
    await assignAsProposed(page)
    const ticket = await ticketOf(page)
    expect(await search(page, '표본방')).toMatch(masked(name))
    const { said, receipt } = await withdrawConsent(page)
    expect(said).toContain('사례를 끝냈습니다')
    expect(lettersOf(receipt.text)).toContain('철회')
    expect(await search(page, '표본방')).not.toMatch(masked(name))
    await page.keyboard.press('Alt+0')
    await page.getByRole('heading', { level: 1, name: '접수' }).waitFor()
    expect(await lineOfVisit(page, ticket)).not.toMatch(masked(name))
  })
})
