/** 정부24's codes as criteria: both sides of each border, what is exact, and that nothing inexact ever says no. */
import type { OfficialRecord } from '#core/policy/official-record'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCriterion } from '#core/eligibility/compile-criterion'
import { both, no, unknown, yes } from '#core/eligibility/kleene'
import { criteriaOfRecord } from '#core/eligibility/official/criteria-of-record'
import { householdCodes, personCodes } from '#core/eligibility/official/support-codes'
import { officialWords } from '#core/eligibility/official/words'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { fullHousehold, withoutAnswers } from '../../support/arbitrary-household'
import { fixture, household, today } from '../../support/engine'
import { gov24Records, withConditions } from '../../support/official-records'
import { realTexts } from '../../support/open-counter'

const words = officialWords(realTexts)
const surroundings = { counts: 'registered', parameters: fixture.parameters, services: fixture.services, facts: fixture.facts } as const

/** Of everything but the prose, as 0 no, 1 not known, 2 yes. */
function valueOf(record: OfficialRecord, given: Parameters<typeof prepareHousehold>[0]) {
  const prepared = prepareHousehold(given, today)
  return criteriaOfRecord(record, words).map(({ criterion }) => compileCriterion(criterion, surroundings).test(null, prepared)).reduce(both, yes as 0 | 1 | 2)
}
const person = (given: object = {}) => household({ event: { kind: 'counselling' }, members: [{ id: 'a', relation: 'head', birth: '1980-01-01', sex: 'female', livingTogether: true, ...given }] })
const born = (birth: string) => person({ birth })

describe('the ages of a 정부24 record', () => {
  const seniors = withConditions([], { ageFrom: 65, ageTo: 120 })
  const children = withConditions([], { ageFrom: 6, ageTo: 12 })

  it.each([
    ['the 65th birthday', seniors, '1961-11-22', yes],
    ['the day before it', seniors, '1961-11-23', unknown],
    ['the sixth birthday', children, '2020-11-22', yes],
    ['the day before it', children, '2020-11-23', unknown],
    ['the last day of being twelve', children, '2013-11-23', yes],
    ['the 13th birthday', children, '2013-11-22', unknown],
  ])('on %s', (_name, record, birth, value) => {
    expect(valueOf(record, born(birth))).toBe(value)
  })

  it('mean somebody of the family: the child for whom a parent applies', () => {
    const family = household({ members: [{ id: 'a', relation: 'head', birth: '1985-01-01' }, { id: 'b', relation: 'child', birth: '2018-01-01' }] })
    expect(valueOf(children, family)).toBe(yes)
  })

  it.each([[0, 120], [0, 200], [undefined, undefined], [0, undefined], [30, 10]])('from %s to %s are no limit', (ageFrom, ageTo) => {
    expect(criteriaOfRecord(withConditions([], { ...(ageFrom === undefined ? {} : { ageFrom }), ...(ageTo === undefined ? {} : { ageTo }) }), words)).toEqual([])
  })

  it('are not read word for word where the portal sets 18 to 44 for whatever is about birth', () => {
    const [age] = criteriaOfRecord(withConditions(['JA0303'], { ageFrom: 18, ageTo: 44 }), words)
    expect(age).not.toHaveProperty('literal')
    expect(valueOf(withConditions([], { ageFrom: 18, ageTo: 44 }), born('1979-01-01'))).toBe(unknown)
  })
})

