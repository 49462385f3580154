/** The related official services on the screen: below the verdicts, marked by the clerk, printed, quiet after a death. */
import type { Locator, Page } from 'playwright'
import type { App } from '../journeys/support/launch-app'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { caseRows, masked, showCases } from '../journeys/support/at-the-case'
import { assignAsProposed, consent, dayFromToday, describeVisitor, goOn, lookUp, openVisit, saved, signInAtCounter } from '../journeys/support/at-the-counter'
import { choose } from '../journeys/support/keyboard'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

const visitor = '표본나린'
let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
  await app.page.context().addInitScript(axeSource)
  await app.page.reload()
  await signInAtCounter(app.page)
})
afterAll(() => app.close())

const sectionOf = (page: Page): Locator => page.locator('section[aria-labelledby=related-title]')

async function lookUpAfter(event: 'birth' | 'death', day: string, question: string): Promise<Locator> {
  const { page } = app
  await openVisit(page, event)
  await page.keyboard.type(day.replaceAll('-', ''))
  await choose(page, question, 1)
  await goOn(page)
  await consent(page, { name: visitor })
  await describeVisitor(page, { birth: '1993-03-03', sex: 'female', road: '표본로 5', phone: '010-0000-7101' })
  await saved(page)
  await lookUp(page)
  const section = sectionOf(page)
  await section.waitFor()
  return section
}

it('stays folded after a death until somebody asks for it', async () => {
  const section = await lookUpAfter('death', dayFromToday(-20), '고인이 세대주였나요')
  expect(await section.locator('[data-record]').count()).toBe(0)
  await app.page.keyboard.press('Alt+e')
  await section.locator('[data-record]').first().waitFor()
  expect(await section.locator('[data-record]').first().evaluate(element => element === document.activeElement)).toBe(true)
  expect(app.problems()).toEqual([])
})

it('is read, searched, marked, and printed in a section of its own', async () => {
  const { page } = app
  const section = await lookUpAfter('birth', dayFromToday(-9), '몇째 아이')
  const first = section.locator('li').first()
  const name = await first.locator('.font-semibold').first().textContent() ?? ''
  await first.getByText(/복지로\(한국사회보장정보원\)/).waitFor()
  await first.locator('[data-record]').click()
  await first.getByText('지원대상', { exact: true }).waitFor()
  await first.getByRole('button', { name: '이 가족에게 설명' }).click()
  await first.getByRole('button', { name: '이 가족에게 설명', pressed: true }).waitFor()
  expect(await faultsOf(page, 'ko', [visitor], true)).toEqual([])

  await section.getByRole('button', { name: '다음' }).click()
  await section.getByText(/^13~/).waitFor()
  await section.getByRole('button', { name: /조건이 다름/ }).click()
  await section.getByText(/공표된 조건은/).first().waitFor()
  await section.getByLabel('이름·기관으로 찾기').fill('없는 이름 없는 기관')
  await section.getByText('맞는 서비스가 없어요.').waitFor()

  await page.keyboard.press('Alt+6')
  await page.getByRole('heading', { name: '관련 서비스, 조건 확인 필요' }).waitFor()
  await page.getByText(name, { exact: true }).waitFor()
  expect(app.problems()).toEqual([])
})

it('reaches the planner with the case', async () => {
  const { page } = app
  await page.keyboard.press('Alt+4')
  const second = sectionOf(page).locator('li').nth(1)
  await second.waitFor()
  const name = await second.locator('.font-semibold').first().textContent() ?? ''
  await second.getByRole('button', { name: '플래너에게' }).click()
  await second.getByRole('button', { name: '플래너에게', pressed: true }).waitFor()
  await assignAsProposed(page)
  const lead = await app.newSeat({ language: 'ko' })
  await signInAtCounter(lead, '견본팀장')
  await showCases(lead, 'all')
  await caseRows(lead).filter({ hasText: masked(visitor) }).first().getByRole('link').click()
  const marked = lead.getByRole('region', { name: '표시한 관련 서비스, 조건 확인 필요' })
  await marked.getByText(name, { exact: true }).click()
  await marked.getByText('자료 출처').waitFor()
  expect(app.problems()).toEqual([])
})

it('is found from anywhere, with the services of ours', async () => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.keyboard.type('기초연금')
  await page.getByRole('option', { name: /기초연금/ }).first().click()
  await page.getByRole('dialog').getByText('근거', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  expect(app.problems()).toEqual([])
})
