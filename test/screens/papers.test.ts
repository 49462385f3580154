/** The page of papers on the screen: booklet by the lead and the administrator, leaflets, all guides of a day; by keyboard where the main path goes. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../journeys/support/launch-app'
import { goTo, looks, picture, settled, signedIn } from './at-a-seat'
import { faultsOf } from './look-at-screen'

let app: App
beforeAll(async () => {
  configure({ useWebWorkers: false })
  app = await launchApp({ sample: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const sit = (who: string, seat?: SeatOptions) => signedIn(app, who, seat)

const sections = (page: Page) => page.getByRole('list').filter({ has: page.getByRole('button', { name: '청소년 위로' }) }).getByRole('listitem')

/** One chapter and one index, so that drawing takes a moment. */
async function onlyTeenagers(page: Page): Promise<void> {
  for (const box of await sections(page).getByRole('checkbox').all())
    await box.uncheck()
  await page.getByRole('checkbox', { name: /^청소년/ }).check()
  await settled(page)
}

async function makeGuides(page: Page): Promise<void> {
  await goTo(page, '/papers?panel=batch')
  await page.getByRole('button', { name: '모두 고르기' }).click()
  await page.getByRole('button', { name: '안내서 만들기' }).click()
  await page.getByRole('button', { name: '파일로 저장' }).waitFor({ timeout: 90_000 })
}

