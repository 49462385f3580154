/** What a clerk and a planner do at their screens, by keyboard, in the words the page shows. */
import type { Download, Page } from 'playwright'
import { readFileSync } from 'node:fs'
import { choose, compose, tabTo } from './keyboard'
import { readPdf } from './read-pdf'

export const samplePassword = 'maji-sample'

/** The day in Korea so many days from now. */
export function dayFromToday(days = 0): string {
  return new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}

export async function signIn(page: Page, name: string, password = samplePassword): Promise<void> {
  await page.getByRole('button', { name: '들어가기' }).waitFor()
  await page.getByLabel('이름', { exact: true }).waitFor()
  await tabTo(page, page.getByLabel('이름', { exact: true }))
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

export async function signInAtCounter(page: Page, name = '견본민원'): Promise<void> {
  await signIn(page, name)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('navigation').first().waitFor()
}

export const events = { 'move-in': 'Alt+1', 'birth': 'Alt+2', 'death': 'Alt+3', 'counselling': 'Alt+4' } as const

/** From home to a fresh visit; the first field has the focus. */
export async function openVisit(page: Page, event: keyof typeof events): Promise<string> {
  await page.getByRole('region', { name: '오늘의 방문' }).first().waitFor()
  await page.keyboard.press(events[event])
  await page.waitForURL(/\/visits\//)
  await page.locator('[data-start]').waitFor()
  return page.url().split('/').at(-1)!
}

/** Ctrl+Enter, and the step that follows from it. */
export async function goOn(page: Page, heading?: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  if (heading)
    await onStep(page, heading)
}
export const onStep = (page: Page, name: string): Promise<void> => page.locator(`section[aria-label="${name}"]`).waitFor()

export interface Signing {
  readonly name: string
  /** Agree to: collect, sensitive, third party. */
  readonly answers?: readonly [boolean, boolean, boolean]
  readonly how?: 'screen' | 'paper'
}

/** The items one after the other by digit, the name composed, the signature drawn or the paper confirmed. */
export async function consent(page: Page, { name, answers = [true, true, true], how = 'screen' }: Signing): Promise<void> {
  await onStep(page, '동의')
  for (const [place, answer] of answers.entries()) {
    await page.locator('[data-card]').nth(place).locator('input:focus').waitFor()
    await page.keyboard.press(answer ? '1' : '2')
  }
  await page.locator('[data-signer]:focus').waitFor()
  await compose(page, name)
  if (how === 'screen') {
    await sign(page)
  }
  else {
    await choose(page, '어떻게', 2)
    await tabTo(page, page.getByLabel('서명한 종이를 받아 확인했습니다'))
    await page.keyboard.press('Space')
  }
  await goOn(page, '가구')
}

/** A pen on the pad. */
export async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: '서명' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box)
    throw new Error('no pad to sign on')
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.7)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++)
    await page.mouse.move(box.x + box.width * (0.2 + step * 0.07), box.y + box.height * (step % 2 ? 0.3 : 0.7))
  await page.mouse.up()
}

/** Presses what makes a file, and reads the PDF that is saved. */
export async function savedPdf(page: Page, press: () => Promise<void>): Promise<{ readonly name: string, readonly pages: string[], readonly text: string }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()])
  return { name: download.suggestedFilename(), ...await readPdf(readFileSync(await download.path())) }
}

/** Everything that was typed is on the disk. */
export const saved = (page: Page): Promise<void> => page.getByText('저장됨', { exact: true }).waitFor()
