/** Sharing the work on the screen: the lead's page, a case's time limits, handing over, leaving; by keyboard where the main path goes. */
import type { Page } from 'playwright'
import type { App, SeatOptions } from '../journeys/support/launch-app'
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

const panel = (page: Page, name: string) => page.getByRole('region', { name })

/** The first case on the planner's own list. */
async function openFirstCase(page: Page): Promise<string> {
  await goTo(page, '/cases')
  const link = page.locator('[data-row] a[href^="/cases/"], table a[href^="/cases/"]').first()
  await link.waitFor()
  const path = (await link.getAttribute('href'))!
  await goTo(page, path)
  return path
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the team', () => {
  it.each(looks)('has a page that stays readable within the window: $name', async ({ name, ...seat }) => {
    const page = await sit('견본팀장', seat)
    const faults: Record<string, string[]> = {}
    for (const view of ['loads', 'watch', 'approvals', 'rules', 'clocks', 'leaving']) {
      await goTo(page, `/team?view=${view}`)
      if (view === 'watch') {
        await page.locator('input[type=number]').first().fill('1')
        await page.waitForTimeout(400)
      }
      if (view === 'rules') {
        await page.locator('form input[type=number]').press('Enter')
        await page.locator('[role=status] table').first().waitFor()
      }
      if (view === 'leaving') {
        await page.getByLabel(/누가 떠나나요|Who leaves/).selectOption({ index: 1 })
        await page.getByRole('button', { name: /나눠 보기|Preview/ }).press('Enter')
        await page.locator('table').first().waitFor()
      }
      await settled(page)
      const found = await faultsOf(page, seat.language, [], true)
      if (found.length > 0)
        faults[view] = found
      await picture(page, `team-${view}-${name}`)
    }
    await page.locator('nav a[href="/cases"]').first().waitFor()
    expect(faults).toEqual({})
    await page.context().close()
  })

  it.each(looks.filter(({ name }) => name !== 'contrast-ko'))('shows on a case who has it and until when: $name', async ({ name, ...seat }) => {
    const page = await sit('견본하나', seat)
    await openFirstCase(page)
    const limits = panel(page, seat.language === 'ko' ? '처리기한' : 'Time limits')
    await limits.getByRole('button').first().click()
    await panel(page, seat.language === 'ko' ? '담당과 난이도' : 'Planner and difficulty').getByRole('button').first().click()
    expect(await faultsOf(page, seat.language, [], true)).toEqual([])
    await limits.scrollIntoViewIfNeeded()
    await picture(page, `team-case-${name}`)
    await page.context().close()
  })

  it('lets a case stand still by keyboard, and run again, with both on the trail', async () => {
    const page = await sit('견본하나')
    await openFirstCase(page)
    const limits = panel(page, '처리기한')
    await limits.getByRole('button', { name: '기한 멈추기' }).focus()
    await page.keyboard.press('Enter')
    await limits.getByRole('radio').first().focus()
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await limits.getByText(/부터 멈춰 있어요/).waitFor()
    await page.getByText('· 입원').first().waitFor()
    await limits.getByRole('button', { name: '다시 시작' }).click()
    await limits.getByLabel('다시 시작하는 날').waitFor()
    await page.keyboard.press('Tab')
    await limits.getByLabel('다시 시작하는 날').press('Control+Enter')
    await limits.getByRole('button', { name: '기한 멈추기' }).waitFor()
    await page.getByText('멈춘 날 0일').first().waitFor()
    await page.context().close()
  })

  it('hands a case over: it appears on the other\'s open screen by itself, and goes when accepted', async () => {
    const giver = await sit('견본하나')
    const taker = await sit('견본두리')
    await goTo(taker, '/cases')
    const path = await openFirstCase(giver)
    const sharing = panel(giver, '담당과 난이도')
    await sharing.getByRole('button', { name: '다른 담당에게 넘기기' }).click()
    const whom = sharing.getByLabel('받을 사람')
    const value = await whom.locator('option', { hasText: '견본두리' }).getAttribute('value')
    await whom.selectOption(value!)
    await sharing.getByLabel(/까닭/).fill('지역이 가까움')
    await giver.keyboard.press('Control+Enter')
    await sharing.getByText('견본두리 님에게 넘기려고 기다리는 중').waitFor()
    const offered = panel(taker, '받을 사례')
    await offered.getByText('지역이 가까움').waitFor()
    await picture(taker, 'offered')
    expect(await faultsOf(taker, 'ko', [], true)).toEqual([])
    await offered.getByRole('button', { name: '받기' }).click()
    await offered.waitFor({ state: 'detached' })
    await goTo(taker, path)
    await panel(taker, '담당과 난이도').getByRole('button', { name: '다른 담당에게 넘기기' }).waitFor()
    await giver.context().close()
    await taker.context().close()
  })

  it('sorts the rules by keyboard, keeps the focus on what moved, and saves only with a reason', async () => {
    const page = await sit('견본팀장')
    await goTo(page, '/team?view=rules')
    const first = page.locator('ol > li').first()
    const moved = (await first.locator('.font-semibold').first().textContent())!.trim()
    await first.getByRole('button', { name: `${moved} 아래로` }).focus()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(50)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(`${moved} 아래로`)
    expect(await page.locator('ol > li').nth(1).textContent()).toContain(moved)
    const save = page.getByRole('button', { name: '규칙 저장' })
    expect(await save.isDisabled()).toBe(true)
    await page.getByLabel(/바꾸는 까닭/).fill('팀 회의에서 정함')
    await save.click()
    await page.getByText('저장했어요').waitFor()
    await page.reload()
    await page.getByText('팀 회의에서 정함').waitFor()
    await page.context().close()
  })

  it('shares out the cases of a planner who leaves, after a preview that the lead changes', async () => {
    const page = await sit('견본팀장')
    await goTo(page, '/team?view=leaving')
    const who = page.getByLabel('누가 떠나나요')
    await who.selectOption({ label: '견본하나' })
    await page.getByLabel(/마지막 근무일/).fill(`${new Date().getFullYear() + 1}-03-31`)
    await page.getByRole('button', { name: '나눠 보기' }).click()
    const rows = page.locator('table tbody tr')
    await rows.first().waitFor()
    const count = await rows.count()
    const loads = page.getByRole('region', { name: '나눈 뒤의 부담' })
    const before = await loads.textContent()
    const choice = rows.first().locator('select')
    const other = await choice.evaluate((select: HTMLSelectElement) => [...select.options].find(option => !option.selected && !option.disabled)?.value)
    if (other) {
      await choice.selectOption(other)
      await rows.first().getByText('직접 고름').waitFor()
      expect(await loads.textContent()).not.toBe(before)
    }
    const rest = page.getByLabel(/사례에 속하지 않은/)
    if (await rest.count() > 0)
      await rest.selectOption({ index: 1 })
    await page.getByRole('button', { name: `사례 ${count}건 모두 넘기기` }).click()
    await page.getByText(new RegExp(`사례 ${count}건, 할 일`)).waitFor()
    await goTo(page, '/team')
    const row = page.locator('table tbody tr', { hasText: '견본하나' })
    expect((await row.locator('td').nth(1).textContent())!.trim()).toBe('0')
    await page.getByText(/까지 근무/).first().waitFor()
    await page.context().close()
  })
})
