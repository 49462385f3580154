/** Sitting down at a screen of the sample center, and waiting until a page has come to rest. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import process from 'node:process'
import { axeSource } from './look-at-screen'

export type Look = SeatOptions & { readonly language: 'ko' | 'en', readonly name: string }
export const looks: readonly Look[] = [
  { name: 'desk-ko', language: 'ko', viewport: { width: 1366, height: 768 } },
  { name: 'desk-en', language: 'en', viewport: { width: 1366, height: 768 } },
  { name: 'tablet-ko', language: 'ko', viewport: { width: 1024, height: 768 }, touch: true },
  { name: 'tablet-en', language: 'en', viewport: { width: 768, height: 1024 }, touch: true },
  { name: 'contrast-ko', language: 'ko', viewport: { width: 1366, height: 768 }, contrast: 'high' },
]

/** @param who an account of the sample center, chosen on its sign-in page */
export async function signedIn(app: App, who: string, seat: SeatOptions = { language: 'ko' }): Promise<Page> {
  const page = await app.newSeat(seat)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.locator('form').waitFor()
  await page.getByRole('button', { name: who }).click()
  await page.getByRole('navigation').first().waitFor()
  return page
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

/** Only where somebody wants to look at them. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.MAJI_LOOK)
    await page.screenshot({ path: `${process.env.MAJI_LOOK}/${name}.png`, fullPage: name.includes('whole') })
}
