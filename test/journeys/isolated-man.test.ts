/** A sister moves in and says that her brother lives alone and does not answer: from her visit over the door and the crisis to the meeting and the referral. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caseRows, masked, showCases } from './support/at-the-case'
import { assignAsProposed, consent, describeVisitor, goOn, handOver, lookUp, openVisit, saved, savedPdf, signInAtCounter, wordsOn } from './support/at-the-counter'
import { comeBack, nextMorning, openPart, recordContact, turnTo } from './support/at-the-planner'
import { deskClient } from './support/desk-client'
import { choose, tabTo, typeIn } from './support/keyboard'
import { inElectron, launchApp } from './support/launch-app'
import { lettersOf } from './support/read-pdf'

const sister = '보기새봄'
const name = '보기외솔'
const planner = '견본하나'
const lead = '견본팀장'
const center = '견본정신건강복지센터'
const tablet = { width: 768, height: 1024 }
let app: App
/** The planner's and the lead's screens stay open over the weeks. */
let desk: Page
let leadDesk: Page
beforeAll(async () => {
  app = await launchApp({ sample: true, timeTravel: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const row = (page: Page, who = name) => caseRows(page).filter({ hasText: masked(who) }).first()
const stage = (page: Page, said: string) => page.getByRole('banner').or(page.locator('main header')).getByText(said, { exact: true }).first().waitFor()

/** Back to the own list, and what it says about him. */
async function lineOfHim(page: Page): Promise<string> {
  await showCases(page)
  return wordsOn(row(page))
}

describe.skipIf(inElectron)('an isolated man', () => {
  it('is found while his sister reports her move, agrees by phone, and is urgent on the planner\'s open list', async () => {
    const { page } = app
    await signInAtCounter(page)
    await openVisit(page, 'move-in')
    await page.keyboard.type(app.today(-2).replaceAll('-', ''))
    await choose(page, '세대 전부인지 일부인지', 1)
    await goOn(page)
    await consent(page, { name: sister })
    await describeVisitor(page, { birth: '1961-05-20', sex: 'female', road: '견본길 44', phone: '010-0000-4401' })
    await saved(page)
    await lookUp(page)
    expect((await assignAsProposed(page)).planner).not.toBe(planner)
    await handOver(page)

    desk = await app.newSeat()
    await signInAtCounter(desk, planner)
    await showCases(desk)
    expect(await row(desk, sister).count()).toBe(0)

    await openVisit(page, 'counselling')
    await page.getByLabel('외로움').check()
    await goOn(page)
    await consent(page, { name, how: 'phone' })
    await describeVisitor(page, { birth: '1964-02-02', sex: 'male', road: '표본로 64', phone: '010-0000-6402' })
    await saved(page)
    await lookUp(page)
    await goOn(page, '배정')
    await page.getByRole('button', { name: /플래너에게 배정하기/ }).waitFor()
    await choose(page, '급한 정도', 2)
    const why = page.getByLabel('제안과 다르게 고른 까닭')
    if (await why.count() > 0)
      await typeIn(page, why, '누나의 전화를 닷새째 받지 않음')
    await page.keyboard.press('Control+Enter')
    expect(await wordsOn(page.getByRole('status').filter({ hasText: '플래너에게 배정했습니다' }))).toContain(planner)

    const line = await wordsOn(row(desk))
    expect(line).toContain('서둘러')
    expect(line).toContain('첫 연락')
    expect(line).toContain('새 사례')
    await page.context().close()
  })

  it('does not answer the call, and opens the door on the next day: greeting, what is seen, two needs, a signature', async () => {
    await openPart(desk, name)
    await turnTo(desk, 6)
    await recordContact(desk, { channel: 'call', outcome: 'not-reached', note: '신호는 가는데 받지 않으심', nextTry: app.today(1) })
    await stage(desk, '연락 안 됨')

    await app.travel(1)
    const door = await app.newSeat({ viewport: tablet, touch: true })
    await signInAtCounter(door, planner)
    await openPart(door, name)
    await door.getByRole('link', { name: '방문 시작' }).tap()
    const onwards = () => door.locator('footer button').last().tap()
    await door.getByText('잘 지내시는지 인사드리러 왔어요').first().waitFor()
    await door.getByRole('button', { name: '본인' }).tap()
    await onwards()
    await door.getByRole('button', { name: '우편물이나 고지서가 쌓였어요' }).tap()
    await onwards()
    const answer = async (asked: string, said: string) => {
      await door.getByText(asked).waitFor()
      await door.getByRole('button', { name: said, exact: true }).tap()
      await door.getByRole('button', { name: '다음 질문' }).tap()
    }
    const part = (step: string) => door.getByRole('navigation', { name: '방문 단계' }).getByRole('button', { name: step }).tap()
    await door.getByRole('button', { name: /^사회적 관계/ }).tap()
    await answer('지난 일주일 동안 누구와 이야기하셨어요?', '아무와도 안 했어요')
    await answer('아플 때 돌봐 줄 사람이 있으세요?', '없어요')
    await part('욕구')
    await door.getByRole('button', { name: /^일상생활/ }).tap()
    await answer('하루에 몇 끼 드세요?', '한 끼나 그보다 적어요')
    await part('약속')
    await door.getByRole('button', { name: '안부 전화를 드려요.' }).tap()
    await onwards()
    const pad = (await door.locator('svg.touch-none').boundingBox())!
    await door.mouse.move(pad.x + 60, pad.y + 100)
    await door.mouse.down()
    await door.mouse.move(pad.x + 320, pad.y + 180, { steps: 6 })
    await door.mouse.up()
    await onwards()
    await door.getByRole('button', { name: /^1주 뒤/ }).tap()
    await door.locator('header [data-state=saved]').waitFor()
    await onwards()
    await door.waitForURL(/part=contacts/)
    await door.context().close()
  })

  it('has what was heard at the door taken into the survey and the check, and the finished visit makes the first contact', async () => {
    await comeBack(desk, planner)
    await openPart(desk, name, 6)
    for (const [key, to] of [['isolation/', '위기도 조사'], ['need/', '욕구조사']] as const) {
      const proposals = desk.locator(`[data-proposal^="${key}"]`)
      await proposals.first().waitFor()
      expect(await proposals.count()).toBeGreaterThan(1)
      for (const proposal of await proposals.all()) {
        await proposal.getByRole('button', { name: `옮기기 · ${to}` }).click()
        await proposal.getByText(`옮김 · ${to}`).waitFor()
      }
    }
    await desk.getByLabel('나눈 이야기').last().fill('문을 열고 한참 만에 이야기를 시작하심')
    await desk.getByRole('button', { name: /방문 기록 마치기/ }).click()
    await desk.getByText('마침', { exact: true }).first().waitFor()
    await stage(desk, '연락 중')
    await stage(desk, '초기상담')
  })

  it('answers seriously in the crisis check, and the lead\'s open screen says so by itself', async () => {
    leadDesk = await app.newSeat()
    await signInAtCounter(leadDesk, lead)
    const alert = leadDesk.getByRole('alert').filter({ hasText: '위기 알림' })
    expect(await alert.filter({ hasText: masked(name) }).count()).toBe(0)
    await turnTo(desk, 3)
    await desk.locator('#crisis-row').waitFor()
    expect(await wordsOn(desk.locator('section[aria-labelledby="crisis-row"]'))).toContain('고립 징후 3개')
    await desk.keyboard.press('Alt+V')
    await desk.locator('[data-at="suicide.thoughts"]').getByText('예', { exact: true }).click()
    await desk.locator('[data-at="suicide.plan"]').getByText('예', { exact: true }).click()
    await desk.getByText('지금 바로 도와야 해요.', { exact: false }).first().waitFor()
    await alert.filter({ hasText: masked(name) }).waitFor()
    await leadDesk.getByRole('link', { name: new RegExp(`사례 열기: ${masked(name).source}`) }).click()
    await leadDesk.getByRole('heading', { level: 1, name: masked(name) }).waitFor()
    await leadDesk.getByRole('button', { name: new RegExp(`확인했어요: ${masked(name).source}`) }).click()
    await alert.filter({ hasText: masked(name) }).waitFor({ state: 'detached' })

    await desk.getByRole('group', { name: '담당자의 판단' }).getByRole('radio', { name: /^심각/ }).check()
    await desk.getByLabel('신고한 곳').fill('109와 함께 통화')
    await desk.keyboard.press('Control+Enter')
    await desk.getByRole('button', { name: '새 위기도 조사' }).waitFor()
    expect(await lineOfHim(desk)).toContain('위기')
  })

  it('goes on as case management, and the clock of the survey begins', async () => {
    await openPart(desk, name, 2)
    await desk.getByRole('button', { name: '초기상담 시작' }).click()
    const radio = (group: string, label: string) => desk.getByRole('group', { name: group }).getByRole('radio', { name: new RegExp(`^${label}`) }).check()
    await radio('상담 방법', '방문')
    await radio('발굴 경로', '가족·친척')
    // What was said at the counter stands there already.
    const complaint = desk.getByRole('textbox', { name: /^주요 호소/ })
    await expect.poll(() => complaint.inputValue()).toContain('외로움')
    await complaint.fill('아무하고도 말하지 않은 지 오래되었어요')
    await radio('처리 결과', '통합사례관리 의뢰')
    await tabTo(desk, desk.getByLabel('다음 연락일'))
    await desk.keyboard.type(app.today(7).replaceAll('-', ''))
    await desk.keyboard.press('Control+Enter')
    await stage(desk, '욕구조사')
    const line = await lineOfHim(desk)
    expect(line).toContain('욕구조사')
    expect(line).toContain('10일 남음')
  })

  it('is late after two weeks, stands still for the days in hospital, and is not late when it runs again', async () => {
    await nextMorning(app, desk, planner, 13)
    const late = await lineOfHim(desk)
    expect(late).toContain('3일 지남')

    await openPart(desk, name)
    await desk.getByRole('button', { name: '기한 멈추기' }).click()
    const form = desk.getByRole('form', { name: '기한 멈추기' })
    await choose(desk, '까닭', 1, form)
    await typeIn(desk, form.getByLabel('멈추는 날'), app.today(-10).replaceAll('-', ''))
    await desk.keyboard.press('Control+Enter')
    await desk.getByText(/부터 멈춰 있어요 · 입원/).waitFor()
    expect(await lineOfHim(desk)).toContain('멈춤')

    await nextMorning(app, desk, planner, 4)
    expect(await lineOfHim(desk)).toContain('멈춤')
    await openPart(desk, name)
    await desk.getByRole('button', { name: '다시 시작' }).click()
    await desk.getByRole('form', { name: '기한 다시 시작' }).getByRole('button', { name: '다시 시작' }).click()
    await desk.getByText('멈춘 14일 더함').first().waitFor()
    const again = await lineOfHim(desk)
    expect(again).not.toContain('지남')
    expect(again).toContain('7일 남음')
  })

  it('is surveyed in ten areas, and the weekly meeting decides integrated case management', async () => {
    await openPart(desk, name, 3)
    const area = desk.locator('[data-area="safety"]')
    await area.focus()
    for (const digit of ['1', '3', '3', '2', '4', '0', '0', '0', '0', '0']) {
      await desk.keyboard.press(digit)
      await desk.keyboard.press('ArrowDown')
    }
    await desk.keyboard.press('Control+Enter')
    await desk.getByRole('alert').filter({ hasText: '본인이 한 말' }).waitFor()
    for (const [of, said] of [['건강', '잠을 통 못 자요'], ['일상생활', '하루 한 끼 먹어요'], ['가족관계', '누나한테 미안해요'], ['사회적 관계', '말할 사람이 없어요']] as const) {
      const link = desk.getByRole('button', { name: `${of} · 본인이 한 말` })
      if (await link.count() === 0)
        continue
      await link.click()
      await desk.getByLabel('본인이 한 말').fill(said)
    }
    await desk.keyboard.press('Control+Enter')
    await stage(desk, '사례회의·선정')

    const { id: leadId, plannerId } = await staffIds()
    const client = await deskClient(new URL(desk.url()).origin, lead)
    const { meeting } = await client.meetings.plan({ kind: 'internal', scope: { of: 'planner', staffId: plannerId }, day: app.today() as never, starts: '15:00', minutes: 60, place: '2층 회의실', weekly: true, attendees: [leadId, plannerId] })
    await comeBack(leadDesk, lead)
    await leadDesk.keyboard.press('Alt+M')
    await leadDesk.getByRole('heading', { level: 1, name: '사례회의' }).waitFor()
    await leadDesk.goto(new URL(`/meetings/${meeting.id}`, leadDesk.url()).href)
    const head = leadDesk.locator('[data-item-head]')
    await head.waitFor()
    const item = leadDesk.locator('section[aria-labelledby="agenda-title"] button').filter({ hasText: masked(name) })
    expect(await wordsOn(item)).toContain('새 대상자 선정')
    await item.click()
    await head.filter({ hasText: masked(name) }).waitFor()
    await leadDesk.keyboard.press('Alt+B')
    await leadDesk.getByText('회의 중').first().waitFor()
    await leadDesk.getByLabel('논의한 내용').fill('혼자 두지 않고 마음 건강부터 잇기로 함')
    await head.focus()
    await leadDesk.keyboard.press('Alt+1')
    await leadDesk.locator('[data-why] textarea:focus').waitFor()
    await leadDesk.keyboard.insertText('여러 욕구가 함께 있고 위기임')
    await leadDesk.getByRole('group', { name: '누가 이끄나요?' }).getByText('공공', { exact: true }).click()
    await leadDesk.getByLabel('주관 기관·담당').fill(planner)
    await leadDesk.keyboard.press('Control+Enter')
    await leadDesk.getByRole('button', { name: '결정 무르기' }).waitFor()

    await leadDesk.keyboard.press('Alt+P')
    const paper = leadDesk.getByRole('dialog')
    await paper.locator('article').waitFor()
    const minutes = await savedPdf(leadDesk, () => paper.getByRole('button', { name: '파일로 저장' }).click())
    const letters = lettersOf(minutes.text)
    expect(letters).toContain('통합사례관리')
    expect(letters).toContain('혼자두지않고마음건강부터잇기로함')
    expect(letters).not.toContain(sister)
    expect(minutes.name).not.toMatch(new RegExp(`${name}|${sister}`))
    const line = await lineOfHim(desk)
    expect(line).toContain('계획 수립')
    expect(line).toContain('일 남음')
  })

  it('is referred to the center with his word by phone; days later it accepts', async () => {
    await openPart(desk, name, 5)
    await desk.locator('#referrals-title').waitFor()
    await desk.keyboard.press('Alt+R')
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('option').first().waitFor()
    await desk.keyboard.insertText('ㄱㅂㅈㅅㄱㄱ')
    await expect.poll(() => dialog.getByRole('option').count()).toBe(1)
    await desk.keyboard.press('Enter')
    await dialog.getByText('그때 알려 드린 기관에 이 기관이 없었어요', { exact: false }).waitFor()
    await desk.keyboard.insertText('마음이 힘든 분입니다. 상담을 부탁드립니다.')
    await dialog.getByRole('button', { name: '이 기관에 동의 받기' }).click()
    await dialog.getByRole('group', { name: '받은 방법' }).getByText('전화로', { exact: true }).click()
    await dialog.getByLabel('전화로 읽어 드리고 동의를 들었어요').check()
    await dialog.getByRole('button', { name: '동의 저장' }).click()
    await dialog.getByText('이 기관에 알리는 데 동의했어요').waitFor()
    await desk.keyboard.press('Control+Enter')
    const letter = desk.getByRole('dialog', { name: '서비스 의뢰서' })
    await letter.getByText('회신서').waitFor()
    const paper = await savedPdf(desk, () => letter.getByRole('button', { name: '파일로 저장' }).click())
    const letters = lettersOf(paper.text)
    for (const said of [name, center, '상담을부탁드립니다'])
      expect(letters).toContain(said)
    expect(letters).not.toContain(sister)
    expect(letters).not.toMatch(/표본[가-힣]{2}님/)
    expect(paper.name).not.toMatch(new RegExp(`${name}|${sister}`))
    await desk.keyboard.press('Escape')
    const referral = desk.getByRole('listitem').filter({ hasText: center })
    await referral.getByText('회신 대기').waitFor()

    await nextMorning(app, desk, planner, 6)
    await openPart(desk, name, 5)
    await referral.getByRole('button', { name: '회신 적기' }).click()
    const answer = desk.getByRole('dialog')
    await answer.getByText('수락', { exact: true }).click()
    await answer.getByLabel('돌아온 말').fill('다음 주 화요일 첫 상담')
    await desk.keyboard.press('Control+Enter')
    await referral.getByText('수락', { exact: true }).first().waitFor()
    await referral.getByText('다음 주 화요일 첫 상담').first().waitFor()
    await turnTo(desk, 1)
    await desk.getByText('수락 1').waitFor()
  })
})

async function staffIds() {
  const client = await deskClient(new URL(desk.url()).origin, lead)
  const staff = await client.staff.list()
  return { id: staff.find(each => each.name === lead)!.id, plannerId: staff.find(each => each.name === planner)!.id }
}
