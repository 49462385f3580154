/** A mother with two children after the father's death: from the report at the counter over a plan she signs to the last call after closing. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caseRows, masked } from './support/at-the-case'
import { addDays, addMember, addMonths, assignAsProposed, consent, describeVisitor, goOn, lookUp, openVisit, saved, savedPdf, sign, signInAtCounter, wordsOn } from './support/at-the-counter'
import { comeBack, nextMorning, openPart, recordContact, turnTo } from './support/at-the-planner'
import { choose, compose, tabTo } from './support/keyboard'
import { inElectron, launchApp } from './support/launch-app'
import { lettersOf } from './support/read-pdf'
import { takePicture } from './support/take-picture'

const mother = '보기이슬'
const father = '보기한솔'
const cheerful = /축하|환영|어서 오세요|반가|잘하셨|대단|[!🎉😊]/u
const said = { economy: '남편 월급이 끊겨 월세가 밀렸어요', family: '아이들과 이야기할 힘이 없어요' }

let app: App
let desk: Page
let lead: Page
let planner = ''
let path = ''
beforeAll(async () => {
  app = await launchApp({ sample: true, timeTravel: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const patient = { timeout: 15_000 }
const main = (page: Page) => wordsOn(page.getByRole('main'))
const recordSaved = (page: Page) => page.locator('[data-state=saved]').first().waitFor()
const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** What each part says is said quietly. */
const quiet = async (page: Page) => expect(await main(page)).not.toMatch(cheerful)

/** What is missing is named after Ctrl+Enter, and leads to its field. */
async function fillMissing(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForResponse(response => response.url().endsWith('/rpc/records/finish')), page.keyboard.press('Control+Enter')])
  await page.getByRole('alert').filter({ hasText: '더 채워 주세요' }).and(page.locator(':focus')).waitFor()
  await page.getByRole('alert').filter({ hasText: '더 채워 주세요' }).getByRole('button', { name, exact: true }).press('Enter')
}
async function toClosing(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '사례의 부분' }).getByRole('link', { name: '종결' }).press('Enter')
  await page.waitForURL(/part=closing/)
}
async function openCaseAgain(page: Page, part?: number): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1, name: masked(mother) }).waitFor()
  if (part !== undefined)
    await turnTo(page, part)
}
/** Everybody's screens on a later day. */
async function later(days: number): Promise<void> {
  await nextMorning(app, desk, planner, days)
  await comeBack(lead, '견본팀장')
}

