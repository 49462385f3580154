/** Needs and crisis on the case's page: by keyboard, in both languages, at a desk and on a tablet; and the lead who hears of a crisis at once. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

let app: App
/** A planner's case of the sample center. */
let path = ''

beforeAll(async () => {
  app = await launchApp({ sample: true })
  const page = await signedIn({ language: 'ko' }, '견본두리')
  await goTo(page, '/cases')
  const link = page.locator('a[href*="/cases/"]').first()
  await link.waitFor()
  path = new URL((await link.getAttribute('href'))!, page.url()).pathname
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

async function signedIn(seat: SeatOptions, name: string): Promise<Page> {
  const page = await app.newSeat(seat)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.locator('form').waitFor()
  await page.getByRole('button', { name }).click()
  await page.getByRole('navigation').first().waitFor()
  return page
}

async function goTo(page: Page, to: string): Promise<void> {
  await page.goto(new URL(to, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

const patient = { timeout: 10_000 }
const saved = (page: Page) => expect.poll(() => page.getByText('저장됨').count(), patient).toBeGreaterThan(0)
const area = (page: Page, name: string) => page.locator(`[data-area="${name}"]`)
const levels = (page: Page) => page.locator('[data-area] [data-level]').evaluateAll(marks => marks.map(mark => mark.getAttribute('data-level')))

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the needs survey', () => {
  it('is walked by arrows and digits, and asks for what is still missing', async () => {
    const page = await signedIn({ language: 'ko' }, '견본두리')
    await goTo(page, `${path}?part=needs`)
    await page.getByRole('button', { name: '욕구조사 시작' }).click()
    await area(page, 'safety').focus()
    for (const digit of ['0', '1', '2', '0', '3', '4', '0', '0', '1', '0']) {
      await page.keyboard.press(digit)
      await page.keyboard.press('ArrowDown')
    }
    expect(await levels(page)).toEqual(['0', '1', '2', '0', '3', '4', '0', '0', '1', '0'])
    // The last arrow leads round to the first area.
    expect(await area(page, 'safety').getAttribute('aria-current')).toBe('true')
    await saved(page)
    await page.keyboard.press('Control+Enter')
    const missing = page.getByRole('alert').filter({ hasText: '일상생활' })
    await missing.waitFor()
    // The first area with something missing is open by now; its words are one key away.
    await page.getByRole('button', { name: '일상생활 · 본인이 한 말' }).click()
    await page.keyboard.type('밥을 잘 못 챙겨 먹어요')
    // Filling in one of several does not lead away to the next.
    expect(await page.getByLabel('본인이 한 말').inputValue()).toBe('밥을 잘 못 챙겨 먹어요')
    for (const [name, said] of [['사회적 관계', '만나는 사람이 없어요'], ['경제', '월세가 밀렸어요']] as const) {
      await page.getByRole('button', { name: `${name} · 본인이 한 말` }).click()
      await page.locator('textarea').first().waitFor()
      await page.getByLabel('본인이 한 말').fill(said)
    }
    await saved(page)
    await page.keyboard.press('Control+Enter')
    await page.getByText('사례회의·선정').first().waitFor()
    await page.getByRole('button', { name: '새 욕구조사' }).waitFor()
  })

  it('asks anew and shows the last survey beside it, in the list, in the picture and in the table', async () => {
    const page = await signedIn({ language: 'ko' }, '견본두리')
    await goTo(page, `${path}?part=needs`)
    await page.getByRole('button', { name: '새 욕구조사' }).click()
    await expect.poll(() => area(page, 'economy').textContent(), patient).toContain('지난번 4 시급')
    expect(await levels(page)).toEqual(Array.from({ length: 10 }).fill(''))
    await area(page, 'economy').focus()
    await page.keyboard.press('2')
    const picture = page.getByRole('img', { name: /경제 이번 2 보통, 지난번 4 시급/ })
    await picture.waitFor()
    const row = page.getByRole('row', { name: /경제/ })
    expect(await row.textContent()).toContain('2 작아짐')
    await saved(page)
  })

  it('goes from the list into the area by Enter, and a digit there chooses what it says', async () => {
    const page = await signedIn({ language: 'ko' }, '견본두리')
    await goTo(page, `${path}?part=needs`)
    await area(page, 'work').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('3')
    await expect.poll(() => area(page, 'work').textContent(), patient).toContain('3 큼')
    expect(await page.locator('[data-at="needs.work.level"] input:checked').count()).toBe(1)
    // Choosing it again takes it back.
    await page.keyboard.press('3')
    await expect.poll(() => area(page, 'work').textContent(), patient).toContain('아직 안 물음')
    await saved(page)
  })
})

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the crisis check', () => {
  it('opens by a key, says what to do, and a serious answer reaches the lead\'s open screen within a second', async () => {
    const lead = await signedIn({ language: 'en' }, '견본팀장')
    const page = await signedIn({ language: 'ko' }, '견본두리')
    await goTo(page, `${path}?part=needs`)
    await page.locator('#crisis-row').waitFor()
    await page.keyboard.press('Alt+V')
    await page.getByRole('button', { name: '위기도 조사 시작' }).click()
    const thoughts = page.locator('[data-at="suicide.thoughts"]')
    await thoughts.waitFor()
    await thoughts.getByText('아니오').click()
    // Without thoughts the questions that follow from them are not asked; what was tried before is.
    expect(await page.locator('[data-at="suicide.plan"]').count()).toBe(0)
    expect(await page.locator('[data-at="suicide.attempt"]').count()).toBe(1)
    await thoughts.getByText('예', { exact: true }).click()
    await page.getByText('오늘 안에 정신건강복지센터나 109와 연결하고 팀장과 의논하세요.').waitFor()
    expect(await lead.getByRole('heading', { name: /crisis alert/ }).count()).toBe(0)
    const clicked = Date.now()
    const answered = page.waitForResponse(response => response.url().endsWith('/rpc/records/save')).then(() => Date.now())
    const heard = lead.getByRole('heading', { name: '1 crisis alert' }).waitFor().then(() => Date.now())
    await page.locator('[data-at="suicide.plan"]').getByText('예', { exact: true }).click()
    const [saved, told] = await Promise.all([answered, heard])
    // A second, or on a machine that is busy with other things a few times what saving itself takes there.
    expect(told - saved).toBeLessThan(Math.max(1000, 3 * (saved - clicked)))
    await page.getByText('지금 바로 도와야 해요.', { exact: false }).first().waitFor()
    await page.getByText('긴급도가 ‘위기’가 되었고', { exact: false }).waitFor()

    await lead.getByRole('link', { name: /^Open the case/ }).click()
    await lead.getByRole('heading', { name: 'Crisis check', exact: true }).first().waitFor()
    expect(new URL(lead.url()).pathname).toBe(path)
    await lead.getByRole('button', { name: /^I have seen it/ }).click()
    await lead.getByRole('heading', { name: '1 crisis alert' }).waitFor({ state: 'detached' })
  })

  it('tells nobody else: neither the counter nor a planner of another case', async () => {
    const others = await Promise.all(['견본민원', '견본하나'].map(name => signedIn({ language: 'ko' }, name)))
    for (const other of others)
      expect(await other.getByRole('heading', { name: /위기 알림/ }).count()).toBe(0)
  })
})

const looks: readonly (SeatOptions & { readonly language: 'ko' | 'en', readonly name: string })[] = [
  { name: 'desk-ko', language: 'ko', viewport: { width: 1366, height: 768 } },
  { name: 'desk-en', language: 'en', viewport: { width: 1366, height: 768 } },
  { name: 'tablet-ko', language: 'ko', viewport: { width: 1024, height: 768 }, touch: true },
  { name: 'portrait-en', language: 'en', viewport: { width: 768, height: 1024 }, touch: true },
  { name: 'contrast-ko', language: 'ko', viewport: { width: 1366, height: 768 }, contrast: 'high' },
]

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron').each(looks)('looked at as $name', ({ name, language, ...seat }) => {
  it('has no fault, survey and crisis check alike', async () => {
    const page = await signedIn({ language, ...seat }, '견본두리')
    for (const to of [`${path}?part=needs`, `${path}?part=needs&open=crisis`]) {
      await goTo(page, to)
      await page.locator(to.endsWith('crisis') ? '[data-at="suicide.thoughts"]' : '[data-area="work"]').waitFor()
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
      await page.waitForTimeout(250)
      expect(await faultsOf(page, language, [], true), `${name} ${to}`).toEqual([])
      const small = seat.touch
        ? await page.evaluate(() => [...document.querySelectorAll('main button, main summary, main select')].filter(each => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 44).map(each => each.textContent?.trim().slice(0, 40)))
        : []
      expect(small).toEqual([])
    }
  })
})
