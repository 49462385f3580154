/**
 * Printing from the Electron window: printer, copies and sides are chosen on the page, and the access log knows them.
 *
 * Runs wherever Electron's binary and a display are; `npm test` says when they are not. Paper comes out only of a
 * printer that makes files; where there is none, the page says that nothing was printed and offers the dialog.
 */
import type { App } from './support/launch-app'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDisplay } from '#server/start/find-electron'
import { electronBinary } from '../support/find-electron'
import { virtualPrinter } from '../support/virtual-printer'
import { openVisit, signInAtCounter, wordsOn } from './support/at-the-counter'
import { choose } from './support/keyboard'

const printer = virtualPrinter()

describe.skipIf(!electronBinary() || !hasDisplay())('printing from the window', () => {
  let app: App
  beforeAll(async () => {
    // Read by launch-app when it is loaded.
    process.env.MAJI_JOURNEYS = 'electron'
    const { launchApp } = await import('./support/launch-app')
    app = await launchApp({ sample: true })
    await signInAtCounter(app.page)
  })
  afterAll(() => app?.close())

  it('sends two copies on both sides to the chosen printer, or says that it could not', async () => {
    const { page } = app
    await openVisit(page, 'birth')
    await page.keyboard.press('F8')
    await choose(page, '까닭을 말씀하셨다면', 3)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '인쇄', exact: true }).waitFor()
    if (printer)
      await page.getByLabel('프린터').selectOption(printer.name)
    await page.getByLabel('부수').fill('2')
    await page.keyboard.press('Tab')
    await choose(page, '면', 2)
    await page.getByRole('button', { name: '인쇄', exact: true }).click()
    if (!printer) {
      await page.getByRole('alert').getByRole('button', { name: '인쇄 창에서 인쇄' }).waitFor({ timeout: 150_000 })
      return
    }
    await page.getByRole('button', { name: '인쇄', exact: true }).and(page.locator(':not([disabled])')).waitFor({ timeout: 150_000 })
    expect(await page.getByRole('alert').count()).toBe(0)
    const lead = await app.newSeat()
    await signInAtCounter(lead, '견본팀장')
    await lead.goto(new URL('/office?panel=log', lead.url()).href)
    await lead.locator('table.data-table tbody tr').first().waitFor()
    expect(await wordsOn(lead.locator('table.data-table'))).toMatch(new RegExp(`안내지, 보통, 한국어, \\d+쪽, 인쇄, 2부, ${printer.name}`))
  }, 300_000)
})
