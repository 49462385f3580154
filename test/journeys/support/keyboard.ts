/** Hands on the keyboard: Tab, digits, and Korean that is composed syllable by syllable as an input method does it. */
import type { Locator, Page } from 'playwright'
import { disassemble } from 'es-hangul'
import { inElectron } from './launch-app'

const hasFocus = async (page: Page, locator: Locator): Promise<boolean> => await locator.and(page.locator(':focus')).count() > 0

/** Walks there with Tab, so that a field that no key reaches fails the journey. */
export async function tabTo(page: Page, locator: Locator, most = 150): Promise<void> {
  const target = locator.first()
  await target.waitFor()
  for (let steps = 0; steps < most; steps++) {
    if (await hasFocus(page, target))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(locator)}`)
}

/** Tab leads into a group of radio buttons at the chosen one, or at the first; a digit then chooses. */
export async function choose(page: Page, legend: string | RegExp, digit: number, within: Page | Locator = page): Promise<void> {
  const group = within.getByRole('group', { name: legend, exact: true }).first()
  await group.waitFor()
  for (let steps = 0; steps < 150; steps++) {
    if (await group.locator(':focus').count() > 0) {
      await page.keyboard.press(String(digit))
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to the choice ${String(legend)}`)
}

/** Chooses in a closed list with the arrow keys. */
export async function pick(page: Page, list: Locator, value: string): Promise<void> {
  await tabTo(page, list)
  const place = async (): Promise<boolean> => await list.inputValue() === value
  await page.keyboard.press('Home')
  for (let steps = 0; steps < 40 && !await place(); steps++)
    await page.keyboard.press('ArrowDown')
  if (!await place())
    throw new Error(`The list has no ${value}`)
}

export async function typeIn(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** What an input method shows while a syllable is typed: 김 is ㄱ, 기, 김. */
function stages(syllable: string): string[] {
  const parts = [...disassemble(syllable)]
  return parts.length > 1 ? [parts[0]!, ...parts.length > 2 ? [openSyllable(syllable)] : [], syllable] : [syllable]
}
function openSyllable(syllable: string): string {
  const code = syllable.charCodeAt(0) - 0xAC00
  return String.fromCharCode(0xAC00 + code - code % 28)
}

/** Composes in the field that has the focus; the last syllable stays open when `leaveOpen`. */
export async function compose(page: Page, text: string, { leaveOpen = false } = {}): Promise<void> {
  if (inElectron) {
    await page.keyboard.insertText(text)
    return
  }
  const session = await page.context().newCDPSession(page)
  const letters = [...text]
  for (const [place, letter] of letters.entries()) {
    if (!/\p{Script=Hangul}/u.test(letter)) {
      await page.keyboard.type(letter)
      continue
    }
    for (const shown of stages(letter))
      await session.send('Input.imeSetComposition', { text: shown, selectionStart: shown.length, selectionEnd: shown.length })
    if (!leaveOpen || place < letters.length - 1)
      await session.send('Input.insertText', { text: letter })
  }
  await session.detach()
}
