/** What comes between: a reload, the lock, a power cut, the next in line, and a second pair of hands on one visit. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { atHome, consent, dayFromToday, describeVisitor, goOn, onStep, openVisit, samplePassword, saved, signIn, signInAtCounter, wordsOn } from './support/at-the-counter'
import { choose, compose, tabTo, typeIn } from './support/keyboard'
import { launchApp } from './support/launch-app'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
  await signInAtCounter(app.page)
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const road = (page: Page): ReturnType<Page['locator']> => page.getByLabel('도로명 주소')
const detail = (page: Page): ReturnType<Page['locator']> => page.getByLabel('동·층·호')

async function household(page: Page, name: string, phone: string): Promise<string> {
  await openVisit(page, 'move-in')
  await page.keyboard.type(dayFromToday(-1).replaceAll('-', ''))
  await choose(page, '세대 전부인지 일부인지', 1)
  await goOn(page)
  await consent(page, { name })
  await describeVisitor(page, { birth: '1961-05-05', sex: 'male', road: '표본로 3', phone })
  await saved(page)
  return page.url()
}

describe('what comes between', () => {
  it('keeps what was saved over a reload in the middle of a word', async () => {
    const { page } = app
    const visit = await household(page, '표본가람', '010-0000-9101')
    await tabTo(page, detail(page))
    await compose(page, '지하방', { leaveOpen: true })
    await page.reload()
    if (!app.manySeats) {
      await signInAtCounter(page)
      await page.goto(visit)
    }
    await onStep(page, '가구')
    expect(await road(page).inputValue()).toBe('표본로 3')
    expect(await wordsOn(page.locator('section[aria-label="가구원"]'))).toContain('1961-05-05')
    expect('지하방'.startsWith(await detail(page).inputValue())).toBe(true)
  })

  it('covers the work with the lock and gives it back, what was being typed too', async () => {
    const { page } = app
    await typeIn(page, road(page), '')
    await compose(page, '표본로 17', { leaveOpen: true })
    await page.keyboard.press('Alt+L')
    const dialog = page.getByRole('dialog', { name: '화면 잠금' })
    await dialog.waitFor()
    expect(await page.getByText('표본가람').first().isVisible()).toBe(false)
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').waitFor()
    await dialog.locator('button[type=submit]:not([disabled])').waitFor()
    await page.keyboard.type(samplePassword)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(await road(page).inputValue()).toBe('표본로 17')
    await saved(page)
  })

  it('keeps a parked visit for later', async () => {
    const { page } = app
    await page.keyboard.press('F9')
    await atHome(page)
    const resume = page.getByRole('button', { name: /방문 이어서 하기/ }).first()
    await tabTo(page, resume)
    await page.keyboard.press('Enter')
    await onStep(page, '가구')
    expect(await road(page).inputValue()).toBe('표본로 17')
  })

  it('loses nothing that was acknowledged when the server is cut off', async () => {
    const { page } = app
    const visit = await household(page, '표본이든', '010-0000-9102')
    await typeIn(page, detail(page), '203')
    await page.keyboard.press('Tab')
    await saved(page)
    await app.cutPower()
    if (app.manySeats) {
      await typeIn(page, detail(page), '204')
      await page.keyboard.press('Tab')
      await page.getByText('아직 저장 안 됨').waitFor()
    }
    await app.startAgain()
    await app.page.reload()
    await signIn(app.page, '견본민원')
    await app.page.getByRole('navigation', { name: '주요 화면' }).waitFor()
    if (!app.page.url().startsWith(visit))
      await app.page.goto(visit)
    await onStep(app.page, '가구')
    expect(await road(app.page).inputValue()).toBe('표본로 3')
    expect(await detail(app.page).inputValue()).toBe('203')
    expect(await wordsOn(app.page.locator('section[aria-label="가구원"]'))).toContain('표본이든')
  })

  it.skipIf(process.env.MAJI_JOURNEYS === 'electron')('shows both where two changed the same field of one visit', async () => {
    const { page } = app
    const visit = await household(page, '표본온유', '010-0000-9103')
    const other = await app.newSeat()
    await signInAtCounter(other, '견본접수')
    await other.goto(visit)
    await onStep(other, '가구')
    await typeIn(page, road(page), 'pyobon-ro 21')
    await page.keyboard.press('Tab')
    await saved(page)
    await typeIn(other, road(other), 'gyeonbon-gil 9')
    await other.keyboard.press('Tab')
    const conflict = other.getByRole('alert').filter({ hasText: '다른 곳에서 먼저 저장했습니다' })
    await conflict.waitFor()
    const said = await wordsOn(conflict)
    expect(said).toContain('pyobon-ro 21')
    expect(said).toContain('gyeonbon-gil 9')
    await tabTo(other, conflict.getByRole('button', { name: '내 것으로' }).first())
    await other.keyboard.press('Enter')
    await conflict.waitFor({ state: 'detached' })
    await saved(other)
    await page.reload()
    await onStep(page, '가구')
    expect(await road(page).inputValue()).toBe('gyeonbon-gil 9')
    await other.context().close()
  })
})
