/** The page of papers on the screen: booklet by the lead and the administrator, leaflets, all guides of a day; by keyboard where the main path goes. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

type Look = SeatOptions & { readonly language: 'ko' | 'en', readonly name: string }
const looks: readonly Look[] = [
  { name: 'desk-ko', language: 'ko', viewport: { width: 1366, height: 768 } },
  { name: 'desk-en', language: 'en', viewport: { width: 1366, height: 768 } },
  { name: 'tablet-ko', language: 'ko', viewport: { width: 1024, height: 768 }, touch: true },
  { name: 'tablet-en', language: 'en', viewport: { width: 768, height: 1024 }, touch: true },
  { name: 'contrast-ko', language: 'ko', viewport: { width: 1366, height: 768 }, contrast: 'high' },
]

async function signedIn(who: string, seat: SeatOptions = { language: 'ko' }): Promise<Page> {
  const page = await app.newSeat(seat)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.locator('form').waitFor()
  await page.getByRole('button', { name: who }).click()
  await page.getByRole('navigation').first().waitFor()
  return page
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
}

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

/** Only where somebody wants to look at them. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.MAJI_LOOK)
    await page.screenshot({ path: `${process.env.MAJI_LOOK}/papers-${name}.png`, fullPage: name.includes('whole') })
}

const sections = (page: Page) => page.getByRole('list').filter({ has: page.getByRole('button', { name: '청소년 위로' }) }).getByRole('listitem')

/** One chapter and one index, so that drawing takes a moment. */
async function onlyTeenagers(page: Page): Promise<void> {
  for (const box of await sections(page).getByRole('checkbox').all())
    await box.uncheck()
  await page.getByRole('checkbox', { name: /^청소년/ }).check()
  await settled(page)
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the page of papers', () => {
  it.each(looks)('stays readable and accessible within the window: $name', async ({ name, ...seat }) => {
    const page = await signedIn('견본팀장', seat)
    const faults: Record<string, string[]> = {}
    for (const panel of ['booklet', 'leaflets', 'batch']) {
      await goTo(page, `/papers?panel=${panel}`)
      await picture(page, `${name}-${panel}`)
      faults[panel] = await faultsOf(page, seat.language, [], true)
    }
    await page.close()
    expect(faults).toEqual({ booklet: [], leaflets: [], batch: [] })
  })

  it('moves a section by keyboard, and the focus with it', async () => {
    const page = await signedIn('견본팀장')
    await goTo(page, '/papers')
    const up = page.getByRole('button', { name: '아동 위로' })
    await up.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => sections(page).first().textContent()).toMatch(/^\s*아동/)
    // On top there is no way up: the focus waits on the way down.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('아동 아래로')
    await page.close()
  })

  it('makes the booklet with one key, keeps it while one looks elsewhere, and saves it', async () => {
    const page = await signedIn('견본팀장')
    await goTo(page, '/papers')
    await onlyTeenagers(page)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('progressbar').or(page.getByRole('button', { name: '파일로 저장' })).first().waitFor()
    await goTo(page, '/')
    await goTo(page, '/papers')
    await page.getByRole('button', { name: '파일로 저장' }).waitFor({ timeout: 90_000 })
    await picture(page, 'done')
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '파일로 저장' }).click()])
    expect(file.suggestedFilename()).toMatch(/^복지안내책자-\d{4}\.pdf$/)
    await page.close()
  })

  it('makes the guides of the day for a clerk, and says once they were saved that they are kept nowhere', async () => {
    const page = await signedIn('견본민원')
    await goTo(page, '/papers?panel=batch')
    expect(await page.getByText('책자 만들기').count()).toBe(0)
    await page.getByRole('button', { name: '고르지 않기' }).click()
    const begin = page.getByRole('button', { name: '안내서 만들기' })
    expect(await begin.isDisabled()).toBe(true)
    await page.getByRole('button', { name: '모두 고르기' }).click()
    await begin.press('Enter')
    await page.getByRole('button', { name: '파일로 저장' }).waitFor({ timeout: 90_000 })
    await picture(page, 'batch-done')
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '파일로 저장' }).click()])
    expect(file.suggestedFilename()).toMatch(/^오늘의가족안내서-\d{4}-\d{2}-\d{2}\.pdf$/)
    await page.getByText('서버에서 지웠어요').waitFor()
    await page.close()
  })

  it('shows the administrator the booklet, and nothing of a resident', async () => {
    const page = await signedIn('견본관리')
    await goTo(page, '/papers?panel=batch')
    await page.getByRole('heading', { name: '복지 안내 책자', exact: true }).waitFor()
    expect(await page.getByText('모아서 인쇄').count()).toBe(0)
    await page.close()
  })
})