/** As in the window: the page is handed a port to printers that answer what the test says; the server stays where it is. */
async function inWindow(page: Page) {
  await page.context().addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} Electron/1` })
    const desk = Object.assign(globalThis, { printerAnswers: 'sent', printerAsked: 0 })
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = ({ data: { ask, number } }) => {
      clearInterval(handing)
      if (ask === 'print')
        desk.printerAsked++
      port2.postMessage(ask === 'print' ? { number, outcome: desk.printerAnswers } : { number, printers: [] })
    }
    const handing = setInterval(() => {
      const handed = new MessageEvent('message', { source: window, data: 'maji:port' })
      Object.defineProperty(handed, 'ports', { value: [undefined, port1] })
      window.dispatchEvent(handed)
    }, 50)
  })
  const read = <Value>(name: string): Promise<Value> => page.evaluate(key => (globalThis as Record<string, unknown>)[key] as never, name)
  return {
    answers: (outcome: 'sent' | 'failed' | 'cancelled') => page.evaluate(given => void Object.assign(globalThis, { printerAnswers: given }), outcome),
    asked: () => read<number>('printerAsked'),
  }
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the page of papers', () => {
  it.each(looks)('stays readable and accessible within the window: $name', async ({ name, ...seat }) => {
    const page = await sit('견본팀장', seat)
    const faults: Record<string, string[]> = {}
    for (const panel of ['booklet', 'leaflets', 'batch']) {
      await goTo(page, `/papers?panel=${panel}`)
      await picture(page, `papers-${name}-${panel}`)
      faults[panel] = await faultsOf(page, seat.language, [], true)
    }
    await page.close()
    expect(faults).toEqual({ booklet: [], leaflets: [], batch: [] })
  })

  it('moves a section by keyboard, and the focus with it', async () => {
    const page = await sit('견본팀장')
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
    const page = await sit('견본팀장')
    await goTo(page, '/papers')
    await onlyTeenagers(page)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('progressbar').or(page.getByRole('button', { name: '파일로 저장' })).first().waitFor()
    await goTo(page, '/')
    await goTo(page, '/papers')
    await page.getByRole('button', { name: '파일로 저장' }).waitFor({ timeout: 90_000 })
    await picture(page, 'papers-done')
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '파일로 저장' }).click()])
    expect(file.suggestedFilename()).toMatch(/^복지안내책자-\d{4}\.pdf$/)
    await page.close()
  })

  it('makes the guides of the day for a clerk, and says once they were saved that they are kept nowhere', async () => {
    const page = await sit('견본민원')
    await goTo(page, '/papers?panel=batch')
    expect(await page.getByText('책자 만들기').count()).toBe(0)
    await page.getByRole('button', { name: '고르지 않기' }).click()
    const begin = page.getByRole('button', { name: '안내서 만들기' })
    expect(await begin.isDisabled()).toBe(true)
    await page.getByRole('button', { name: '모두 고르기' }).click()
    await begin.press('Enter')
    await page.getByRole('button', { name: '파일로 저장' }).waitFor({ timeout: 90_000 })
    await picture(page, 'papers-batch-done')
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '파일로 저장' }).click()])
    expect(file.suggestedFilename()).toMatch(/^오늘의가족안내서-\d{4}-\d{2}-\d{2}\.pdf$/)
    await page.getByText('파일로 저장했고 서버에서 지웠어요').waitFor()
    await page.close()
  })

  it('keeps the password of a locked batch in sight until the dialog is closed', async () => {
    const page = await sit('견본민원')
    await makeGuides(page)
    await page.getByRole('button', { name: '암호 걸어 저장' }).click()
    const dialog = page.getByRole('dialog', { name: '암호 걸어 저장' })
    const shown = async () => (await dialog.locator('[data-password]').textContent())!.replaceAll(' ', '')
    const password = await shown()
    const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.keyboard.press('Control+Enter')])
    await dialog.getByText('저장함').waitFor()
    await settled(page)
    expect(await shown()).toBe(password)
    await picture(page, 'papers-batch-locked')
    const [entry] = await new ZipReader(new Uint8ArrayReader(readFileSync(await file.path())), { password }).getEntries()
    if (!entry || entry.directory)
      throw new Error('nothing inside')
    expect(Buffer.from(await entry.getData(new Uint8ArrayWriter())).subarray(0, 4).toString()).toBe('%PDF')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('파일로 저장했고 서버에서 지웠어요').waitFor()
    expect(await page.getByRole('button', { name: '파일로 저장' }).count()).toBe(0)
    await page.close()
  })

  it('keeps a batch that a printer refused or somebody cancelled, and says that it went out once it did', async () => {
    const page = await sit('견본민원')
    const printer = await inWindow(page)
    await makeGuides(page)
    const print = page.getByRole('button', { name: '인쇄', exact: true })
    const over = page.getByText('서버에서 지웠어요. 다시 필요하면')
    // Pages it does not have: refused before anything is taken.
    await page.getByLabel('첫 쪽').fill('9000')
    await print.click()
    await page.getByText('문서에 있는 쪽 번호를 적어 주세요').waitFor()
    expect(await printer.asked()).toBe(0)
    await page.getByText('그대로 두면 15분 뒤에 지워요').waitFor()
    await page.getByLabel('첫 쪽').fill('')
    for (const [outcome, words] of [['failed', '프린터로 보내지 못했어요'], ['cancelled', '인쇄를 취소했어요']] as const) {
      await printer.answers(outcome)
      await print.click()
      await page.getByRole('alert').filter({ hasText: words }).waitFor()
      await page.getByText('서버에서는 지웠고 이 화면에만 있어요').waitFor()
      expect(await over.count()).toBe(0)
    }
    await picture(page, 'papers-batch-held')
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    await printer.answers('sent')
    await print.click()
    await page.getByText('프린터로 보냈고 서버에서 지웠어요').waitFor()
    expect(await printer.asked()).toBe(3)
    await page.close()
  })

  it('shows how far it is in the colour of the theme', async () => {
    const page = await sit('견본팀장')
    await goTo(page, '/papers')
    await page.keyboard.press('Control+Enter')
    const bar = page.getByRole('progressbar')
    await bar.waitFor()
    const [filled, accent] = await bar.evaluate((element) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.backgroundColor = 'var(--k-accent-fill)'
      return [element.firstElementChild!, probe].map(each => getComputedStyle(each).backgroundColor)
    })
    expect(filled).toBe(accent)
    await picture(page, 'papers-progress')
    await page.getByRole('button', { name: '만들기 취소' }).click()
    await bar.waitFor({ state: 'detached' })
    await page.close()
  })

  it('shows the administrator the booklet, and nothing of a resident', async () => {
    const page = await sit('견본관리')
    await goTo(page, '/papers?panel=batch')
    await page.getByRole('heading', { name: '복지 안내 책자', exact: true }).waitFor()
    expect(await page.getByText('모아서 인쇄').count()).toBe(0)
    await page.close()
  })
})
