import type { Candidate, Family } from '#core/cases/order-planners'
import type { AssignmentRule, AssignmentRules } from '#core/team/rules'
import type { Counter } from '../support/open-counter'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaOf, orderPlanners } from '#core/cases/order-planners'
import { addDays } from '#core/kernel/dates'
import { replay } from '#core/team/replay'
import { defaultRules, AssignmentRules as Rules } from '#core/team/rules'
import { openCounter } from '../support/open-counter'
import { consentedVisit, day } from '../support/visit-at-desk'

const staff = (name: string, more: Partial<Candidate['staff']> = {}): Candidate['staff'] => ({
  id: name as never,
  name,
  roles: ['planner'],
  areas: [],
  phone: null,
  active: true,
  absence: null,
  team: null,
  deputyId: null,
  languages: [],
  specialities: [],
  agency: null,
  leavesOn: null,
  version: 1,
  ...more,
})
const candidate = (name: string, more: Partial<Omit<Candidate, 'staff'>> & { readonly staff?: Partial<Candidate['staff']> } = {}): Candidate =>
  ({ openCases: 0, weight: 0, knows: false, conflict: false, ...more, staff: staff(name, more.staff) })
const family: Family = { dong: '표본1동', road: '표본로 12', detail: '3통 2반, 101호', language: null, need: null }
const today = day('2026-11-23')
const only = (...on: readonly AssignmentRule[]): AssignmentRules => [...on.map(rule => ({ rule, on: true })), ...Rules.parse(defaultRules).filter(({ rule }) => !on.includes(rule)).map(({ rule }) => ({ rule, on: false }))]
const order = (candidates: readonly Candidate[], rules = defaultRules, of = family) => orderPlanners(candidates, of, { limit: 40, today, rules })
const named = (placed: ReturnType<typeof order>) => placed.map(({ candidate, decidedBy }) => [candidate.staff.name, decidedBy])

describe('the first rule that tells two planners apart', () => {
  it('decides, and says so', () => {
    const busy = candidate('가', { openCases: 9, staff: { areas: ['표본1동'] } })
    const idle = candidate('나', { openCases: 1 })
    expect(named(order([idle, busy]))).toEqual([['가', 'area'], ['나', undefined]])
    expect(named(order([idle, busy], only('load', 'area')))).toEqual([['나', 'load'], ['가', undefined]])
    expect(named(order([idle, busy], only('knows')))).toEqual([['가', 'name'], ['나', undefined]])
  })

  it('asks for the family\'s language and its need, and lets neither decide where nothing is known', () => {
    const speaks = candidate('나', { staff: { languages: ['vi'] } })
    const knowsHealth = candidate('다', { staff: { specialities: ['health'] } })
    const other = candidate('가')
    expect(named(order([other, speaks, knowsHealth]))[0]).toEqual(['가', 'name'])
    expect(named(order([other, speaks, knowsHealth], defaultRules, { ...family, language: 'vi' }))[0]).toEqual(['나', 'language'])
    expect(named(order([other, speaks, knowsHealth], defaultRules, { ...family, need: 'health' }))[0]).toEqual(['다', 'speciality'])
  })

  it('weighs the load by difficulty only where the office switched that on', () => {
    const hard = candidate('가', { openCases: 3, weight: 15 })
    const light = candidate('나', { openCases: 4, weight: 4 })
    expect(named(order([hard, light]))[0]).toEqual(['가', 'load'])
    expect(named(order([hard, light], only('difficulty', 'load')))[0]).toEqual(['나', 'difficulty'])
  })

  it('never puts somebody with a conflict of interest before another, whatever the rules', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...defaultRules], { minLength: defaultRules.length }), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (shuffled, on) => {
      const rules = shuffled.map(({ rule }, place) => ({ rule, on: on[place] ?? false }))
      const free = candidate('하', { openCases: 60, weight: 200, staff: { absence: { from: today, until: today } } })
      const bound = candidate('가', { conflict: true, knows: true, staff: { areas: ['3통 2반'] } })
      expect(named(order([bound, free], rules))).toEqual([['하', 'conflict'], ['가', undefined]])
    }))
  })

  it('gives one order, whichever way the planners come', () => {
    const anybody = fc.record({ openCases: fc.nat(50), weight: fc.nat(90), knows: fc.boolean(), conflict: fc.boolean(), areas: fc.subarray(['표본1동', '표본로', '3통']) })
    fc.assert(fc.property(fc.array(anybody, { minLength: 2, maxLength: 9 }), (some) => {
      const candidates = some.map(({ areas, ...more }, place) => candidate(`표본${place}`, { ...more, staff: { areas } }))
      expect(named(order(candidates.toReversed()))).toEqual(named(order(candidates)))
    }))
  })

  it('knows absence on its first and last day, and somebody who has given notice', () => {
    const away = candidate('가', { staff: { absence: { from: day('2026-11-23'), until: day('2026-11-25') } } })
    const here = candidate('나', { openCases: 5 })
    const first = (on: string) => orderPlanners([away, here], family, { limit: 40, today: day(on), rules: defaultRules })[0]!.candidate.staff.name
    expect(['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'].map(first)).toEqual(['가', '나', '나', '가'])
    expect(named(order([candidate('가', { staff: { leavesOn: day('2027-01-31') } }), here]))[0]).toEqual(['나', 'absence'])
  })

  it('finds a planner full at the agreed number and not one case before', () => {
    const at = (openCases: number) => named(order([candidate('가', { openCases, staff: { areas: ['표본1동'] } }), candidate('나', { openCases: 39 })]))[0]
    expect(at(39)).toEqual(['가', 'area'])
    expect(at(40)).toEqual(['나', 'room'])
  })
})

