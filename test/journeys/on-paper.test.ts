/** What families and the office get on paper: the guide in the family's language, again after a correction, the booklet. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addMember, assignAsProposed, atHome, consent, dayFromToday, describeVisitor, goOn, lookUp, onStep, openVisit, saved, savedPdf, signInAtCounter, wordsOn } from './support/at-the-counter'
import { choose, tabTo } from './support/keyboard'
import { launchApp } from './support/launch-app'
import { lettersOf } from './support/read-pdf'
import { takePicture } from './support/take-picture'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
  await signInAtCounter(app.page)
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const year = Number(dayFromToday().slice(0, 4))
/** In the order of the choices on the page. */
const languages = { 中文: 4 } as const
const editions = { '한 장': 5 } as const
const given = (page: Page) => page.locator('section[role=status]').filter({ hasText: '드린 것' })
const changed = (page: Page) => page.getByText('드린 뒤에 내용이 바뀌었어요')

/** A mother with a new baby, up to the lookup. */
async function newborn(page: Page, mother: string): Promise<void> {
  await openVisit(page, 'birth')
  await page.keyboard.type(dayFromToday(-9).replaceAll('-', ''))
  await choose(page, '몇째 아이', 1)
  await choose(page, '함께 태어난 아기', 1)
  await goOn(page)
  await consent(page, { name: mother })
  await describeVisitor(page, { birth: `${year - 31}-02-11`, sex: 'female', road: '견본길 19', phone: '010-0000-5501' })
  await tabTo(page, page.getByRole('button', { name: /아기 더하기/ }))
  await page.keyboard.press('Enter')
  await choose(page, '성별', 2)
  await saved(page)
  await page.getByRole('button', { name: /아기 더하기/ }).waitFor({ state: 'detached' })
}

async function toGuide(page: Page): Promise<void> {
  await goOn(page, '안내서')
  await page.locator('article.paper').waitFor()
}

describe('a family that reads Chinese', () => {
  const mother = '견본려화'

  it('goes home with one page in Chinese that its planner and every deadline stand on', async () => {
    const { page } = app
    await newborn(page, mother)
    await lookUp(page)
    const { planner } = await assignAsProposed(page)
    await toGuide(page)
    await choose(page, '언어', languages.中文)
    await choose(page, '글씨와 종이', editions['한 장'])
    await page.locator('article.paper[lang=zh]').waitFor()
    await page.locator('article.paper').evaluate(paper => paper.scrollIntoView())
    await takePicture(page, 'guide-in-chinese')
    const guide = await savedPdf(page, () => page.keyboard.press('Alt+S'))
    expect(guide.pages).toHaveLength(1)
    expect(guide.name).not.toContain(mother)
    const letters = lettersOf(guide.text)
    for (const words of ['现在要做的事', planner, '129'])
      expect(letters, words).toContain(words)
    // What has to be shown at the counter stands in Korean beside it.
    expect(letters).toContain('아동수당')
    await page.keyboard.press('Alt+H')
    await given(page).getByText(/가족 안내서 · 중국어 · 한 장 · 1쪽/).waitFor()
  })

  it('gets the guide again after a correction, and the page says so until it was given', async () => {
    const { page } = app
    expect(await changed(page).count()).toBe(0)
    await page.keyboard.press('Alt+3')
    await onStep(page, '가구')
    await addMember(page, { name: '견본하진', relation: 'child', birth: `${year - 3}-03-05`, sex: 'male' })
    await saved(page)
    await lookUp(page)
    await page.keyboard.press('Alt+6')
    await onStep(page, '안내서')
    await page.locator('article.paper').waitFor()
    await changed(page).waitFor()
    await page.getByRole('button', { name: '다시 인쇄' }).first().waitFor()
    const again = await savedPdf(page, () => page.keyboard.press('Alt+S'))
    expect(again.text).toContain('견본하진')
    await page.keyboard.press('Alt+H')
    await changed(page).waitFor({ state: 'detached' })
    expect(await given(page).locator('li').count()).toBe(2)
    await page.keyboard.press('Control+Enter')
    await atHome(page)
  })

  it('leaves in the access log what was saved: document, language, pages, and about which visit', async () => {
    const desk = await app.newSeat()
    await signInAtCounter(desk, '견본관리')
    await desk.keyboard.press('Alt+8')
    await desk.getByRole('radio', { name: '접속기록' }).check()
    const lines = desk.locator('table.data-table tbody tr').filter({ hasText: '중국어' })
    await lines.first().waitFor()
    const told = await wordsOn(lines.first())
    expect(told).toMatch(/가족 안내서, 한 장, 중국어, 1쪽, (?:파일로 저장|화면에서 봄)/)
    expect(told).not.toContain(mother)
    if (app.manySeats)
      await desk.context().close()
    else
      await signInAtCounter(await app.newSeat())
  })
})

describe('the booklet of the year', () => {
  it('is made by the lead with a few keys, while the counter goes on, and has every service with its page', async () => {
    const desk = await app.newSeat()
    await signInAtCounter(desk, '견본팀장')
    await desk.keyboard.press('Alt+I')
    await desk.getByRole('heading', { level: 1, name: '인쇄물' }).waitFor()
    await desk.getByRole('heading', { name: '들어갈 것' }).waitFor()
    await takePicture(desk, 'booklet')
    await desk.keyboard.press('Control+Enter')
    if (app.manySeats) {
      const before = Date.now()
      await openVisit(app.page, 'counselling')
      expect(Date.now() - before).toBeLessThan(10_000)
      await app.page.keyboard.press('F9')
    }
    const done = desk.getByText(/다 만들었어요\. \d+쪽/)
    await done.waitFor({ timeout: 120_000 })
    const pages = Number(/(\d+)쪽/.exec(await wordsOn(done))?.[1])
    const booklet = await savedPdf(desk, () => desk.getByRole('button', { name: '파일로 저장' }).click())
    expect(booklet.pages).toHaveLength(pages)
    const letters = lettersOf(booklet.text)
    for (const words of ['기초연금', '부모급여', '긴급복지', '차례', '이름으로찾기'])
      expect(letters, words).toContain(words)
    if (app.manySeats)
      await desk.context().close()
  })
})
