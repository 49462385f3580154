/** The power goes in the middle of a save, two hundred times in a row: what was acknowledged is there afterwards. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { spawn } from 'node:child_process'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { checkChain } from '#core/audit/verify-chain'
import { defaultSettings } from '#core/center/read-settings'
import { sha256 } from '#server/make-ids'
import { openStore } from '#server/open-store'
import { scratchFolder } from '../support/scratch.ts'

const root = join(import.meta.dirname, '../..')
const scratch = scratchFolder()
const path = scratch('maji.db')
const key = randomBytes(32)
const staffId = `01900000-0000-7000-8000-${randomUUID().slice(-12)}`
const times = 200

/** Beside the project's packages, so that the ones with binaries are found. */
const outDir = join(root, 'node_modules', '.cache', 'maji', `saving-counter-${process.pid}`)
afterAll(() => rmSync(outDir, { recursive: true, force: true }))

/** One file starts several times faster than its hundreds of modules. */
async function bundleCounter(): Promise<string> {
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: {
      noExternal: true,
      external: ['better-sqlite3', 'pg', '@node-rs/argon2'],
    },
    build: {
      ssr: join(root, 'test/support/saving-counter.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node22',
    },
  })
  return join(outDir, 'saving-counter.js')
}

async function openNow() {
  const opened = await openStore({ kind: 'file', path, key })
  if (opened.outcome !== 'open')
    throw new Error(`after a kill the store is ${opened.outcome}`)
  return opened.db
}

async function makeCenter(): Promise<void> {
  const opened = await openStore({
    kind: 'file',
    path,
    key,
    create: true,
  })
  if (opened.outcome !== 'open')
    throw new Error('not made')
  await opened.db.insertInto('center').values({
    id: 1,
    province: '서울특별시',
    district: '동작구',
    dong: '표본동',
    sample: 0,
    settings: JSON.stringify(defaultSettings),
    version: 1,
  }).execute()
  await opened.db.insertInto('staff').values({
    id: staffId,
    name: '표본창구',
    roles: '["clerk"]',
    areas: '[]',
    phone: null,
    active: 1,
    absent_from: null,
    absent_until: null,
    version: 1,
  }).execute()
  await opened.db.destroy()
}

interface Saving { readonly child: ChildProcessWithoutNullStreams, readonly warm: Promise<void>, readonly said: () => string, readonly acknowledged: () => Promise<void> }

function startCounter(file: string): Saving {
  const child = spawn(process.execPath, [
    file,
    path,
    key.toString('hex'),
    staffId,
  ], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  let listeners: (() => void)[] = []
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
    listeners.forEach(listener => listener())
  })
  child.stderr.resume()
  const until = (claim: () => boolean): Promise<void> => new Promise((resolve, reject) => {
    const look = () => {
      if (claim())
        resolve()
    }
    listeners = [...listeners, look]
    child.once('exit', () => reject(new Error(`the counter ended by itself: ${said.slice(0, 500)}`)))
    look()
  })
  return {
    child,
    warm: until(() => said.includes('warm')),
    said: () => said,
    acknowledged: () => until(() => said.includes('opened')),
  }
}

describe('a counter killed in the middle of saving', () => {
  it(`keeps every acknowledged step, ${times} times in a row`, async () => {
    const file = await bundleCounter()
    await makeCenter()
    const opened = new Set<string>()
    const called = new Set<string>()
    let next = startCounter(file)
    for (let time = 0; time < times; time++) {
      const saving = next
      // The next one gets ready meanwhile.
      next = time + 1 < times
        ? startCounter(file)
        : saving
      await saving.warm
      saving.child.stdin.write('go\n')
      await saving.acknowledged()
      await new Promise(resolve => setTimeout(resolve, randomInt(40)))
      const ended = once(saving.child, 'close')
      saving.child.kill('SIGKILL')
      await ended

      const now = {
        opened: idsAfter('opened', saving.said()),
        called: idsAfter('call-me', saving.said()),
      }
      now.opened.forEach(id => opened.add(id))
      now.called.forEach(id => called.add(id))
      const db = await openNow()
      const visits = await db.selectFrom('visit').leftJoin('callback', 'callback.visit_id', 'visit.id').select(['visit.id', 'answer', 'callback.name']).where('visit.id', 'in', [...now.opened]).execute()
      expect(new Set(visits.map(({ id }) => id))).toEqual(now.opened)
      for (const { id, answer, name } of visits) {
        if (now.called.has(id))
          expect({ answer, name }).toEqual({ answer: 'call-me', name: `표본 ${id}` })
      }
      if (time % 40 === 39)
        expect(await checkChain(db, sha256)).toMatchObject({ intact: true })
      await db.destroy()
    }
    const db = await openNow()
    const everybody = await db.selectFrom('visit').select(['id', 'answer']).execute()
    const answers = new Map(everybody.map(({ id, answer }) => [id, answer]))
    expect([...opened].filter(id => !answers.has(id))).toEqual([])
    expect([...called].filter(id => answers.get(id) !== 'call-me')).toEqual([])
    expect(opened.size).toBeGreaterThanOrEqual(times)
    expect(await checkChain(db, sha256)).toMatchObject({ intact: true, brokenAt: null })
    await db.destroy()
  })
})

/** Only whole lines count: what was cut off was not told. */
function idsAfter(word: string, said: string): Set<string> {
  return new Set([
    ...said.matchAll(new RegExp(`^${word} ([\\da-f-]{36})\\n`, 'gm')),
  ].map(([, id]) => id!))
}
