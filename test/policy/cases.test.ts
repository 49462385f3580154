/** Runs every table in `cases/`; a new service needs a table, not a new test file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { figuresOf } from '#core/eligibility/compile-service'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { PlainDate } from '#core/kernel/dates'
import { readPolicy } from '#server/load-policy'
import { loadEligibilityTexts } from '#server/load-texts'

const Table = z.strictObject({
  service: z.string(),
  cases: z.array(z.strictObject({
    name: z.string(),
    on: PlainDate,
    household: HouseholdFacts,
    /** Whose verdict; the only one, or the household's, when left out. */
    member: z.string().optional(),
    expect: z.enum(['likely', 'ask-first', 'unlikely', 'absent']),
    /** The last day of the deadline. */
    deadline: PlainDate.optional(),
  })).min(3),
})

const resources = join(import.meta.dirname, '../../resources')
const folder = join(import.meta.dirname, 'cases')
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const { catalogue, problems } = await readPolicy(join(resources, 'policy'))
const texts = await loadEligibilityTexts(join(resources, 'texts'))
const named = new Set(files.map(name => name.replace(/\.yaml$/, '')))

describe.each(files)('%s', (name) => {
  const read = Table.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
  const service = name.replace(/\.yaml$/, '')

  it('is a table of cases of a service in the catalogue', () => {
    expect(read.error ? z.prettifyError(read.error) : undefined).toBeUndefined()
    expect(read.data?.service).toBe(service)
    expect(problems.filter(({ file }) => file === `services/${name}`)).toEqual([])
    expect(catalogue.services.has(service)).toBe(true)
  })

  it.each(read.data?.cases ?? [])('$name', ({ on, household, member, expect: expected, deadline }) => {
    const verdicts = lookUp(household, catalogue, on, texts).verdicts.filter(({ serviceId }) => serviceId === service)
    const those = member === undefined ? verdicts : verdicts.filter(({ memberId }) => memberId === member)
    expect(those.length, 'a case about one of several members has to name the member').toBe(expected === 'absent' ? 0 : 1)
    const [verdict] = those
    expect(verdict?.verdict ?? 'absent', verdict?.findings.map(({ outcome, sentence }) => `${outcome}: ${sentence.ko}`).join('\n')).toBe(expected)
    if (deadline !== undefined)
      expect(verdict?.deadline?.lastDay).toBe(deadline)
  })
})

describe('the catalogue', () => {
  it('has no problem in any file', () => {
    expect(problems.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([])
  })

  it('has a table of cases for every service', () => {
    expect([...catalogue.services.keys()].filter(id => !named.has(id))).toEqual([])
  })

  it('uses every figure it holds', () => {
    const used = new Set([...catalogue.services.values()].flatMap(figuresOf))
    expect([...catalogue.parameters.keys()].filter(id => !used.has(id))).toEqual([])
  })

  it('cites a source for every service and every figure', () => {
    for (const { source } of catalogue.services.values())
      expect(source.title.length).toBeGreaterThan(3)
    for (const { values } of catalogue.parameters.values()) {
      for (const { source } of values)
        expect(source.title.length).toBeGreaterThan(3)
    }
  })
})
