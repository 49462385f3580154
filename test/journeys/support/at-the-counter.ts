/** What a clerk and a planner do at their screens, by keyboard, in the words the page shows. */
import type { Download, Locator, Page } from 'playwright'
import { readFileSync } from 'node:fs'
import { choose, compose, pick, tabTo, typeIn } from './keyboard'
import { readPdf } from './read-pdf'

/** What can be read there, once it is there. */
export async function wordsOn(place: Locator): Promise<string> {
  await place.waitFor()
  return (await place.allInnerTexts()).join('\n')
}

export const samplePassword = 'maji-sample'

/** The day in Korea so many days from now. */
export function dayFromToday(days = 0): string {
  return new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}

export async function signIn(page: Page, name: string, password = samplePassword): Promise<void> {
  await page.getByRole('button', { name: '들어가기' }).waitFor()
  await page.getByLabel('이름', { exact: true }).waitFor()
  await tabTo(page, page.getByLabel('이름', { exact: true }))
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

export async function signInAtCounter(page: Page, name = '견본민원'): Promise<void> {
  await signIn(page, name)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('navigation').first().waitFor()
}

export const events = { 'move-in': 'Alt+1', 'birth': 'Alt+2', 'death': 'Alt+3', 'counselling': 'Alt+4' } as const

/** From home to a fresh visit; the first field has the focus. */
export async function openVisit(page: Page, event: keyof typeof events): Promise<string> {
  await page.keyboard.press('Alt+0')
  await atHome(page)
  await page.keyboard.press(events[event])
  await page.waitForURL(/\/visits\//)
  // Counselling begins with what somebody worries about, the others with a day.
  await (event === 'counselling' ? page.getByLabel('외로움') : page.locator('[data-start]')).waitFor()
  return page.url().split('/').at(-1)!
}

/** Ctrl+Enter, and the step that follows from it. */
export async function goOn(page: Page, heading?: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  if (heading)
    await onStep(page, heading)
}
export const onStep = (page: Page, name: string): Promise<void> => page.locator(`section[aria-label="${name}"]`).waitFor()

export interface Signing {
  readonly name: string
  /** Agree to: collect, sensitive, third party. */
  readonly answers?: readonly [boolean, boolean, boolean]
  readonly how?: 'screen' | 'paper' | 'phone'
}

/** The items one after the other by digit, the name composed, the signature drawn or the paper confirmed. */
export async function consent(page: Page, { name, answers = [true, true, true], how = 'screen' }: Signing): Promise<void> {
  await onStep(page, '동의')
  for (const [place, answer] of answers.entries()) {
    await page.locator('[data-card]').nth(place).locator('input:focus').waitFor()
    await page.keyboard.press(answer ? '1' : '2')
  }
  await page.locator('[data-signer]:focus').waitFor()
  await compose(page, name)
  if (how === 'screen') {
    await sign(page)
  }
  else {
    await choose(page, '어떻게', how === 'paper' ? 2 : 3)
    await tabTo(page, page.getByLabel(how === 'paper' ? '서명한 종이를 받아 확인했습니다' : '전화로 읽어 드리고 답을 들었습니다'))
    await page.keyboard.press('Space')
  }
  await goOn(page, '가구')
}

/** A pen on the pad. */
export async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: '서명' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box)
    throw new Error('no pad to sign on')
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.7)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++)
    await page.mouse.move(box.x + box.width * (0.2 + step * 0.07), box.y + box.height * (step % 2 ? 0.3 : 0.7))
  await page.mouse.up()
}

/** Presses what makes a file, and reads the PDF that is saved. */
export async function savedPdf(page: Page, press: () => Promise<void>): Promise<{ readonly name: string, readonly pages: string[], readonly text: string }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()])
  return { name: download.suggestedFilename(), ...await readPdf(readFileSync(await download.path())) }
}

/** Everything that was typed is on the disk. */
export const saved = (page: Page): Promise<void> => page.getByText('저장됨', { exact: true }).waitFor()

/** The PDF of an answer, where it is only printed and never saved. */
export async function printedPdf(page: Page, press: () => Promise<void>): Promise<{ readonly pages: string[], readonly text: string }> {
  const [answer] = await Promise.all([page.waitForResponse(response => response.url().endsWith('/rpc/guide/pdf'), { timeout: 60_000 }), press()])
  const { json } = await answer.json() as { json: { base64: string } }
  return readPdf(Buffer.from(json.base64, 'base64'))
}

export interface HandedOver {
  readonly planner: string
  /** The planner's direct line. */
  readonly line: string
  /** The last day for the first contact, as the clerk reads it out. */
  readonly told: string
  readonly guide: { readonly name: string, readonly pages: string[], readonly text: string }
  readonly copy: { readonly name: string, readonly text: string }
}

