import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Criterion, Limit } from '#core/eligibility/criteria'
import { criterionKinds } from '#core/eligibility/criterion-forms'
import { facts } from '#core/eligibility/facts'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { Lookup } from '#core/eligibility/verdict'
import { Deadline } from '#core/policy/deadline'
import { DeclaredFact } from '#core/policy/declared-fact'
import { Parameter } from '#core/policy/parameter'
import { Source } from '#core/policy/source'
import { WelfareService } from '#core/policy/welfare-service'
import { runLookup } from '#server/commands/lookup'
import { knownKeys } from '#server/policy/known-keys'
import { fixtureFolder } from '../support/engine'

const folder = mkdtempSync(join(tmpdir(), 'lookup-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function run(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runLookup(args, { out: line => out.push(line), err: line => err.push(line) })
  return { code, out: out.join('\n'), err }
}

const household = file('household.json', { members: [{ id: 'kim', relation: 'head', birth: '1944-05-01', livingTogether: true }] })
const policy = ['--policy', fixtureFolder]

describe('maji lookup', () => {
  it('prints the verdicts in words', async () => {
    const { code, out } = await run(household, '--on', '2026-11-22', ...policy)
    expect(code).toBe(0)
    expect(out).toContain('시험 생활지원 · 가구 · 확인 필요')
    expect(out).toContain('먼저 확인이 필요해요')
  })

  it('prints the whole answer as JSON', async () => {
    const { code, out } = await run(household, '--on', '2026-11-22', '--json', ...policy)
    expect(code).toBe(0)
    const lookup = Lookup.parse(JSON.parse(out))
    expect(lookup).toMatchObject({ on: '2026-11-22', figuresOf: '2026' })
    expect(lookup.verdicts).toHaveLength(2)
  })

  it('looks up today, and in the shipped catalogue, when nothing else is said', async () => {
    const { code, out } = await run(household, '--json')
    expect(code).toBe(0)
    expect(Lookup.parse(JSON.parse(out)).verdicts.length).toBeGreaterThan(80)
  })

  it.each([
    ['no file', [], /Name one file/],
    ['two files', [household, household], /Name one file/],
    ['a file that is missing', [join(folder, 'none.json')], /missing or cannot be read/],
    ['an option that is none', [household, '--when', '2026-01-01'], /option is not known/],
    ['an option without its value', [household, '--on'], /option is not known or lacks its value/],
    ['a day that is none', [household, '--on', '2026-02-30'], /--on is no day/],
    ['no JSON', [file('broken.json', '{')], /is no JSON/],
    ['no household', [file('empty.json', { members: [] })], /line 1: members is too small or empty; write at least 1$/],
    ['the same id twice', [file('twice.json', { members: [{ id: 'a', relation: 'head' }, { id: 'a', relation: 'child' }] })], /same id/],
    ['a folder that holds no policy', [household, '--policy', folder], /services:1: the folder "services" is missing/],
  ])('refuses %s with code 2 and a sentence', async (_what, args, sentence) => {
    const { code, out, err } = await run(...args)
    expect([code, out, err.length]).toEqual([2, '', 1])
    expect(err[0]).toMatch(sentence)
  })

  it.each([
    ['a misspelt key', `{\n"memberss": [],\n"members": [{ "id": "a", "relation": "head" }]\n}`, 'line 2: the entry has a key that is not known; did you mean "members"? It knows: event, residence, members, facts, receives'],
    ['a misspelt key of a member', `{ "members": [\n{ "id": "a", "relation": "head", "brith": "1944-05-01" }\n] }`, 'line 2: members.0 has a key that is not known; did you mean "birth"? It knows: id, relation,'],
    ['a misspelt fact', `{ "members": [{ "id": "a", "relation": "head",\n"facts": {\n"disabilty": "none" } }] }`, 'line 3: members.0.facts has a key that is not known; there is no such fact; the nearest are: disability,'],
    ['an answer of the wrong kind', `{ "members": [{ "id": "a", "relation": "head" }],\n"facts": { "monthly-income": "1,000,000" } }`, 'line 2: facts.monthly-income: write a whole amount, not below 0'],
    ['an option that is none', `{ "members": [{ "id": "a", "relation": "head", "facts": { "disability": "secret" } }] }`, 'line 1: members.0.facts.disability: write one of: none, mild, severe'],
    ['a relation that is none', `{ "members": [{ "id": "a", "relation": "hed" }] }`, 'line 1: members.0.relation has to be one of: head, spouse, child, parent, grandparent, grandchild, sibling, parent-in-law, child-in-law, other-relative, cohabitant; did you mean head?'],
    ['a day that is none', `{ "members": [{ "id": "a", "relation": "head", "birth": "1944-99-99" }] }`, 'line 1: members.0.birth is no day; write it as 2026-01-31'],
    ['what has to be there', `{ "members": [{ "id": "a" }] }`, 'line 1: members.0.relation is missing; write one of: head,'],
    ['the same id twice', `{ "members": [{ "id": "a", "relation": "head" },\n{ "id": "a", "relation": "child" }] }`, 'line 2: members.1.id: another member has the same id; give each its own'],
    ['a service that is none', `{ "members": [{ "id": "a", "relation": "head",\n"receives": { "fixture-child-grand": true } }] }`, 'line 2: members.0.receives names a service that is not there; the nearest are: fixture-child-grant,'],
    ['a text where a number belongs', `{ "members": [{ "id": "a", "relation": "head", "livingTogether": "yes" }] }`, 'line 1: members.0.livingTogether has to be true or false'],
    ['a comma that is missing', `{ "members": [\n{ "id": "a" "relation": "head" }] }`, 'The file is no JSON (line 2); look for a missing comma, bracket or quotation mark.'],
  ])('tells %s with the line and what to write', async (_what, text, message) => {
    const { code, err } = await run(file('wrong.json', text), ...policy)
    expect(code).toBe(2)
    expect(err[0]).toContain(message)
  })

  it('never repeats what is written about somebody', async () => {
    const secret = file('wrong.json', { members: [{ id: 'a', relation: 'neighbour', birth: '1944-99-99', facts: { 'disability': 'whatever-secret', 'secret-fact': true }, receives: { 'secret-service': true } }], nickname: 'x' })
    const { code, err } = await run(secret, ...policy)
    expect(code).toBe(2)
    expect(err[0]!.split('\n')).toHaveLength(6)
    expect(err[0]).not.toMatch(/neighbour|1944|secret|nickname/)
  })

  it('refuses a text of ten megabytes', async () => {
    expect((await run(file('huge.json', ' '.repeat(10_000_000)))).err[0]).toMatch(/far too large/)
  })
})

describe('the worked example in resources/policy/README.md', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../resources/policy/README.md'), 'utf8')
  /** The first fenced text after the line that begins with the file's name. */
  const block = (title: string): string => {
    const after = readme.slice(readme.lastIndexOf(`\n\`${title}\``))
    return /```(?:yaml|json)\n([\s\S]*?)```/.exec(after)![1]!
  }

  const example = join(folder, 'example')
  const write = (): void => {
    mkdirSync(join(example, 'parameters'), { recursive: true })
    mkdirSync(join(example, 'services'), { recursive: true })
    for (const name of ['parameters/poverty-line.yaml', 'services/example-allowance.yaml', 'documents.yaml', 'holidays.yaml'])
      writeFileSync(join(example, name), block(name))
  }

  it('is refused, once it is spoilt, in the very words that stand there', async () => {
    write()
    const service = block('services/example-allowance.yaml')
    writeFileSync(join(example, 'services/example-allowance.yaml'), service.replace('below: 8', 'form: 8'))
    const spoilt = [(await run(file('example.json', block('household.json')), '--policy', example)).err[0]!.split('\n')[1]!]
    writeFileSync(join(example, 'services/example-allowance.yaml'), service.replace('fact: in-institution', 'fact: in-institutoin'))
    spoilt.push((await run(file('example.json', block('household.json')), '--policy', example)).err[0]!.split('\n')[1]!)
    write()
    spoilt.push((await run(file('example.json', block('household.json').replace(/"birth"(?=.*\n {2}\])/, '"brith"')), '--policy', example)).err[0]!.split('\n')[1]!)
    for (const message of spoilt)
      expect(readme, message).toContain(message)
  })

  it('gives the answer it promises', async () => {
    write()
    const { code, out, err } = await run(file('example.json', block('household.json')), '--on', '2026-03-02', '--policy', example, '--json')
    expect(err).toEqual([])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject(JSON.parse(block('answer.json')) as object)
  })

  it('stands beside every key of every file and of the answer', () => {
    const rows = readme.split('\n').filter(line => line.startsWith('| '))
    const row = (key: string): boolean => rows.some(line => line.includes(`\`${key}`))
    const kinds = readme.slice(readme.indexOf('\n## Criteria'), readme.indexOf('\n## Facts')).split('\n')
    const rowOf = (kind: string): string => kinds.find(line => line.startsWith('| `') && line.split('|')[1]!.includes(`\`${kind}\``)) ?? ''
    const missing = (['Parameter', 'WelfareService', 'DeclaredFact', 'Deadline', 'Source'] as const).flatMap((name) => {
      const schema = { Parameter, WelfareService, DeclaredFact, Deadline, Source }[name]
      return knownKeys(schema, [], {}).filter(key => !row(key)).map(key => `${name}.${key}`)
    })
    const ofCriteria = criterionKinds.flatMap(kind => knownKeys(Criterion, [], { kind }).filter(key => key !== 'kind' && key !== 'basis' && !rowOf(kind).includes(`\`${key}`)).map(key => `${kind}.${key}`))
    const ofLimits = knownKeys(Limit, [], {}).filter(key => !row(key))
    const ofHousehold = [...knownKeys(HouseholdFacts, [], {}), ...knownKeys(HouseholdFacts, ['members', 0], {})].filter(key => !row(key))
    const ofAnswer = [...knownKeys(Lookup, [], {}), ...knownKeys(Lookup, ['verdicts', 0], {}), ...knownKeys(Lookup, ['verdicts', 0, 'findings', 0], {}), ...knownKeys(Lookup, ['questions', 0], {})].filter(key => !readme.includes(`\`${key}\``))
    expect([missing, ofCriteria, ofLimits, ofHousehold, ofAnswer]).toEqual([[], [], [], [], []])
  })

  it('stands beside a list of every fact with its values', () => {
    for (const [name, { value }] of Object.entries(facts)) {
      const values = value.type === 'choice' ? value.options.map(option => `\`${option}\``).join(', ') : value.type
      expect(readme.split('\n').some(line => line.startsWith(`| \`${name}\` |`) && line.endsWith(`| ${values} |`)), `${name}: ${values}`).toBe(true)
    }
  })
})
