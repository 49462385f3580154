/** Official records on the command line: those that ship, those of a folder of one's own, and a wrong list. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { OfficialAnswer } from '#core/eligibility/model'
import { Lookup } from '#core/eligibility/verdict'
import { runLookup } from '#server/commands/lookup'
import { fixtureFolder } from '../support/engine'
import { aRecord, withConditions } from '../support/official-records'

const folder = mkdtempSync(join(tmpdir(), 'lookup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const policy = join(folder, 'policy')
cpSync(fixtureFolder, policy, { recursive: true })
const household = join(folder, 'household.json')
writeFileSync(household, JSON.stringify({ residence: { province: '서울특별시', district: '동작구' }, members: [{ id: 'kim', relation: 'head', birth: '1944-05-01', livingTogether: true }] }))

async function run(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runLookup([household, '--on', '2026-11-22', ...args], { out: line => out.push(line), err: line => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const withRecords = (content: unknown) => writeFileSync(join(policy, 'records.json'), typeof content === 'string' ? content : JSON.stringify(content))
const answerIn = (out: string): OfficialAnswer => OfficialAnswer.parse((JSON.parse(out) as { official: unknown }).official)

describe('maji lookup with official records', () => {
  it('shows those that ship beside the verdicts', async () => {
    const { out } = await run('--json')
    expect(answerIn(out).related.total).toBeGreaterThan(50)
    expect(Lookup.parse(JSON.parse(out)).verdicts.length).toBeGreaterThan(80)
  })

  it('reads those of a folder, and says nothing of them where there are none', async () => {
    expect(JSON.parse((await run('--json', '--policy', policy)).out)).not.toHaveProperty('official')
    withRecords([withConditions([], { ageFrom: 80, ageTo: 120 }, { name: '장수 축하' }), aRecord({ name: '동작 나들이', province: '서울특별시', district: '동작구', stages: ['senior'] })])
    const answer = answerIn((await run('--json', '--policy', policy)).out)
    expect(answer).toMatchObject({ evaluated: { total: 1, records: [{ name: '장수 축하', why: [{ ko: '만 80세 이상' }, { ko: '전국' }] }] }, related: { total: 1 }, apart: 0 })
    expect((await run('--policy', policy)).out).toMatch(/관련 서비스, 조건 확인 필요 \(2\)\n {2}장수 축하.*\n {2}동작 나들이 · 보기구 · 노년 · 서울특별시 동작구/)
  })

  it.each([
    ['no JSON', '[{', /records\.json:1: this is no list of records in JSON/],
    ['no list', {}, /records\.json:1: this is no list of records in JSON/],
    ['a record without its name', [aRecord({}), { ...aRecord({ id: 'WLF00000002' }), name: '' }], /records\.json:1: record 2: name: .*see "Official records" in README\.md/],
    ['a record twice', [aRecord({}), aRecord({})], /record 2: WLF00000001 stands in the list already/],
  ])('refuses %s with its place', async (_name, content, message) => {
    withRecords(content)
    const { code, err } = await run('--policy', policy)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})
