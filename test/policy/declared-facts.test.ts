import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Lookup } from '#core/eligibility/verdict'
import { runLookup } from '#server/commands/lookup'
import { fixtureFolder } from '../support/engine'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facts-'))
  cpSync(fixtureFolder, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)

const school = `- id: school-meals
  about: person
  value: { type: choice, options: { none: { ko: '없음', en: 'none' }, lunch: { ko: '점심', en: 'lunch' } } }
  label: { ko: '학교 급식', en: 'School meals' }
  question: { ko: '{who}께서 학교에서 무엇을 드시나요?', en: 'What does {who} eat at school?' }
`
/** The fixture's grant asks for the declared fact instead of the disability. */
function ruleWith(fact: string, values: string): void {
  const file = join(folder, 'services/fixture-child-grant.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/fact: disability, in: \[mild, severe\]/, `fact: ${fact}, in: [${values}]`))
}

async function look(facts: Readonly<Record<string, unknown>>) {
  write('household.json', JSON.stringify({ event: { kind: 'birth', on: '2026-11-01' }, residence: { province: '서울특별시', district: '동작구' }, members: [{ id: 'kid', relation: 'head', birth: '2026-11-01', livingTogether: true, facts }] }))
  const out: string[] = []
  const err: string[] = []
  const code = await runLookup([join(folder, 'household.json'), '--on', '2026-11-22', '--policy', folder, '--json'], { out: line => out.push(line), err: line => err.push(line) })
  const lookup = code === 0 ? Lookup.parse(JSON.parse(out.join('\n'))) : undefined
  return { err: err.join('\n'), lookup, verdict: lookup?.verdicts.find(({ serviceId }) => serviceId === 'fixture-child-grant') }
}

describe('a fact that the folder declares', () => {
  beforeEach(() => {
    write('facts.yaml', school)
    ruleWith('school-meals', 'lunch')
  })

  it('is asked in its own words while it is not known', async () => {
    const { lookup, verdict } = await look({})
    expect(verdict).toMatchObject({ verdict: 'ask-first' })
    const question = lookup?.questions.find(({ question: { fact } }) => fact === 'school-meals')
    expect(question?.sentence.en).toMatch(/^What does .+ eat at school\?$/)
  })

  it('decides once it is known, and the reason names it with its option', async () => {
    expect((await look({ 'school-meals': 'lunch' })).verdict?.verdict).toBe('likely')
    const { verdict } = await look({ 'school-meals': 'none' })
    expect(verdict?.verdict).toBe('unlikely')
    expect(verdict?.findings.map(({ sentence }) => sentence.en).join()).toMatch(/School meals.*none/)
  })

  it('leaves the built-in facts as they are', async () => {
    expect((await look({ 'pregnant': false, 'school-meals': 'lunch' })).verdict?.verdict).toBe('likely')
  })

  it('that a household misspells is refused, as is a value it cannot have', async () => {
    expect((await look({ 'school-meal': 'lunch' })).err).toContain('line 1: members.0.facts has a key that is not known; there is no such fact; the nearest are: school-meals,')
    expect((await look({ 'school-meals': 'dinner' })).err).toContain('line 1: members.0.facts.school-meals: write one of: none, lunch')
  })

  it('that a rule misspells is refused with the nearest', async () => {
    ruleWith('school-meals', 'lunch')
    const file = join(folder, 'services/fixture-child-grant.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('fact: school-meals', 'fact: school-meal'))
    expect((await look({})).err).toContain('services/fixture-child-grant.yaml:16: there is no fact "school-meal"; the nearest are: school-meals')
  })

  it('cannot take the name of a built-in one', async () => {
    write('facts.yaml', school.replace('id: school-meals', 'id: pregnant'))
    expect((await look({})).err).toContain('facts.yaml:1: id: this fact is built in already; use it as it is, or give yours another id')
  })
})
