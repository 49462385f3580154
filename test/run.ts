/**
 * `npm test`: every check, one after the other, and one closing line that counts them.
 *
 * What cannot run on this machine says so in a line; it never counts as passed.
 */
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { findBrowser } from './support/find-browser.ts'
import { electronBinary } from './support/find-electron.ts'
import { hasXvfb, virtualPrinter } from './support/virtual-printer.ts'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'maji-test-'))
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const total = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []

const bin = (name: string): string => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env }, shell: process.platform === 'win32' })
    child.on('error', () => resolve(127))
    child.on('close', code => resolve(code ?? 1))
  })
}

/** Its words are kept until it ends, so that two checks side by side do not speak at once. */
async function check(name: string, command: string, args: readonly string[]): Promise<boolean> {
  const begun = Date.now()
  const told: Buffer[] = []
  const code = await new Promise<number>((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    child.stdout.on('data', (bytes: Buffer) => told.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => told.push(bytes))
    child.on('error', () => resolve(127))
    child.on('close', ended => resolve(ended ?? 1))
  })
  process.stdout.write(Buffer.concat(told))
  const ok = code === 0
  say(`${ok ? '✓' : '✗'} ${name} (${Math.round((Date.now() - begun) / 1000)} s)`)
  total[ok ? 'passed' : 'failed'] += 1
  if (!ok)
    failures.push(name)
  return ok
}

/** Nobody waits for another: as many at a time as a small machine has cores. */
async function checks<Name extends string>(all: Readonly<Record<Name, readonly [command: string, ...args: string[]]>>): Promise<Record<Name, boolean>> {
  const left = Object.entries(all) as [Name, readonly [string, ...string[]]][]
  const passed = {} as Record<Name, boolean>
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) {
      const [name, [command, ...args]] = one
      passed[name] = await check(name, bin(command), args)
    }
  }
  await Promise.all([next(), next()])
  return passed
}

async function tests(name: string, projects: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const report = join(scratch, `${name}.json`)
  const code = await run(bin('vitest'), ['run', ...projects.flatMap(project => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], env)
  const counted = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number, numFailedTests: number, numPendingTests: number }
    : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
  total.passed += counted.numPassedTests
  // A run that broke outside of any test is a failure too.
  total.failed += counted.numFailedTests === 0 && code !== 0 ? 1 : counted.numFailedTests
  total.skipped += counted.numPendingTests
  if (code !== 0)
    failures.push(name)
}

const { build: built } = await checks({
  'types of core (host-free)': ['tsc', '-p', 'electron/core'],
  'types of server, main, preload and tests': ['tsc', '-p', 'tsconfig.json'],
  'types of the page': ['vue-tsc', '-p', 'renderer'],
  'types of the checks in a browser': ['vue-tsc', '-p', 'test/screens'],
  'lint': ['eslint', '.', '--max-warnings', '0'],
  'import walls': ['depcruise', '--config', '.dependency-cruiser.json', 'electron', 'renderer'],
  'build': ['electron-vite', 'build', '--logLevel', 'warn'],
})
await tests('core and policy', ['core', 'policy'])
await tests('store and transport', ['store', 'transport'])

const browser = await findBrowser(say)
if (!built || !browser) {
  total.failed += 1
  failures.push('screens and journeys')
  say(built
    ? '✗ screens and journeys need a browser: install Chromium, Chrome or Edge (Debian: apt-get install chromium), or run: npx playwright install chromium'
    : '✗ screens and journeys need the build, which failed')
}
else {
  await tests('screens and journeys', ['screens', 'journeys'], { MAJI_BROWSER: browser })
}
if (!electronBinary())
  say('– the journeys in the Electron window, and printing from it, did not run: no Electron binary (node_modules/electron/dist or ELECTRON_OVERRIDE_DIST_PATH) on this machine.')
const printer = virtualPrinter()
if (!printer)
  say('– printing to a virtual printer did not run: no CUPS with a printer that makes files (lpstat -v: cups-pdf) on this machine.')
else if (!printer.usual || !hasXvfb())
  say(`– printing from the page to a virtual printer did not run: ${printer.usual ? 'no Xvfb' : `${printer.name} is not the usual printer`} on this machine.`)

rmSync(scratch, { recursive: true, force: true })
if (failures.length > 0)
  say(`Failed: ${failures.join(', ')}`)
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