/** From the lookup through the assignment as proposed: who has the case now. */
export async function assignAsProposed(page: Page): Promise<{ readonly planner: string, readonly line: string, readonly told: string }> {
  await goOn(page, '배정')
  await page.getByRole('button', { name: /플래너에게 배정하기/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('status').filter({ hasText: '플래너에게 배정했습니다' })
  const text = await wordsOn(note)
  return {
    planner: /(\S+) 플래너에게 배정했습니다/.exec(text)?.[1] ?? '',
    line: /직통 ([\d-]+)/.exec(text)?.[1] ?? '',
    told: text,
  }
}

/** The guide and the copy of the consent are saved, the guide is handed over, and the visit ends at home. */
export async function handOver(page: Page): Promise<Pick<HandedOver, 'guide' | 'copy'>> {
  await goOn(page, '안내서')
  await page.locator('section[aria-label="안내서"] article, section[aria-label="안내서"] h3, section[aria-label="안내서"] h2').first().waitFor()
  const guide = await savedPdf(page, () => page.keyboard.press('Alt+S'))
  await choose(page, '문서', 2)
  const copy = await savedPdf(page, () => page.keyboard.press('Alt+S'))
  await page.keyboard.press('Alt+H')
  await page.getByText('드린 것', { exact: true }).waitFor()
  await choose(page, '문서', 1)
  await page.keyboard.press('Alt+H')
  await page.getByRole('button', { name: /방문 마치기/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await atHome(page)
  return { guide, copy }
}

export const atHome = (page: Page): Promise<void> => page.getByRole('heading', { level: 1, name: '접수' }).waitFor()

/** What the search for everything says; with the dialog closed again. */
export async function search(page: Page, text: string): Promise<string> {
  await page.keyboard.press('Control+K')
  const field = page.getByRole('combobox', { name: '찾기' })
  await field.waitFor()
  const answered = page.waitForResponse(response => response.url().endsWith('/rpc/households/search'))
  await compose(page, text)
  await answered
  await page.waitForTimeout(400)
  const said = await wordsOn(page.getByRole('dialog'))
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  return said
}

/** Takes the consent to collect back, at the step where it was given. */
export async function withdrawConsent(page: Page): Promise<{ readonly said: string, readonly receipt: { readonly text: string } }> {
  await page.keyboard.press('Alt+2')
  const button = page.getByRole('button', { name: '수집·이용 철회' })
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: '철회하기' }))
  await page.keyboard.press('Enter')
  const outcome = page.getByRole('status').filter({ hasText: '철회했습니다' })
  const said = await wordsOn(outcome)
  const receipt = await printedPdf(page, async () => {
    await tabTo(page, page.getByRole('button', { name: '철회 확인증 인쇄' }))
    await page.keyboard.press('Enter')
  })
  return { said, receipt }
}

/** "No": the reason by digit, the leaflet saved, the visit ended. */
export async function refuse(page: Page): Promise<{ readonly name: string, readonly text: string }> {
  await page.keyboard.press('F8')
  await choose(page, '까닭을 말씀하셨다면', 3)
  await page.keyboard.press('Control+Enter')
  const leaflet = await savedPdf(page, async () => {
    await tabTo(page, page.getByRole('button', { name: '파일로 저장' }))
    await page.keyboard.press('Enter')
  })
  await page.keyboard.press('Control+Enter')
  await atHome(page)
  return leaflet
}

/** The line of a visit among today's, by its ticket. */
export async function lineOfVisit(page: Page, ticket: string): Promise<string> {
  const row = page.locator('table.data-table tbody tr').filter({ has: page.locator(`td:text-is("${ticket}")`) })
  return wordsOn(row)
}
export async function ticketOf(page: Page): Promise<string> {
  return /대기표 (\d+)번/.exec(await wordsOn(page.locator('footer')))?.[1] ?? ''
}

export interface NewMember {
  readonly name: string
  readonly relation: 'spouse' | 'child' | 'parent'
  readonly birth: string
  readonly sex: 'female' | 'male'
}

/** Alt+N, the name composed, relation by arrows, birth day and sex by digits. */
export async function addMember(page: Page, { name, relation, birth, sex }: NewMember): Promise<void> {
  await page.keyboard.press('Alt+N')
  await page.getByLabel('이름', { exact: true }).and(page.locator(':focus')).waitFor()
  await compose(page, name)
  await pick(page, page.getByLabel('세대주와의 관계'), relation)
  await typeIn(page, page.getByLabel('생년월일', { exact: true }), birth.replaceAll('-', ''))
  await choose(page, '성별', sex === 'female' ? 1 : 2)
  await page.locator('section[aria-label="가구원"] button').filter({ hasText: name }).waitFor()
}

/** The birth day and sex of whoever came, and where they live. */
export async function describeVisitor(page: Page, { birth, sex, road, phone }: { readonly birth: string, readonly sex: 'female' | 'male', readonly road: string, readonly phone: string }): Promise<void> {
  await page.getByLabel('생년월일', { exact: true }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(birth.replaceAll('-', ''))
  await choose(page, '성별', sex === 'female' ? 1 : 2)
  await tabTo(page, page.getByLabel('도로명 주소'))
  await compose(page, road)
  await typeIn(page, page.getByLabel('전화번호'), phone)
  await page.keyboard.press('Tab')
}

export async function lookUp(page: Page): Promise<void> {
  await goOn(page, '조회')
  await page.locator('[data-service]').first().waitFor()
}

/** The services of one verdict with their reason and deadline, as the page says them; also those scrolled out of sight. */
export async function services(page: Page, ...verdicts: readonly ('해당 가능' | '먼저 확인')[]): Promise<string[]> {
  const groups = verdicts.map(verdict => `section[aria-label="${verdict}"] [data-service]`).join(', ')
  return (await page.locator(groups).allTextContents()).map(text => text.replace(/\s+/g, ' ').trim())
}

/** The day a line names, with the days it may be moved by a holiday. */
export function expectDayIn(line: string | undefined, first: string): void {
  const day = /\d{4}-\d\d-\d\d/.exec(line ?? '')?.[0] ?? ''
  const latest = new Date(Date.parse(first) + 7 * 86_400_000).toISOString().slice(0, 10)
  if (!(day >= first && day <= latest))
    throw new Error(`"${line}" names no day from ${first} to ${latest}`)
}

export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The corresponding day so many months later, or the last of that month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
