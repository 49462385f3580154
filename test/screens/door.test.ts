/** A visit in the hand, by touch alone, on a tablet and a phone; what follows from it at the desk; the office's own words. */
import type { Page } from 'playwright'
import type { Client } from '#core/contract'
import type { App } from '../journeys/support/launch-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../journeys/support/at-the-counter'
import { deskClient } from '../journeys/support/desk-client'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

let app: App
let url: string
let planner: Client
let cases: string[]
beforeAll(async () => {
  app = await launchApp({ sample: true })
  url = new URL(app.page.url()).origin
  planner = await deskClient(url, '견본하나')
  cases = (await planner.cases.list({ scope: 'mine', includeClosed: false })).map(({ id }) => id)
})
afterAll(() => app.close())

const tablet = { width: 768, height: 1024 }
const phone = { width: 390, height: 844 }
const steps = { ko: ['인사', '살펴보기', '욕구', '약속', '서명', '다음'], en: ['Greet', 'Look', 'Needs', 'Agree', 'Sign', 'Next'] } as const

async function seatOf(who: string, viewport: { width: number, height: number }, language: 'ko' | 'en' = 'ko', touch = true): Promise<Page> {
  const page = await app.newSeat({ viewport, touch })
  await page.context().addInitScript(axeSource)
  await page.reload()
  await signIn(page, who)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate(wanted => localStorage.setItem('maji.preferences', JSON.stringify({ language: wanted, textSize: 'normal', contrast: 'normal' })), language)
  return page
}

async function atTheDoor(page: Page, caseId: string): Promise<void> {
  await page.goto(`${url}/cases/${caseId}/door`)
  await page.locator('footer button').last().waitFor()
}
const go = (page: Page) => page.locator('footer button').last().tap()
const savedAt = (page: Page) => page.locator('header [data-state=saved]').waitFor()
const newestVisit = async (caseId: string) => {
  const found = (await planner.records.list({ caseId: caseId as never })).find(({ kind }) => kind === 'home-visit')!
  return planner.records.read({ recordId: found.id })
}

/** A thumb needs 48 px; whatever is smaller is named. */
const smallTargets = (page: Page) => page.evaluate<string[]>(`[...document.querySelectorAll('.door button, .door a')].filter((each) => {
  const box = each.getBoundingClientRect()
  return box.width > 0 && (box.height < 47.5 || box.width < 47.5)
}).map(each => each.textContent.trim().slice(0, 30) + ' ' + Math.round(each.getBoundingClientRect().height))`)

describe('a visit on a tablet', () => {
  it('is walked from greeting to signature by touch alone, and every tap is in the record', async () => {
    const caseId = cases[0]!
    const page = await seatOf('견본하나', tablet)
    await page.goto(`${url}/cases/${caseId}`)
    await page.getByRole('link', { name: '방문 시작' }).tap()
    await page.locator('footer button').last().waitFor()

    await page.getByRole('button', { name: '본인' }).tap()
    await go(page)
    await page.getByRole('button', { name: '우편물이나 고지서가 쌓였어요' }).tap()
    await page.getByText('못 내고 있거나').waitFor()
    await go(page)
    await page.getByRole('button', { name: /^경제/ }).filter({ hasText: '살펴본 것과 이어져요' }).tap()
    await page.getByText('이번 달 생활비는 되시겠어요?').waitFor()
    // An answer that points at nothing goes on at once; the next question is another one than after the other answer.
    await page.getByRole('button', { name: '될 것 같아요' }).tap()
    await page.getByText('밀린 요금이나 월세가 있으세요?').waitFor()
    await page.getByRole('button', { name: '앞 질문' }).tap()
    await page.getByRole('button', { name: '모자라요' }).tap()
    await page.getByRole('button', { name: '다음 질문' }).tap()
    await page.getByText('최근에 소득이 줄어든 일이 있으세요?').waitFor()
    await page.getByRole('button', { name: '일자리를 잃었어요' }).tap()
    await page.getByText('위기사유일 수 있어요.').waitFor()
    await page.getByText(/긴급복지지원법 제2조/).waitFor()
    await page.getByRole('button', { name: '다음 질문' }).tap()
    await page.getByRole('button', { name: '묻지 않음' }).tap()
    await page.getByRole('button', { name: '앞 질문' }).tap()
    await page.getByRole('navigation', { name: '방문 단계' }).getByRole('button', { name: '약속' }).tap()
    await page.getByRole('button', { name: '신청서를 함께 써요.' }).tap()
    await go(page)
    const pad = page.locator('svg.touch-none')
    const box = (await pad.boundingBox())!
    expect(box.height).toBeGreaterThanOrEqual(300)
    expect(box.width).toBeGreaterThan(700)
    await page.mouse.move(box.x + 60, box.y + 100)
    await page.mouse.down()
    await page.mouse.move(box.x + 300, box.y + 200, { steps: 5 })
    await page.mouse.up()
    await go(page)
    await page.getByRole('button', { name: /^1주 뒤/ }).tap()
    await savedAt(page)
    await go(page)
    await page.waitForURL(/part=contacts/)

    const visit = await newestVisit(caseId)
    expect(visit.body).toMatchObject({
      met: 'resident',
      seen: ['mail-piles'],
      answers: [{ step: 'economy-enough', answer: 'short' }, { step: 'economy-why', answer: 'lost-job' }],
      agreed: '신청서를 함께 써요.',
      nextOn: app.today(7),
      signature: { strokes: [expect.arrayContaining([expect.any(Array)])] },
    })
    expect(app.problems()).toEqual([])
    await page.context().close()
  })

  it('is finished at the desk, and what follows is taken over one by one', async () => {
    const caseId = cases[0]!
    const page = await seatOf('견본하나', { width: 1366, height: 768 }, 'ko', false)
    await page.goto(`${url}/cases/${caseId}?part=contacts`)
    const reason = page.locator('[data-proposal="crisis-reason/job-lost"]')
    await reason.getByText('실직', { exact: true }).waitFor()
    expect((await planner.records.list({ caseId: caseId as never })).some(({ kind }) => kind === 'crisis-check')).toBe(false)
    await reason.getByRole('button', { name: /옮기기/ }).click()
    await reason.getByText(/옮김/).waitFor()
    const check = (await planner.records.list({ caseId: caseId as never })).find(({ kind }) => kind === 'crisis-check')!
    expect((await planner.records.read({ recordId: check.id })).body).toMatchObject({ reasons: ['job-lost'] })
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])

    await page.getByLabel('나눈 이야기').last().fill('일자리를 잃고 막막하다고 하셨어요.')
    await page.getByRole('button', { name: /방문 기록 마치기/ }).click()
    await page.getByText('마침', { exact: true }).first().waitFor()
    const { case: after } = await planner.cases.page({ caseId: caseId as never })
    expect(after).toMatchObject({ status: 'in-contact', stage: 'counselling', nextOn: app.today(7) })
    expect(app.problems()).toEqual([])
    await page.context().close()
  })

  it('keeps what is tapped without a connection and sends it once it is back', async () => {
    const caseId = cases[1]!
    const page = await seatOf('견본하나', tablet)
    await atTheDoor(page, caseId)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '가족', exact: true }).tap()
    await page.getByText('연결이 끊겼어요. 누른 것은 이 화면에 남아 있고').waitFor()
    await page.getByText('아직 저장되지 않은 것이 있어요').first().waitFor()
    await go(page)
    await page.getByRole('button', { name: '빈 술병이 많아요' }).tap()
    expect((await newestVisit(caseId)).body).toMatchObject({ met: null, seen: [] })
    await page.context().setOffline(false)
    await savedAt(page)
    expect((await newestVisit(caseId)).body).toMatchObject({ met: 'family', seen: ['bottles'] })
    app.problems() // the requests that could not go out
    await page.context().close()
  })
})

