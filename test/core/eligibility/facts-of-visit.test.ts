import type { HouseholdView } from '#core/households/model'
import type { Paperwork } from '#core/intake/model'
import { describe, expect, it } from 'vitest'
import { factsOfVisit } from '#core/eligibility/facts-of-visit'

const said = (value: unknown) => ({ value, saidBy: 'visitor', at: '2026-11-22T01:00:00Z' })
const someone = (id: string, given: object = {}) => ({ id, name: '표본', relation: 'head', birth: null, sex: null, livingTogether: true, diedOn: null, visitor: false, consent: 'given', sensitiveAllowed: false, facts: {}, receives: {}, ...given })
const factsOf = (paperwork: object, members: readonly object[], given: object = {}) => factsOfVisit({
  id: 'h',
  address: { province: '서울특별시', district: '동작구', dong: '표본동', road: '', detail: '' },
  inDistrictSince: null,
  inProvinceSince: null,
  phone: null,
  callWhen: null,
  members,
  facts: {},
  receives: {},
  version: 1,
  ...given,
} as unknown as HouseholdView, paperwork as Paperwork)
const ofMembers = (facts: ReturnType<typeof factsOf>) => facts.members.map(member => member.facts)

describe('what was answered before', () => {
  it('stays "asked, not known" apart from "not asked"', () => {
    const facts = factsOf({ event: 'counselling' }, [someone('a', { facts: { employment: said(null) } })], { facts: { tenure: said(null) } })
    expect(facts.facts).toEqual({ tenure: null })
    expect(ofMembers(facts)).toEqual([{ employment: null }])
  })
})

describe('what the paperwork tells after a death', () => {
  const death = { event: 'death', diedOn: '2026-11-20', visitorRelation: 'spouse', wasEarner: true }

  it('is what the visitor was to the deceased, and whether the deceased earned', () => {
    const facts = factsOf(death, [someone('a', { visitor: true }), someone('b', { relation: 'child' })])
    expect(facts.facts).toEqual({ 'deceased-was-earner': true })
    expect(ofMembers(facts)).toEqual([{ 'relation-to-deceased': 'spouse' }, {}])
    expect(ofMembers(factsOf({ ...death, visitorRelation: 'relative' }, [someone('a', { visitor: true })]))).toEqual([{ 'relation-to-deceased': 'other-relative' }])
  })

  it('gives way to what was said explicitly, but not to "not known"', () => {
    const facts = factsOf(death, [someone('a', { visitor: true, facts: { 'relation-to-deceased': said('sibling') } })], { facts: { 'deceased-was-earner': said(null) } })
    expect(ofMembers(facts)).toEqual([{ 'relation-to-deceased': 'sibling' }])
    expect(facts.facts).toEqual({ 'deceased-was-earner': true })
  })

  it('reads the others off their relation to the head when the head is the one who died', () => {
    const head = someone('d', { diedOn: '2026-11-20' })
    const child = someone('b', { relation: 'child' })
    expect(ofMembers(factsOf(death, [head, child, someone('c', { relation: 'cohabitant' })]))).toEqual([{}, { 'relation-to-deceased': 'child' }, {}])
    expect(ofMembers(factsOf(death, [head, child, someone('n')]))).toEqual([{}, {}, {}])
  })
})

describe('what the paperwork tells after a birth', () => {
  const birth = { event: 'birth', bornOn: '2026-11-10', childOrder: 2 }
  const baby = someone('n', { relation: 'child', birth: '2026-11-10' })

  it('is which child the newborn is, when one child was born that day', () => {
    expect(ofMembers(factsOf(birth, [baby]))).toEqual([{ 'birth-order': 2 }])
    expect(ofMembers(factsOf(birth, [baby, { ...baby, id: 'm' }]))).toEqual([{}, {}])
    expect(ofMembers(factsOf({ event: 'birth' }, [someone('a')]))).toEqual([{}])
  })

  it('is who gave birth, only where sensitive data may be kept', () => {
    const mother = { relation: 'spouse', sex: 'female', birth: '1990-01-01' }
    expect(ofMembers(factsOf(birth, [someone('f', { sex: 'male' }), someone('m', { ...mother, sensitiveAllowed: true }), baby]))[1]).toEqual({ 'gave-birth-on': '2026-11-10' })
    expect(ofMembers(factsOf(birth, [someone('f', { sex: 'male' }), someone('m', mother), baby]))[1]).toEqual({})
  })
})

describe('what the paperwork tells after a move', () => {
  const moved = { event: 'move-in', movedOn: '2026-11-01' }

  it('is since when they live here, when they came from elsewhere', () => {
    const residence = (given: object, household: object = {}) => factsOf({ ...moved, ...given }, [someone('a')], household).residence
    expect(residence({ fromProvince: '서울특별시', fromDistrict: '관악구' })).toEqual({ province: '서울특별시', district: '동작구', inDistrictSince: '2026-11-01' })
    expect(residence({ fromProvince: '경기도' })).toMatchObject({ inDistrictSince: '2026-11-01', inProvinceSince: '2026-11-01' })
    expect(residence({ fromDistrict: '동작구' })).not.toHaveProperty('inDistrictSince')
    expect(residence({})).not.toHaveProperty('inDistrictSince')
    expect(residence({ fromDistrict: '관악구' }, { inDistrictSince: '2020-01-01' })).toMatchObject({ inDistrictSince: '2020-01-01' })
  })
})
