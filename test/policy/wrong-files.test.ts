/** Every way to write a policy folder wrongly that we know of, with the whole message: file, line, and what to write instead. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadPolicy, PolicyFault } from '#server/load-policy'
import { fixtureFolder } from '../support/engine'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wrong-'))
  cpSync(fixtureFolder, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function told(): Promise<readonly string[]> {
  return loadPolicy(folder).then(() => [], (error: unknown) => {
    if (!(error instanceof PolicyFault))
      throw error
    return error.problems.map(({ file, line, text }) => `${file}:${line}: ${text}`)
  })
}

const grant = 'services/fixture-child-grant.yaml'
const help = 'services/fixture-household-help.yaml'
const line = 'parameters/fixture-line.yaml'
const openRule = '{ kind: fact, fact: single-parent, in: [true] }'

describe('a policy folder that is wrong says', () => {
  it.each([
    // keys
    [grant, 'below: 2', 'belwo: 2', '15: criteria.0 does not know "belwo"; did you mean "below"? It knows: kind, unit, from, below, at, basis'],
    [grant, 'worth: 2', 'wroth: 2', '31: the entry does not know "wroth"; did you mean "worth"? It knows: id, kind, name,'],
    [grant, 'worth: 2', 'zzz: 2', '31: the entry does not know "zzz"; it knows: id, kind, name,'],
    [grant, /^worth: 2\n/m, '', '2: worth is missing; write one of: 1, 2, 3'],
    [help, 'parameter: fixture-line', 'parametr: fixture-line', '14: criteria.0.atMost does not know "parametr"; did you mean "parameter"?'],
    // values
    [grant, 'kind: age', 'kind: aged', '15: criteria.0.kind has to be one of: age, born, year-age, sex, relation, living-together, fact, amount, since, income, household-size, receives, resides, event, office-decides, all, any, not, someone, relative, count; did you mean age?'],
    [grant, 'worth: 2', 'worth: \'2\'', '31: worth has to be one of: 1, 2, 3'],
    [grant, 'below: 2', 'below: \'2\'', '15: criteria.0.below has to be a number, without quotation marks'],
    [grant, '[childcare]', 'childcare', '11: themes has to be a list, each entry after "- "'],
    [grant, 'readOn: 2026-01-01 }\nconfidence', 'readOn: 1.1.2026 }\nconfidence', '32: source.readOn is no day; write it as 2026-01-31'],
    [help, 'parameter: fixture-line', 'parameter: fixture-line, percent: 12.345', '14: criteria.0.atMost.percent: percent has at most two decimals'],
    // the form of the file
    [help, 'summary: { ko: \'시험용이에요.\', en: \'For tests.\' }', 'summary: For tests: really', '5: is no valid YAML: a key may not stand here; put the text into quotation marks'],
    [help, 'worth: 3', '\tworth: 3', '24: is no valid YAML: '],
    [help, 'worth: 3', ' worth: 3', '24: is no valid YAML: '],
    // what is named
    [help, 'parameter: fixture-line', 'parameter: fixture-lime', '14: the figure "fixture-lime" is missing; add parameters/fixture-lime.yaml or name one that is there; the nearest are: fixture-line,'],
    [help, '[identity-card]', '[identity-crad]', '23: the document "identity-crad" is missing; add it to documents.yaml or name one that is there; the nearest are: identity-card'],
    [help, openRule, '{ kind: receives, service: fixture-child-grand }', '18: the service "fixture-child-grand" is missing; name one of the files in services/ without its ending; the nearest are: fixture-child-grant,'],
    [help, openRule, '{ kind: fact, fact: singel-parent, in: [true] }', '18: there is no fact "singel-parent"; the nearest are: single-parent,'],
    [help, openRule, '{ kind: fact, fact: single-parent, in: [\'yes\'] }', '18: in has a value that "single-parent" cannot have; write true or false'],
    [help, openRule, '{ kind: amount, fact: property, atMost: { fact: single-parent, percent: 10 } }', '18: "single-parent" is no amount; use the kind fact or since'],
    [help, openRule, '{ kind: amount, fact: property, atMost: { fact: earned-income, percent: 10 } }', '18: "earned-income" is about a person; put it into someone or count, or let the service concern a member'],
    // what does not fit together
    [help, 'worth: 3', 'worth: 3\nfrom: 2026-02-01\nuntil: 2026-01-01', '26: until lies before from; write the later day'],
    [line, 'id: fixture-line', 'id: fixture-lines', '2: id is "fixture-lines", but the file is named "fixture-line"; write the same in both'],
    [line, 'unit: KRW/month', 'unit: Won', '4: unit is no unit; write KRW/month, KRW/year or KRW (or another ISO 4217 code), or year, month, day, percent, persons, hours'],
    [line, 'unit: KRW/month', 'unit: USD/month', '4: unit is in USD, but the folder\'s currency is KRW; write KRW, or currency: USD into jurisdiction.yaml'],
    ['parameters/fixture-assets.yaml', 'metropolitan:', 'metropolis:', 'a figure by region-class'],
    ['holidays.yaml', /$/, '- { date: 2027-01-01, name: { ko: "두 번", en: "twice" }, basis: "x" }\n', '5: "2027-01-01" stands here a second time; keep one of the two'],
    ['facts.yaml', /^/, '- { id: a, about: person, value: { type: yesno }, label: { ko: a, en: a }, question: { ko: a, en: a } }\n', '1: value.type has to be one of: yes-no, choice, money, count, date; did you mean yes-no?'],
    ['jurisdiction.yaml', /^/, 'name: { ko: 뉴욕, en: New York }\ncurrency: dollar\n', '2: currency is no currency; write the three letters of ISO 4217: KRW, USD, EUR'],
  ])('%s: %s as %s', async (file, from, to, message) => {
    const path = join(folder, file)
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    writeFileSync(path, changed)
    const all = await told()
    expect(all.join('\n')).toContain(message)
    expect(all[0]).toMatch(new RegExp(`^${file}:\\d+: `))
  })
})
