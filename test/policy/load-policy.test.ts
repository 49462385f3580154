import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadPolicy, PolicyFault } from '#server/load-policy'
import { fixtureFolder } from '../support/engine'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'))
  cpSync(fixtureFolder, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8')
  const changed = text.replace(from, to)
  if (changed === text)
    throw new Error(`${file} does not hold what the test wants to change`)
  writeFileSync(join(folder, file), changed)
}

async function problems(): Promise<readonly string[]> {
  try {
    await loadPolicy(folder)
    return []
  }
  catch (error) {
    if (!(error instanceof PolicyFault))
      throw error
    return error.problems.map(({ file, line, text }) => `${file}:${line}: ${text}`)
  }
}

const grant = 'services/fixture-child-grant.yaml'
const help = 'services/fixture-household-help.yaml'

describe('reading a policy folder', () => {
  it('gives the same release for the same contents and another for others', async () => {
    const { release } = await loadPolicy(fixtureFolder)
    expect((await loadPolicy(folder)).release).toBe(release)
    change('parameters/fixture-line.yaml', '1000000', '1000001')
    expect((await loadPolicy(folder)).release).not.toBe(release)
    expect(release).toMatch(/^[0-9a-f]{12}$/)
  })

  it('fills in what may be left out', async () => {
    const { services, parameters, holidays, documents } = await loadPolicy(folder)
    expect(services.get('fixture-child-grant')?.counts).toBe('registered')
    expect(parameters.get('fixture-line')?.values.map(({ confidence }) => confidence)).toEqual(['to-be-checked', 'confirmed'])
    expect([holidays.length, documents.size]).toEqual([1, 1])
  })

  it.each([
    ['a misspelt key', grant, 'below: 2', 'belov: 2', `${grant}:15: criteria.0 does not know "belov"`],
    ['an unknown kind of criterion', grant, 'kind: age', 'kind: aged', `${grant}:15: criteria.0.kind has to be one of: age, born`],
    ['an option that is none', grant, '[mild, severe]', '[mild, sever]', `${grant}:16: in has a value that "disability" cannot have; write one of: none, mild, severe`],
    ['a fact that is none', grant, 'fact: disability', 'fact: disabled', `${grant}:16: there is no fact "disabled"; the nearest are: disability, isolated, disability-kind; or declare it in facts.yaml`],
    ['a text in one language only', grant, ', en: \'Test child grant\'', '', `${grant}:4: name.en is missing; write a text`],
    ['an unknown theme', grant, '[childcare]', '[child-care]', `${grant}:11: themes.0 has to be one of: physical-health`],
    ['a day that is none', grant, 'readOn: 2026-01-01 }\nconfidence', 'readOn: 2026-13-01 }\nconfidence', `${grant}:32: source.readOn is no day; write it as 2026-01-31`],
    ['an address that is none', grant, /url: 'https:\/\/example.org\/law', readOn: 2026-01-01 \}\nconf/, 'url: example.org, readOn: 2026-01-01 }\nconf', `${grant}:32: source.url is no web address`],
    ['a figure that is missing', help, 'parameter: fixture-line', 'parameter: no-line', `${help}:14: the figure "no-line" is missing; add parameters/no-line.yaml`],
    ['a paper that is missing', help, '[identity-card]', '[identity-card, no-paper]', `${help}:23: the document "no-paper" is missing`],
    ['a service that is missing', help, '{ kind: fact, fact: single-parent, in: [true] }', '{ kind: receives, service: no-service }', `${help}:18: the service "no-service" is missing`],
    ['a person where there is none', help, '{ kind: fact, fact: single-parent, in: [true] }', '{ kind: age, from: 65 }', `${help}:18: age speaks of a person; put it into someone or count`],
    ['a person’s fact where there is none', help, 'single-parent, in: [true]', 'pregnant, in: [true]', `${help}:18: "pregnant" is about a person`],
    ['an amount that is none', help, '{ kind: fact, fact: single-parent, in: [true] }', '{ kind: amount, fact: single-parent, atMost: 1 }', `${help}:18: "single-parent" is no amount`],
    ['an id that is not the file’s', help, 'id: fixture-household-help', 'id: another', `${help}:2: id is "another", but the file is named "fixture-household-help"`],
    ['a doubt without a reason', help, /toCheck: .*\n/, '', `${help}:2: toCheck: an entry to be checked says in toCheck why`],
    ['a deadline of another event', grant, 'lifeEvents: [birth]', 'lifeEvents: [move-in]', `${grant}:26: the deadline runs from a birth, but lifeEvents does not name birth`],
    ['values out of order', 'parameters/fixture-line.yaml', 'from: 2025-01-01', 'from: 2026-06-01', 'parameters/fixture-line.yaml:8: values: values must be in order'],
    ['broken YAML', help, 'lifeEvents: [death, move-in]', 'lifeEvents: [death, move-in', `${help}:12: is no valid YAML`],
    ['a key twice', help, 'worth: 3', 'worth: 3\nworth: 2', `${help}:25: is no valid YAML: the key stands here a second time; keep one of the two`],
    ['a holiday twice', 'holidays.yaml', /$/, '- { date: 2027-01-01, name: { ko: "두 번", en: "twice" }, basis: "x" }\n', 'holidays.yaml:5: "2027-01-01" stands here a second time'],
  ])('refuses %s with file, line and what to write', async (_what, file, from, to, problem) => {
    change(file, from, to)
    expect(await problems()).toEqual([expect.stringContaining(problem)])
  })

  it('tells all problems of all files at once, each once', async () => {
    change(grant, 'below: 2', 'belov: 2')
    change(help, '[identity-card]', '[no-paper]')
    change('parameters/fixture-assets.yaml', 'region-class', 'regions')
    expect((await problems()).map(text => text.split(':')[0])).toEqual(['parameters/fixture-assets.yaml', grant, help])
  })

  it('refuses a folder that is none', async () => {
    rmSync(join(folder, 'services'), { recursive: true })
    rmSync(join(folder, 'documents.yaml'))
    const told = await problems()
    expect(told).toContain('documents.yaml:1: is missing or cannot be read')
    expect(told.some(text => text.startsWith('services:1: the folder "services" is missing'))).toBe(true)
  })
})
