/** The plan of a whole catalogue says of everybody at once what each service says of one. */
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { Plan } from '#core/eligibility/plan/plan-of'
import type { Catalogue } from '#core/policy/catalogue'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf, verdictAt } from '#core/eligibility/plan/plan-of'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { counts, criterion, householdBecomingKnown } from '../support/arbitrary-household'
import { aCatalogue, aService, household, today } from '../support/engine'
import { madeUpHouseholds } from '../support/made-up-households'

const shipped = await loadPolicy(join(import.meta.dirname, '../../resources/policy'))

/** Every verdict of the plan, and the same asked one by one. */
function bothAnswers(plan: Plan, known: HouseholdFacts, on: PlainDate, catalogue: Catalogue) {
  const prepared = prepareHousehold(known, on, catalogue.facts)
  const screening = plan.screen(prepared)
  const everybody = [null, ...prepared.members]
  return plan.services.flatMap(({ service, test, isOffered, criteria }, at) => everybody.map((member, subject) => {
    const concerned = isOffered(prepared) && (service.concerns === 'household') === (member === null)
    const asked = ((screening.subjects[at]! >>> subject) & 1) === 1
    return {
      plan: [service.id, subject, asked ? verdictAt(screening, at, subject) : 'not offered', criteria.map(each => plan.outcome(each, subject))],
      oneByOne: [service.id, subject, concerned ? test(member, prepared) : 'not offered', criteria.map(each => each.test(member, prepared))],
    }
  }))
}

function expectTheSame(plan: Plan, known: HouseholdFacts, on: PlainDate, catalogue: Catalogue): void {
  const answers = bothAnswers(plan, known, on, catalogue)
  expect(answers.map(each => each.plan)).toEqual(answers.map(({ oneByOne }) => oneByOne))
}

describe('the plan of a catalogue', () => {
  it('says of random rules and households what each rule says of each member', () => {
    const rules = fc.array(fc.tuple(criterion, counts, fc.constantFrom('member', 'household')), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(rules, householdBecomingKnown, (made, { less, more, full }) => {
      const catalogue = aCatalogue(...made.map(([rule, counted, concerns], at) => aService([rule], { id: `tried-${at}`, counts: counted, concerns })))
      for (const known of [less, more, full])
        expectTheSame(planOf(catalogue), known, today, catalogue)
    }), { numRuns: 1000 })
  })

  it.each([0, 0.2, 0.5, 0.9])('says of the shipped catalogue, with a share of %d unknown, what each service says', (unknown) => {
    const plan = planOf(shipped)
    const families = madeUpHouseholds({ seed: 1 + unknown * 10, on: today, unknown })
    for (let count = 0; count < 60; count++)
      expectTheSame(plan, families.next().value, count % 3 === 0 ? PlainDate.parse('2024-02-29') : today, shipped)
  })

  it('works out a criterion once, in whatever order and however often it is said', () => {
    const old = { kind: 'age', from: 65 }
    const home = { kind: 'fact', fact: 'owns-no-home', in: [true], basis: '시험법 제9조' }
    const catalogue = aCatalogue(aService([old, home], { id: 'one' }), aService([{ kind: 'all', of: [{ ...home, basis: undefined }, old, old] }], { id: 'two' }))
    const [one, two] = planOf(catalogue).services.filter(({ service }) => ['one', 'two'].includes(service.id))
    const known = household({ facts: { 'owns-no-home': true }, members: [{ id: 'a', relation: 'head', birth: '1950-01-01' }, { id: 'b', relation: 'spouse' }] })
    const screening = planOf(catalogue).screen(prepareHousehold(known, today))
    const at = (service: typeof one) => planOf(catalogue).services.indexOf(service!)
    expect([verdictAt(screening, at(one), 1), verdictAt(screening, at(one), 2)]).toEqual([2, 1])
    expect([verdictAt(screening, at(two), 1), verdictAt(screening, at(two), 2)]).toEqual([2, 1])
  })

  it('holds for thirty members and the household', () => {
    const catalogue = aCatalogue(aService([{ kind: 'age', below: 8 }], { id: 'one' }), aService([{ kind: 'count', where: { kind: 'age', below: 8 }, from: 29, to: 29 }], { id: 'two', concerns: 'household' }))
    const known = household({ members: Array.from({ length: 30 }, (_, at) => ({ id: `m${at}`, relation: at === 0 ? 'head' : 'child', birth: at === 0 ? '1980-01-01' : '2024-01-01' })) })
    expectTheSame(planOf(catalogue), known, today, catalogue)
    const screening = planOf(catalogue).screen(prepareHousehold(known, today))
    expect(screening.likely.includes(1)).toBe(true)
  })
})
