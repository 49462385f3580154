/** The import as a lead meets it: files chosen, the question answered, progress, result, problems; settings of the API. */
import type { Page } from 'playwright'
import type { App } from '../journeys/support/launch-app'
import { Buffer } from 'node:buffer'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../journeys/support/launch-app'
import { manyGov24, manyLocal } from '../support/official/many-records'
import { axeSource, faultsOf } from './look-at-screen'

const xml = join(import.meta.dirname, '../support/official/bokjiro-xml')
let app: App
beforeAll(async () => { app = await launchApp({ sample: true }) })
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

async function seat(options: Parameters<App['newSeat']>[0] = {}, name = '견본팀장'): Promise<Page> {
  const page = await app.newSeat(options)
  await page.context().addInitScript(axeSource)
  await page.reload()
  await page.getByRole('button', { name }).click()
  await page.getByRole('navigation').first().waitFor()
  await page.goto(new URL('/catalogue?panel=import', page.url()).href)
  await page.locator('#sources-title').waitFor()
  return page
}

const inMemory = (files: readonly { name: string, text: string }[]) => files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }))
const choose = (page: Page, files: readonly { name: string, text: string }[]): Promise<void> => page.locator('[data-files]').setInputFiles(inMemory(files))
const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.MAJI_SHOTS)
    await page.screenshot({ path: join(process.env.MAJI_SHOTS, `${name}.png`), fullPage: true })
}

const looks = [
  { name: 'Korean at a desk', options: { language: 'ko', viewport: { width: 1366, height: 768 } } },
  { name: 'English on a tablet', options: { language: 'en', viewport: { width: 1024, height: 768 }, touch: true } },
  { name: 'Korean at a wide desk in high contrast', options: { language: 'ko', viewport: { width: 1920, height: 1080 }, contrast: 'high' } },
] as const

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('importing official catalogues', () => {
  for (const [index, { name, options }] of looks.entries()) {
    it(`keeps to WCAG 2.2 AA and stays within its window: ${name}`, async () => {
      const page = await seat(options)
      const faults: Record<string, string[]> = {}
      const look = async (screen: string): Promise<void> => {
        const found = await faultsOf(page, options.language, [], true)
        await shot(page, `import-${index}-${screen}`)
        if (found.length > 0)
          faults[screen] = found
      }
      await look('begin')
      await choose(page, [...manyGov24(40 + index, 9).files, ...manyLocal(15).files, { name: '모름.json', text: '[{"a":1}]' }])
      await page.locator('[data-findings]').waitFor()
      await look('found')
      await page.keyboard.press('Control+Enter')
      await page.locator('[data-result]').waitFor()
      await look('result')
      await page.locator('button[aria-expanded]').first().click()
      await look('earlier')
      await page.context().close()
      expect(faults).toEqual({})
    })
  }

  it('reads a whole folder, tells what it is, and leads to the review', async () => {
    const page = await seat()
    await page.locator('[data-folder]').setInputFiles(xml)
    await page.getByText('복지로 중앙부처', { exact: true }).waitFor()
    expect(await page.locator('[data-findings] li').last().textContent()).toContain(`그 밖에 ${readdirSync(xml).length - 20}개`)
    await page.getByRole('button', { name: '견주어 검토에 올리기' }).click()
    await page.getByRole('heading', { name: '가져오기 결과' }).waitFor()
    await page.getByRole('link', { name: '검토로 가기' }).click()
    await page.waitForURL(/panel=review/)
    await page.context().close()
  })

  it('goes on while another page is looked at, and can be cancelled without a trace', async () => {
    const page = await seat()
    await choose(page, manyGov24(3000).files)
    await page.locator('[data-progress]').waitFor()
    await shot(page, 'import-progress')
    await page.keyboard.press('Alt+8')
    await page.waitForURL(/office/)
    await page.keyboard.press('Alt+C')
    await page.goto(new URL('/catalogue?panel=import', page.url()).href) // a reload: the page lost its files, not the import
    await page.getByRole('button', { name: '취소' }).first().click()
    await page.getByText('취소했어요').waitFor()
    await page.locator('[data-files]').waitFor({ state: 'attached' })
    const rows = page.locator('#earlier-title').locator('xpath=ancestor::section').locator('tbody tr')
    await rows.nth(4).waitFor({ state: 'detached' })
    expect(await rows.count()).toBe(4)
    await page.context().close()
  })

  it('asks whether it is the whole catalogue only where it can be', async () => {
    const page = await seat()
    await choose(page, [...manyLocal(8).files, { ...manyGov24(5).files[0]!, text: manyGov24(5).files[0]!.text.replace('"totalCount":5', '"totalCount":900') }])
    await page.getByRole('group', { name: '복지로 지자체 서울특별시 전체인가요?' }).waitFor()
    await page.getByText('기관이 밝힌 전체보다 적으니').waitFor()
    expect(await page.getByRole('group', { name: /전체인가요/ }).count()).toBe(1)
    await page.getByRole('button', { name: '취소' }).click()
    await page.getByText('취소했어요').waitFor()
    await page.context().close()
  })

  it('says when nothing of what was chosen can be one, and takes what is dropped', async () => {
    const page = await seat()
    await choose(page, [{ name: '메모.txt', text: '가' }])
    await page.getByText('XML이나 JSON 파일이 없어요').waitFor()
    await page.evaluate(`{
      const transfer = new DataTransfer()
      transfer.items.add(new File(['<wantedDtl><servId>WLF90000077</servId><servNm>표본</servNm><jurMnofNm>표본부</jurMnofNm></wantedDtl>'], '끌어온.xml'))
      transfer.items.add(new File([new Uint8Array([0xB0, 0xA1])], '다른글자.xml'))
      document.querySelector('[data-files]').parentElement.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }`)
    await page.getByText('끌어온.xml: 복지로 중앙부처 목록 1').waitFor()
    await page.getByText('UTF-8이 아님').waitFor()
    await page.getByRole('button', { name: '취소' }).click()
    await page.getByText('취소했어요').waitFor()
    await page.context().close()
  })

  it('keeps address and key of a publisher, never shows the key, and refuses an address in the clear', async () => {
    const page = await seat()
    const form = page.getByRole('form', { name: '정부24 공공서비스' })
    await form.getByLabel('주소', { exact: true }).fill('http://api.example.kr')
    await form.getByLabel('인증키', { exact: true }).fill('made-up-key-0001')
    await form.getByRole('button', { name: '설정 저장' }).click()
    await form.getByText('https://로 시작해야 해요').waitFor()
    await form.getByLabel('주소', { exact: true }).fill('https://api.example.kr/api')
    await form.getByRole('button', { name: '설정 저장' }).click()
    await form.getByText('저장된 인증키가 있어요').waitFor()
    await shot(page, 'import-sources')
    expect(await page.content()).not.toContain('made-up-key-0001')
    expect(await form.getByLabel('인증키', { exact: true }).inputValue()).toBe('')
    await form.getByRole('button', { name: '인증키 지우기' }).click()
    await form.getByText('아직 없어요').waitFor()
    await page.context().close()
  })
})
