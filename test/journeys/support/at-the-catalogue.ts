/** What the keepers of the catalogue do: import, write a service, review, release. */
import type { Page } from 'playwright'
import { wordsOn } from './at-the-counter'
import { takePicture } from './take-picture'

const panels = { services: '서비스', import: '가져오기', review: '검토와 배포', releases: '배포 기록' } as const

export async function showCatalogue(page: Page, panel: keyof typeof panels): Promise<void> {
  await page.keyboard.press('Alt+C')
  await page.waitForURL(/\/catalogue/)
  await page.getByText(panels[panel], { exact: true }).first().click()
  await page.waitForURL(new RegExp(panel === 'services' ? '/catalogue' : `panel=${panel}`))
}

/** Chooses files or a folder of them and lets them be compared with what is in force. */
export async function importFiles(page: Page, files: string | readonly string[]): Promise<string> {
  await showCatalogue(page, 'import')
  await page.locator(typeof files === 'string' ? '[data-folder]' : '[data-files]').setInputFiles(files)
  await page.locator('[data-findings]').waitFor()
  await page.getByRole('button', { name: '견주어 검토에 올리기' }).waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+Enter')
  const result = page.locator('[data-result]')
  await result.waitFor({ timeout: 60_000 })
  const told = await wordsOn(result)
  await page.getByRole('button', { name: '닫기' }).click()
  return told
}

const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click()
const korean = (page: Page, at: string) => page.locator(`[data-at="${at}"]`).getByLabel('한국어')

export interface LocalService {
  readonly name: string
  readonly summary: string
  readonly benefit: string
  readonly fromAge: number
  readonly source: { readonly title: string, readonly url: string }
  readonly why: string
}

/** A service of the office by form, from an empty one to the draft; the clicks and keys a team lead needs. */
export async function addLocalService(page: Page, { name, summary, benefit, fromAge, source, why }: LocalService): Promise<void> {
  await showCatalogue(page, 'services')
  await page.getByRole('button', { name: '새 서비스', exact: true }).click()
  await korean(page, 'name').fill(name)
  await korean(page, 'summary').fill(summary)
  await page.locator('[data-at="stages"]').getByLabel('중장년').check()
  await page.locator('[data-at="themes"]').getByLabel('신체건강').check()
  await tab(page, '조건')
  await page.getByRole('button', { name: '조건 더하기', exact: true }).click()
  await page.getByRole('button', { name: /^가구원 중 누군가/ }).click()
  await page.getByRole('button', { name: '안에 조건 더하기' }).click()
  await page.getByRole('button', { name: /^나이/ }).click()
  await page.getByLabel('이상', { exact: true }).first().fill(String(fromAge))
  await page.getByText(`만 ${fromAge}세 이상`).first().waitFor()
  await takePicture(page, 'catalogue-conditions')
  await tab(page, '지원과 기한')
  await korean(page, 'benefit.text').fill(benefit)
  await tab(page, '근거')
  await page.locator('[data-at="source.title"] input').fill(source.title)
  await page.locator('[data-at="source.url"] input').fill(source.url)
  await page.getByLabel('왜 바꾸나요').fill(why)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').filter({ hasText: '초안에 저장했어요' }).waitFor()
}

/** The second person reads the review, and releases it. */
export async function releaseDraft(page: Page, title: string, why: string): Promise<string> {
  await showCatalogue(page, 'review')
  await page.getByText('다른 사람이 준비한 초안이에요').waitFor()
  await page.locator('[data-change]').or(page.getByRole('row')).or(page.getByRole('listitem')).first().waitFor()
  await takePicture(page, 'catalogue-review')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('배포 이름').fill(title)
  await dialog.getByLabel('배포하는 이유').fill(why)
  await dialog.getByRole('button', { name: '배포하기' }).click()
  const done = page.getByRole('status').filter({ hasText: '배포했어요' })
  await done.waitFor({ timeout: 60_000 })
  return /(\d+-[0-9a-f]+)/.exec(await wordsOn(done))?.[1] ?? ''
}
