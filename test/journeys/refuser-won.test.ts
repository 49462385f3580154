/** A man who wants no help: asked at the door, asked again after a quarter, won over at the third visit. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caseRows, masked } from './support/at-the-case'
import { signInAtCounter, wordsOn } from './support/at-the-counter'
import { counselAtCounter, nextMorning, openPart, recordContact, turnTo } from './support/at-the-planner'
import { inElectron, launchApp } from './support/launch-app'

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true, timeTravel: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

describe.skipIf(inElectron)('a man who refuses', () => {
  it('comes back after a quarter by himself, gets a pack at the door, and lets the planner in at the third visit', async () => {
    const name = '보기닫힘'
    const { page } = app
    await signInAtCounter(page)
    const planner = await counselAtCounter(page, { name, birth: '1958-04-12', sex: 'male', road: '표본로 91', phone: '010-0000-9101' })
    expect(planner).toBe('견본하나')

    const desk = await app.newSeat()
    await signInAtCounter(desk, planner)
    await openPart(desk, name)
    await turnTo(desk, 6)
    await recordContact(desk, { channel: 'visit', outcome: 'refused', note: '문틈으로 필요 없다고 하심' })
    const next = desk.locator('section[aria-labelledby="next-try-title"]')
    expect(await wordsOn(next)).toContain('석 달 뒤에 다시')
    await desk.getByText('거절', { exact: true }).first().waitFor()

    await nextMorning(app, desk, planner, 93)
    await desk.keyboard.press('Alt+9')
    await desk.getByRole('button', { name: '거절 뒤 다시 여쭐 때' }).click()
    await openPartOfFiltered(desk, name)
    await turnTo(desk, 6)
    await recordContact(desk, { channel: 'visit', outcome: 'not-reached', note: '문 앞에 꾸러미와 쪽지를 두고 옴', nextTry: app.today(8), gift: /죽과 즉석국/ })
    expect(await wordsOn(next)).toContain('연이어 2번')

    await nextMorning(app, desk, planner, 8)
    await desk.keyboard.press('Alt+9')
    await openPart(desk, name)
    await turnTo(desk, 6)
    await recordContact(desk, { channel: 'visit', outcome: 'reached', note: '죽 잘 먹었다며 문을 열어 주심', accepts: '안부확인 서비스' })
    const said = await wordsOn(desk.getByRole('main'))
    expect(said).toContain('연락 중')
    expect(said).toContain('꾸러미: 죽과 즉석국')
    expect(await wordsOn(next)).toContain('안부확인 서비스')
    expect(await wordsOn(next)).not.toContain('연이어')

    const lead = await app.newSeat()
    await signInAtCounter(lead, '견본팀장')
    await lead.goto(new URL('/team?view=gifts', lead.url()).href)
    expect(await wordsOn(lead.getByRole('row').filter({ hasText: '죽과 즉석국' }))).toContain('19')
  })
})

async function openPartOfFiltered(page: Page, name: string): Promise<void> {
  const link = caseRows(page).filter({ hasText: masked(name) }).first().getByRole('link')
  await link.waitFor()
  await link.press('Enter')
  await page.getByRole('heading', { level: 1, name: masked(name) }).waitFor()
}
