import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Timeline } from '#core/eligibility/timeline/timeline'
import { Lookup } from '#core/eligibility/verdict'
import { runLookup } from '#server/commands/lookup'
import { fixtureFolder } from '../support/engine'

const folder = mkdtempSync(join(tmpdir(), 'timeline-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: readonly string[]) {
  const out: string[] = []
  const code = await runLookup(args, { out: line => out.push(line), err: line => out.push(line) })
  return { code, out: out.join('\n') }
}

const file = join(folder, 'household.json')
writeFileSync(file, JSON.stringify({
  residence: { province: '서울특별시', district: '동작구' },
  members: [
    { id: 'kim', relation: 'head', birth: '1962-03-02', livingTogether: true, facts: { 'recognised-income': 2_000_000, 'civil-service-pension': false, 'marital-status': 'widowed' } },
    { id: 'lee', relation: 'grandchild', birth: '2025-08-31', livingTogether: true, facts: { disability: 'severe' } },
  ],
}))

describe('maji lookup --timeline', () => {
  it('prints for each member what begins and ends, and from when one may apply', async () => {
    const { code, out } = await run(file, '--on', '2026-11-22', '--timeline')
    expect(code).toBe(0)
    const lines = out.split('\n')
    const at = lines.indexOf('  기초연금')
    expect(lines.slice(0, at)).toContain('세대주 kim')
    expect(lines[at + 1]).toBe('    2027-03-02부터 받을 수 있어 보여요: 만 65세가 돼요. 2027-02-01부터 미리 신청할 수 있어요(확인 필요).')
  })

  it('prints as JSON what the lookup of any later day says', async () => {
    const timeline = Timeline.parse(JSON.parse((await run(file, '--on', '2026-11-22', '--timeline', '--json')).out))
    expect(timeline).toMatchObject({ on: '2026-11-22', until: '2036-11-22' })
    for (const on of ['2026-11-22', '2027-03-01', '2027-03-02', '2031-02-28', '2036-11-22']) {
      const { verdicts } = Lookup.pick({ verdicts: true }).parse(JSON.parse((await run(file, '--on', on, '--json')).out))
      const told = timeline.rows.flatMap(({ serviceId, memberId, intervals }) => intervals.filter(({ from, until, verdict }) => from <= on && on <= until && verdict !== 'unlikely').map(({ verdict }) => `${serviceId} ${memberId} ${verdict}`))
      expect(told.toSorted()).toEqual(verdicts.filter(({ verdict }) => verdict !== 'unlikely').map(({ serviceId, memberId, verdict }) => `${serviceId} ${memberId} ${verdict}`).toSorted())
    }
  }, 30_000)

  it('runs on any policy folder', async () => {
    const { code, out } = await run(file, '--on', '2026-11-22', '--timeline', '--json', '--policy', fixtureFolder)
    expect(code).toBe(0)
    const grant = Timeline.parse(JSON.parse(out)).rows.find(({ serviceId }) => serviceId === 'fixture-child-grant')
    expect(grant).toMatchObject({ memberId: 'lee', intervals: [{ verdict: 'likely', from: '2026-11-22', until: '2027-08-30' }, { verdict: 'unlikely' }] })
  })

  it('has its answer described key by key', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../resources/policy/README.md'), 'utf8')
    const part = readme.slice(readme.indexOf('## The next years (JSON)'), readme.indexOf('## Tables of cases'))
    for (const key of ['on', 'until', 'release', 'rows', 'note', 'serviceId', 'memberId', 'intervals', 'changes', 'verdict', 'from', 'to', 'because', 'basis', 'sentence', 'applyFrom', 'toCheck'])
      expect(part).toContain(`\`${key}\``)
  })
})
