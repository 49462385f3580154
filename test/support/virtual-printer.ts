/**
 * A printer that makes files: CUPS with the device `cups-pdf:` or `file:`, where the machine has one. Nothing is set up
 * here and no other printer is ever used.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'

export interface VirtualPrinter {
  readonly name: string
  /** Prints and waits for what comes out. */
  readonly print: (pdf: Uint8Array, title: string) => Promise<Uint8Array>
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
    print: async (pdf, title) => {
      const before = new Map(made().map(path => [path, statSync(path).mtimeMs]))
      await new Promise<void>((resolve, reject) => {
        const lp = spawn('lp', ['-d', name, '-t', title, '-o', 'media=A4', '-'], { stdio: ['pipe', 'ignore', 'inherit'] })
        lp.once('error', reject)
        lp.once('close', code => code === 0 ? resolve() : reject(new Error(`lp ended with ${code}`)))
        lp.stdin.end(pdf)
      })
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
