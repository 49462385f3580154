/** A planner leaves the office; a case changes hands between two who stay; one of them is away and a colleague of another team stands in. */
import type { Locator, Page } from 'playwright'
import type { App } from './support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { showCases } from './support/at-the-case'
import { signInAtCounter, wordsOn } from './support/at-the-counter'
import { nextMorning, openPart, recordContact, turnTo } from './support/at-the-planner'
import { compose, pick, tabTo } from './support/keyboard'
import { inElectron, launchApp } from './support/launch-app'
import { takePicture } from './support/take-picture'

/** Of the same team; the third is of another. */
const [leaving, staying, elsewhere] = ['견본하나', '견본두리', '견본세찬'] as const

/** Milliseconds until an open screen must show what a colleague did. */
const patient = { timeout: 15_000 }
let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true, timeTravel: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
async function seatOf(name: string): Promise<Page> {
  const page = await app.newSeat()
  await signInAtCounter(page, name)
  if (name !== '견본팀장')
    await showCases(page)
  return page
}
/** The addresses of the cases on an open list. */
const onList = async (page: Page): Promise<string[]> => page.locator('[data-row] a[href^="/cases/"]').evaluateAll(links => links.map(link => link.getAttribute('href')!))
async function listed(page: Page): Promise<string[]> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.locator('[data-row]').first().waitFor()
  return onList(page)
}
async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await region(page, '담당과 난이도').waitFor()
}
async function isShut(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByText('이 사례를 찾지 못했어요', { exact: false }).waitFor()
}
async function pickNamed(page: Page, list: Locator, name: string): Promise<void> {
  const option = list.locator('option').filter({ hasText: name })
  await option.waitFor({ state: 'attached' })
  await pick(page, list, await option.getAttribute('value') ?? '')
}
/** What somebody has in hand after the cases are shared out, as the preview says it. */
const loadsOf = async (page: Page) => wordsOn(region(page, '나눈 뒤의 부담'))

/** For the README: what the planner has of one family, with survey, plan and genogram; and back to the list. */
async function showOneCase(page: Page): Promise<void> {
  await openPart(page, '김표본')
  await page.getByRole('main').locator('svg[role=img]').first().waitFor()
  await takePicture(page, 'case-glance')
  await turnTo(page, 3)
  await page.locator('[data-area]').first().waitFor()
  await takePicture(page, 'case-needs')
  await turnTo(page, 4)
  await page.getByText('승인 대기', { exact: true }).first().waitFor()
  await takePicture(page, 'case-plan')
  await page.goto(new URL(`${new URL(page.url()).pathname}/door?step=needs`, page.url()).href)
  await page.getByRole('button', { name: /^일상생활/ }).click()
  await takePicture(page, 'door')
  await page.goto(new URL('/cases', page.url()).href)
  await listed(page)
}