describe('the area of an address', () => {
  const area = (areas: string[], of: Partial<Family> = {}) => areaOf({ areas }, { ...family, ...of })?.area

  it('is the 통·반 or the street before the dong', () => {
    expect(area(['표본1동', '3통'])).toBe('3통')
    expect(area(['표본1동', '표본로'])).toBe('표본로')
    expect(area(['3통', '3통 2반'])).toBe('3통 2반')
    expect(named(order([candidate('가', { staff: { areas: ['표본1동'] } }), candidate('나', { openCases: 30, staff: { areas: ['3통'] } })]))[0]).toEqual(['나', 'area'])
  })

  it('does not take one number for the end or the beginning of another', () => {
    expect(area(['3통'], { detail: '13통 2반' })).toBeUndefined()
    expect(area(['표본로 1'])).toBeUndefined()
    expect(area(['표본로 12'])).toBe('표본로 12')
    expect(area(['3통2반'], { detail: '3통 2반' })).toBeUndefined()
    expect(area(['3통 2반'], { detail: '3통2반' })).toBe('3통 2반')
  })

  it('is nothing where the area is an empty text or a sign of its own', () => {
    expect(area(['', '  ', '(', '.*'])).toBeUndefined()
  })
})

describe('replaying the past', () => {
  const past = (id: string, openedOn: string, more: Partial<Parameters<typeof replay>[0][number]> = {}) =>
    ({ id, householdId: `family-${id}`, openedOn: day(openedOn), closedOn: null, plannerId: '가', difficulty: 1, family, ...more })
  const setting = { since: day('2026-01-01'), limit: 40, rules: only('load'), conflicts: new Map() }
  const would = (cases: Parameters<typeof replay>[0], more = {}) => replay(cases, [staff('가'), staff('나')], { ...setting, ...more }).map(({ would }) => would)

  it('counts what it gave away itself, and what was held before', () => {
    expect(would([past('1', '2026-02-01'), past('2', '2026-02-02'), past('3', '2026-02-03')])).toEqual(['가', '나', '가'])
    expect(would([past('0', '2025-12-31'), past('1', '2026-01-01')])).toEqual(['나'])
  })

  it('lets a case go on the day it was closed', () => {
    expect(would([past('0', '2025-12-01', { closedOn: day('2026-02-02') }), past('1', '2026-02-01'), past('2', '2026-02-02')])).toEqual(['나', '가'])
    expect(would([past('1', '2026-02-01', { closedOn: day('2026-02-01') }), past('2', '2026-02-01')])).toEqual(['가', '가'])
  })

  it('remembers whom it gave a family before, and gives nobody what they must not have', () => {
    const again = [past('1', '2026-02-01', { householdId: 'family' }), past('2', '2026-02-02'), past('3', '2026-02-03'), past('4', '2026-02-04', { householdId: 'family' })]
    expect(would(again, { rules: only('knows', 'load') })).toEqual(['가', '나', '가', '가'])
    expect(would(again, { rules: only('knows', 'load'), conflicts: new Map([['가', new Set(['family'])]]) })[3]).toBe('나')
  })

  it('shares equal cases out evenly by load, however many they are', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
      const all = would(Array.from({ length: count }, (_, place) => past(String(place), addDays(day('2026-02-01'), place))))
      const first = all.filter(id => id === '가').length
      expect(Math.abs(first - (count - first))).toBeLessThanOrEqual(1)
    }))
  })

  it('has no answer without planners', () => {
    expect(replay([past('1', '2026-02-01')], [], setting)).toEqual([])
  })
})

