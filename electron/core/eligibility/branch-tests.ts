/** The tests of branches, made of the tests of what they are made of; `plan/` says the same of a whole family at once. */
import type { Test } from './checks/shape.ts'
import type { Kinship } from './criteria.ts'
import type { Kleene } from './kleene.ts'
import { isKin } from './kinship.ts'
import { both, either, no, unknown, yes } from './kleene.ts'

/** All of them; a single one and a pair are spelt out, because they are most of what a catalogue says. */
export function allOf(tests: readonly Test[]): Test {
  const [first, second, ...others] = tests
  if (!first)
    return () => yes
  if (!second)
    return first
  if (others.length === 0) {
    return (member, household) => {
      const value = first(member, household)
      return value === no ? no : both(value, second(member, household))
    }
  }
  return (member, household) => {
    let all: Kleene = yes
    for (let at = 0; at < tests.length && all !== no; at++)
      all = both(all, tests[at]!(member, household))
    return all
  }
}

export function anyOf(tests: readonly Test[]): Test {
  return (member, household) => {
    let any: Kleene = no
    for (let at = 0; at < tests.length && any !== yes; at++)
      any = either(any, tests[at]!(member, household))
    return any
  }
}

/** Somebody of the family (cohabitants are none) or the member in question. */
export function someone(where: Test): Test {
  return (member, household) => {
    let any: Kleene = member && member.source.relation === 'cohabitant' ? where(member, household) : no
    const { family } = household
    for (let at = 0; at < family.length && any !== yes; at++)
      any = either(any, where(family[at]!, household))
    return any
  }
}

export function relative(kinship: Kinship, where: Test): Test {
  return (member, household) => {
    if (member === null)
      return unknown
    let any: Kleene = no
    const { family } = household
    for (let at = 0; at < family.length && any !== yes; at++) {
      const kin = isKin(family[at]!, kinship, member)
      if (kin !== no)
        any = either(any, both(kin, where(family[at]!, household)))
    }
    return any
  }
}

export function countWithin(where: Test, from: number, to: number): Test {
  return (member, household) => {
    const { family } = household
    const guest = member && member.source.relation === 'cohabitant' ? where(member, household) : no
    let certain = guest === yes ? 1 : 0
    let open = guest === unknown ? 1 : 0
    for (let at = 0; at < family.length; at++) {
      const value = where(family[at]!, household)
      if (value === yes)
        certain++
      else if (value === unknown)
        open++
    }
    if (certain >= from && certain + open <= to)
      return yes
    return certain + open < from || certain > to ? no : unknown
  }
}
