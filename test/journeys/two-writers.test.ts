/** Two planners of one team write the plan of one family at two screens: rows come together, the same words are shown twice, nothing is lost. */
import type { Locator, Page } from 'playwright'
import type { Client } from '#core/contract'
import type { CaseId, RecordId } from '#core/kernel/ids'
import type { Plan } from '#core/records/bodies/plan'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { surveyedBy } from '../support/planned-case'
import { consentedVisit } from '../support/visit-at-desk'
import { signInAtCounter, wordsOn } from './support/at-the-counter'
import { deskClient } from './support/desk-client'
import { compose, tabTo } from './support/keyboard'
import { inElectron, launchApp } from './support/launch-app'

const patient = { timeout: 20_000 }
let app: App
let client: Client
let caseId: CaseId
let recordId: RecordId
let hana: Page
let duri: Page

beforeAll(async () => {
  app = await launchApp({ sample: true })
  if (inElectron)
    return
  const url = new URL(app.page.url()).origin
  const clerk = await deskClient(url, '견본민원')
  client = await deskClient(url, '견본하나')
  const visit = await consentedVisit(clerk, 'counselling', '표본두레', '1979-06-07')
  const { case: found } = await clerk.cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: (await client.staff.current())!.staff.id, why: '표본' })
  caseId = found!.id
  await surveyedBy(client, caseId, {
    'daily-living': { level: 3, words: '밥을 하루 한 끼만 먹어요', priority: 1 },
    'economy': { level: 3, words: '월세가 두 달 밀렸어요', priority: 2 },
    'social': { level: 2, words: '말할 사람이 없어요', priority: 3 },
  })
  ;[hana, duri] = [app.page, await app.newSeat()]
  await signInAtCounter(hana, '견본하나')
  await signInAtCounter(duri, '견본두리')
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const goals = (page: Page): Locator => page.locator('[data-goal]')
const field = (page: Page, goal: number, name: string | RegExp) => goals(page).nth(goal).getByRole('textbox', { name }).first()
const saved = (page: Page) => page.locator('[data-state=saved]').first().waitFor()
const planNow = async (): Promise<Plan> => (await client.records.read({ recordId })).body as Plan
async function write(page: Page, place: Locator, text: string): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Control+A')
  await compose(page, text)
}

describe.skipIf(inElectron)('two planners at one plan', () => {
  it('write different rows at the same time, and each sees the other\'s words arrive', async () => {
    for (const page of [hana, duri])
      await page.goto(new URL(`/cases/${caseId}?part=plan`, page.url()).href)
    await duri.getByRole('button', { name: '계획 시작' }).waitFor()
    await hana.getByRole('button', { name: '계획 시작' }).press('Enter')
    await goals(hana).nth(2).waitFor()
    await saved(hana)
    recordId = (await client.records.list({ caseId })).find(({ kind }) => kind === 'plan')!.id
    await goals(duri).nth(2).waitFor()

    await Promise.all([
      write(hana, field(hana, 0, /^목표/), '하루 두 끼 먹기'),
      write(duri, field(duri, 1, /^목표/), '월세 나누어 갚기'),
    ])
    // Each adds a row of their own to the same goal.
    await tabTo(hana, field(hana, 0, /^목표/))
    await hana.keyboard.press('Alt+A')
    await goals(hana).first().getByLabel('무엇을').and(hana.locator(':focus')).waitFor()
    await compose(hana, '밑반찬 배달')
    await tabTo(duri, field(duri, 0, '이루어진 것을 아는 방법'))
    await duri.keyboard.press('Alt+A')
    await goals(duri).first().getByLabel('무엇을').and(duri.locator(':focus')).waitFor()
    await compose(duri, '요리 교실')

    await expect.poll(async () => {
      const plan = await planNow()
      return { goals: plan.goals.map(({ goal }) => goal), measures: plan.measures.map(({ what }) => what).toSorted() }
    }, patient).toEqual({ goals: ['하루 두 끼 먹기', '월세 나누어 갚기', ''], measures: ['밑반찬 배달', '요리 교실'] })
    for (const page of [hana, duri]) {
      await expect.poll(() => field(page, 0, /^목표/).inputValue(), patient).toBe('하루 두 끼 먹기')
      await expect.poll(() => field(page, 1, /^목표/).inputValue(), patient).toBe('월세 나누어 갚기')
      await expect.poll(async () => (await goals(page).first().getByLabel('무엇을').evaluateAll(fields => fields.map(one => (one as HTMLInputElement).value))).toSorted(), patient).toEqual(['밑반찬 배달', '요리 교실'])
      expect(await page.locator('[data-conflict]').count()).toBe(0)
    }
  })

  it('write the same words, see both versions, and the second keeps both', async () => {
    await Promise.all([saved(hana), saved(duri)])
    const place = (page: Page) => field(page, 2, /^목표/)
    // Both before either is saved.
    await Promise.all([place(hana).fill('주 1회 나눔 모임'), place(duri).fill('경로당 다니기')])
    const second = await Promise.any([hana, duri].map(async (page) => {
      await page.locator('[data-conflict]').waitFor()
      return page
    }))
    const [mine, theirs, colleague] = second === hana ? ['주 1회 나눔 모임', '경로당 다니기', '견본두리'] : ['경로당 다니기', '주 1회 나눔 모임', '견본하나']
    const panel = second.locator('[data-conflict]')
    const told = await wordsOn(panel)
    for (const words of [mine, theirs, colleague])
      expect(told).toContain(words)
    // What is typed elsewhere meanwhile waits and is kept.
    await write(second, field(second, 1, '이루어진 것을 아는 방법'), '석 달 동안 밀리지 않음')
    await tabTo(second, panel.getByRole('radio').first())
    await second.keyboard.press('3')
    await tabTo(second, panel.getByRole('button', { name: '고른 대로 합치기' }))
    await second.keyboard.press('Enter')
    await expect.poll(async () => (await planNow()).goals.map(({ goal, criterion }) => [goal, criterion]), patient).toEqual([
      ['하루 두 끼 먹기', ''],
      ['월세 나누어 갚기', '석 달 동안 밀리지 않음'],
      [`${theirs}\n${mine}`, ''],
    ])
    for (const page of [hana, duri])
      await expect.poll(() => place(page).inputValue(), patient).toBe(`${theirs}\n${mine}`)
  })

  it('are both in the history, with what each of them wrote', async () => {
    await saved(hana)
    await hana.getByRole('button', { name: '이력' }).press('Enter')
    const dialog = hana.getByRole('dialog')
    const versions = dialog.getByRole('list').getByRole('button')
    await versions.first().waitFor()
    const wrote: Record<string, string> = {}
    for (const version of await versions.all()) {
      await version.press('Enter')
      await expect.poll(() => version.getAttribute('aria-pressed'), patient).toBe('true')
      const who = (await wordsOn(version)).includes('견본두리') ? '견본두리' : '견본하나'
      wrote[who] = `${wrote[who] ?? ''}\n${await wordsOn(dialog.locator('h3').locator('xpath=..'))}`
    }
    expect(wrote['견본하나']).toContain('하루 두 끼 먹기')
    expect(wrote['견본하나']).toContain('밑반찬 배달')
    expect(wrote['견본하나']).toContain('주 1회 나눔 모임')
    expect(wrote['견본두리']).toContain('월세 나누어 갚기')
    expect(wrote['견본두리']).toContain('요리 교실')
    expect(wrote['견본두리']).toContain('경로당 다니기')
    await hana.keyboard.press('Escape')
  })
})
