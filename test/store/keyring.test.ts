/** Passwords, the slow-down, the lock, the paper key: against a real folder, with a cheaper key derivation. */
import type { Office } from '#server/open-office'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { StaffId } from '#core/kernel/ids'
import { readKeyring } from '#server/keyring/keyring-file'
import { makeRecoveryKey, readRecoveryKey } from '#server/keyring/recovery-key'
import { openOffice } from '#server/open-office'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
const staffId = StaffId.parse('01900000-0000-7000-8000-000000000001')
const name = '표본관리'
const password = 'correct horse'
let count = 0

async function newOffice() {
  const folder = scratch(String(count++))
  let now = Date.parse('2026-11-23T01:00:00Z')
  const open = (): Office => openOffice({
    folder,
    cost: { memory: 64, passes: 1 },
    now: () => now,
  })
  let office = open()
  const { recoveryKey, keep } = await office.accounts.create({ staffId, name, password })
  keep?.()
  return {
    folder,
    recoveryKey,
    try: (secret: string, who = name) => office.accounts.tryPassword(who, secret),
    office: () => office,
    restart: async () => {
      await office.close()
      office = open()
    },
    wait: (seconds: number) => { now += seconds * 1000 },
  }
}

describe('the keyring', () => {
  it('holds no name and no password in the clear, readable by its user alone', async () => {
    const { folder, office } = await newOffice()
    const text = readFileSync(`${folder}/keyring.json`, 'utf8')
    expect(text).not.toContain(name)
    expect(text).not.toContain(password)
    if (process.platform !== 'win32')
      expect(statSync(`${folder}/keyring.json`).mode & 0o777).toBe(0o600)
    await office().close()
  })

  it('is not there before the set-up is kept, and a set-up that broke off is begun anew', async () => {
    const folder = scratch(String(count++))
    const first = openOffice({
      folder,
      cost: { memory: 64, passes: 1 },
    })
    await first.accounts.create({ staffId, name, password })
    expect(first.accounts.state()).toBe('fresh')
    await first.close()
    const second = openOffice({
      folder,
      cost: { memory: 64, passes: 1 },
    })
    expect(second.accounts.state()).toBe('fresh')
    const { keep } = await second.accounts.create({ staffId, name, password })
    keep?.()
    expect(second.accounts.state()).toBe('open')
    await second.close()
  })

  it('stays closed after a start until the right password opens it', async () => {
    const at = await newOffice()
    await at.restart()
    expect(at.office().accounts.state()).toBe('locked')
    expect(await at.try('wrong horse!')).toMatchObject({ outcome: 'wrong', triesLeft: 9, waitSeconds: 0 })
    expect(at.office().store()).toBeUndefined()
    expect(await at.try(password)).toMatchObject({ outcome: 'right', opening: 'open', staffId })
    expect(at.office().store()).toBeDefined()
    await at.office().close()
  })

  it('is told from a damaged store: the password is right, the file is not', async () => {
    const at = await newOffice()
    await at.office().close()
    writeFileSync(`${at.folder}/maji.db`, 'nothing of a store')
    const office = openOffice({
      folder: at.folder,
      cost: { memory: 64, passes: 1 },
    })
    expect(await office.accounts.tryPassword(name, password)).toMatchObject({ outcome: 'right', opening: 'damaged' })
    await office.close()
  })

  it('refuses to begin anew where a store lies without its keyring', async () => {
    const at = await newOffice()
    await at.office().close()
    writeFileSync(`${at.folder}/keyring.json`, 'not a keyring')
    expect(() => openOffice({ folder: at.folder })).toThrow(expect.objectContaining({ name: 'KeyringDamaged' }))
    rmSync(`${at.folder}/keyring.json`)
    expect(() => openOffice({ folder: at.folder })).toThrow(expect.objectContaining({ name: 'KeyringMissing' }))
  })

  it('belongs to one process: a second is refused, and let in when the first has ended', async () => {
    const at = await newOffice()
    expect(() => openOffice({ folder: at.folder })).toThrow(expect.objectContaining({ name: 'FolderInUse' }))
    await at.restart()
    await at.office().close()
  })
})

