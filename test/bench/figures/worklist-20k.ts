/**
 * The worklist over 20,000 open cases in a file encrypted as in production: every answer that a screen waits for, through
 * the door (permission, the line in the access log, the check of the answer) and not only the query.
 *
 * `value` is the slowest of them; a frame has 16.7 ms. Peer: the way it was done before, reading every open case with
 * its names and sorting, filtering and counting in JavaScript.
 */
import type { Figure } from '../run.ts'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { readCases } from '#core/cases/read-case'
import { WorklistFilter } from '#core/worklist/model'
import { openStore } from '#server/open-store'
import { madeUpCases } from '../../support/made-up-cases.ts'
import { openCounter } from '../../support/open-counter.ts'
import { medianMs, rounded } from '../median.ts'

const count = 20_000
const runs = 21

export async function measure(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'maji-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const opened = await openStore({ kind: 'file', path: join(folder, 'store.db'), key: randomBytes(32), create: true })
  if (opened.outcome !== 'open')
    throw new Error(`The store is ${opened.outcome}.`)
  const counter = await openCounter({ db: opened.db, moment: '2026-11-23T10:00' })
  await madeUpCases(counter, count)
  const { worklist } = counter.as('lead')
  const asked = (filter: Partial<WorklistFilter> = {}, order: 'due' | 'urgency' | 'area' = 'due') => ({ scope: 'all' as const, filter: WorklistFilter.parse(filter), order })
  const { ids } = await worklist.order(asked())
  const all = ids.match(/.{36}/g)!
  if (all.length !== count)
    throw new Error(`${all.length} of ${count} cases are listed.`)

  let from = 0
  const steps = {
    'first rows': () => worklist.list(asked()),
    'counts': () => worklist.heads({ scope: 'all' }),
    'order of all': () => worklist.order(asked()),
    'a window of 100 rows': () => worklist.rows({ caseIds: all.slice(from = (from + 7919) % (count - 100), from + 100) as never[] }),
    'by area': () => worklist.list(asked({}, 'area')),
    'filter late': () => worklist.list(asked({ due: 'late' })),
    'filter urgency, stage, need': () => worklist.list(asked({ urgency: ['crisis'], stage: ['survey', 'plan'], needs: ['health'] }, 'urgency')),
    'search by name': () => worklist.list(asked({ text: '서준' })),
    'search by initials': () => worklist.list(asked({ text: 'ㄱㅅㅈ' })),
    'search in the wrong keyboard mode': () => worklist.list(asked({ text: 'rlatjwns' })),
  }
  const times = new Map<string, number>()
  for (const [name, step] of Object.entries(steps)) {
    await step()
    times.set(name, await medianMs(runs, step))
  }
  const naive = await medianMs(3, async () => {
    const found = await readCases(counter.db, { includeClosed: false })
    const late = found.filter(({ dueOn }) => dueOn !== null && dueOn < '2026-11-23')
    return [found.toSorted((one, other) => (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9')), late.length]
  })
  await counter.close()
  const [slowest] = [...times.values()].sort((one, other) => other - one)
  return {
    name: 'worklist-20k',
    value: rounded(slowest!),
    unit: `ms, the slowest of ${[...times].map(([name, ms]) => `${name} ${rounded(ms, 2)}`).join(', ')} (${count} open cases, encrypted file)`,
    peer: `reading all cases and sorting in JavaScript (${rounded(naive)} ms)`,
    ratio: rounded(naive / (times.get('first rows')! + times.get('counts')!)),
  }
}
