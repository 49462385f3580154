/**
 * A printer that makes files: CUPS with the device `cups-pdf:` or `file:`, where the machine has one. Nothing is set up
 * here and no other printer is ever used.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

export interface VirtualPrinter {
  readonly name: string
  /** Whether a program that asks for no printer prints here. */
  readonly usual: boolean
  /** What comes out of it because of `work`. */
  readonly comesOut: (work: () => Promise<unknown>) => Promise<Uint8Array>
}

const said = (command: string, args: readonly string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LC_ALL: 'C' } })
  }
  catch {
    return ''
  }
}

const isDevice = (path: string): boolean => !existsSync(path) || !statSync(path).isFile()

/** Where cups-pdf puts what came out, for this user and for those it does not know. */
function foldersOfCupsPdf(): string[] {
  const settings = ['/etc/cups/cups-pdf.conf', '/private/etc/cups/cups-pdf.conf'].find(existsSync)
  const lines = settings ? readFileSync(settings, 'utf8').split('\n') : []
  const valueOf = (key: string, usual: string): string => /\s(.*)/.exec(lines.find(line => line.startsWith(`${key} `)) ?? '')?.[1]?.trim() ?? usual
  return [valueOf('Out', `/var/spool/cups-pdf/${'${'}USER}`), valueOf('AnonDirName', '/var/spool/cups-pdf/ANONYMOUS')]
    .map(folder => folder.replace(/\$\{?HOME\}?/, homedir()).replace(/\$\{?USER\}?/, userInfo().username))
}

export function virtualPrinter(): VirtualPrinter | undefined {
  const found = said('lpstat', ['-v']).split('\n').map(line => /^device for ([^:]+): (cups-pdf:|file:)(.*)$/.exec(line)).find(match => match !== null)
  if (!found)
    return undefined
  const [, name = '', scheme, rest = ''] = found
  const file = scheme === 'file:' ? rest.replace(/^\/\//, '') : undefined
  if (file !== undefined && isDevice(file))
    return undefined
  const folders = foldersOfCupsPdf()
  const made = (): string[] => file === undefined
    ? folders.filter(existsSync).flatMap(folder => readdirSync(folder).map(each => join(folder, each)))
    : [file]

  return {
    name,
    usual: said('lpstat', ['-d']).trim().endsWith(`: ${name}`),
    comesOut: async (work) => {
      const before = new Map(made().map(path => [path, statSync(path).mtimeMs]))
      await work()
      for (let tries = 0; tries < 240; tries++) {
        const fresh = made().find(path => before.get(path) !== statSync(path).mtimeMs)
        // Whole once the queue is empty again.
        if (fresh && said('lpstat', ['-o', name]).trim() === '')
          return readFileSync(fresh)
        await new Promise(resolve => setTimeout(resolve, 250))
      }
      throw new Error(`nothing came out of the printer ${name}`)
    },
  }
}

/** Hands a PDF to CUPS as any program does. */
export function sendTo({ name }: VirtualPrinter, pdf: Uint8Array, title: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const lp = spawn('lp', ['-d', name, '-t', title, '-o', 'media=A4', '-'], { stdio: ['pipe', 'ignore', 'inherit'] })
    lp.once('error', reject)
    lp.once('close', code => code === 0 ? resolve() : reject(new Error(`lp ended with ${code}`)))
    lp.stdin.end(pdf)
  })
}

/** A display that nobody looks at: a headless browser has no print preview, and without it does not print by itself. */
export const hasXvfb = (): boolean => process.platform === 'linux' && said('which', ['Xvfb']) !== ''

/** @returns its name, such as `:99`, and how to end it */
export function openDisplay(): Promise<{ readonly display: string, readonly close: () => void }> {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  return new Promise((resolve, reject) => {
    xvfb.once('error', reject)
    xvfb.stdio[3]!.once('data', (number: unknown) => resolve({ display: `:${String(number).trim()}`, close: () => void xvfb.kill() }))
  })
}
