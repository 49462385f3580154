/** The planner's list and calendar on the screen: by keyboard, with colleagues changing things, in both languages, at a desk and on a tablet. */
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

type Seat = SeatOptions & { readonly language: 'ko' | 'en' }
const desk: Seat = { language: 'ko', viewport: { width: 1366, height: 768 } }

async function signedIn(name: string, seat: Seat = desk): Promise<Page> {
  const page = await app.newSeat(seat)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.locator('form').waitFor()
  await page.getByRole('button', { name }).click()
  await page.getByRole('navigation').first().waitFor()
  return page
}
async function go(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(300)
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}
const rows = (page: Page) => page.locator('tr[data-row]')
const links = (page: Page) => rows(page).getByRole('link')

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the worklist on the screen', () => {
  it('is walked, chosen and changed by the keyboard alone, after a preview', async () => {
    const page = await signedIn('견본팀장')
    await go(page, '/cases?view=all')
    await links(page).first().focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('[data-row="1"] a:focus').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.locator('[data-row="0"] a:focus').waitFor()
    await page.keyboard.press(' ')
    await page.getByText('1건 고름').waitFor()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('2건 고름').waitFor()
    await page.getByRole('button', { name: '할 일 더하기' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('할 일', { exact: false }).first().waitFor()
    await page.locator('dialog input').first().fill('서류 챙기기')
    await page.locator('dialog input').nth(1).fill('20990105')
    await page.keyboard.press('Control+Enter')
    await page.getByText('바뀌는 사례 2건').waitFor()
    expect(await page.locator('dialog tbody tr').allTextContents()).toHaveLength(2)
    await page.keyboard.press('Control+Enter')
    await page.getByText('2건을 바꿨어요').waitFor()
    await page.context().close()
  })

  it('tells quietly what a colleague changed, and moves no row while somebody stands in the list', async () => {
    const planner = await signedIn('견본세찬')
    await go(planner, '/cases')
    const before = await links(planner).allTextContents()
    expect(before.length).toBeGreaterThan(1)
    await links(planner).first().focus()
    const lead = await signedIn('견본팀장')
    await go(lead, '/cases?view=all')
    await rows(lead).filter({ hasText: before.at(-1)! }).first().getByRole('checkbox').check()
    await lead.getByRole('button', { name: '할 일 더하기' }).click()
    await lead.locator('dialog input').first().fill('가스 끊김 확인')
    await lead.locator('dialog input').nth(1).fill('20990105')
    await lead.keyboard.press('Control+Enter')
    await lead.getByText('바뀌는 사례 1건').waitFor()
    await lead.keyboard.press('Control+Enter')
    await lead.getByText('1건을 바꿨어요').waitFor()
    await planner.getByText('바뀐 사례 1건').waitFor()
    expect(await links(planner).allTextContents()).toEqual(before)
    await planner.keyboard.press('Alt+R')
    await planner.getByText('바뀐 사례 1건').waitFor({ state: 'detached' })
    await planner.context().close()
    await lead.context().close()
  })

  it('narrows by a head and by what is typed, and says when nothing is left', async () => {
    const page = await signedIn('견본팀장')
    await go(page, '/cases?view=all')
    const all = await rows(page).count()
    await page.getByRole('button', { name: /^위기/ }).click()
    await page.getByText(/건 가운데/).waitFor()
    await expect.poll(() => rows(page).count()).toBeLessThan(all)
    await page.keyboard.press('Alt+F')
    await page.keyboard.type('없는이름')
    await page.getByText('맞는 사례가 없어요').waitFor()
    await page.getByRole('button', { name: '모두 지우기' }).click()
    await rows(page).nth(all - 1).waitFor()
    await page.context().close()
  })

  it('plans a home visit from the calendar, tells what overlaps, and shows the round only when asked for', async () => {
    const page = await signedIn('견본두리')
    await go(page, '/cases')
    const name = (await links(page).first().textContent())!.trim()
    const plan = async (time: string, kind?: string) => {
      await page.keyboard.press('Alt+N')
      await page.locator('dialog[open]').waitFor()
      if (kind)
        await page.locator('dialog').getByRole('radio', { name: new RegExp(kind) }).check()
      await page.locator('dialog input[type=search]').fill(name[0]!)
      await page.locator('dialog').getByRole('button', { name: new RegExp(name.replaceAll('*', '\\*')) }).first().click()
      await page.getByPlaceholder('14:30').fill(time)
    }
    await go(page, '/calendar?view=day')
    await plan('1030')
    await page.keyboard.press('Control+Enter')
    await page.getByText('일정을 저장했어요').waitFor()
    await page.locator('[data-appointment]').filter({ hasText: '10:30' }).waitFor()
    await plan('11:00', '전화')
    await page.getByText('겹치는 일정: 10:30부터').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('main').textContent()).toContain(name)
    await page.getByRole('button', { name: '이름과 주소 보기' }).click()
    await page.getByRole('button', { name: '방문 순서 인쇄' }).waitFor()
    await page.locator('[data-appointment]').first().focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.locator('[data-appointment]').filter({ hasText: '11:00' }).waitFor()
    await page.getByRole('button', { name: '되돌리기' }).click()
    await page.locator('[data-appointment]').filter({ hasText: '10:30' }).waitFor()
    await page.context().close()
  })

  const looks: readonly { readonly name: string, readonly seat: Seat, readonly axe: boolean }[] = [
    { name: 'Korean at a desk', seat: desk, axe: true },
    { name: 'English on a tablet', seat: { language: 'en', viewport: { width: 1024, height: 768 }, touch: true }, axe: true },
    { name: 'English at a desk', seat: { ...desk, language: 'en' }, axe: false },
    { name: 'Korean on an upright tablet', seat: { language: 'ko', viewport: { width: 768, height: 1024 }, touch: true }, axe: false },
    { name: 'Korean in high contrast', seat: { ...desk, contrast: 'high' }, axe: true },
  ]
  for (const { name, seat, axe } of looks) {
    it(`${axe ? 'keeps to WCAG 2.2 AA and ' : ''}stays within its window: ${name}`, async () => {
      const faults: Record<string, string[]> = {}
      const page = await signedIn('견본팀장', seat)
      const look = async (screen: string): Promise<void> => {
        await page.waitForTimeout(300)
        if (process.env.MAJI_LOOK)
          await page.screenshot({ path: `${process.env.MAJI_LOOK}/${name.replaceAll(' ', '-')}-${screen}.png` })
        const found = await faultsOf(page, seat.language, [], axe)
        if (found.length > 0)
          faults[screen] = found
      }
      for (const view of ['', '?view=team', '?view=unassigned', '?view=all', '?view=today']) {
        await go(page, `/cases${view}`)
        await look(`cases${view.replace('?view=', '-')}`)
      }
      await go(page, '/cases?view=all')
      await links(page).first().focus()
      await page.keyboard.press(' ')
      await page.keyboard.press('Shift+ArrowDown')
      await look('chosen')
      await page.locator('.sticky[role=group] button').nth(3).click()
      await look('bulk')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+D')
      await look('filter')
      await page.keyboard.press('Escape')
      for (const view of ['', '?view=day', '?whose=team']) {
        await go(page, `/calendar${view}`)
        await look(`calendar${view.replace(/\?\w+=/, '-')}`)
      }
      await page.keyboard.press('Alt+N')
      await look('appointment')
      await page.context().close()
      expect(faults).toEqual({})
    })
  }
})
