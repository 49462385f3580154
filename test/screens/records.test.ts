/** A record in the browser: two people write it, nothing is lost; taken back; reloaded; Korean composed to the last syllable. */
import type { Page } from 'playwright'
import type { Client } from '#core/contract'
import type { CaseId } from '#core/kernel/ids'
import type { App } from '../journeys/support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { allows } from '#core/cases/model'
import { signInAtCounter } from '../journeys/support/at-the-counter'
import { deskClient } from '../journeys/support/desk-client'
import { compose } from '../journeys/support/keyboard'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

const origin = (page: Page) => new URL(page.url()).origin
const state = (page: Page, name: string) => page.locator(`[data-state=${name}]`).waitFor()
const field = (page: Page, at: string) => page.locator(`[data-at="${at}"]`).locator('textarea, input').first()

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('a record on the screen', () => {
  let app: App
  let planner: Page
  let lead: Page
  let client: Client
  let cases: CaseId[]

  beforeAll(async () => {
    app = await launchApp({ sample: true })
    planner = app.page
    await signInAtCounter(planner, '견본하나')
    lead = await app.newSeat()
    await signInAtCounter(lead, '견본팀장')
    client = await deskClient(origin(planner), '견본팀장')
    const open = (await client.cases.list({ scope: 'all', includeClosed: false })).filter(({ status, planner: whose }) => whose?.name === '견본하나' && allows(status, 'write'))
    cases = []
    for (const { id } of open) {
      if (!(await client.records.list({ caseId: id })).some(({ kind }) => kind === 'first-counselling'))
        cases.push(id)
    }
    expect(cases.length).toBeGreaterThan(1)
  })
  afterEach(() => expect(app.problems()).toEqual([]))
  afterAll(() => app.close())

  async function turnTo(page: Page, caseId: CaseId): Promise<void> {
    await page.goto(`${origin(page)}/cases/${caseId}?part=counselling`)
    await page.locator('[data-state], button:has-text("초기상담 시작")').first().waitFor()
  }
  const recordOf = async (caseId: CaseId) => client.records.read({ recordId: (await client.records.list({ caseId })).find(({ kind }) => kind === 'first-counselling')!.id })

  it('is begun with a key, filled in from the counter, saved as it is typed, and taken back with Alt+Z', async () => {
    const [caseId] = cases as [CaseId, CaseId]
    await turnTo(planner, caseId)
    await planner.getByRole('button', { name: '초기상담 시작' }).press('Enter')
    await state(planner, 'saved')
    await field(planner, 'complaint').focus()
    await planner.keyboard.press('Control+A')
    await compose(planner, '월세가 밀렸어요')
    await state(planner, 'unsaved')
    await state(planner, 'saved')
    expect((await recordOf(caseId)).body.complaint).toBe('월세가 밀렸어요')
    await field(planner, 'livesAt').fill('표본로 9 지하')
    await planner.keyboard.press('Alt+Z')
    await expect.poll(async () => field(planner, 'livesAt').inputValue()).toBe('')
    await state(planner, 'saved')
    expect((await recordOf(caseId)).body).toMatchObject({ livesAt: '', complaint: '월세가 밀렸어요' })
  })

  it('puts different fields of two people together by itself, on both screens', async () => {
    const [caseId] = cases as [CaseId, CaseId]
    await turnTo(planner, caseId)
    await turnTo(lead, caseId)
    await state(lead, 'saved')
    await Promise.all([field(planner, 'opinion').fill('플래너의 의견'), field(lead, 'talk').fill('팀장이 들은 말')])
    await expect.poll(async () => (await recordOf(caseId)).body, { timeout: 15_000 }).toMatchObject({ opinion: '플래너의 의견', talk: '팀장이 들은 말' })
    await expect.poll(async () => field(planner, 'talk').inputValue()).toBe('팀장이 들은 말')
    await expect.poll(async () => field(lead, 'opinion').inputValue()).toBe('플래너의 의견')
    await expect(planner.getByText('같은 칸을 적었어요').count()).resolves.toBe(0)
  })

  it('shows both where they wrote the same field, keeps what is typed meanwhile, and goes on as chosen', async () => {
    const [caseId] = cases as [CaseId, CaseId]
    await turnTo(planner, caseId)
    await turnTo(lead, caseId)
    await state(lead, 'saved')
    // Both before either is saved.
    await Promise.all([field(planner, 'opinion').fill('플래너: 긴급지원'), field(lead, 'opinion').fill('팀장: 주거급여')])
    const second = await Promise.any([planner, lead].map(async (page) => {
      await state(page, 'conflict')
      return page
    }))
    const mine = second === planner ? '플래너: 긴급지원' : '팀장: 주거급여'
    const theirs = second === planner ? '팀장: 주거급여' : '플래너: 긴급지원'
    const panel = second.getByRole('alert').filter({ hasText: '같은 칸을 적었어요' })
    for (const said of [mine, theirs, '플래너의 의견'])
      await panel.getByText(said, { exact: true }).waitFor()
    await field(second, 'housing.heating').fill('기름보일러')
    await panel.getByRole('radio', { name: /둘 다/ }).check()
    await panel.getByRole('button', { name: '고른 대로 합치기' }).press('Enter')
    await state(second, 'saved')
    expect((await recordOf(caseId)).body).toMatchObject({ opinion: `${theirs}\n${mine}`, housing: { heating: '기름보일러' } })
    const history = await client.records.history({ recordId: (await recordOf(caseId)).id })
    expect(history.some(({ body }) => body.opinion === theirs)).toBe(true)
  })

  it('leads back to what could not be saved when its screen was left, as it was typed', async () => {
    const [caseId] = cases as [CaseId, CaseId]
    await turnTo(planner, caseId)
    await state(planner, 'saved')
    const seen = await recordOf(caseId)
    await field(planner, 'opinion').fill('플래너가 또 고침')
    await client.records.save({ recordId: seen.id, seenVersion: seen.version, body: { ...seen.body, opinion: '동료가 또 고침' } })
    await state(planner, 'conflict')
    await planner.getByRole('button', { name: '고르러 가기' }).click()
    await expect(planner.locator('[data-conflict]').locator(':focus').count()).resolves.toBe(1)
    await planner.getByRole('link', { name: '한눈에' }).click()
    await planner.getByRole('alert').getByRole('link', { name: '그 기록 열기' }).click()
    await state(planner, 'conflict')
    expect(await field(planner, 'opinion').inputValue()).toBe('플래너가 또 고침')
    await planner.locator('[data-conflict]').getByRole('radio', { name: '내 것' }).check()
    await planner.getByRole('button', { name: '고른 대로 합치기' }).click()
    await state(planner, 'saved')
    expect((await recordOf(caseId)).body.opinion).toBe('플래너가 또 고침')
    await expect(planner.getByText('저장하지 못한 기록').count()).resolves.toBe(0)
  })

  it('loses nothing to a reload in the middle of a word, the last syllable included', async () => {
    const [caseId] = cases as [CaseId, CaseId]
    await turnTo(planner, caseId)
    await state(planner, 'saved')
    await field(planner, 'talk').fill('')
    await state(planner, 'saved')
    await field(planner, 'talk').focus()
    await compose(planner, '추워요')
    await planner.reload()
    await state(planner, 'saved')
    await expect.poll(async () => field(planner, 'talk').inputValue()).toBe('추워요')
    // Left with a syllable still open: the field is left first, then the part.
    await field(planner, 'inUse').focus()
    await planner.keyboard.press('Control+A')
    await compose(planner, '밥상', { leaveOpen: true })
    await planner.getByRole('link', { name: '한눈에' }).click()
    await planner.getByRole('heading', { name: '가구' }).first().waitFor()
    await expect.poll(async () => (await recordOf(caseId)).body.inUse).toBe('밥상')
  })

  it('keeps nothing of it in the browser’s storage', async () => {
    const stored = await planner.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })') as string
    for (const written of ['추워요', '밥상', '월세가', '플래너'])
      expect(stored).not.toContain(written)
  })

  it('names what is missing, brings the focus there, finishes with Ctrl+Enter and opens again with the reason', async () => {
    const [, caseId] = cases as [CaseId, CaseId]
    await turnTo(planner, caseId)
    await planner.getByRole('button', { name: '초기상담 시작' }).click()
    await state(planner, 'saved')
    await planner.keyboard.press('Control+Enter')
    const missing = planner.getByRole('alert').filter({ hasText: '더 채워 주세요' })
    await missing.getByRole('button', { name: '주요 호소' }).press('Enter')
    await expect(field(planner, 'complaint').evaluate(element => element === document.activeElement)).resolves.toBe(true)
    await planner.keyboard.type('밤에 춥고 외로워요')
    await planner.locator('[data-at=method]').getByRole('radio', { name: '전화' }).check()
    await planner.locator('[data-at=result]').getByRole('radio', { name: /정보 제공/ }).check()
    await field(planner, 'nextContactOn').fill(app.today(7))
    await planner.keyboard.press('Control+Enter')
    await planner.getByText('마친 기록').waitFor()
    expect(await recordOf(caseId)).toMatchObject({ status: 'finished', body: { complaint: '밤에 춥고 외로워요', nextContactOn: app.today(7) } })
    await planner.getByRole('button', { name: '다시 열기' }).click()
    await planner.getByLabel('다시 여는 까닭').fill('연락일을 바꿈')
    await planner.keyboard.press('Enter')
    await field(planner, 'complaint').waitFor()
  })

  it('shows what each version changed, and goes back to an earlier one', async () => {
    const [caseId] = cases as [CaseId, CaseId]
    await turnTo(planner, caseId)
    await planner.getByRole('button', { name: '이력' }).click()
    const dialog = planner.getByRole('dialog')
    await dialog.getByRole('listitem').last().getByRole('button').click()
    await dialog.getByRole('button', { name: '이 판으로 되돌리기' }).click()
    await state(planner, 'saved')
    const history = await client.records.history({ recordId: (await recordOf(caseId)).id })
    expect(history[0]!.body).toEqual(history.at(-1)!.body)
  })

  it.each([['ko', { width: 1366, height: 768 }, false], ['en', { width: 1024, height: 768 }, true], ['en', { width: 768, height: 1024 }, true], ['ko', { width: 768, height: 1024 }, true]] as const)('stays within its window and keeps to WCAG 2.2 AA (%s, %o)', async (language, viewport, touch) => {
    const page = await app.newSeat({ language, viewport, touch })
    await page.context().addInitScript(axeSource)
    await page.reload()
    await page.getByRole('button', { name: '견본팀장' }).click()
    await page.getByRole('navigation').first().waitFor()
    const [caseId, other] = cases as [CaseId, CaseId]
    for (const [id, part] of [[caseId, 'counselling'], [other, 'counselling'], [caseId, 'files']] as const) {
      await page.goto(`${origin(page)}/cases/${id}?part=${part}`)
      await page.locator(part === 'files' ? '#files-title' : '[data-state=saved]').waitFor()
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
      expect(await faultsOf(page, language, [], true)).toEqual([])
      if (process.env.MAJI_LOOK)
        await page.screenshot({ path: `${process.env.MAJI_LOOK}/${part}-${language}-${viewport.width}-${id === caseId ? 1 : 2}.png`, fullPage: true })
    }
    await page.context().close()
  })
})
