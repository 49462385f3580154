/** What happens after the counter: the planner's list, the first contact, and the lead's reassignment. */
import type { Page } from 'playwright'
import { choose, pick, tabTo, typeIn } from './keyboard'

/** How the page shows a name to those who need not know it: 표본달래 is 표**래. */
export const masked = (name: string): RegExp => new RegExp(`${name[0]}\\*+${name.at(-1)}`)

export const caseRows = (page: Page): ReturnType<Page['locator']> => page.locator('table.data-table tbody tr')

export async function showCases(page: Page, whose: 'mine' | 'all' = 'mine'): Promise<void> {
  await page.keyboard.press('Alt+9')
  await page.getByRole('heading', { level: 1, name: '내 사례' }).waitFor()
  if (whose === 'all') {
    await page.getByRole('radio', { name: '모든 사례' }).check()
    await page.getByRole('heading', { level: 1, name: '모든 사례' }).waitFor()
  }
}

/** Opens a case of the list with Enter on its name. */
export async function openCase(page: Page, name: string, heading = '첫 연락 기록하기'): Promise<void> {
  const link = caseRows(page).filter({ hasText: masked(name) }).first().getByRole('link')
  await tabTo(page, link)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/cases\/./)
  await page.getByRole('heading', { name: heading }).waitFor()
}

export async function recordFirstContact(page: Page, note: string): Promise<void> {
  await choose(page, '어떻게 되었나요?', 1)
  await typeIn(page, page.getByLabel('나눈 이야기'), note)
  await page.keyboard.press('Control+Enter')
}

export async function reassign(page: Page, planner: RegExp, why: string): Promise<void> {
  const list = page.getByLabel('새 담당')
  const option = list.locator('option').filter({ hasText: planner })
  await option.waitFor({ state: 'attached' })
  const label = await option.getAttribute('value')
  await pick(page, list, label ?? '')
  await typeIn(page, page.getByLabel('까닭'), why)
  await page.keyboard.press('Enter')
}