describe.each([['ko', tablet], ['en', phone]] as const)('every step in %s', (language, viewport) => {
  it('is accessible, has large targets, and does not scroll sideways', async () => {
    const page = await seatOf('견본하나', viewport, language)
    // A case of its own for each: what one answered stands there for the other.
    await atTheDoor(page, cases[language === 'ko' ? 2 : 1]!)
    const faults: string[] = []
    const look = async (where: string) => faults.push(...(await faultsOf(page, language, [], true)).map(fault => `${where}: ${fault}`), ...(await smallTargets(page)).map(target => `${where} small: ${target}`))
    for (const step of steps[language]) {
      await page.getByRole('navigation').getByRole('button', { name: step, exact: true }).tap()
      await look(step)
      if (step === steps[language][2]) {
        await page.getByRole('button', { name: language === 'ko' ? '죽고 싶다고 할 때' : 'When somebody wants to die' }).tap()
        await page.getByRole('button', { name: language === 'ko' ? '죽고 싶을 때가 있어요' : 'At times I want to die' }).tap()
        await page.getByText(language === 'ko' ? '위기도 조사를 지금 해요' : 'Do the crisis check now').first().waitFor()
        await look('question')
        await page.getByRole('navigation').getByRole('button', { name: step, exact: true }).tap()
      }
    }
    expect(faults).toEqual([])
    expect(app.problems()).toEqual([])
    await page.context().close()
  })
})

describe('the handbook page', () => {
  it('is read by area, searched by initial consonants, and written in the office\'s own words by the lead', async () => {
    const page = await seatOf('견본팀장', { width: 1366, height: 768 }, 'ko', false)
    await page.goto(`${url}/handbook`)
    await page.getByRole('link', { name: '경제' }).click()
    await page.getByText('이번 달 생활비는 되시겠어요?').first().waitFor()
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    await page.getByLabel('안내 찾기').fill('ㅅㅎㅂ')
    await page.getByText(/찾은 안내 \d+개/).waitFor()
    await page.getByText('이번 달 생활비는 되시겠어요?').first().waitFor()

    await page.getByLabel('안내 찾기').fill('')
    await page.getByRole('link', { name: '인사말' }).click()
    const card = page.locator('[data-item=door-first]')
    await card.getByRole('button', { name: '고치기' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('말할 문장 (한국어)').fill('안녕하세요. 표본동에서 왔어요.')
    await dialog.getByLabel('말할 문장 (한국어)').press('Tab')
    await dialog.getByRole('region', { name: '미리 보기' }).getByText('안녕하세요. 표본동에서 왔어요.').waitFor()
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    await dialog.getByLabel(/고친 까닭/).fill('우리 동 말로')
    await page.keyboard.press('Control+Enter')
    await card.getByText('우리 글').waitFor()
    await card.getByText('안녕하세요. 표본동에서 왔어요.').waitFor()

    await card.getByRole('button', { name: '바뀐 내력' }).click()
    await dialog.getByText(/우리 동 말로/).waitFor()
    await dialog.getByLabel(/되돌리는 까닭/).fill('처음이 나아요')
    await dialog.getByRole('button', { name: '처음 글로 되돌리기' }).click()
    await card.getByText('잘 지내시는지 인사드리러 왔어요').waitFor()
    expect(app.problems()).toEqual([])
    await page.context().close()
  })
})
