/** Referring, asking for consent, answering, applying, and the directory, by hand: both languages, desk and tablet, by keyboard. */
import type { Locator, Page } from 'playwright'
import type { Client } from '#core/contract'
import type { CaseId } from '#core/kernel/ids'
import type { App, SeatOptions } from '../journeys/support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deskClient } from '../journeys/support/desk-client'
import { launchApp } from '../journeys/support/launch-app'
import { takePicture } from '../journeys/support/take-picture'
import { openVisitAt } from '../support/visit-at-desk'
import { axeSource, faultsOf } from './look-at-screen'

const name = '표본노을'
const named = '표본종합사회복지관'
const unnamed = '견본노인복지관'
const desk = { width: 1366, height: 768 }
const tablet = { width: 1024, height: 768 }
let app: App
let clerk: Client
let planner: Client

beforeAll(async () => {
  app = await launchApp({ sample: true })
  const url = new URL(app.page.url()).origin
  ;[clerk, planner] = await Promise.all([deskClient(url, '견본민원'), deskClient(url, '견본하나')])
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

/** A case of somebody who agreed to the office's recipients, among them one agency of the sample. */
async function openedCase(who: string): Promise<CaseId> {
  const visit = await openVisitAt(clerk, 'counselling')
  await visit.sayYes()
  await visit.consent({ name: who, thirdParty: true })
  await visit.member({ personId: visit.visitor()!.id, name: who, birth: '1944-05-01', sex: 'female' })
  await visit.household({ road: '예시로 1', detail: '101호', phone: '010-0000-0001' })
  await clerk.eligibility.lookup({ visitId: visit.visitId })
  await visit.reload()
  await clerk.eligibility.mark({ visitId: visit.visitId, serviceId: 'basic-pension' as never, personId: visit.visitor()!.id, mark: 'apply-today' })
  await visit.reload()
  const plannerId = (await planner.staff.current())!.staff.id
  const page = await clerk.cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId, why: '표본' })
  return page.case!.id
}

async function linkingOf(caseId: CaseId, seat: SeatOptions & { readonly language: 'ko' | 'en' }): Promise<Page> {
  const page = await app.newSeat(seat)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.locator('form').waitFor()
  await page.getByRole('button', { name: '견본하나' }).click()
  await page.getByRole('navigation').first().waitFor()
  await page.goto(new URL(`/cases/${caseId}?part=linking`, page.url()).href)
  await page.locator('#referrals-title').waitFor()
  return page
}
/** Without the pointer on a button, whose colour is another then. */
async function faults(page: Page, language: 'ko' | 'en'): Promise<string[]> {
  await page.mouse.move(3, 3)
  await page.waitForTimeout(150)
  return faultsOf(page, language, [name], true)
}

