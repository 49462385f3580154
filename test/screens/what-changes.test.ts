/** What changes, as the lead sees it: progress, counts, who it is, and the way to the case; an administrator sees counts. */
import type { App } from '../journeys/support/launch-app'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../journeys/support/launch-app'
import { takePicture } from '../journeys/support/take-picture'
import { axeSource, faultsOf } from './look-at-screen'

let app: App
beforeAll(async () => { app = await launchApp({ sample: true }) })
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

const words = {
  ko: { title: '달라지는 것', day: '그날과 전날', look: '살펴보기', done: '결정이 아닙니다', who: '누구인지 보기' },
  en: { title: 'What changes', day: 'The day and the day before', look: 'Look', done: 'not a decision', who: 'Show who' },
} as const

async function lookAt(account: string, language: 'ko' | 'en', viewport?: { readonly width: number, readonly height: number }) {
  const said = words[language]
  const page = await app.newSeat({ language, ...(viewport ? { viewport, touch: true } : {}) })
  await page.context().addInitScript(axeSource)
  await page.getByRole('button', { name: account }).click()
  await page.getByRole('navigation').first().waitFor()
  await page.goto(new URL('/catalogue?panel=review', page.url()).href)
  const section = page.locator('section', { has: page.getByRole('heading', { name: said.title, exact: true }) }).last()
  await section.waitFor()
  await section.getByText(said.day).click()
  await section.getByRole('textbox').fill('20270101')
  await section.getByRole('button', { name: said.look, exact: true }).click()
  await section.getByText(said.done).waitFor({ timeout: 60_000 })
  return { page, section, said }
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('what changes on New Year’s Day', () => {
  it.each([
    ['ko', undefined],
    ['en', { width: 1024, height: 768 }],
  ] as const)('shows the lead who it is, masked, in %s', async (language, viewport) => {
    const { page, section, said } = await lookAt('견본팀장', language, viewport)
    await section.getByRole('button', { name: said.who }).first().click()
    const shown = section.getByRole('listitem').first()
    await shown.waitFor()
    expect(await shown.textContent()).toMatch(/\S\*/)
    expect(await faultsOf(page, language, [], true)).toEqual([])
    await section.evaluate(element => element.scrollIntoView({ block: 'start' }))
    await takePicture(page, `what-changes-${language}`)
  })

  it('shows an administrator counts and nobody', async () => {
    const { section, said } = await lookAt('견본관리', 'ko')
    expect(await section.getByRole('row').count()).toBeGreaterThan(1)
    expect(await section.getByRole('button', { name: said.who }).count()).toBe(0)
  })
})
