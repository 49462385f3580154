/** The next ten years on the screen: picture and table, by keyboard, in both languages, at a desk and on a tablet. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addMember, consent, dayFromToday, describeVisitor, goOn, lookUp, openVisit, saved, signInAtCounter, wordsOn } from '../journeys/support/at-the-counter'
import { choose } from '../journeys/support/keyboard'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

const names = ['표본나린', '표본여든']
let app: App
let visit = ''

beforeAll(async () => {
  app = await launchApp({ sample: true })
  const { page } = app
  await signInAtCounter(page)
  await openVisit(page, 'birth')
  await page.keyboard.type(dayFromToday(-9).replaceAll('-', ''))
  await choose(page, '몇째 아이', 1)
  await goOn(page)
  await consent(page, { name: names[0]! })
  await describeVisitor(page, { birth: '1993-03-03', sex: 'female', road: '표본로 5', phone: '010-0000-7101' })
  // turns 65 within a year or so, whenever this runs
  await addMember(page, { name: names[1]!, relation: 'parent', birth: dayFromToday(-64 * 365.25 + 30), sex: 'female' })
  await saved(page)
  await lookUp(page)
  visit = page.url()
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const looks: readonly (SeatOptions & { readonly language: 'ko' | 'en', readonly name: string })[] = [
  { name: 'desk-ko', language: 'ko', viewport: { width: 1366, height: 768 } },
  { name: 'desk-en', language: 'en', viewport: { width: 1366, height: 768 } },
  { name: 'tablet-ko', language: 'ko', viewport: { width: 1024, height: 768 }, touch: true },
  { name: 'tablet-en', language: 'en', viewport: { width: 1024, height: 768 }, touch: true },
  { name: 'contrast-ko', language: 'ko', viewport: { width: 1366, height: 768 }, contrast: 'high' },
]

async function signedIn(seat: SeatOptions): Promise<Page> {
  const page = await app.newSeat(seat)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.locator('form').waitFor()
  await page.getByRole('button', { name: '견본팀장' }).click()
  await page.getByRole('navigation').first().waitFor()
  return page
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

async function atTimeline(seat: SeatOptions): Promise<Page> {
  const page = await signedIn(seat)
  await goTo(page, new URL(visit).pathname)
  await page.locator('nav li').first().waitFor()
  await page.keyboard.press('Alt+4')
  await page.locator('[data-service]').first().waitFor()
  await page.keyboard.press('Alt+T')
  await page.locator('[data-lane]').first().waitFor()
  return page
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the next ten years', () => {
  it('are reached by a key, walked by arrows and told on Enter', async () => {
    const page = await atTimeline({ language: 'ko' })
    await page.keyboard.press('Alt+T')
    await page.locator('[data-service]').first().waitFor()
    await page.keyboard.press('Alt+T')
    await page.locator('[data-lane]:focus').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const pension = page.locator('[data-lane]', { hasText: '기초연금' }).first()
    await pension.focus()
    await page.keyboard.press('Enter')
    expect(await pension.getAttribute('aria-expanded')).toBe('true')
    expect(await wordsOn(page.locator('li', { has: pension }).first())).toMatch(/만 65세가 돼요[\s\S]*부터 미리 신청할 수 있어요/)
    await page.context().close()
  })

  it('say the same in a table, and can be narrowed to one member', async () => {
    const page = await atTimeline({ language: 'ko' })
    const lanes = await page.locator('[data-lane]').count()
    await page.getByText('표', { exact: true }).click()
    const table = page.getByRole('region', { name: '앞으로 10년' }).getByRole('table')
    const rows = await table.locator('tbody tr').allInnerTexts()
    expect(rows.length).toBeGreaterThanOrEqual(lanes)
    expect(rows.some(row => row.includes('기초연금') && row.includes('만 65세가 돼요'))).toBe(true)
    const days = rows.map(row => row.slice(0, 10))
    expect(days).toEqual(days.toSorted())
    await page.getByLabel('누구의 것').selectOption({ label: `${names[1]} 님` })
    expect((await table.locator('tbody tr').allInnerTexts()).every(row => row.includes(names[1]!))).toBe(true)
    await page.getByLabel(/먼저 확인할 것도 모두/).check()
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(3)
    await page.context().close()
  })

  it('stand on the page of a case for whoever looks after the family', async () => {
    const page = await signedIn({ language: 'ko' })
    await goTo(page, '/cases?view=all')
    await page.locator('table.data-table a').first().click()
    await page.getByRole('button', { name: '앞으로 10년' }).click()
    await page.locator('[data-lane]').first().waitFor()
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    await picture(page, 'timeline-case')
    await page.context().close()
  })

  it('stand on the guide before it is printed, as a picture and in words', async () => {
    const page = await atTimeline({ language: 'ko' })
    await page.keyboard.press('Alt+6')
    const figure = page.locator('article figure')
    await figure.waitFor()
    expect(await wordsOn(figure)).toMatch(/기초연금/)
    expect(await wordsOn(page.locator('article table', { hasText: '언제' }).filter({ hasText: '까닭' }).first())).toMatch(/기초연금[\s\S]*만 65세가 돼요/)
    await figure.scrollIntoViewIfNeeded()
    await picture(page, 'timeline-guide')
    await page.context().close()
  })

  it.each(looks)('stay readable within the window: $name', async ({ name, ...seat }) => {
    const page = await atTimeline(seat)
    await page.waitForTimeout(250)
    expect(await faultsOf(page, seat.language, names, true)).toEqual([])
    await picture(page, `timeline-${name}`)
    await page.getByText(seat.language === 'ko' ? '표' : 'Table', { exact: true }).click()
    await page.locator('table.data-table').first().waitFor()
    expect(await faultsOf(page, seat.language, names, true)).toEqual([])
    await picture(page, `timeline-table-${name}`)
    await page.context().close()
  })
})

/** Only where somebody wants to look at them. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.MAJI_LOOK)
    await page.screenshot({ path: `${process.env.MAJI_LOOK}/${name}.png` })
}
