/** A disk that is full or may not be written: a refusal with a sentence, and everything acknowledged still there. */
import type { TestServer } from '../support/open-test-server.ts'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { explainTrouble } from '#server/explain-trouble'
import { openOffice } from '#server/open-office'
import { ClearStop } from '#server/words'
import { openTestServer } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
const mounts: string[] = []
afterAll(() => mounts.forEach(at => spawnSync('umount', ['-l', at])))

/** A disk of a few megabytes in memory, a little more than the first release of the catalogue takes; only root may make one. */
function smallDisk(name: string, size = '4m'): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return undefined
  const at = scratch(name)
  mkdirSync(at)
  if (spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${size},mode=0700`,
    'tmpfs',
    at,
  ]).status !== 0) {
    return undefined
  }
  mounts.push(at)
  return at
}

const disk = smallDisk('small', '24m')
if (!disk)
  console.warn('A small disk in memory cannot be made here (it needs root on Linux): the tests of a full disk did not run.')

/** Takes whatever room is left. */
function fill(at: string): void {
  for (let size = 1024 * 1024; size >= 4096; size /= 2) {
    for (let place = 0; ; place++) {
      try {
        writeFileSync(`${at}/filler-${size}-${place}`, Buffer.alloc(size))
      }
      catch {
        break
      }
    }
  }
}

describe.runIf(disk)('a full disk', () => {
  let server: TestServer
  afterAll(() => server.close())

  it('refuses to save, says so, keeps what was acknowledged and goes on once there is room', async () => {
    server = await openTestServer({ folder: `${disk}/office` })
    const clerk = await server.signedIn('clerk')
    const kept = await clerk.intake.open({ event: 'birth', channel: 'counter' })
    fill(disk!)
    const codes = new Set<string>()
    const acknowledged: string[] = [kept.visit.id]
    // What the write-ahead log holds already is room too: it takes some visits until there is none.
    for (let tries = 0, refused = 0; tries < 4000 && refused < 20; tries++, refused += codes.size) {
      await clerk.intake.open({ event: 'death', channel: 'counter' }).then(
        ({ visit }) => acknowledged.push(visit.id),
        (error: { code: string }) => codes.add(error.code),
      )
    }
    expect([...codes]).toEqual(['STORE_FULL'])

    execFileSync('sh', ['-c', `rm -f ${disk}/filler-*`])
    acknowledged.push((await clerk.intake.open({ event: 'move-in', channel: 'counter' })).visit.id)
    await server.restart()
    const again = await server.signedIn('clerk')
    const { today } = await again.intake.home()
    expect(today.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
    expect(today).toHaveLength(acknowledged.length)
    expect(await (await server.signedIn('admin')).audit.verify()).toMatchObject({ intact: true })
  })

  it('leaves the old keyring whole when a new one cannot be written', async () => {
    const admin = await server.signedIn('admin')
    fill(disk!)
    const before = statSync(`${disk}/office/keyring.json`).size
    const clerk = (await admin.staff.list()).find(({ roles }) => roles.includes('clerk'))!
    await expect(admin.staff.setPassword({ staffId: clerk.id, newPassword: 'another horse' })).rejects.toMatchObject({ code: 'STORE_FULL' })
    expect(statSync(`${disk}/office/keyring.json`).size).toBe(before)
    expect(readdirSync(`${disk}/office`)).not.toContain('keyring.json.new')
    execFileSync('sh', ['-c', `rm -f ${disk}/filler-*`])
    expect((await server.signedIn('clerk').then(client => client.staff.current()))?.staff.roles).toEqual(['clerk'])
  })
})

describe('a folder that may not be written', () => {
  it('is refused with a sentence that names it', () => {
    const folder = readOnlyFolder()
    let trouble: unknown
    try {
      openOffice({ folder })
    }
    catch (error) {
      trouble = explainTrouble(error, folder)
    }
    expect(trouble).toBeInstanceOf(ClearStop)
    expect((trouble as Error).message).toContain(folder)
  })
})

/** Root may write everywhere but on a disk that is mounted read-only, and beneath a file. */
function readOnlyFolder(): string {
  const at = scratch('read-only')
  const mounted = smallDisk('read-only')
  if (mounted) {
    execFileSync('mount', ['-o', 'remount,ro', mounted])
    return mounted
  }
  mkdirSync(at, { recursive: true })
  chmodSync(at, 0o500)
  if (process.getuid?.() !== 0)
    return at
  writeFileSync(scratch('a-file'), '')
  return scratch('a-file', 'office')
}

describe('a disk that turns read-only while Maji runs', () => {
  it.runIf(disk)('refuses to save and says so', async () => {
    const at = smallDisk('turns', '16m')!
    const server = await openTestServer({ folder: `${at}/office` })
    const clerk = await server.signedIn('clerk')
    await clerk.intake.open({ event: 'birth', channel: 'counter' })
    // A disk with open files lets itself be made read-only only by force: the store's own way of saying so is the same.
    const turned = spawnSync('mount', ['-o', 'remount,ro', at]).status === 0
    if (turned)
      await expect(clerk.intake.open({ event: 'death', channel: 'counter' })).rejects.toMatchObject({ code: 'STORE_NOT_WRITABLE' })
    if (turned)
      execFileSync('mount', ['-o', 'remount,rw', at])
    expect((await clerk.intake.home()).today.length).toBeGreaterThanOrEqual(1)
    await server.close()
  })
})
