/**
 * A sample center whose booklet has exactly so many services: a copy of Maji whose catalogue has services of the shipped one
 * a second and third time under other names. Everything else is as shipped, and nothing is written into the checkout.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { parse, stringify } from 'yaml'

interface Entry { readonly id: string, readonly name: { readonly ko: string, readonly en: string }, readonly level: string, readonly until?: string, readonly from?: string, readonly discreet?: boolean }

const root = join(import.meta.dirname, '../..')

/** @returns where its command line and its data are */
export function copyOfMaji(more: number): { readonly cli: string, readonly data: string } {
  const folder = mkdtempSync(join(tmpdir(), 'maji-booklet-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['electron', 'resources', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  addServices(join(folder, 'resources', 'policy', 'services'), more)
  // Nobody opens its page, so none is built.
  for (const built of ['main/index.js', 'preload/index.cjs', 'renderer/index.html']) {
    mkdirSync(dirname(join(folder, 'out', built)), { recursive: true })
    writeFileSync(join(folder, 'out', built), '')
  }
  return { cli: join(folder, 'electron', 'server', 'cli.ts'), data: join(folder, 'data') }
}

/** Again those that are for the whole country, in force without end and not offered in person only. */
function addServices(folder: string, more: number): void {
  const entries = readdirSync(folder).filter(name => name.endsWith('.yaml')).map(name => parse(readFileSync(join(folder, name), 'utf8')) as Entry)
  const usual = entries.filter(({ level, until, from, discreet }) => level === 'central' && !until && !from && !discreet)
  for (let at = 0; at < more; at++) {
    const entry = usual[at % usual.length]!
    const time = Math.floor(at / usual.length) + 2
    const id = `${entry.id}-again-${time}`
    writeFileSync(join(folder, `${id}.yaml`), stringify({ ...entry, id, name: { ko: `${entry.name.ko} ${time}`, en: `${entry.name.en} ${time}` } }))
  }
}
