/** Pictures of the real screens for the README, taken on the way when `MAJI_PICTURES=1`. */
import type { Page } from 'playwright'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const folder = join(import.meta.dirname, '../pictures')

export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.MAJI_PICTURES !== '1')
    return
  mkdirSync(folder, { recursive: true })
  // Whatever is still moving or being read comes to rest.
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