describe('wrong passwords', () => {
  it('slow the next try down from the third on and lock at the tenth, also after a restart', async () => {
    const at = await newOffice()
    const waits: number[] = []
    for (let tries = 1; tries <= 9; tries++) {
      const answer = await at.try('wrong horse!')
      if (answer.outcome !== 'wrong')
        throw new Error(`try ${tries}: ${answer.outcome}`)
      expect(answer.triesLeft).toBe(10 - tries)
      waits.push(answer.waitSeconds)
      if (answer.waitSeconds > 0) {
        expect(await at.try(password)).toMatchObject({ outcome: 'wait' })
        if (tries === 5)
          await at.restart()
        expect(await at.try(password)).toMatchObject({ outcome: 'wait' })
        at.wait(answer.waitSeconds)
      }
    }
    expect(waits).toEqual([0, 0, 8, 16, 32, 64, 128, 256, 300])
    expect(await at.try('wrong horse!')).toEqual({ outcome: 'locked' })
    at.wait(100_000)
    await at.restart()
    expect(await at.try(password)).toEqual({ outcome: 'locked' })
    await at.office().close()
  })

  it('count no more once the right one came', async () => {
    const at = await newOffice()
    await at.try('wrong horse!')
    await at.try('wrong horse!')
    await at.try(password)
    expect(await at.try('wrong horse!')).toMatchObject({ triesLeft: 9, waitSeconds: 0 })
    await at.office().close()
  })

  it('are answered alike for a name that does not exist', async () => {
    const at = await newOffice()
    const answersFor = async (who: string) => {
      const answers = []
      for (let tries = 0; tries < 4; tries++)
        answers.push(await at.try('wrong horse!', who))
      return answers
    }
    expect(await answersFor('없는사람')).toEqual(await answersFor(name))
    await at.office().close()
  })

  it('cannot be tried side by side to get round the slow-down', async () => {
    const at = await newOffice()
    const answers = await Promise.all(Array.from({ length: 12 }, () => at.try('wrong horse!')))
    expect(answers.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(3)
    expect(answers.filter(({ outcome }) => outcome === 'wait')).toHaveLength(9)
    await at.office().close()
  })

  it('are forgotten when an administrator gives a new one to an account that was locked', async () => {
    const at = await newOffice()
    for (let tries = 0; tries < 10; tries++) {
      await at.try('wrong horse!')
      at.wait(300)
    }
    expect(await at.try(password)).toEqual({ outcome: 'locked' })
    const prepared = await at.office().accounts.prepare({ staffId, name, password: 'a new password' })
    expect(await at.try('a new password')).toEqual({ outcome: 'locked' }) // nothing is written yet
    prepared.keep()
    expect(await at.try('a new password')).toMatchObject({ outcome: 'right' })
    expect(await at.try(password)).toMatchObject({ outcome: 'wrong' })
    await at.office().close()
  })
})

describe('the paper key', () => {
  it('opens the store, however it is typed', async () => {
    const at = await newOffice()
    expect(at.recoveryKey).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    await at.restart()
    const typed = ` ${at.recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(await at.office().accounts.tryRecoveryKey(typed)).toEqual({ outcome: 'right', opening: 'open' })
    await at.office().close()
  })

  it('tells a mistyped character without counting it as a try', async () => {
    const at = await newOffice()
    for (let tries = 0; tries < 5; tries++)
      expect(await at.office().accounts.tryRecoveryKey(changedAt(at.recoveryKey, 7))).toEqual({ outcome: 'wrong', waitSeconds: 0 })
    await at.office().close()
  })

  it('slows down after wrong keys but is never locked', async () => {
    const at = await newOffice()
    const waits: number[] = []
    for (let tries = 0; tries < 12; tries++) {
      const answer = await at.office().accounts.tryRecoveryKey(makeRecoveryKey())
      if (answer.outcome === 'right')
        throw new Error('a random key opened it')
      waits.push(answer.waitSeconds)
      at.wait(answer.waitSeconds)
    }
    expect(waits).toEqual([
      0,
      0,
      8,
      16,
      32,
      64,
      128,
      256,
      300,
      300,
      300,
      300,
    ])
    expect(await at.office().accounts.tryRecoveryKey(at.recoveryKey)).toMatchObject({ outcome: 'right' })
    await at.office().close()
  })

  it('has a check character that tells any one wrong character and any two neighbours swapped', () => {
    for (let keys = 0; keys < 20; keys++) {
      const key = makeRecoveryKey().replaceAll('-', '')
      expect(readRecoveryKey(key)).toBe(key)
      for (let at = 0; at < key.length; at++) {
        expect(readRecoveryKey(changedAt(key, at))).toBeUndefined()
        const swapped = key.slice(0, at) + (key[at + 1] ?? '') + key[at] + key.slice(at + 2)
        if (at + 1 < key.length && key[at] !== key[at + 1])
          expect(readRecoveryKey(swapped)).toBeUndefined()
      }
    }
  })
})

function changedAt(key: string, at: number): string {
  return `${key.slice(0, at)}${key[at] === 'A'
    ? 'B'
    : 'A'}${key.slice(at + 1)}`
}

it('a keyring read back is the one that was written', async () => {
  const at = await newOffice()
  expect(readKeyring(`${at.folder}/keyring.json`)?.accounts).toHaveLength(1)
  await at.office().close()
})
