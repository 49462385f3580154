/** Every screen in both languages, at a desk and on a ten-inch tablet, light and in high contrast. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addMember, assignAsProposed, consent, dayFromToday, describeVisitor, goOn, lookUp, openVisit, saved, signInAtCounter } from '../journeys/support/at-the-counter'
import { choose } from '../journeys/support/keyboard'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

const visitor = '표본나린'
let app: App
let visit = ''
let mourning = ''

beforeAll(async () => {
  app = await launchApp({ sample: true })
  const { page } = app
  await signInAtCounter(page)
  await openVisit(page, 'death')
  mourning = page.url()
  await page.keyboard.type(dayFromToday(-20).replaceAll('-', ''))
  await choose(page, '고인이 세대주였나요', 1)
  await openVisit(page, 'birth')
  await page.keyboard.type(dayFromToday(-9).replaceAll('-', ''))
  await choose(page, '몇째 아이', 1)
  await goOn(page)
  await consent(page, { name: visitor })
  await describeVisitor(page, { birth: '1993-03-03', sex: 'female', road: '표본로 5', phone: '010-0000-7101' })
  await addMember(page, { name: '표본도담', relation: 'spouse', birth: '1991-09-09', sex: 'male' })
  await saved(page)
  await lookUp(page)
  await assignAsProposed(page)
  visit = page.url()
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const desk = { width: 1366, height: 768 }
const tablet = { width: 1024, height: 768 }
interface Look {
  readonly name: string
  readonly seat: SeatOptions & { readonly language: 'ko' | 'en' }
  /** axe takes its time: each language once, each width once; what words and widths do to the layout is looked at in all four. */
  readonly axe: boolean
  /** Only the screens of the main job. */
  readonly main: boolean
}
const looks: readonly Look[] = [
  { name: 'Korean at a desk', seat: { language: 'ko', viewport: desk }, axe: true, main: false },
  { name: 'English on a tablet', seat: { language: 'en', viewport: tablet, touch: true }, axe: true, main: false },
  { name: 'English at a desk', seat: { language: 'en', viewport: desk }, axe: false, main: false },
  { name: 'Korean on a tablet', seat: { language: 'ko', viewport: tablet, touch: true }, axe: false, main: false },
  { name: 'Korean in high contrast', seat: { language: 'ko', viewport: desk, contrast: 'high' }, axe: true, main: true },
]

/** Nothing is being read any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(250)
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

async function enter(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.getByRole('navigation').first().waitFor()
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('every screen', () => {
  for (const { name, seat, axe, main } of looks) {
    it(`${axe ? 'keeps to WCAG 2.2 AA and ' : ''}stays within its window: ${name}`, async () => {
      const faults: Record<string, string[]> = {}
      const page = await app.newSeat(seat)
      await page.context().addInitScript(axeSource)
      await page.reload()
      const look = async (screen: string): Promise<void> => {
        const found = await faultsOf(page, seat.language, [visitor, '표본도담'], axe)
        if (found.length > 0)
          faults[screen] = found
      }
      const press = async (keys: string, shown: string): Promise<void> => {
        await page.keyboard.press(keys)
        await page.locator(shown).first().waitFor()
      }
      const go = async (path: string): Promise<void> => {
        await page.goto(new URL(path, page.url()).href)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await settled(page)
      }

      await page.locator('form').waitFor()
      await look('sign-in')
      await enter(page, '견본팀장')
      await page.locator('table.data-table').first().waitFor()
      await look('home')
      await go('/cases?view=all')
      await look('cases of all')
      const first = page.locator('table.data-table a').first()
      const found = await first.getAttribute('href')
      await go(found ?? '')
      await look('case')
      await go(new URL(visit).pathname)
      for (const [place, step] of ['paperwork', 'consent', 'household', 'lookup', 'assignment', 'guide'].entries()) {
        await page.keyboard.press(`Alt+${place + 1}`)
        await page.locator(`nav li:nth-child(${place + 1}) [aria-current]`).first().waitFor()
        await settled(page)
        await look(`visit: ${step}`)
      }
      if (!main) {
        await page.keyboard.press('Alt+4')
        await page.locator('[data-service]').first().waitFor()
        await press('F2', 'dialog[open]')
        await look('services across the counter')
        await page.keyboard.press('Escape')
        await go(new URL(mourning).pathname)
        await look('paperwork after a death')
        await press('F8', 'fieldset')
        await look('no')
        await page.goto(new URL('/', page.url()).href)
        await page.locator('table.data-table').first().waitFor()
        await openVisitHere(page)
        await page.keyboard.press('Control+Enter')
        await page.locator('[data-card]').first().waitFor()
        await look('consent, asked')
        await press('F2', 'dialog[open]')
        await look('consent across the counter')
        await page.keyboard.press('Escape')
        await go('/cases?view=loads')
        await look('loads')
        await go('/cases')
        await look('own cases')
        for (const panel of ['absence', 'settings', 'holidays', 'log']) {
          await go(`/office?panel=${panel}`)
          await look(`office: ${panel}`)
        }
        await go('/me')
        await look('own account')
        await go('/nowhere')
        await look('unknown page')
        await press('Control+K', '[role=combobox]')
        await look('search')
        await page.keyboard.press('Escape')
        await press('F1', 'dialog[open], [role=dialog]')
        await look('keys')
        await page.keyboard.press('Escape')
      }
      await press('Alt+L', 'dialog[open]')
      await look('lock')
      await page.context().close()
      expect(faults).toEqual({})
    })
  }
})

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the look at a screen', () => {
  it('finds what axe, the window, the title and the language forbid', async () => {
    const page = await app.newSeat({ language: 'en' })
    await page.context().addInitScript(axeSource)
    await page.reload()
    await page.locator('form').waitFor()
    await page.evaluate(`{
      document.title = '${visitor}'
      document.documentElement.lang = 'ko'
      const spoilt = document.createElement('button')
      spoilt.style.cssText = 'width: 2000px; color: #ccc; background: #fff'
      spoilt.innerHTML = '<img src="/favicon.ico"><span style="display: block; width: 20px; overflow: hidden; white-space: nowrap">much too long</span>'
      document.body.append(spoilt)
    }`)
    const found = (await faultsOf(page, 'en', [visitor], true)).join('\n')
    for (const fault of ['lang is ko', `title: ${visitor}`, 'scrolls sideways', 'cut off: much too long', 'beyond the window', 'image-alt', 'color-contrast'])
      expect(found).toContain(fault)
    await page.context().close()
    app.problems()
  })
})

async function openVisitHere(page: Page): Promise<void> {
  await page.keyboard.press('Alt+1')
  await page.waitForURL(/\/visits\//)
  await page.locator('[data-start]').waitFor()
}
