/**
 * The whole way of a guide: from the clerk's key through the browser and the print system to what comes out.
 *
 * Runs where a printer that makes files is the usual one and a display can be had (Xvfb); otherwise `npm test` says so.
 */
import type { Browser } from 'playwright'
import type { ServedCounter } from '../journeys/support/serve-counter'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consent, dayFromToday, describeVisitor, goOn, lookUp, onStep, openVisit, saved, signInAtCounter } from '../journeys/support/at-the-counter'
import { choose } from '../journeys/support/keyboard'
import { readPdf } from '../journeys/support/read-pdf'
import { serveCounter } from '../journeys/support/serve-counter'
import { browserArguments, findBrowser } from '../support/find-browser'
import { glyphsOfPdf, misprinted } from '../support/glyphs-of-pdf'
import { hasXvfb, openDisplay, virtualPrinter } from '../support/virtual-printer'

const printer = virtualPrinter()

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron' || !printer?.usual || !hasXvfb())('printing from the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maji-print-'))
  let server: ServedCounter | undefined
  let browser: Browser | undefined
  let display: Awaited<ReturnType<typeof openDisplay>> | undefined

  beforeAll(async () => {
    display = await openDisplay()
    server = await serveCounter(folder, true)
    browser = await chromium.launch({
      executablePath: await findBrowser(() => {}),
      headless: false,
      // The dialog answers itself: the usual printer, one copy.
      args: [...browserArguments, '--kiosk-printing'],
      env: { ...process.env, DISPLAY: display.display } as Record<string, string>,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    display?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('brings every letter of the family guide out of the printer with one key', async () => {
    const context = await browser!.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ko-KR', timezoneId: 'Asia/Seoul' })
    const page = await context.newPage()
    await page.goto(server!.url)
    await signInAtCounter(page)
    await openVisit(page, 'move-in')
    await page.keyboard.type(dayFromToday(-2).replaceAll('-', ''))
    await choose(page, '세대 전부인지 일부인지', 1)
    await goOn(page)
    await consent(page, { name: '표본바다' })
    await describeVisitor(page, { birth: '1950-03-02', sex: 'female', road: '표본로 9', phone: '010-0000-9301' })
    await saved(page)
    await lookUp(page)
    await page.keyboard.press('Alt+6')
    await onStep(page, '안내서')
    await page.locator('section[aria-label="안내서"] article').waitFor()
    const drawn = page.waitForResponse(response => response.url().endsWith('/rpc/guide/pdf'))
    const out = await printer!.comesOut(() => page.keyboard.press('Control+Enter'))
    const { json } = await (await drawn).json() as { json: { base64: string, pages: number } }
    const wanted = (await readPdf(Uint8Array.from(atob(json.base64), letter => letter.charCodeAt(0)))).pages.map(text => text.replace(/[\s\u2060]/g, ''))
    const came = await glyphsOfPdf(out)
    expect(wanted.join('')).toContain('표본바다')
    expect(came).toHaveLength(json.pages)
    expect(came.map((glyphs, at) => misprinted(glyphs, wanted[at]!).slice(0, 5))).toEqual(came.map(() => []))
    await context.close()
  })
})