async function sign(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6)
  await page.mouse.down()
  for (const [x, y] of [[0.35, 0.3], [0.5, 0.7], [0.7, 0.35]] as const)
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y)
  await page.mouse.up()
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('referring on the screen', () => {
  it('takes four steps on the keyboard: key, initials, what is asked, send', async () => {
    const caseId = await openedCase(name)
    const page = await linkingOf(caseId, { language: 'ko', viewport: desk })
    expect(await faults(page, 'ko')).toEqual([])
    await page.keyboard.press('Alt+R')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('option').first().waitFor()
    expect(await faults(page, 'ko')).toEqual([])
    await takePicture(page, 'linking-agency')
    await page.keyboard.insertText('ㅍㅂㅈㅎㅅㅎ')
    await expect.poll(() => dialog.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    await dialog.getByText('이 기관에 알리는 데 동의했어요').waitFor()
    await page.keyboard.insertText('주 2회 밑반찬을 부탁드립니다.')
    expect(await faults(page, 'ko')).toEqual([])
    await takePicture(page, 'linking-refer')
    await page.keyboard.press('Control+Enter')
    // The letter stands there, ready to be printed.
    await page.getByRole('dialog', { name: '서비스 의뢰서' }).getByText('회신서').waitFor()
    await takePicture(page, 'linking-letter')
    await page.keyboard.press('Escape')
    const row = page.getByRole('listitem').filter({ hasText: named })
    await row.getByText('회신 대기').waitFor()

    await row.getByRole('button', { name: '회신 적기' }).click()
    const answer = page.getByRole('dialog')
    await answer.getByRole('radio', { name: '거절' }).check()
    await answer.getByRole('radio', { name: '정원 참' }).check()
    await answer.getByLabel('돌아온 말').fill('다음 달에 자리가 남')
    expect(await faults(page, 'ko')).toEqual([])
    await page.keyboard.press('Control+Enter')
    await row.getByText('돌아온 말 다음 달에 자리가 남').waitFor()
    await row.getByRole('button', { name: '다른 기관에 의뢰' }).waitFor()
    expect((await planner.referrals.ofCase({ caseId }))[0]).toMatchObject({ status: 'declined', reasonCode: 'full' })
    await page.context().close()
  })

  it.each([
    ['ko', desk],
    ['en', tablet],
  ] as const)('says in %s why an agency may not be told, takes the consent there, and goes on', async (language, viewport) => {
    const caseId = await openedCase(name)
    const page = await linkingOf(caseId, { language, viewport, touch: viewport === tablet })
    const words = language === 'ko'
      ? { refer: '의뢰하기', why: '그때 알려 드린 기관에 이 기관이 없었어요', ask: '이 기관에 동의 받기', asked: '부탁할 것', save: '동의 저장', yes: '이 기관에 알리는 데 동의했어요', send: '보내기', waiting: '회신 대기', signature: '서명' }
      : { refer: 'Refer', why: 'this one was not among those named then', ask: 'Ask for consent to this agency', asked: 'What we ask for', save: 'Save consent', yes: 'They agreed that this agency is told', send: 'Send', waiting: 'Waiting for an answer', signature: 'Signature' }
    await page.getByRole('button', { name: words.refer }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('option').filter({ hasText: unnamed }).click()
    await dialog.getByText(words.why).waitFor()
    await dialog.getByLabel(words.asked).fill('안부 확인을 부탁드립니다.')
    expect(await dialog.getByRole('button', { name: words.send, exact: false }).last().isDisabled()).toBe(true)
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `linking-refused-${language}`)
    await dialog.getByRole('button', { name: words.ask }).click()
    await dialog.getByText(unnamed).nth(1).waitFor()
    await sign(page, dialog.getByRole('img', { name: words.signature }))
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `linking-consent-${language}`)
    await dialog.getByRole('button', { name: words.save }).click()
    await dialog.getByText(words.yes).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('listitem').filter({ hasText: unnamed }).getByText(words.waiting).waitFor()
    expect((await planner.referrals.ofCase({ caseId }))[0]).toMatchObject({ status: 'sent', agencyName: unnamed, body: { asked: '안부 확인을 부탁드립니다.' } })
    await page.context().close()
  })

  it('shows a withdrawal at once as a letter to be sent', async () => {
    const caseId = await openedCase(name)
    const { household, consents } = await planner.cases.page({ caseId })
    const [agency] = await planner.referrals.agencies({ text: named })
    const draft = await planner.referrals.begin({ caseId, agencyId: agency!.id, draft: { personId: household.members[0]!.id, field: 'welfare', need: null, why: '', asked: '밑반찬', parts: ['name'], health: '' } })
    await planner.referrals.send({ referralId: draft.id, seenVersion: draft.version })
    const page = await linkingOf(caseId, { language: 'ko', viewport: desk })
    await clerk.consent.withdraw({ consentId: consents[0]!.id, items: ['third-party'] })
    await page.reload()
    const row = page.getByRole('listitem').filter({ hasText: named })
    await row.getByText('요청서를 아직 보내지 않음').waitFor()
    expect(await faults(page, 'ko')).toEqual([])
    await takePicture(page, 'linking-called-back')
    await row.getByRole('button', { name: '회수 요청서' }).first().click()
    await page.getByRole('dialog').getByText('파기 확인서').waitFor()
    await page.keyboard.press('Escape')
    await row.getByRole('button', { name: '요청서 보냄' }).click()
    await row.getByText('요청서 보낸 날').waitFor()
    await page.context().close()
  })
})

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('applying on the screen', () => {
  it.each([
    ['ko', desk],
    ['en', tablet],
  ] as const)('goes in %s from the mark of the counter to the last day of objecting', async (language, viewport) => {
    const caseId = await openedCase(name)
    const page = await linkingOf(caseId, { language, viewport, touch: viewport === tablet })
    const words = language === 'ko'
      ? { start: '신청 시작 기초연금', papers: '준비할 서류', left: '서류 5개 남음', form: '신청서', handIn: '낸 것 적기', place: '낸 곳', decide: '결정 적기', rejected: '부적합·거부', until: '이의신청은' }
      : { start: 'Begin Basic Pension', papers: 'Papers to get', left: '5 papers missing', form: 'Form', handIn: 'Handed in', place: 'Where', decide: 'Write the decision', rejected: 'Not granted', until: 'Objection until' }
    await page.keyboard.press('Alt+N')
    await page.getByRole('button', { name: words.start }).first().waitFor()
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `linking-apply-${language}`)
    await page.getByRole('button', { name: words.start }).first().click()
    const row = page.getByRole('listitem').filter({ hasText: language === 'ko' ? '기초연금' : 'Basic Pension' })
    await page.getByRole('checkbox').first().click()
    await row.getByText(words.left).waitFor()
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `linking-papers-${language}`)
    await row.getByRole('button', { name: words.form, exact: true }).click()
    await page.getByRole('dialog').getByText(language === 'ko' ? '급여 계좌' : 'Account for payment').waitFor()
    expect(await faults(page, language)).toEqual([])
    await page.keyboard.press('Escape')
    await row.getByRole('button', { name: words.handIn }).click()
    await page.getByRole('dialog').getByLabel(words.place).fill('표본동')
    await page.keyboard.press('Control+Enter')
    await row.getByRole('button', { name: words.decide }).click()
    await page.getByRole('dialog').getByRole('radio', { name: words.rejected }).check()
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `linking-decide-${language}`)
    await page.keyboard.press('Control+Enter')
    await row.getByText(words.until).waitFor()
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `linking-decided-${language}`)
    const [application] = (await planner.applications.ofCase({ caseId })).applications
    expect(application).toMatchObject({ status: 'rejected', body: { objection: { law: '기초연금법 제22조제2항' } } })
    await page.context().close()
  })
})

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the directory on the screen', () => {
  it.each([
    ['ko', desk],
    ['en', tablet],
  ] as const)('is searched, added to, and brought from a list in %s', async (language, viewport) => {
    const page = await linkingOf(await openedCase(name), { language, viewport, touch: viewport === tablet })
    await page.goto(new URL('/agencies', page.url()).href)
    const rows = page.locator('table.data-table tbody tr')
    await rows.first().waitFor()
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `agencies-${language}`)
    await page.getByRole('searchbox').fill('ㅂㄱㅅ')
    await expect.poll(() => rows.count()).toBe(1)
    await page.getByRole('searchbox').fill('')
    await page.keyboard.press('Alt+N')
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('alert').first().waitFor()
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `agencies-form-${language}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: language === 'ko' ? '목록 가져오기' : 'Bring a list' }).click()
    await dialog.locator('textarea').fill(`기관명,분야,구분,전화\n보기마을${language},복지,민간,02-000-0300\n보기병원,점성술,민간,`)
    await dialog.getByText(language === 'ko' ? '3번째 줄: 모르는 분야예요: 점성술' : 'Line 3: unknown field: 점성술').waitFor()
    expect(await faults(page, language)).toEqual([])
    await takePicture(page, `agencies-import-${language}`)
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('status').filter({ hasText: '1' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').fill(`보기마을${language}`)
    await expect.poll(() => rows.count()).toBe(1)
    await page.context().close()
  })
})
