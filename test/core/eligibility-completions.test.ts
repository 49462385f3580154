/**
 * Three values over the shipped catalogue: a verdict that is settled while something is not known stays the same
 * whatever the answer turns out to be, for every answer there is.
 */
import type { FactKind } from '#core/eligibility/facts'
import type { HouseholdFacts, MemberFacts } from '#core/eligibility/household-facts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facts } from '#core/eligibility/facts'
import { planOf } from '#core/eligibility/plan/plan-of'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { addDays, addYears, PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { chancesFrom, madeUpHouseholds } from '../support/made-up-households'

const shipped = await loadPolicy(join(import.meta.dirname, '../../resources/policy'))
const { services, screen } = planOf(shipped)
const on = PlainDate.parse('2026-11-22')

/** An unknown of a household: where it would stand, and every answer, or for amounts and days some on all sides of borders. */
interface Unknown { readonly is: string, readonly without: (from: HouseholdFacts) => HouseholdFacts, readonly completions: readonly ((of: HouseholdFacts) => HouseholdFacts)[] }

const days = [0, 1, 20, 45, 60, 90, 200, 364, 366, 700, 1100, 2000, 4000].map(back => addDays(on, -back))
const births = [...Array.from({ length: 92 }, (_, years) => addYears(on, -years)), ...Array.from({ length: 92 }, (_, years) => addDays(addYears(on, -years), -1)), ...days]
const money = [0, 1, 200_000, 700_000, 1_000_000, 1_282_119, 1_500_000, 2_000_000, 2_564_238, 3_000_000, 4_200_000, 6_500_000, 12_000_000, 60_000_000, 140_000_000, 300_000_000, 1_000_000_000]

function answersTo({ value }: FactKind): readonly (boolean | number | string | null)[] {
  switch (value.type) {
    case 'yes-no': return [true, false, null]
    case 'choice': return [...value.options, null]
    case 'count': return [0, 1, 2, 3, 5, 12, 200]
    case 'money': return money
    case 'date': return days
  }
}

const ofMember = (id: string, change: (member: MemberFacts) => MemberFacts) => (household: HouseholdFacts): HouseholdFacts =>
  ({ ...household, members: household.members.map(member => member.id === id ? change(member) : member) })

function without<Thing extends object>(thing: Thing, key: string): Thing {
  const { [key as keyof Thing]: _, ...rest } = thing
  return rest as Thing
}

function unknownsOf({ members }: HouseholdFacts): readonly Unknown[] {
  const named = Object.entries<FactKind>(facts)
  const own = (id: string, key: keyof MemberFacts, answers: readonly unknown[]): Unknown =>
    ({ is: `${id}.${key}`, without: ofMember(id, member => without(member, key)), completions: answers.map(answer => ofMember(id, member => ({ ...member, [key]: answer }))) })
  return [
    ...named.filter(([, { about }]) => about === 'household').map(([name, kind]): Unknown => ({
      is: name,
      without: household => ({ ...household, facts: without(household.facts, name) }),
      completions: answersTo(kind).map(answer => household => ({ ...household, facts: { ...household.facts, [name]: answer } })),
    })),
    ...members.flatMap(({ id }) => [
      ...named.filter(([, { about }]) => about === 'person').map(([name, kind]): Unknown => ({
        is: `${id}.${name}`,
        without: ofMember(id, member => ({ ...member, facts: without(member.facts, name) })),
        completions: answersTo(kind).map(answer => ofMember(id, member => ({ ...member, facts: { ...member.facts, [name]: answer } }))),
      })),
      own(id, 'birth', births),
      own(id, 'sex', ['female', 'male']),
      own(id, 'livingTogether', [true, false]),
    ]),
  ]
}

const verdictsOf = (household: HouseholdFacts) => {
  const { subjects, likely, possible } = screen(prepareHousehold(household, on, shipped.facts))
  return { subjects: subjects.slice(), likely: likely.slice(), possible: possible.slice() }
}

/** Services whose settled verdict is another once this is known. */
function changed(before: HouseholdFacts, after: HouseholdFacts): readonly string[] {
  const [early, late] = [verdictsOf(before), verdictsOf(after)]
  return services.flatMap(({ service }, at) => {
    const lost = early.likely[at]! & ~late.likely[at]!
    const won = early.subjects[at]! & ~early.possible[at]! & late.possible[at]!
    return lost | won ? [service.id] : []
  })
}

describe('a settled verdict of the shipped catalogue', () => {
  it.each([0, 0.4, 0.8])('stays, whatever one more answer is, while a share of %d is not known', (unknown) => {
    const families = madeUpHouseholds({ seed: 200 + unknown * 10, on, unknown, mostMembers: 4 })
    const chance = chancesFrom(9)
    const broken: string[] = []
    let tried = 0
    for (let count = 0; count < 40; count++) {
      const family = families.next().value
      for (const { is, without, completions } of unknownsOf(family).filter(() => chance() < 0.12)) {
        const open = without(family)
        for (const complete of completions) {
          tried++
          broken.push(...changed(open, complete(open)).map(id => `${id} by ${is}`))
        }
      }
    }
    expect(tried).toBeGreaterThan(2000)
    expect([...new Set(broken)]).toEqual([])
  })

  it('stays for every answer to two unknowns at once', () => {
    const families = madeUpHouseholds({ seed: 300, on, unknown: 0.3, mostMembers: 3 })
    const chance = chancesFrom(10)
    const broken: string[] = []
    for (let count = 0; count < 60; count++) {
      const family = families.next().value
      const few = unknownsOf(family).filter(({ completions }) => completions.length <= 16)
      const [one, other] = [few[Math.floor(chance() * few.length)]!, few[Math.floor(chance() * few.length)]!]
      const open = one.without(other.without(family))
      for (const first of one.completions) {
        for (const second of other.completions)
          broken.push(...changed(open, second(first(open))).map(id => `${id} by ${one.is} and ${other.is}`))
      }
    }
    expect([...new Set(broken)]).toEqual([])
  })
})
