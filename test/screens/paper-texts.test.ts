/** The office's papers and the daily close on the screen: written with a preview, by keyboard, in both languages and on a tablet. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../journeys/support/launch-app'
import { goTo, looks, picture, settled, signedIn } from './at-a-seat'
import { faultsOf } from './look-at-screen'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const sit = (who: string, seat?: SeatOptions) => signedIn(app, who, seat)

const preview = (page: Page) => page.locator('[data-preview]')
const greeting = (page: Page, language = '한국어') => page.getByRole('textbox', { name: `인사말 (출생) (${language})` })
/** A small square, as a program draws it. */
const square = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNgsyrBihiGlgQAekctAfsW3tgAAAAASUVORK5CYII=', 'base64')

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the papers of the office', () => {
  it.each(looks)('stay readable within the window: $name', async ({ name, ...seat }) => {
    const page = await sit('견본팀장', seat)
    await goTo(page, '/office?panel=papers')
    await preview(page).waitFor()
    const faults: Record<string, string[]> = {}
    const look = async (what: string) => {
      await settled(page)
      const found = await faultsOf(page, seat.language, [], true)
      if (found.length > 0)
        faults[what] = found
      await picture(page, `paper-texts-${what}-${name}`)
    }
    await look('guide')
    await page.locator('[data-sentence="guide.greeting.birth"] textarea').first().fill('{없음}')
    await page.locator('[data-sentence="guide.greeting.birth"]').scrollIntoViewIfNeeded()
    await look('fault')
    await page.locator('[data-sentence="guide.greeting.birth"] button').click()
    // On a narrow screen one field stands for the list.
    const common = page.locator('section[aria-labelledby=papers-title] nav button').first()
    if (await common.isVisible())
      await common.click()
    else
      await page.locator('section[aria-labelledby=papers-title] select').selectOption('common')
    await page.getByRole('button', { name: seat.language === 'ko' ? '칸 더하기' : 'Add a box' }).click()
    await look('common')
    await goTo(page, '/papers?panel=close')
    await page.getByRole('heading', { level: 3 }).first().waitFor()
    await look('close')
    expect(faults).toEqual({})
    await page.context().close()
  })

  it('are written by keyboard alone: seen as they are typed, refused with the reason, saved, and told in the history', async () => {
    const page = await sit('견본팀장')
    await goTo(page, '/office?panel=papers')
    await preview(page).getByText('아기가 태어난 것을 축하드려요').waitFor()
    await greeting(page).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('새 식구를 기다렸어요. {이름}')
    await page.getByText('채워지지 않는 자리가 있어요: {이름}').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('고칠 곳이 1곳 있어요').waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('새 식구를 기다렸어요.')
    await preview(page).getByText('새 식구를 기다렸어요.').waitFor()
    // What shipped stands below, and the way back is there.
    await page.locator('[data-sentence="guide.greeting.birth"]').getByText(/처음 글: 아기가/).waitFor()
    // Left and opened again, it is still there.
    await page.getByRole('radio', { name: '공휴일' }).press('Space')
    await page.getByRole('radio', { name: '양식' }).press('Space')
    await expect.poll(() => greeting(page).inputValue()).toBe('새 식구를 기다렸어요.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('고치는 까닭을 적어 주세요').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.closest("form").getAttribute("aria-label")')).toBe('저장')
    await page.keyboard.type('우리 동 인사')
    await page.keyboard.press('Control+Enter')
    await page.getByText('저장했어요. 다음 인쇄부터 나와요.').waitFor()
    await page.getByRole('button', { name: '바뀐 기록' }).press('Enter')
    const history = page.getByRole('dialog')
    await history.getByText(/견본팀장.*우리 동 인사/).waitFor()
    await history.getByText('가족 안내서 · 인사말 (출생)').waitFor()
    await picture(page, 'paper-texts-history')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '모두 처음으로' }).press('Enter')
    await page.keyboard.type('다시 처음대로')
    await page.keyboard.press('Control+Enter')
    await preview(page).getByText('아기가 태어난 것을 축하드려요').waitFor()
    await page.context().close()
  })

  it('carry an emblem that is redrawn here, on the preview and on what the counter prints', async () => {
    const page = await sit('견본팀장')
    await goTo(page, '/office?panel=papers')
    await page.getByRole('button', { name: '모든 문서' }).click()
    await page.locator('[data-emblem]').setInputFiles({ name: 'emblem.png', mimeType: 'image/png', buffer: square })
    await preview(page).locator('img').waitFor()
    await page.getByLabel(/고치는 까닭/).fill('엠블럼')
    await page.keyboard.press('Control+Enter')
    await page.getByText('저장했어요').waitFor()
    await page.locator('[data-emblem]').setInputFiles({ name: 'emblem.gif', mimeType: 'image/gif', buffer: square })
    await page.getByText('PNG나 JPEG 그림만 쓸 수 있어요.').waitFor()
    const clerk = await sit('견본민원')
    await goTo(clerk, '/papers?panel=close')
    await clerk.locator('article.paper img').first().waitFor()
    await clerk.context().close()
    await page.context().close()
  })

  it('close a day that has come, and no other', async () => {
    const page = await sit('견본민원')
    await goTo(page, '/papers?panel=close')
    await page.locator('article.paper').getByText('접속기록', { exact: true }).waitFor()
    await page.getByLabel('마감할 날').fill('20990101')
    await page.getByLabel('마감할 날').press('Tab')
    await page.getByText(/까지/).first().waitFor()
    expect(await page.locator('article.paper h2').textContent()).toBe('일일 마감표')
    await page.context().close()
  })
})