describe.skipIf(inElectron)('a family after the father\'s death', () => {
  it('reports the death at the counter, and is reached by the planner', async () => {
    const { page } = app
    const year = Number(app.today().slice(0, 4))
    await signInAtCounter(page)
    await openVisit(page, 'death')
    await page.keyboard.type(app.today(-12).replaceAll('-', ''))
    await choose(page, '고인이 세대주였나요', 1)
    await choose(page, '고인이 생계를 책임지셨나요', 1)
    await choose(page, '오신 분은 고인의', 1)
    await choose(page, '남은 가족', 2)
    await page.getByText('삼가 고인의 명복을 빕니다').waitFor()
    await goOn(page)
    await consent(page, { name: mother })
    await describeVisitor(page, { birth: `${year - 41}-03-14`, sex: 'female', road: '표본로 55', phone: '010-0000-5501' })
    await addMember(page, { name: '보기가람', relation: 'child', birth: `${year - 12}-05-05`, sex: 'male' })
    await addMember(page, { name: '보기나래', relation: 'child', birth: `${year - 8}-09-09`, sex: 'female' })
    await tabTo(page, page.getByRole('button', { name: /고인 더하기/ }))
    await page.keyboard.press('Enter')
    await page.getByLabel('이름', { exact: true }).and(page.locator(':focus')).waitFor()
    await compose(page, father)
    await choose(page, '성별', 2)
    await page.locator('section[aria-label="가구원"] button').filter({ hasText: father }).waitFor()
    await saved(page)
    await lookUp(page)
    await quiet(page)
    planner = (await assignAsProposed(page)).planner
    expect(planner).toBe('견본하나')
    await page.context().close()

    desk = await app.newSeat()
    await signInAtCounter(desk, planner)
    await openPart(desk, mother, 6)
    path = new URL(desk.url()).pathname
    await recordContact(desk, { channel: 'call', outcome: 'reached', note: '모레 댁에서 만나기로 함' })
    await quiet(desk)
  })

  it('is counselled, and asked about her ten needs by keys', async () => {
    lead = await app.newSeat()
    await signInAtCounter(lead, '견본팀장')
    await later(2)
    await openCaseAgain(desk, 2)
    await desk.getByRole('button', { name: '초기상담 시작' }).press('Enter')
    await recordSaved(desk)
    await fillMissing(desk, '주요 호소')
    await compose(desk, '월세가 두 달 밀렸고 아이들이 밤에 운다고 하심')
    await fillMissing(desk, '처리 결과')
    await desk.keyboard.press('4')
    await fillMissing(desk, '다음 연락일')
    await desk.keyboard.type(app.today(3).replaceAll('-', ''))
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Control+Enter')
    await desk.getByText('마친 기록').first().waitFor()

    await turnTo(desk, 3)
    await desk.getByRole('button', { name: '욕구조사 시작' }).press('Enter')
    await recordSaved(desk)
    await tabTo(desk, desk.locator('[data-area="safety"]'))
    for (const digit of [0, 0, 1, 3, 1, 4, 2, 1, 0, 0]) {
      await desk.keyboard.press(String(digit))
      await desk.keyboard.press('ArrowDown')
    }
    await fillMissing(desk, '가족관계 · 본인이 한 말')
    await compose(desk, said.family)
    await fillMissing(desk, '경제 · 본인이 한 말')
    await compose(desk, said.economy)
    await fillMissing(desk, '교육 · 본인이 한 말')
    await compose(desk, '큰아이가 학원을 그만뒀어요')
    await recordSaved(desk)
    await desk.keyboard.press('Control+Enter')
    await desk.getByRole('button', { name: '새 욕구조사' }).waitFor()
    await desk.getByText('사례회의·선정', { exact: true }).first().waitFor()
    await quiet(desk)
  })

  it('is taken into integrated case management by the meeting', async () => {
    await later(3)
    await lead.keyboard.press('Alt+M')
    await lead.getByRole('heading', { level: 1, name: '사례회의' }).waitFor()
    await lead.locator('[aria-keyshortcuts="Alt+N"]:enabled').waitFor()
    await lead.keyboard.press('Alt+N')
    const form = lead.getByRole('dialog')
    const day = form.getByLabel('날짜')
    await tabTo(lead, day)
    await lead.keyboard.press('Control+A')
    await lead.keyboard.type(app.today().replaceAll('-', ''))
    await lead.keyboard.press('Tab')
    await form.getByRole('button', { name: '회의 잡기' }).press('Enter')
    await lead.waitForURL(/\/meetings\/./)
    await lead.getByRole('region', { name: /안건/ }).first().getByRole('button').filter({ hasText: masked(mother) }).click()
    await lead.keyboard.press('Alt+B')
    await lead.getByText('회의 중').first().waitFor()
    await tabTo(lead, lead.getByLabel('논의한 내용'))
    await compose(lead, '주거와 자녀 돌봄을 함께 살피기로 함')
    await lead.keyboard.press('Alt+1')
    await lead.locator('[data-why] textarea:focus').waitFor()
    await compose(lead, '여러 욕구가 함께 있음')
    await choose(lead, '누가 이끄나요?', 1)
    await tabTo(lead, lead.getByLabel('주관 기관·담당'))
    await compose(lead, '표본동 주민센터')
    await lead.keyboard.press('Control+Enter')
    await lead.getByRole('button', { name: '결정 무르기' }).waitFor()
    await takePicture(lead, 'meeting')
    await quiet(lead)
  })

  it('gets a plan in her own words, signs it, and the lead approves it', async () => {
    await openCaseAgain(desk, 4)
    await desk.getByRole('button', { name: '계획 시작' }).press('Enter')
    const goals = desk.locator('[data-goal]')
    await goals.nth(2).waitFor()
    const words = await goals.getByRole('textbox', { name: '주민이 한 말' }).evaluateAll(fields => fields.map(field => (field as HTMLTextAreaElement).value))
    expect(words).toEqual(expect.arrayContaining([said.economy, said.family, '큰아이가 학원을 그만뒀어요']))
    for (const [at, [goal, measure]] of ([['밀린 월세를 나누어 갚기', '주거비 지원 신청'], ['주 1회 함께 저녁 먹기', '가족 상담'], ['방과 후 돌봄 자리 찾기', '지역아동센터 이용']] as const).entries()) {
      await tabTo(desk, goals.nth(at).getByRole('textbox', { name: /^목표/ }))
      await compose(desk, goal)
      await desk.keyboard.press('Alt+A')
      await goals.nth(at).getByLabel('무엇을').and(desk.locator(':focus')).waitFor()
      await compose(desk, measure)
      await desk.keyboard.press('Tab')
    }
    await tabTo(desk, desk.getByRole('button', { name: '3개월 뒤' }))
    await desk.keyboard.press('Enter')
    await recordSaved(desk)
    await desk.keyboard.press('Alt+S')
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('group', { name: '누가 동의하나요' }).waitFor()
    expect(await wordsOn(dialog)).not.toContain(father)
    await sign(desk)
    await desk.keyboard.press('Control+Enter')
    await desk.getByText(`${mother} 님이 동의했어요`, { exact: false }).waitFor()
    await desk.keyboard.press('Control+Enter')
    await desk.getByText('승인 대기', { exact: true }).waitFor()

    await openCaseAgain(lead, 4)
    await lead.getByRole('button', { name: '승인', exact: true }).press('Enter')
    await desk.getByText('시행 중인 계획', { exact: true }).waitFor()
    await desk.getByRole('button', { name: '계획서 인쇄' }).press('Enter')
    const plan = await savedPdf(desk, () => dialog.getByRole('button', { name: '파일로 저장' }).press('Enter'))
    expect(plan.name).not.toContain(mother)
    expect(plan.text).toContain('서비스 제공계획서')
    for (const line of [said.economy, said.family, '밀린 월세를 나누어 갚기', '가족 상담', '지역아동센터 이용'])
      expect(lettersOf(plan.text)).toContain(lettersOf(line))
    expect(plan.text).toContain('시행 중')
    expect(plan.text).not.toMatch(cheerful)
    await desk.keyboard.press('Escape')
    await quiet(desk)
  })

  it('applies for what helps: papers, the form with empty boxes, handed in, decided, and the last day to object as a task', async () => {
    await later(2)
    await openCaseAgain(desk, 5)
    await desk.locator('#referrals-title').waitFor()
    await desk.keyboard.press('Alt+N')
    const dialog = desk.getByRole('dialog')
    await tabTo(desk, dialog.getByLabel('다른 서비스 찾기'))
    await compose(desk, '한부모가족 아동양육비')
    await dialog.getByRole('button', { name: /^신청 시작 한부모가족 아동양육비/ }).last().press('Enter')
    const row = desk.locator('section[aria-labelledby="applications-title"] > ul > li').filter({ hasText: '한부모가족 아동양육비' })
    await row.waitFor()
    const papers = desk.getByRole('region', { name: /준비할 서류/ }).getByRole('checkbox')
    const all = await papers.count()
    expect(all).toBeGreaterThan(0)
    for (let at = 0; at < all; at++) {
      await papers.nth(at).press('Space')
      await expect.poll(() => papers.nth(at).isChecked(), patient).toBe(true)
    }
    await row.getByText('서류 준비됨').waitFor()
    await row.getByRole('button', { name: '신청서', exact: true }).press('Enter')
    const form = await savedPdf(desk, () => dialog.getByRole('button', { name: '파일로 저장' }).press('Enter'))
    expect(lettersOf(form.text)).toContain(lettersOf('주민등록번호는 신청하는 분이 창구에서 직접 적어요'))
    expect(lettersOf(form.text)).toContain('□□□□□□-□□□□□□□')
    expect(form.text).not.toMatch(/\d{6}-\d{7}/)
    expect(form.text).toContain(mother)
    await desk.keyboard.press('Escape')
    await row.getByRole('button', { name: '낸 것 적기' }).press('Enter')
    await tabTo(desk, dialog.getByLabel('낸 곳'))
    await compose(desk, '표본동 주민센터')
    await desk.keyboard.press('Control+Enter')
    await row.getByText('결정 대기').waitFor()

    await later(21)
    await openCaseAgain(desk, 5)
    await row.getByRole('button', { name: '결정 적기' }).press('Enter')
    await choose(desk, '결정', 2, dialog)
    await desk.keyboard.press('Control+Enter')
    await row.getByText('이의신청은').waitFor()
    const until = /이의신청은 (\S+)까지/.exec(await wordsOn(row))![1]!
    await desk.goto(new URL('/cases?view=today', desk.url()).href)
    const task = desk.getByRole('listitem').filter({ hasText: '이의신청' }).filter({ hasText: masked(mother) })
    expect(await wordsOn(task)).toContain(until)
  })

  it('is looked at again, closes with reached goals, and the lead approves', async () => {
    await later(35)
    await openCaseAgain(desk, 4)
    await desk.getByRole('button', { name: '점검 적기' }).press('Enter')
    for (const goal of [/밀린 월세/, /함께 저녁/, /방과 후/])
      await choose(desk, goal, 2)
    await tabTo(desk, desk.getByLabel('살펴본 것'))
    await compose(desk, '월세를 다 갚고 아이들도 돌봄을 다님')
    await choose(desk, '점검 결과', 3)
    await tabTo(desk, desk.getByRole('button', { name: '점검 저장' }))
    await desk.keyboard.press('Enter')
    await desk.getByText('이룬 목표 3 / 3').waitFor()
    await quiet(desk)

    await toClosing(desk)
    await desk.getByRole('button', { name: '종결 준비' }).press('Enter')
    await recordSaved(desk)
    // All goals reached: that is the reason that stands there already.
    expect(await desk.getByRole('radio', { name: '목표 달성' }).isChecked()).toBe(true)
    expect(await desk.getByRole('checkbox', { name: '계획의 목표를 이룸' }).isChecked()).toBe(true)
    for (const criterion of ['어려울 때 연락할 곳을 앎', '주민이 종결에 동의함']) {
      await tabTo(desk, desk.getByRole('checkbox', { name: criterion }))
      await desk.keyboard.press('Space')
    }
    expect(await desk.getByLabel('진행한 일과 결과').inputValue()).toContain('주 1회 함께 저녁 먹기: 이룸')
    const open = desk.locator('[data-at=rest]')
    await recordSaved(desk)
    await desk.keyboard.press('Control+Enter')
    // What is still open wants an answer first: the deadline that nobody needs any more.
    await desk.getByRole('alert').filter({ hasText: '더 채워 주세요' }).waitFor()
    expect(await wordsOn(open)).toContain('이의신청')
    for (const choice of await open.getByRole('combobox').all())
      await choice.selectOption('ended')
    await recordSaved(desk)
    await desk.keyboard.press('Control+Enter')
    await desk.getByText('승인 대기', { exact: true }).waitFor()
    await quiet(desk)

    await lead.goto(new URL('/team?view=approvals', lead.url()).href)
    await lead.getByRole('link', { name: masked(mother) }).first().press('Enter')
    await lead.getByRole('heading', { level: 1, name: masked(mother) }).waitFor()
    await lead.getByRole('button', { name: '승인', exact: true }).press('Enter')
    await desk.getByRole('heading', { name: '사후관리', exact: true }).waitFor()
    await desk.getByRole('button', { name: '종결 보고 인쇄' }).press('Enter')
    const report = await savedPdf(desk, () => desk.getByRole('dialog').getByRole('button', { name: '파일로 저장' }).press('Enter'))
    for (const line of ['종결 보고서', '목표 달성', '계획의 목표를 이룸', '밀린 월세를 나누어 갚기', '견본팀장'])
      expect(lettersOf(report.text)).toContain(lettersOf(line))
    expect(report.text).not.toMatch(cheerful)
    await desk.keyboard.press('Escape')
  })

  it('is called on the days that are due, and the case ends by itself after six months', async () => {
    await lead.context().close()
    const closedOn = app.today()
    for (const [place, month] of [1, 3, 6].entries()) {
      const due = addMonths(closedOn, month)
      await nextMorning(app, desk, planner, daysFrom(app.today(), due))
      await desk.goto(new URL('/cases?view=today', desk.url()).href)
      const line = desk.getByRole('region', { name: '오늘 할 일과 늦은 일' }).getByRole('listitem').filter({ hasText: masked(mother) })
      expect(await wordsOn(line)).toContain(`사후관리 연락 (${month}개월)`)
      expect(await line.count()).toBe(1)
      await line.getByRole('link').press('Enter')
      await desk.getByRole('heading', { level: 1, name: masked(mother) }).waitFor()
      await toClosing(desk)
      await choose(desk, '결과', 1)
      await tabTo(desk, desk.getByLabel('나눈 이야기'))
      await compose(desk, `${month}개월째 아이들과 잘 지내심`)
      await tabTo(desk, desk.getByRole('button', { name: '저장', exact: true }))
      await desk.keyboard.press('Enter')
      await desk.getByText(`${month}개월째 아이들과 잘 지내심`).first().waitFor()
      await expect.poll(() => desk.getByRole('list', { name: '사후관리 기록' }).getByRole('listitem').count(), patient).toBe(place + 1)
      await quiet(desk)
    }
    await desk.getByText('남은 연락이 없어요').waitFor()
    await desk.getByText('사후관리', { exact: true }).first().waitFor()

    await nextMorning(app, desk, planner, 1)
    expect(app.today()).toBe(addDays(addMonths(closedOn, 6), 1))
    await openCaseAgain(desk)
    await desk.getByText('사후관리 기간이 끝남').first().waitFor()
    await desk.locator('header').getByText('종결', { exact: true }).waitFor()
    await desk.keyboard.press('Alt+9')
    await desk.getByRole('heading', { level: 1, name: '내 사례' }).waitFor()
    await desk.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    expect(await caseRows(desk).filter({ hasText: masked(mother) }).count()).toBe(0)
  })
})
