/** The commands as a person types them: `npm start`, `maji serve`, and what they say when they cannot. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'

const root = join(import.meta.dirname, '../..')
const scratch = scratchFolder()
const running: ChildProcess[] = []
afterAll(() => running.forEach(child => child.kill('SIGKILL')))

interface Run {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<number>
  /** The address it prints. */
  readonly url: Promise<string>
}

/** Without a display, so that no window or browser opens. */
function run(script: string, args: readonly string[], language = 'en_US.UTF-8'): Run {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env
  const child = spawn(process.execPath, [
    join(root, 'electron/server', script),
    ...args,
  ], {
    cwd: root,
    env: { ...environment, LC_ALL: language },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let out = ''
  let err = ''
  child.stderr!.on('data', text => err += text)
  const ended = new Promise<number>(resolve => child.once('close', code => resolve(code ?? -1)))
  const url = new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (text) => {
      out += text
      const found = /https?:\/\/\S+/.exec(out)
      if (found)
        resolve(found[0])
    })
    void ended.then(code => reject(new Error(`ended with ${code}: ${err}${out}`)))
  })
  url.catch(() => {})
  return {
    child,
    out: () => out,
    err: () => err,
    ended,
    url,
  }
}

async function ask(url: string, path: string, input?: unknown): Promise<{ status: number, answer: Record<string, unknown> }> {
  const response = await fetch(new URL(`/rpc/${path}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  })
  return { status: response.status, answer: (await response.json() as { json: Record<string, unknown> }).json }
}

describe('npm start -- --browser --sample', () => {
  it('answers with the sample center; a second one on the same folder is refused with a sentence', async () => {
    const data = scratch('started')
    const first = run('start.ts', [
      '--browser',
      '--sample',
      '--data',
      data,
    ])
    const url = await first.url
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    await expect.poll(first.out).toContain('made up')
    const page = await fetch(url)
    expect(await page.text()).toContain('<div id="app"')
    const { answer } = await ask(url, 'setup/status')
    expect(answer).toMatchObject({ state: 'locked', sample: true })
    const [account] = answer.sampleAccounts as { name: string, password: string }[]
    expect((await ask(url, 'staff/signIn', { name: account!.name, password: account!.password })).status).toBe(200)
    // The sample keeps to a folder of its own: the real one is not even made.
    expect(existsSync(data)).toBe(false)

    const second = run('start.ts', [
      '--browser',
      '--sample',
      '--data',
      data,
    ])
    expect(await second.ended).toBe(2)
    expect(second.err()).toBe(`Another Maji is using this folder: ${data}-sample\n`)

    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    await expect.poll(first.out).toContain('Maji has stopped.')

    // Killed or ended, the folder is free for the next.
    const third = run('start.ts', [
      '--browser',
      '--sample',
      '--data',
      data,
    ], 'ko_KR.UTF-8')
    await third.url
    await expect.poll(third.out).toContain('맞이가 열렸습니다')
    third.child.kill('SIGKILL')
    await third.ended
    const fourth = run('start.ts', [
      '--browser',
      '--sample',
      '--data',
      data,
    ])
    await fourth.url
    fourth.child.kill('SIGTERM')
    expect(await fourth.ended).toBe(0)
  })
})

describe('maji serve', () => {
  it('makes its key file at set-up, for its user alone, and opens the store with it at the next start', async () => {
    const data = scratch('office')
    const first = run('cli.ts', ['serve', '--data', data, '--port', '0'])
    const url = await first.url
    const made = await ask(url, 'setup/create', {
      center: { province: '서울특별시', district: '동작구', dong: '표본동' },
      administrator: { name: '표본관리', password: 'correct horse' },
    })
    expect(made.status).toBe(200)
    if (process.platform !== 'win32')
      expect(statSync(join(data, 'office.key')).mode & 0o777).toBe(0o600)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const second = run('cli.ts', ['serve', '--data', data, '--port', '0'])
    expect((await ask(await second.url, 'setup/status')).answer).toMatchObject({
      state: 'open',
      center: { dong: '표본동' },
    })
    second.child.kill('SIGTERM')
    await second.ended

    if (process.platform === 'win32')
      return
    chmodSync(join(data, 'office.key'), 0o644)
    const third = run('cli.ts', ['serve', '--data', data, '--port', '0'])
    expect(await third.ended).toBe(2)
    expect(third.err()).toContain('set it to mode 600')
  })

  it.each([
    [
      'another address without TLS',
      ['serve', '--host', '0.0.0.0'],
      'needs --tls-cert and --tls-key',
    ],
    [
      'an option that does not exist',
      ['serve', '--colour'],
      'There is no such option: --colour',
    ],
    [
      'a port that is none',
      ['serve', '--port', '70000'],
      'A port is a number',
    ],
    [
      'a certificate that is not there',
      [
        'serve',
        '--host',
        '0.0.0.0',
        '--tls-cert',
        '/nowhere',
        '--tls-key',
        '/nowhere',
      ],
      'cannot be read',
    ],
    [
      'a command that does not exist',
      ['dance'],
      'There is no such command: dance',
    ],
  ])('refuses %s with one sentence and exit code 2', async (_, args, sentence) => {
    const { ended, err, out } = run('cli.ts', [
      ...args,
      ...(args[0] === 'serve'
        ? [
            '--data',
            scratch('never'),
          ]
        : []),
    ])
    expect(await ended).toBe(2)
    expect(err()).toContain(sentence)
    expect(err().trim().split('\n')).toHaveLength(1)
    expect(out()).toBe('')
    expect(existsSync(scratch('never'))).toBe(false)
  })

  it('says so when the store is damaged or its keyring is gone', async () => {
    const data = scratch('broken')
    mkdirSync(data)
    writeFileSync(join(data, 'maji.db'), 'no store')
    const missing = run('cli.ts', ['serve', '--data', data, '--port', '0'])
    expect(await missing.ended).toBe(2)
    expect(missing.err()).toContain('no keyring.json')
    writeFileSync(join(data, 'keyring.json'), '{}')
    const damaged = run('cli.ts', ['serve', '--data', data, '--port', '0'])
    expect(await damaged.ended).toBe(2)
    expect(damaged.err()).toContain('keyring cannot be read')
    expect(readdirSync(data)).toContain('maji.db')
  })

  it.each([
    '--help',
    'serve --help',
    'lookup --help',
    'guide --help',
  ])('explains itself: maji %s', async (typed) => {
    const { ended, out, err } = run('cli.ts', typed.split(' '))
    expect(await ended).toBe(0)
    expect(out()).toContain('maji')
    expect(err()).toBe('')
  })
})
