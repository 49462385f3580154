/** Opening the encrypted file: with the right key, with a wrong one, damaged, from a newer version, before an upgrade. */
import type { Kysely } from 'kysely'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { migrations } from '#core/store/migrations/index'
import { openStore } from '#server/open-store'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
let count = 0

async function newStore() {
  const folder = scratch(String(count++))
  mkdirSync(folder)
  const path = join(folder, 'maji.db')
  const key = randomBytes(32)
  const opened = await openStore({
    kind: 'file',
    path,
    key,
    create: true,
  })
  if (opened.outcome !== 'open')
    throw new Error('not open')
  return { folder, path, key, db: opened.db }
}

const holiday = { date: '2026-12-24', name: '표본의 날 비밀이름', basis: '표본' }

/** What a later version of Maji might add. */
const withLater = {
  ...migrations,
  '9999-add-a-table': {
    up: async (db: Kysely<unknown>) => db.schema.createTable('later').addColumn('id', 'text').execute(),
  },
}

describe('opening the store', () => {
  it('waits for the disk at each commit, spills nothing in plain and checks references', async () => {
    const { db } = await newStore()
    const read = async (name: string) => Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)).rows[0]!)[0]
    expect(await read('journal_mode')).toBe('wal')
    expect(await read('synchronous')).toBe(2) // FULL
    expect(await read('temp_store')).toBe(2) // MEMORY
    expect(await read('foreign_keys')).toBe(1)
    expect(await read('cipher')).toBe('sqlcipher')
    await db.destroy()
  })

  it('leaves no name readable in any file beside it', async () => {
    const { db, folder } = await newStore()
    await db.insertInto('added_holiday').values(holiday).execute()
    const files = readdirSync(folder)
    expect(files).toEqual(expect.arrayContaining(['maji.db', 'maji.db-wal', 'maji.db-shm']))
    for (const file of files) {
      const bytes = readFileSync(join(folder, file))
      expect(bytes.includes(Buffer.from('비밀이름')), file).toBe(false)
      expect(bytes.includes(Buffer.from('added_holiday')), file).toBe(false)
      expect(bytes.includes(Buffer.from('SQLite format 3')), file).toBe(false)
    }
    await db.destroy()
  })

  it('opens nothing with a wrong key, and leaves the file as it was', async () => {
    const { db, path, key } = await newStore()
    await db.insertInto('added_holiday').values(holiday).execute()
    await db.destroy()
    const before = readFileSync(path)
    expect(await openStore({
      kind: 'file',
      path,
      key: randomBytes(32),
    })).toEqual({ outcome: 'damaged' })
    expect(readFileSync(path).equals(before)).toBe(true)
    const again = await openStore({ kind: 'file', path, key })
    expect(again.outcome).toBe('open')
  })

  it('takes no empty file for a store that is missing', async () => {
    const path = scratch('nowhere.db')
    expect(await openStore({
      kind: 'file',
      path,
      key: randomBytes(32),
    })).toEqual({ outcome: 'damaged' })
    expect(existsSync(path)).toBe(false)
  })

  it.each([
    ['its first page', 100],
    ['a page in the middle', 9000],
    ['its end', -3000],
  ])('says that it is damaged when %s was changed', async (_, at) => {
    const { db, path, key } = await newStore()
    await db.destroy()
    const bytes = readFileSync(path)
    const place = at < 0
      ? bytes.length + at
      : at
    bytes[place] = bytes[place]! ^ 0xFF
    writeFileSync(path, bytes)
    expect(await openStore({ kind: 'file', path, key })).toEqual({ outcome: 'damaged' })
  })

  it('says that it is damaged when it is something else altogether', async () => {
    const path = scratch('letter.db')
    writeFileSync(path, '표본 편지'.repeat(1000))
    expect(await openStore({
      kind: 'file',
      path,
      key: randomBytes(32),
    })).toEqual({ outcome: 'damaged' })
  })

  it('refuses a store from a newer Maji and changes nothing in it', async () => {
    const { db, path, key } = await newStore()
    await db.destroy()
    const newer = await openStore({
      kind: 'file',
      path,
      key,
      backup: scratch('unused.db'),
    }, withLater)
    if (newer.outcome !== 'open')
      throw new Error('not open')
    await newer.db.destroy()
    const before = readFileSync(path)
    expect(await openStore({ kind: 'file', path, key })).toEqual({ outcome: 'newer-version' })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('takes an encrypted copy before an upgrade', async () => {
    const { db, path, key, folder } = await newStore()
    await db.insertInto('added_holiday').values(holiday).execute()
    await db.destroy()
    const backup = join(folder, 'copy.db')
    const opened = await openStore({ kind: 'file', path, key, backup }, withLater)
    expect(opened).toMatchObject({ outcome: 'open', backup })
    expect(readFileSync(backup).includes(Buffer.from('비밀이름'))).toBe(false)
    expect(await openStore({
      kind: 'file',
      path: backup,
      key: randomBytes(32),
    })).toEqual({ outcome: 'damaged' })
    const copy = await openStore({ kind: 'file', path: backup, key })
    if (copy.outcome !== 'open')
      throw new Error('the copy does not open')
    expect(await copy.db.selectFrom('added_holiday').selectAll().execute()).toEqual([holiday])
  })

  it('takes no copy when nothing is to be upgraded', async () => {
    const { db, path, key } = await newStore()
    await db.destroy()
    expect(await openStore({ kind: 'file', path, key })).toMatchObject({ outcome: 'open', backup: undefined })
  })
})
