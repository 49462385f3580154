/** The first run: a center is set up by keyboard, and its recovery key opens it when the password is forgotten. */
import type { Page } from 'playwright'
import type { App } from './support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { signIn, wordsOn } from './support/at-the-counter'
import { compose, tabTo, typeIn } from './support/keyboard'
import { launchApp } from './support/launch-app'

let app: App
beforeAll(async () => { app = await launchApp() })
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const name = '표본관리'
const first = 'a calm first password'
const second = 'another calm password'
let recoveryKey = ''

async function fill(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await compose(page, text)
}

async function tryToEnter(page: Page, password: string): Promise<void> {
  await page.locator('button[type=submit]:not([disabled])').waitFor()
  await signIn(page, name, password)
}

describe('the first run', () => {
  it('sets a center up in three screens, by keyboard', async () => {
    const { page } = app
    await page.getByRole('heading', { name: '어느 센터인가요?' }).waitFor()
    await fill(page, '시·도', '서울특별시')
    await fill(page, '시·군·구', '동작구')
    await fill(page, '읍·면·동', '표본동')
    await page.getByText('함께 온 목록에 없는 이름이에요: 표본동').waitFor()
    await tabTo(page, page.getByRole('button', { name: '다음' }))
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: '첫 관리자' }).waitFor()
    await fill(page, '이름', name)
    await typeIn(page, page.getByLabel('비밀번호', { exact: true }), 'short')
    await page.keyboard.press('Tab')
    await page.getByText('열 자보다 짧아요').waitFor()
    await typeIn(page, page.getByLabel('비밀번호', { exact: true }), first)
    await typeIn(page, page.getByLabel('비밀번호 한 번 더', { exact: true }), first)
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: '복구 열쇠를 종이에 남겨 주세요' }).waitFor()
    recoveryKey = (await page.locator('[translate="no"] span').allInnerTexts()).join(' ')
    expect(recoveryKey.replaceAll(' ', '')).toHaveLength(32)
    expect(await page.getByRole('button', { name: '로그인하러 가기' }).isDisabled()).toBe(true)
    await tabTo(page, page.getByLabel('안전한 곳에 두었어요'))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: '로그인하러 가기' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '로그인' }).waitFor()
    expect(await wordsOn(page.getByRole('main'))).not.toContain(recoveryKey.slice(0, 9))
  })

  it('lets nobody in with a wrong password, and the administrator with the right one', async () => {
    const { page } = app
    await tryToEnter(page, 'not the right one at all')
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByRole('navigation', { name: '주요 화면' }).count()).toBe(0)
    await tryToEnter(page, first)
    await page.getByRole('heading', { level: 1, name: '관리' }).waitFor()
    expect(await wordsOn(page.locator('header').first())).toContain('표본동')
  })

  it('opens with the recovery key and a new password; the old one is worth nothing', async () => {
    const { page } = app
    await tabTo(page, page.getByRole('button', { name: '로그아웃' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: /복구 열쇠로 열기/ }))
    await page.keyboard.press('Enter')
    await typeIn(page, page.getByLabel('복구 열쇠'), recoveryKey)
    await fill(page, '새 비밀번호를 정할 계정 이름', name)
    await typeIn(page, page.getByLabel('새 비밀번호', { exact: true }), second)
    await typeIn(page, page.getByLabel('비밀번호 한 번 더'), second)
    await page.keyboard.press('Enter')
    await page.getByText('새 비밀번호를 정했어요').waitFor()
    await tryToEnter(page, first)
    await page.getByRole('alert').first().waitFor()
    await tryToEnter(page, second)
    await page.getByRole('heading', { level: 1, name: '관리' }).waitFor()
  })
})
