/**
 * Maji as a person meets it: the office server with a browser before it or, with `MAJI_JOURNEYS=electron`, the Electron
 * window. The journeys know neither; where there is only one window, the next seat is the same window after sign-out.
 */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright'
import type { Watch } from './watch-page'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { _electron, chromium } from 'playwright'
import { browserArguments, findBrowser } from '../../support/find-browser'
import { electronBinary } from '../../support/find-electron'
import { serveCounter } from './serve-counter'
import { watchContext } from './watch-page'

export const inElectron = process.env.MAJI_JOURNEYS === 'electron'

export interface LaunchOptions {
  /** The sample center; otherwise a fresh one that must be set up. */
  readonly sample?: boolean
  readonly viewport?: { readonly width: number, readonly height: number }
  readonly language?: 'ko' | 'en'
  /** Lets `travel` move the clocks of the server and of every screen. */
  readonly timeTravel?: boolean
}

export interface SeatOptions extends Omit<LaunchOptions, 'sample' | 'timeTravel'> {
  readonly touch?: boolean
  readonly contrast?: 'normal' | 'high'
}

export interface App {
  readonly page: Page
  readonly folder: string
  /** Another member of staff at another screen. */
  readonly newSeat: (options?: SeatOptions) => Promise<Page>
  /** Whether two can be signed in at the same time. */
  readonly manySeats: boolean
  /** Everything that no journey may cause, since it was asked for last. */
  readonly problems: () => string[]
  /** So many days later, at ten in the morning in Korea or once the sessions of the evening before have ended. */
  readonly travel: (days: number) => Promise<void>
  /** The day in Korea on these clocks. */
  readonly today: (days?: number) => string
  /** Ends the server as a power cut does. */
  readonly cutPower: () => Promise<void>
  readonly startAgain: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Milliseconds: a working day of twelve hours, and a little. */
const longestSession = 12.1 * 3_600_000
const usual = { width: 1366, height: 768 }
const root = join(import.meta.dirname, '../../..')

const preferencesScript = ({ language = 'ko', contrast = 'normal' }: SeatOptions): string =>
  `try { localStorage.getItem('maji.preferences') ?? localStorage.setItem('maji.preferences', ${JSON.stringify(JSON.stringify({ language, textSize: 'normal', contrast }))}) } catch {}`

export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'maji-journey-'))
  return inElectron ? launchWindow(folder, options) : launchBrowser(folder, options)
}

async function launchBrowser(folder: string, options: LaunchOptions): Promise<App> {
  const clock = options.timeTravel ? `${folder}.clock` : undefined
  let ahead = 0
  const executablePath = await findBrowser(() => {})
  if (!executablePath)
    throw new Error('No browser: install Chromium, Chrome or Edge.')
  const [server, browser] = await Promise.all([
    serveCounter(folder, options.sample ?? false, clock),
    // The print preview takes a headless browser down with it.
    chromium.launch({ executablePath, args: [...browserArguments, '--disable-print-preview'] }),
  ])
  const watches: Watch[] = []
  const contexts: BrowserContext[] = []
  const expectDown = (down: boolean): void => watches.forEach(watch => watch.expectDown(down))

  async function newSeat(seat: SeatOptions = {}): Promise<Page> {
    const look: BrowserContextOptions = {
      viewport: seat.viewport ?? options.viewport ?? usual,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      reducedMotion: 'reduce',
      hasTouch: seat.touch ?? false,
      acceptDownloads: true,
    }
    const context: BrowserContext = await browser.newContext(look)
    await context.addInitScript(preferencesScript({ language: seat.language ?? options.language, contrast: seat.contrast }))
    watches.push(await watchContext(context, server.url))
    contexts.push(context)
    if (ahead > 0)
      await context.clock.setSystemTime(Date.now() + ahead)
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(server.url)
    return page
  }

  return {
    page: await newSeat(),
    folder,
    newSeat,
    manySeats: true,
    problems: () => watches.flatMap(watch => watch.take()),
    travel: async (days) => {
      if (!clock)
        throw new Error('this journey keeps the machine’s time')
      const tomorrow = Math.max(new Date(`${koreanDay(ahead, days)}T10:00:00+09:00`).getTime(), Date.now() + ahead + longestSession)
      ahead = tomorrow - Date.now()
      writeFileSync(clock, String(ahead))
      const open = contexts.filter(context => context.pages().length > 0)
      await Promise.all(open.map(context => context.clock.setSystemTime(tomorrow)))
    },
    today: (days = 0) => koreanDay(ahead, days),
    cutPower: () => {
      expectDown(true)
      return server.kill()
    },
    startAgain: async () => {
      await server.start()
      setTimeout(expectDown, 2000, false)
    },
    close: async () => {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
      rmSync(`${folder}.clock`, { force: true })
    },
  }
}

const koreanDay = (ahead: number, days: number): string => new Date(Date.now() + ahead + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

async function launchWindow(folder: string, options: LaunchOptions): Promise<App> {
  const executablePath = electronBinary()
  if (!executablePath)
    throw new Error('No Electron binary on this machine.')
  const open = () => _electron.launch({
    executablePath,
    cwd: root,
    args: ['.', `--data=${folder}`, ...options.sample ? ['--sample'] : [], ...process.getuid?.() === 0 ? ['--no-sandbox'] : []],
  })
  const preferences = preferencesScript(options)
  const begin = async () => {
    const app = await open()
    const page = await app.firstWindow()
    const watch = await watchContext(app.context(), new URL(page.url()).origin === 'null' ? page.url().replace(/\/$/, '') : new URL(page.url()).origin)
    await page.evaluate(preferences)
    await page.reload()
    return { app, page, watch }
  }
  let current = await begin()
  return {
    get page() { return current.page },
    folder,
    newSeat: async () => {
      await current.page.reload()
      return current.page
    },
    manySeats: false,
    problems: () => current.watch.take(),
    travel: async () => { throw new Error('the window’s clock is the machine’s') },
    today: (days = 0) => koreanDay(0, days),
    cutPower: async () => {
      current.app.process().kill('SIGKILL')
    },
    startAgain: async () => { current = await begin() },
    close: async () => {
      await current.app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
