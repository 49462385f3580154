/** Printing at the guide step and in the log: seen, printed, saved, locked, handed over, and printed again after a correction. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { consent, dayFromToday, describeVisitor, goOn, lookUp, onStep, openVisit, printedPdf, saved, savedPdf, signInAtCounter, wordsOn } from '../journeys/support/at-the-counter'
import { choose, tabTo, typeIn } from '../journeys/support/keyboard'
import { launchApp } from '../journeys/support/launch-app'
import { lettersOf, readPdf } from '../journeys/support/read-pdf'
import { axeSource, faultsOf } from './look-at-screen'

let app: App
let visit = ''
beforeAll(async () => {
  configure({ useWebWorkers: false })
  app = await launchApp({ sample: true })
  await app.page.context().addInitScript(axeSource)
  await app.page.reload()
  await signInAtCounter(app.page)
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const name = '표본다온'

async function toGuide(page: Page): Promise<void> {
  await page.keyboard.press('Alt+6')
  await onStep(page, '안내서')
  await page.locator('section[aria-label="안내서"] article').waitFor()
}
const guideStep = (page: Page) => page.locator('section[aria-label="안내서"]')
const primary = (page: Page, label: string) => page.getByRole('button', { name: label }).last()

async function picture(page: Page, file: string): Promise<void> {
  if (!process.env.MAJI_PICTURES)
    return
  mkdirSync(process.env.MAJI_PICTURES, { recursive: true })
  await page.screenshot({ path: join(process.env.MAJI_PICTURES, `${file}.png`) })
}

/** The same visit at another screen. */
async function seated(seat: SeatOptions & { readonly language: 'ko' | 'en' }): Promise<Page> {
  const page = await app.newSeat(seat)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.locator('form').waitFor()
  await page.getByRole('button', { name: seat.language === 'ko' ? '견본민원' : /Clerk|견본민원/ }).first().click()
  await page.getByRole('navigation').first().waitFor()
  await page.goto(visit)
  await page.locator('article.paper').waitFor()
  return page
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the guide step', () => {
  it('prints with one key and hands over with another, and only then counts as given', async () => {
    const { page } = app
    await openVisit(page, 'move-in')
    await page.keyboard.type(dayFromToday(-2).replaceAll('-', ''))
    await choose(page, '세대 전부인지 일부인지', 1)
    await goOn(page)
    await consent(page, { name })
    await describeVisitor(page, { birth: '1950-03-02', sex: 'female', road: '표본로 9', phone: '010-0000-9301' })
    await saved(page)
    await lookUp(page)
    await toGuide(page)
    visit = page.url()
    const printed = await printedPdf(page, () => page.keyboard.press('Control+Enter'))
    expect(lettersOf(printed.text)).toContain(name)
    await primary(page, '드렸습니다').waitFor()
    expect(await guideStep(page).getByText('드린 것', { exact: true }).count()).toBe(0)
    await picture(page, 'printed')
    await page.keyboard.press('Alt+H')
    await guideStep(page).getByText('드린 것', { exact: true }).waitFor()
    await page.getByRole('button', { name: /방문 마치기/ }).waitFor()
    expect(await wordsOn(guideStep(page))).toMatch(new RegExp(`가족 안내서 · 한국어 · 보통 · ${printed.pages.length}쪽`))
  })

  it('makes the paper that suits the family, and keeps that for this visit alone', async () => {
    const { page } = app
    const paper = guideStep(page).locator('article')
    expect(await wordsOn(paper)).toContain(name)
    await tabTo(page, page.getByLabel('이름 가리기'))
    await page.keyboard.press('Space')
    await paper.filter({ hasNotText: name }).waitFor()
    expect(await wordsOn(paper)).toContain('표*')
    await choose(page, '글씨와 종이', 2)
    await page.locator('article.paper.large').waitFor()
    const { name: fileName, text } = await savedPdf(page, () => page.keyboard.press('Alt+S'))
    expect(lettersOf(text)).not.toContain(name)
    expect(fileName).not.toContain('표본')
    await page.keyboard.press('Alt+4')
    await onStep(page, '조회')
    await toGuide(page)
    expect(await page.getByLabel('이름 가리기').isChecked()).toBe(true)
    await page.locator('article.paper.large').waitFor()
    // A leaflet has no such language; the guide keeps it meanwhile.
    await page.getByRole('radio', { name: 'Tiếng Việt' }).check()
    await page.locator('article.paper[lang=vi]').waitFor()
    await choose(page, '문서', 3)
    await page.locator('article.paper[lang=ko]').waitFor()
    await choose(page, '문서', 1)
    await page.locator('article.paper[lang=vi]').waitFor()
    await page.getByRole('radio', { name: '한국어' }).check()
    await page.locator('article.paper[lang=ko]').waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('masked')
    await tabTo(page, page.getByLabel('이름 가리기'))
    await page.keyboard.press('Space')
    await paper.filter({ hasText: name }).waitFor()
  })

  it('lists what was left out of what was given, and has it as the usual answer wherever the visit is opened anew', async () => {
    const { page } = app
    await choose(page, '글씨와 종이', 1)
    await page.getByLabel('이름 가리기').check()
    await guideStep(page).locator('article').filter({ hasNotText: name }).waitFor()
    // Without a mask it was given above; with one it was not.
    await primary(page, '인쇄').waitFor()
    await page.keyboard.press('Alt+H')
    await guideStep(page).getByRole('listitem').filter({ hasText: '이름 가림' }).waitFor()
    expect(await guideStep(page).getByRole('listitem').count()).toBe(2)
    await picture(page, 'given-masked')
    const other = await seated({ language: 'ko' })
    expect(await other.getByLabel('이름 가리기').isChecked()).toBe(true)
    expect(await wordsOn(guideStep(other).locator('article'))).not.toContain(name)
    await other.context().close()
    await page.getByLabel('이름 가리기').uncheck()
    await guideStep(page).locator('article').filter({ hasText: name }).waitFor()
  })

  it('shows the real pages with their number, and goes back to the quick view', async () => {
    const { page } = app
    const seen = page.waitForResponse(response => response.url().endsWith('/rpc/guide/pdf'))
    await tabTo(page, page.getByRole('button', { name: '실제 쪽 보기' }))
    await page.keyboard.press('Enter')
    const { json } = await (await seen).json() as { json: { pages: number } }
    if (await page.evaluate(() => navigator.pdfViewerEnabled)) {
      await page.locator('iframe[title="실제 쪽 보기"]').waitFor()
      await page.locator('p[role=status]').filter({ hasText: `${json.pages}쪽` }).waitFor()
    }
    else {
      await page.getByText('이 브라우저는 PDF를 화면에 보여 주지 못해요').waitFor()
    }
    await picture(page, 'real-pages')
    await page.getByRole('button', { name: '빠른 보기' }).click()
    await guideStep(page).locator('article').waitFor()
  })

  it('locks a file that leaves the office with a password that is told once', async () => {
    const { page } = app
    await tabTo(page, page.getByRole('button', { name: '암호 걸어 저장' }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '암호 걸어 저장' })
    const password = (await dialog.locator('[data-password]').textContent())!.replaceAll(' ', '')
    expect(password).toMatch(/^\d{18}$/)
    await picture(page, 'lock')
    expect(await faultsOf(page, 'ko', [name], true)).toEqual([])
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.keyboard.press('Control+Enter')])
    await dialog.getByText('저장함').waitFor()
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    const [entry] = await new ZipReader(new Uint8ArrayReader(readFileSync(await download.path())), { password }).getEntries()
    if (!entry || entry.directory)
      throw new Error('nothing inside')
    expect(lettersOf((await readPdf(await entry.getData(new Uint8ArrayWriter()))).text)).toContain(name)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '암호 걸어 저장' }).click()
    expect((await dialog.locator('[data-password]').textContent())!.replaceAll(' ', '')).not.toBe(password)
    await choose(page, '암호', 2, dialog)
    await typeIn(page, dialog.getByLabel('직접 정한 암호').last(), '짧아요')
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('한글은 여는 프로그램마다').waitFor()
    await page.keyboard.press('Escape')
  })

  it('says that something changed after it was handed over, until it is printed and given again', async () => {
    const { page } = app
    await choose(page, '글씨와 종이', 1)
    await page.getByRole('button', { name: /방문 마치기/ }).waitFor()
    await page.keyboard.press('Alt+3')
    await onStep(page, '가구')
    await typeIn(page, page.getByLabel('이름', { exact: true }), '표본다은')
    await page.keyboard.press('Tab')
    await saved(page)
    await toGuide(page)
    await page.getByRole('status').filter({ hasText: '고친 뒤 다시 인쇄하지 않았어요' }).waitFor()
    await picture(page, 'changed')
    expect(await faultsOf(page, 'ko', [name, '표본다은'], true)).toEqual([])
    const again = await printedPdf(page, () => page.keyboard.press('Control+Enter'))
    expect(lettersOf(again.text)).toContain('표본다은')
    await page.keyboard.press('Alt+H')
    await page.getByRole('status').filter({ hasText: '고친 뒤 다시 인쇄하지 않았어요' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /방문 마치기/ }).waitFor()
  })

  it.each([
    { language: 'ko', viewport: { width: 768, height: 1024 }, touch: true },
    { language: 'en', viewport: { width: 1024, height: 768 }, touch: true },
    { language: 'en', viewport: { width: 1366, height: 768 } },
  ] as const)('is whole and readable at $viewport.width in $language', async (seat) => {
    const page = await seated(seat)
    await picture(page, `guide-${seat.language}-${seat.viewport.width}`)
    expect(await faultsOf(page, seat.language, [name, '표본다은'], true)).toEqual([])
    await page.context().close()
  })

  it('is in the access log in words, for whoever reviews it', async () => {
    const lead = await app.newSeat({ language: 'ko' })
    await lead.context().addInitScript(axeSource)
    await lead.reload()
    await signInAtCounter(lead, '견본팀장')
    await lead.goto(new URL('/office?panel=log', lead.url()).href)
    await lead.locator('table.data-table tbody tr').first().waitFor()
    const words = await wordsOn(lead.locator('table.data-table'))
    expect(words).toMatch(/가족 안내서, 보통, 한국어, \d+쪽, 인쇄/)
    expect(words).toMatch(/가족 안내서, \S.*, 한국어, \d+쪽, 암호 걸어 저장/)
    expect(words).not.toContain('표본다')
    await picture(lead, 'log')
    expect(await faultsOf(lead, 'ko', [name], true)).toEqual([])
    await lead.context().close()
  })
})
