/**
 * Scrolling the worklist of 20,000 open cases from the first to the last in Chromium, before a server with an encrypted
 * store: how long a frame takes and how often the page is held up. No peer; the browser sets the beat (16.7 ms).
 */
import type { Figure } from '../run.ts'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright'
import { StaffId } from '#core/kernel/ids'
import { buildPage } from '#server/build-page'
import { browserArguments, findBrowser } from '../../support/find-browser.ts'
import { madeUpCases } from '../../support/made-up-cases.ts'
import { openTestServer, password, people } from '../../support/open-test-server.ts'
import { rounded } from '../median.ts'

const count = 20_000
const page = join(import.meta.dirname, '../../../out/renderer')

interface Scrolled { readonly frames: readonly number[], readonly long: readonly number[], readonly rows: number }

export async function measure(): Promise<Figure> {
  if (!existsSync(join(page, 'index.html')))
    await buildPage({ out: () => {}, err: (line: string) => void process.stderr.write(`${line}\n`) })
  const executablePath = await findBrowser(line => process.stderr.write(`${line}\n`))
  if (!executablePath)
    throw new Error('There is no browser to scroll in.')
  const folder = mkdtempSync(join(tmpdir(), 'maji-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const server = await openTestServer({ folder: join(folder, 'office'), page })
  const db = server.host.store()!
  const staff = await db.selectFrom('staff').select(['id', 'name']).execute()
  const idOf = (name: string): StaffId => StaffId.parse(staff.find(each => each.name === name)!.id)
  await madeUpCases({ db, ids: { planner: idOf(people.planner), secondPlanner: idOf(people.lead) } as never }, count)
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const seat = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await seat.goto(server.http.url)
    const [name, secret] = [seat.locator('form input').first(), seat.locator('form input[type=password]')]
    await name.fill(people.lead)
    await secret.fill(password)
    await secret.press('Enter')
    await seat.getByRole('navigation').first().waitFor()
    await seat.goto(new URL('/cases?view=all', server.http.url).href)
    await seat.locator(`table[aria-rowcount="${count + 1}"]`).waitFor()
    const { frames, long, rows } = await seat.evaluate<Scrolled>(`(async () => {
      const list = document.querySelector('.list-scroller')
      const long = []
      new PerformanceObserver(entries => long.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
      const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
      const frames = []
      let [before, rows] = [await frame(), 0]
      for (let step = 0; step < 600; step++) {
        // mostly as fast as a wheel goes, now and then far with the bar
        list.scrollTop = step % 100 === 99 ? list.scrollHeight * step / 600 : list.scrollTop + 120
        const now = await frame()
        frames.push(now - before)
        before = now
        rows = Math.max(rows, document.querySelectorAll('tr[data-row]').length)
      }
      return { frames, long, rows }
    })()`)
    const sorted = [...frames].sort((one, other) => one - other)
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
    return {
      name: 'worklist-scroll',
      value: rounded(at(0.95)),
      unit: `ms a frame in 95 of 100 (median ${rounded(at(0.5))}, slowest ${rounded(at(1))}; ${long.length} of ${frames.length} frames held up for more than 50 ms; ${rows} rows drawn at most of ${count})`,
    }
  }
  finally {
    await browser.close()
    await server.close()
  }
}