describe('the codes of a 정부24 record', () => {
  it('limit nothing when all of a group are marked, none of it, or "해당사항없음"', () => {
    expect(criteriaOfRecord(withConditions([...Object.keys(personCodes), 'JA0322', ...Object.keys(householdCodes), 'JA0101', 'JA0102', 'JA0201', 'JA0202', 'JA0203', 'JA0204', 'JA0205']), words)).toEqual([])
    expect(criteriaOfRecord(withConditions(['JA0322', 'JA0328', 'JA0410', 'JA0401']), words)).toEqual([])
  })

  it('of firms and facilities say nothing of a family', () => {
    expect(criteriaOfRecord(withConditions(['JA1101', 'JA1299', 'JA2101', 'JA2103', 'JA2299']), words)).toEqual([])
  })

  it('are met by somebody who is named, and else left to the office', () => {
    const disabled = withConditions(['JA0328'])
    expect(valueOf(disabled, person({ facts: { disability: 'mild' } }))).toBe(yes)
    expect(valueOf(disabled, person({ facts: { disability: 'none' } }))).toBe(unknown)
    expect(valueOf(disabled, person())).toBe(unknown)
  })

  it('of one group are alternatives', () => {
    const either = withConditions(['JA0326', 'JA0328'])
    expect(valueOf(either, person({ facts: { employment: 'employed', disability: 'none' } }))).toBe(yes)
    expect(valueOf(either, person({ facts: { employment: 'not-working', disability: 'none' } }))).toBe(unknown)
  })

  it('for men alone or women alone are a no to a family without any, but not where the record is about birth', () => {
    const men = withConditions(['JA0101'])
    expect(valueOf(men, person())).toBe(no)
    expect(valueOf(men, person({ sex: 'male' }))).toBe(yes)
    expect(valueOf(men, household({ members: [{ id: 'a', relation: 'head' }] }))).toBe(unknown)
    expect(valueOf(withConditions(['JA0102', 'JA0303']), person({ sex: 'male' }))).toBe(unknown)
    expect(valueOf(withConditions(['JA0102'], { ageFrom: 18, ageTo: 44 }), person({ sex: 'male' }))).toBe(unknown)
  })

  it('for single parents are a no when the family said it is neither that nor one of grandparents', () => {
    const record = withConditions(['JA0403'])
    const told = (facts: object) => valueOf(record, household({ members: [{ id: 'a', relation: 'head' }], facts }))
    expect(told({ 'single-parent': false, 'grandparent-family': false })).toBe(no)
    expect(told({ 'single-parent': false })).toBe(unknown)
    expect(told({ 'grandparent-family': true })).toBe(yes)
  })

  it('for pregnant women and mothers hold to twelve months after the birth, and are no no while it is not asked', () => {
    const record = withConditions(['JA0302'])
    expect(valueOf(record, person({ facts: { pregnant: true } }))).toBe(yes)
    expect(valueOf(record, person({ facts: { 'pregnant': false, 'gave-birth-on': '2025-11-22' } }))).toBe(yes)
    expect(valueOf(record, person({ facts: { 'pregnant': false, 'gave-birth-on': '2025-11-21' } }))).toBe(no)
    expect(valueOf(record, person({ facts: { pregnant: false } }))).toBe(unknown)
    expect(valueOf(record, person({ sex: 'male' }))).toBe(no)
    expect(valueOf(record, person({ birth: '1960-01-01' }))).toBe(no)
  })

  it('for birth hold when a birth is reported, though the child is not written down yet', () => {
    const reported = (on: string) => household({ event: { kind: 'birth', on }, members: [{ id: 'a', relation: 'head', birth: '1990-01-01', sex: 'male' }] })
    expect(valueOf(withConditions(['JA0302']), reported('2025-11-22'))).toBe(yes)
    expect(valueOf(withConditions(['JA0302']), reported('2025-11-21'))).toBe(no)
    expect(valueOf(withConditions(['JA0303']), reported('2026-11-20'))).toBe(yes)
  })

  it('of income never count as met, for no band says which income is meant', () => {
    const poor = withConditions(['JA0201', 'JA0202'])
    expect(criteriaOfRecord(poor, words)).toMatchObject([{ about: 'income', label: { ko: '기준 중위소득 75% 이하' }, criterion: { kind: 'office-decides' } }])
    expect(valueOf(poor, household({ members: [{ id: 'a', relation: 'head' }], facts: { 'recognised-income': 0 } }))).toBe(unknown)
    expect(criteriaOfRecord(withConditions(['JA0203', 'JA0204', 'JA0205']), words)[0]!.label.ko).toContain('200% 초과')
  })
})

describe('whatever a record marks', () => {
  const exact = ['JA0101', 'JA0102', 'JA0302', 'JA0403']
  const codes = [...Object.keys(personCodes), ...Object.keys(householdCodes), 'JA0322', 'JA0410', 'JA0201', 'JA0202', 'JA0203', 'JA0204', 'JA0205', 'JA1101', 'JA2101']
  const anyRecord = (from: readonly string[]) => fc.record({ codes: fc.subarray([...from]), ageFrom: fc.nat({ max: 120 }), ageTo: fc.nat({ max: 120 }) })
    .map(({ codes, ...ages }) => withConditions(codes, ages))
  const ofPerson = fc.record({ 'pregnant': fc.boolean(), 'gave-birth-on': fc.constantFrom('2024-01-01', '2025-11-21', '2025-11-22', '2026-10-01'), 'veteran': fc.constantFrom('none', 'other'), 'employment': fc.constantFrom('employed', 'not-working'), 'student': fc.constantFrom('none', 'high') })
  const steps = fc.tuple(fullHousehold, fc.infiniteStream(ofPerson), fc.boolean(), fc.infiniteStream(fc.boolean())).map(([base, more, grandparents, chances]) => {
    const full = {
      ...base,
      facts: { ...base.facts, 'grandparent-family': grandparents },
      members: base.members.map(member => ({ ...member, facts: { ...member.facts, ...more.next().value! } })),
    }
    return { less: household(withoutAnswers(full, () => chances.next().value!)), full: household(full) }
  })

  it('nothing inexact ever says no', () => {
    fc.assert(fc.property(anyRecord(codes.filter(code => !exact.includes(code))), steps, (record, { less, full }) => {
      expect([valueOf(record, less), valueOf(record, full)]).not.toContain(no)
    }), { numRuns: 600 })
  })

  it('what is decided stays so when more becomes known', () => {
    const seen = { [yes]: 0, [no]: 0, opened: 0 }
    const few = fc.oneof(anyRecord([...codes, 'JA0101', 'JA0102']), fc.constantFrom(...exact, 'JA0328', 'JA0326').map(code => withConditions([code])))
    fc.assert(fc.property(few, steps, (record, { less, full }) => {
      const [before, after] = [valueOf(record, less), valueOf(record, full)]
      if (before !== unknown) {
        seen[before]++
        expect(after).toBe(before)
      }
      else if (after !== unknown) {
        seen.opened++
      }
    }), { numRuns: 1500 })
    // worth something only when all of it happened often
    expect(Math.min(seen[yes], seen[no], seen.opened)).toBeGreaterThan(30)
  })
})

it('no record of the publisher with prose of its own is ever claimed to be likely', () => {
  const given = household({ members: [{ id: 'a', relation: 'head', birth: '1950-01-01', sex: 'female', livingTogether: true, facts: { disability: 'severe', employment: 'employed' } }] })
  const values = gov24Records().filter(({ conditions }) => conditions).map(record => valueOf(record, given))
  expect(values.length).toBeGreaterThan(150)
  expect(values).not.toContain(yes)
})
