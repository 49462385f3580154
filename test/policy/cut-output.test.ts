/** Whoever reads the command line's output may stop early, as `head` does. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { scratchFolder } from '../support/scratch'

const at = scratchFolder()

it('ends quietly when nobody reads on', async () => {
  const file = at('family.json')
  writeFileSync(file, JSON.stringify({ residence: { province: '서울특별시', district: '동작구' }, members: [{ id: 'a', relation: 'head', birth: '1944-03-02', livingTogether: true }] }))
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../electron/server/cli.ts'), 'lookup', file, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  child.stderr.on('data', chunk => (told += String(chunk)))
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'close') as [number]
  expect(told).toBe('')
  expect(code).toBe(0)
})