describe('the office\'s rules', () => {
  async function assigned(counter: Counter, name: string) {
    const visit = await consentedVisit(counter.as('clerk'), 'counselling', name, '1974-05-01')
    const { urgency, kind, planners } = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
    await counter.as('clerk').cases.assign({ ...visit.seen(), urgency, kind, plannerId: planners[0]!.id })
    return planners
  }

  it('change what the counter is proposed, with the reason said', async () => {
    const counter = await openCounter()
    const { ids } = counter
    const before = await assigned(counter, '표본하나')
    expect(before.map(({ id }) => id)).toEqual([ids.planner, ids.secondPlanner])
    expect(before[0]!.decidedBy).toMatchObject({ ko: '‘담당 지역’ 규칙이 이 순서를 정했습니다.' })
    expect(await counter.as('lead').team.changeRules({ seenVersion: 0, rules: only('load'), why: '표본 합의' })).toMatchObject({ version: 1, why: '표본 합의' })
    expect((await assigned(counter, '표본둘')).map(({ id }) => id)).toEqual([ids.secondPlanner, ids.planner])
    await expect(counter.as('lead').team.changeRules({ seenVersion: 0, rules: null, why: '표본' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await counter.as('lead').team.changeRules({ seenVersion: 1, rules: null, why: '되돌림' })).rules).toEqual(defaultRules)
  })

  it('hold every rule once', async () => {
    const { as } = await openCounter()
    await expect(as('lead').team.changeRules({ seenVersion: 0, rules: [...defaultRules, defaultRules[0]!], why: '표본' })).rejects.toMatchObject({ code: 'MALFORMED' })
    await expect(as('lead').team.changeRules({ seenVersion: 0, rules: defaultRules.slice(1), why: '표본' })).rejects.toMatchObject({ code: 'MALFORMED' })
    await expect(as('planner').team.changeRules({ seenVersion: 0, rules: defaultRules, why: '표본' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('are tried on the last months without writing anything', async () => {
    const counter = await openCounter()
    const { ids } = counter
    for (const name of ['표본하나', '표본둘', '표본셋'])
      await assigned(counter, name)
    const stored = async () => JSON.stringify([await counter.db.selectFrom('welfare_case').selectAll().orderBy('id').execute(), await counter.db.selectFrom('office_text').selectAll().execute(), await counter.db.selectFrom('case_event').selectAll().execute()])
    const before = await stored()
    const tried = await counter.as('lead').team.whatIf({ rules: only('load', 'absence'), months: 6 })
    expect(await stored()).toBe(before)
    expect(tried).toMatchObject({ since: '2026-05-23', cases: 3, others: 1, notReplayed: ['absence'] })
    expect(tried.moved).toMatchObject([{ maskedName: '표*둘', has: { id: ids.planner }, would: { id: ids.secondPlanner }, decidedBy: 'load', openedOn: '2026-11-23' }])
    expect(tried.balance.map(({ planner, has, would }) => [planner.id, has.cases, would.cases])).toEqual([[ids.planner, 3, 2], [ids.secondPlanner, 0, 1]])
    counter.at('2027-06-01T10:00')
    expect(await counter.as('lead').team.whatIf({ rules: defaultRules, months: 6 })).toMatchObject({ cases: 0, others: 0, moved: [] })
  })
})
