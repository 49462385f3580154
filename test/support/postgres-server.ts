/** Debian's PostgreSQL, where it is installed: a server in a folder of its own, sorting as a Korean office's would. */
import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Client } from 'pg'

const versions = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql').sort()
  : []
/** The folder of its programs, if there is one. */
export const postgresPrograms: string | undefined = versions
  .map(version => `/usr/lib/postgresql/${version}/bin`)
  .findLast(folder => existsSync(join(folder, 'initdb')))

export interface PostgresServer { readonly url: string, readonly stop: () => Promise<void> }

/** PostgreSQL refuses to run as root: then it runs as its own user. */
function owner(): { uid?: number, gid?: number } {
  if (process.getuid?.() !== 0)
    return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return {
    uid: id('-u'),
    gid: id('-g'),
  }
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'maji-postgres-'))
  const user = owner()
  if (user.uid !== undefined && user.gid !== undefined)
    chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(join(programs, 'initdb'), [
    '-D',
    data,
    '-U',
    'maji',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=icu',
    '--icu-locale=ko-KR',
    '--no-sync',
  ], { ...user, cwd: folder, stdio: 'ignore' })
  const port = await freePort()
  const child = spawn(join(programs, 'postgres'), [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    folder,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'fsync=off',
  ], { ...user, cwd: folder, stdio: 'ignore' })
  const url = `postgres://maji@127.0.0.1:${port}/postgres`
  await untilAnswering(url, child)
  return {
    url,
    stop: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => resolve(typeof at === 'object' && at
        ? at.port
        : 0))
    })
  })
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null)
      throw new Error('PostgreSQL ended before it answered.')
    const client = new Client({ connectionString: url })
    const answers = await client.connect().then(() => true, () => false)
    await client.end().catch(() => {})
    if (answers)
      return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('PostgreSQL did not answer within half a minute.')
}
