/** Two keepers of the catalogue at their screens: one prepares, the other reviews and releases; and back again. */
import type { Page } from 'playwright'
import type { Client } from '#core/contract'
import type { App } from '../journeys/support/launch-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deskClient } from '../journeys/support/desk-client'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

let app: App
let lead: Client
beforeAll(async () => {
  app = await launchApp({ sample: true })
  lead = await deskClient(new URL('/', app.page.url()).href, '견본팀장')
  await change('basic-pension', '표본으로 고친 요약이에요. 65세 이상 어르신에게 매달 드려요.')
  await change('parental-benefit', '표본으로 고친 요약이에요.')
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

async function change(serviceId: string, summary: string): Promise<void> {
  const item = await lead.catalogue.editor.read({ kind: 'service', itemId: serviceId })
  const entry = { ...item.draft, summary: { ko: summary, en: 'A sample summary.' } }
  await lead.catalogue.editor.saveService({ serviceId: serviceId as never, seenHash: item.hash, entry, why: '표본으로 고침' })
}

async function seat(name: string, panel: string, options: Parameters<App['newSeat']>[0] = {}): Promise<Page> {
  const page = await app.newSeat(options)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.getByRole('button', { name }).click()
  await page.getByRole('navigation').first().waitFor()
  await page.goto(new URL(`/catalogue?panel=${panel}`, page.url()).href)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

const looks = [
  { name: 'Korean at a desk', options: { language: 'ko', viewport: { width: 1366, height: 768 } } },
  { name: 'English on a tablet', options: { language: 'en', viewport: { width: 1024, height: 768 }, touch: true } },
  { name: 'Korean at a wide desk in high contrast', options: { language: 'ko', viewport: { width: 1920, height: 1080 }, contrast: 'high' } },
] as const

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the review', () => {
  for (const { name, options } of looks) {
    it(`keeps to WCAG 2.2 AA and stays within its window: ${name}`, async () => {
      const page = await seat('견본관리', 'review', options)
      await page.locator('[data-field]').first().waitFor()
      const faults = { review: await faultsOf(page, options.language, [], true), release: [] as string[], releases: [] as string[] }
      await page.keyboard.press('Control+Enter')
      await page.locator('dialog[open]').waitFor()
      faults.release = await faultsOf(page, options.language, [], true)
      await page.keyboard.press('Escape')
      await page.goto(new URL('/catalogue?panel=releases', page.url()).href)
      await page.locator('#compare-title').waitFor()
      faults.releases = await faultsOf(page, options.language, [], true)
      expect(faults).toEqual({ review: [], release: [], releases: [] })
      await page.context().close()
    })
  }

  it('does not let the author release, and says who may', async () => {
    const page = await seat('견본팀장', 'review')
    await page.getByText('내가 준비한 변경이 있어서 다른 담당자가 배포해야 해요: 견본관리').waitFor()
    expect(await page.getByRole('button', { name: /^배포/ }).count()).toBe(0)
    await page.context().close()
  })

  it('moves by the arrows, shows each field before and after, and releases with title and reason', async () => {
    const page = await seat('견본관리', 'review')
    await page.locator('[data-field]').first().waitFor()
    await page.locator('[data-open]').first().focus()
    const first = await page.locator('article h3').textContent()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(before => document.querySelector('article h3')?.textContent !== before, first)
    expect(await page.locator('[data-field="summary.ko"] ins').first().textContent()).toContain('표본으로 고친 요약')

    await page.keyboard.press('Control+Enter')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.type('표본 배포')
    await page.keyboard.press('Tab')
    await page.keyboard.type('표본 고시를 읽고 확인함')
    await page.getByRole('button', { name: '배포하기' }).click()
    await page.getByText(/^배포했어요: 2-[0-9a-f]{8}$/).waitFor()
    await page.getByText('검토할 것이 없어요').waitFor()
    await page.context().close()
  })

  it('keeps what was typed when the draft changed meanwhile', async () => {
    await change('basic-pension', '다시 고친 표본 요약이에요.')
    const page = await seat('견본관리', 'review')
    await page.locator('[data-field]').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.type('표본 배포 둘')
    await page.keyboard.press('Tab')
    await page.keyboard.type('표본')
    await change('parental-benefit', '그 사이에 고친 표본 요약이에요.')
    await page.getByRole('button', { name: '배포하기' }).click()
    await page.getByText('보시는 동안 초안이 바뀌었어요').waitFor()
    expect(await page.locator('dialog input').first().inputValue()).toBe('표본 배포 둘')
    await page.getByRole('button', { name: '배포하기' }).click()
    await page.getByText(/^배포했어요: 3-/).waitFor()
    await page.context().close()
  })
})

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('the history of releases', () => {
  it('compares two releases, and rolls back once a colleague has confirmed', async () => {
    const page = await seat('견본관리', 'releases')
    await page.getByRole('button', { name: '1-' }).or(page.getByRole('heading', { name: '표본 배포 둘' })).first().waitFor()
    await page.locator('#compare-title').waitFor()
    await page.locator('[data-field="summary.ko"]').first().waitFor()
    const rollBacks = page.getByRole('button', { name: /^이 배포로 되돌리기: 2-/ })
    await rollBacks.click()
    await page.locator('dialog[open] textarea').fill('표본으로 되돌림')
    await page.getByRole('button', { name: '되돌리기 요청' }).click()
    await page.getByText('다른 담당자의 확인을 기다리고 있어요: 견본팀장').waitFor()

    const colleague = await seat('견본팀장', 'releases')
    await colleague.getByRole('button', { name: '확인하고 되돌리기' }).click()
    await colleague.getByText('2번 배포로 되돌림').waitFor()
    await page.context().close()
    await colleague.context().close()
  })
})