describe.skipIf(inElectron)('a planner who leaves', () => {
  it('is seen off with a preview that the lead changes; the cases stand on the open lists of the others by themselves', async () => {
    const gone = await seatOf(leaving)
    const cases = await listed(gone)
    expect(cases.length).toBeGreaterThan(2)
    const takers = { [staying]: await seatOf(staying), [elsewhere]: await seatOf(elsewhere) }
    const before = { [staying]: await listed(takers[staying]), [elsewhere]: await listed(takers[elsewhere]) }
    await takePicture(gone, 'planner-list')
    if (process.env.MAJI_PICTURES === '1')
      await showOneCase(gone)

    const lead = await seatOf('견본팀장')
    await lead.goto(new URL('/team', lead.url()).href)
    await lead.locator('table tbody tr').first().waitFor()
    await takePicture(lead, 'lead-loads')
    await lead.goto(new URL('/team?view=leaving', lead.url()).href)
    await pickNamed(lead, lead.getByLabel('누가 떠나나요'), leaving)
    await tabTo(lead, lead.getByLabel(/마지막 근무일/))
    await lead.keyboard.type(app.today(14).replaceAll('-', ''))
    await tabTo(lead, lead.getByRole('button', { name: '나눠 보기' }))
    await lead.keyboard.press('Enter')
    const rows = lead.locator('table tbody tr').filter({ has: lead.locator('select') })
    await rows.first().waitFor()
    expect(await rows.getByRole('link').evaluateAll(links => links.map(link => link.getAttribute('href')))).toEqual(expect.arrayContaining(cases))
    const proposed = await loadsOf(lead)
    const choice = rows.first().getByRole('combobox')
    const first = (await choice.locator('option:checked').textContent())?.trim()
    await pickNamed(lead, choice, first === staying ? elsewhere : staying)
    await rows.first().getByText('직접 고름').waitFor()
    await expect.poll(() => loadsOf(lead), patient).not.toBe(proposed)
    const rest = lead.getByLabel(/사례에 속하지 않은/)
    if (await rest.count() > 0)
      await pickNamed(lead, rest, staying)
    const given: Record<string, string[]> = { [staying]: [], [elsewhere]: [] }
    for (const row of await rows.all())
      (given[(await row.getByRole('combobox').locator('option:checked').textContent())!.trim()] ??= []).push((await row.getByRole('link').getAttribute('href'))!)
    /** Cases and weight that each is to have. */
    const promised = new Map<string, string[]>()
    for (const name of [staying, elsewhere])
      promised.set(name, (await wordsOn(region(lead, '나눈 뒤의 부담').getByRole('listitem').filter({ hasText: name }).locator('strong'))).match(/\d+/g) ?? [])
    await tabTo(lead, lead.getByRole('button', { name: /모두 넘기기/ }))
    await lead.keyboard.press('Enter')
    await lead.getByText(`사례 ${count(given)}건, 할 일`, { exact: false }).waitFor()

    for (const [name, page] of Object.entries(takers)) {
      const all = [...before[name as keyof typeof before], ...given[name]!]
      await expect.poll(async () => (await onList(page)).toSorted(), patient).toEqual(all.toSorted())
    }
    await expect.poll(() => onList(gone), patient).toEqual([])
    await gone.getByText('맡은 사례가 없어요').waitFor()

    // The loads are those that the preview promised.
    await lead.goto(new URL('/team', lead.url()).href)
    for (const name of [staying, elsewhere]) {
      const row = lead.locator('table tbody tr').filter({ hasText: name }).first()
      await row.waitFor()
      const [weight, cases] = await row.getByRole('cell').filter({ hasText: /^\s*\d+\s*$/ }).allInnerTexts()
      expect([cases, weight].map(text => text?.trim())).toEqual(promised.get(name))
    }
    expect(await wordsOn(lead.getByRole('main'))).toContain('까지 근무')
    await Promise.all([gone, lead, ...Object.values(takers)].map(page => page.context().close()))
  })

  it('leaves two who hand a case over: given back with the reason, then accepted', async () => {
    const giver = await seatOf(staying)
    const taker = await seatOf(elsewhere)
    const [path] = await listed(giver) as [string]
    await isShut(taker, path)
    await showCases(taker)
    const offer = async (why: string): Promise<void> => {
      await open(giver, path)
      const sharing = region(giver, '담당과 난이도')
      await tabTo(giver, sharing.getByRole('button', { name: '다른 담당에게 넘기기' }))
      await giver.keyboard.press('Enter')
      await pickNamed(giver, sharing.getByLabel('받을 사람'), elsewhere)
      await tabTo(giver, sharing.getByLabel(/까닭/))
      await compose(giver, why)
      await giver.keyboard.press('Control+Enter')
      await sharing.getByText(`${elsewhere} 님에게 넘기려고 기다리는 중`).waitFor()
    }
    await offer('예시로로 이사하심')
    // While it is offered the other may read what they decide about.
    const offered = region(taker, '받을 사례')
    await offered.getByText('예시로로 이사하심').waitFor()
    await tabTo(taker, offered.getByRole('button', { name: '돌려보내기' }))
    await taker.keyboard.press('Enter')
    await tabTo(taker, offered.getByLabel(/돌려보내는 까닭/))
    await compose(taker, '이사 날이 아직 정해지지 않음')
    await taker.keyboard.press('Control+Enter')
    await offered.waitFor({ state: 'detached' })
    await region(giver, '담당과 난이도').getByText(`${elsewhere} 님이 돌려보냈어요: 이사 날이 아직 정해지지 않음`).waitFor()
    await isShut(taker, path)
    await showCases(taker)

    await offer('다음 주에 이사하심')
    await offered.getByText('다음 주에 이사하심').waitFor()
    await tabTo(taker, offered.getByRole('button', { name: '받기' }))
    await taker.keyboard.press('Enter')
    await offered.waitFor({ state: 'detached' })
    await expect.poll(() => onList(taker), patient).toContain(path)
    await isShut(giver, path)
    await showCases(giver)
    expect(await listed(giver)).not.toContain(path)
    await open(taker, path)
    // The trail tells both.
    expect(await wordsOn(taker.getByRole('main'))).toContain('이사 날이 아직 정해지지 않음')
    await Promise.all([giver, taker].map(page => page.context().close()))
  })

  it('leaves one whose absence a colleague of another team covers, and only while it lasts', async () => {
    const away = await seatOf(elsewhere)
    const paths = await listed(away)
    const deputy = await seatOf(staying)
    const [path] = paths as [string]
    await isShut(deputy, path)

    await away.goto(new URL('/me', away.url()).href)
    const form = region(away, '부재').getByRole('button', { name: /저장/ }).locator('xpath=ancestor::form')
    await tabTo(away, form.getByLabel('시작하는 날'))
    await away.keyboard.type(app.today(1).replaceAll('-', ''))
    await tabTo(away, form.getByLabel('끝나는 날'))
    await away.keyboard.type(app.today(3).replaceAll('-', ''))
    await pickNamed(away, form.getByLabel('대직자'), staying)
    await tabTo(away, form.getByRole('button', { name: /저장/ }))
    await away.keyboard.press('Enter')
    await form.getByText('까지 부재', { exact: false }).waitFor()
    await away.context().close()
    await isShut(deputy, path)

    await nextMorning(app, deputy, staying, 1)
    await showCases(deputy)
    await deputy.getByText(`${elsewhere} 님 대신`, { exact: false }).waitFor()
    expect(await listed(deputy)).toEqual(expect.arrayContaining(paths))
    await open(deputy, path)
    await deputy.getByText(`대직 중: ${elsewhere} 님 부재`, { exact: false }).waitFor()
    await turnTo(deputy, 6)
    await recordContact(deputy, { channel: 'call', outcome: 'reached', note: '대직으로 안부를 여쭘' })

    await nextMorning(app, deputy, staying, 3)
    await showCases(deputy)
    const own = await listed(deputy)
    expect(paths.filter(each => own.includes(each))).toEqual([])
    expect(await deputy.getByText(`${elsewhere} 님 대신`, { exact: false }).count()).toBe(0)
    await isShut(deputy, path)

    const back = await seatOf(elsewhere)
    await open(back, path)
    await back.getByText('대직으로 안부를 여쭘').first().waitFor()
    await back.context().close()
  })
})

const count = (given: Readonly<Record<string, readonly string[]>>): number => Object.values(given).reduce((all, some) => all + some.length, 0)
