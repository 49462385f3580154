/** What a planner does at the screen over the weeks: contacts, records, plan, closing; in the words the page shows. */
import type { Page } from 'playwright'
import type { App } from './launch-app'
import { caseRows, masked, showCases } from './at-the-case'
import { assignAsProposed, consent, describeVisitor, goOn, lookUp, openVisit, saved, signInAtCounter } from './at-the-counter'
import { choose, compose, tabTo } from './keyboard'

export interface CaseAtCounter { readonly name: string, readonly birth: string, readonly sex: 'female' | 'male', readonly road: string, readonly phone: string }

/** A clerk takes somebody's counselling visit from the door to a planner. @returns the planner's name */
export async function counselAtCounter(page: Page, { name, ...rest }: CaseAtCounter): Promise<string> {
  await openVisit(page, 'counselling')
  await goOn(page)
  await page.locator('[data-card] input').first().waitFor()
  await consent(page, { name })
  await describeVisitor(page, rest)
  await saved(page)
  await lookUp(page)
  return (await assignAsProposed(page)).planner
}

/** The same seat on a later day: signed in anew. */
export async function nextMorning(app: App, page: Page, who: string, days: number): Promise<void> {
  await app.travel(days)
  await comeBack(page, who)
}

/** A seat that others have travelled past: whoever sat there signs in again. */
export async function comeBack(page: Page, who: string): Promise<void> {
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('button', { name: '들어가기' }).or(page.getByRole('navigation').first()).first().waitFor()
  if (await page.getByRole('button', { name: '들어가기' }).count() > 0)
    await signInAtCounter(page, who)
}

/** From the list into a part of a case, by keys. */
export async function openPart(page: Page, name: string, part?: number): Promise<void> {
  await showCases(page)
  const link = caseRows(page).filter({ hasText: masked(name) }).first().getByRole('link')
  await link.waitFor()
  await link.press('Enter')
  await page.waitForURL(/\/cases\/./)
  await page.getByRole('heading', { level: 1, name: masked(name) }).waitFor()
  if (part !== undefined)
    await turnTo(page, part)
}

export async function turnTo(page: Page, part: number): Promise<void> {
  await page.keyboard.press(`Alt+${part}`)
  await page.locator(`nav [aria-current="page"][aria-keyshortcuts="Alt+${part}"]`).waitFor()
}

export type Outcome = 'reached' | 'not-reached' | 'call-back' | 'refused'
const outcomeKeys = { 'reached': 1, 'not-reached': 2, 'call-back': 3, 'refused': 4 } as const
const channelKeys = { call: 1, visit: 2 } as const

export interface ContactAtDoor {
  readonly channel: keyof typeof channelKeys
  readonly outcome: Outcome
  readonly note: string
  readonly nextTry?: string
  readonly gift?: RegExp
  readonly accepts?: string
}

/** Records a contact in the part of contacts. */
export async function recordContact(page: Page, { channel, outcome, note, nextTry, gift, accepts }: ContactAtDoor): Promise<void> {
  await choose(page, '어떻게 연락했나요?', channelKeys[channel])
  await choose(page, '어떻게 되었나요?', outcomeKeys[outcome])
  if (nextTry) {
    await tabTo(page, page.getByLabel(/다음에 연락할 날|다음 시도|다음 연락/).first())
    await page.keyboard.press('Control+A')
    await page.keyboard.type(nextTry.replaceAll('-', ''))
    await page.keyboard.press('Tab')
  }
  await tabTo(page, page.getByLabel('나눈 이야기'))
  await compose(page, note)
  if (gift)
    await page.getByRole('group', { name: '꾸러미' }).getByRole('radio', { name: gift }).check()
  if (accepts)
    await page.getByLabel(accepts).selectOption('accepted')
  await page.keyboard.press('Control+Enter')
  await page.getByText(note).first().waitFor()
}
