/** The law of looking ahead: on every day of ten years the intervals say what the lookup of that day says. */
import type { LeafKind } from '#core/eligibility/criteria'
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { Timeline } from '#core/eligibility/timeline/timeline'
import type { Catalogue } from '#core/policy/catalogue'
import type { WelfareService } from '#core/policy/welfare-service'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileService } from '#core/eligibility/compile-service'
import { lookUp, verdictOf } from '#core/eligibility/look-up'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { leavesIn } from '#core/eligibility/timeline/leaves-in'
import { timelineOf } from '#core/eligibility/timeline/timeline-of'
import { addDays, dayOfCompleting, PlainDate } from '#core/kernel/dates'
import { Parameter } from '#core/policy/parameter'
import { loadPolicy } from '#server/load-policy'
import { counts, criterion, fullHousehold, withoutAnswers } from '../../support/arbitrary-household'
import { aService, fixture, household, texts } from '../../support/engine'

const shipped = await loadPolicy(join(import.meta.dirname, '../../../resources/policy'))
/** A household for which it fails is as good as a smaller one, and ten years of days are long to go through again. */
const quickly = { endOnFailure: true }
const parse = (day: string) => PlainDate.parse(day)

/** The fixture with figures that are still to come, on awkward days. */
const figures = new Map(Array.from(fixture.parameters, ([id, parameter]) => {
  const last = parameter.values.at(-1)!
  const doubled = typeof last.value === 'number' ? last.value * 2 : Object.fromEntries(Object.entries(last.value).map(([key, figure]) => [key, figure * 2]))
  return [id, Parameter.parse({ ...parameter, values: [...parameter.values, { ...last, from: '2028-02-29', value: doubled }, { ...last, from: '2031-12-31' }] })]
}))
const catalogueOf = (services: readonly WelfareService[]): Catalogue =>
  ({ ...fixture, parameters: figures, services: new Map([...fixture.services, ...services.map(service => [service.id, service] as const)]) })

/** Births at the ends of months, on leap days, before and within the years looked at, and of those who turn 30 or 65 in them. */
const birth = fc.constantFrom('1961-12-31', '1964-02-29', '1968-02-29', '1995-08-31', '1999-07-07', '2000-02-29', '2004-03-31', '2012-02-29', '2018-01-31', '2020-02-29', '2024-02-29', '2025-01-31', '2026-10-31', '2027-08-30', '2028-02-29')
const start = fc.constantFrom('2024-02-29', '2026-01-31', '2026-11-22', '2026-12-31', '2027-03-01', '2028-02-29').map(parse)
/** A grown child who lives apart, single, and stops counting at 30. */
const childAway = fc.option(fc.constantFrom('1997-01-31', '1999-07-07', '2000-02-29', '2004-03-31')
  .map(born => ({ id: 'away', relation: 'child', birth: born, sex: 'male', livingTogether: false, facts: { 'marital-status': 'single' }, receives: {} })))
const knownInPart = fc.tuple(fullHousehold, fc.array(fc.option(birth), { minLength: 5, maxLength: 5 }), childAway, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 5, max: 10 }))
  .map(([full, births, away, chances, most]) => {
    const members = [...full.members.map((member, at) => ({ ...member, birth: births[at] ?? member.birth })), ...(away ? [away] : [])]
    return household(withoutAnswers({ ...full, members }, () => chances.next().value! < most))
  })

/** Plain rules that turn within the years looked at, for many of those born so. */
const turning = fc.oneof(
  fc.tuple(fc.constantFrom('from', 'below'), fc.constantFrom(0, 1, 2, 9, 13, 18, 30, 31, 60, 65, 66), fc.constantFrom('month-end', '12-31', '03-15', undefined)).map(([end, age, at]) => ({ kind: 'age', [end]: age || 1, at })),
  fc.tuple(fc.constantFrom('from', 'below'), fc.integer({ min: 1, max: 140 }), fc.constantFrom('month-end', '12-31', undefined)).map(([end, age, at]) => ({ kind: 'age', unit: 'months', [end]: age, at })),
  fc.tuple(fc.constantFrom('from', 'below'), fc.constantFrom(1, 6, 8, 13, 20, 30, 65)).map(([end, age]) => ({ kind: 'year-age', [end]: age })),
  fc.constantFrom(50, 75, 100).map(percent => ({ kind: 'income', atMost: { parameter: 'fixture-line', percent } })),
  fc.constantFrom(1, 2, 3).map(to => ({ kind: 'household-size', to })),
  fc.tuple(fc.constantFrom(30, 90, 4000), fc.constantFrom('days', 'months')).map(([count, unit]) => ({ kind: 'resides', atLeast: { count: unit === 'days' ? count : count % 127, unit } })),
)

/** Every day, service and member on which the timeline and the day's own lookup differ. */
function differences(timeline: Timeline, services: readonly WelfareService[], catalogue: Catalogue, known: HouseholdFacts): readonly string[] {
  const found: string[] = []
  const compiled = services.map(service => compileService(service, catalogue))
  const rows = new Map(timeline.rows.map(row => [`${row.serviceId}/${row.memberId}`, row]))
  const last = dayOfCompleting(timeline.on, 10, 'years')!
  expect(timeline.until).toBe(last)
  for (let on = timeline.on; on <= last; on = addDays(on, 1)) {
    const day = prepareHousehold(known, on, catalogue.facts)
    for (const { service, isOffered, test } of compiled) {
      const subjects = service.concerns === 'household' ? [null] : known.members.map(({ id }) => id)
      for (const memberId of subjects) {
        const member = day.members.find(({ source }) => source.id === memberId) ?? null
        const offered = isOffered(day) && (memberId === null || member !== null)
        const verdict = offered ? verdictOf(test(member, day)) : undefined
        const row = rows.get(`${service.id}/${memberId}`)
        const told = row ? row.intervals.find(({ from, until }) => from <= on && on <= until)?.verdict : 'never more than unlikely'
        if (row ? told !== verdict : verdict === 'likely' || verdict === 'ask-first')
          found.push(`${on} ${service.id} ${memberId}: ${told}, but ${verdict}`)
      }
    }
  }
  return found
}

const kinds = { 'age': 0, 'born': 0, 'year-age': 0, 'sex': 0, 'relation': 0, 'living-together': 0, 'fact': 0, 'amount': 0, 'since': 0, 'income': 0, 'household-size': 0, 'receives': 0, 'resides': 0, 'event': 0, 'office-decides': 0 } satisfies Record<LeafKind, 0>

describe('the intervals', () => {
  it('agree with the verdict of each day, for made-up rules of every kind', () => {
    const seen: Record<LeafKind, number> = { ...kinds }
    let changes = 0
    const rule = fc.record({
      criteria: fc.array(criterion, { minLength: 1, maxLength: 2 }),
      counts,
      concerns: fc.constantFrom('member', 'household'),
      from: fc.option(fc.constantFrom('2026-11-23', '2028-02-29'), { nil: undefined, freq: 5 }),
      until: fc.option(fc.constantFrom('2029-02-28', '2030-12-31'), { nil: undefined, freq: 5 }),
    })
    fc.assert(fc.property(fc.array(rule, { minLength: 4, maxLength: 4 }), knownInPart, start, (rules, known, on) => {
      const services = rules.map(({ criteria, ...given }, at) => aService(criteria, { ...given, id: `tried-${at}` }))
      const catalogue = catalogueOf(services)
      const timeline = timelineOf(known, catalogue, on, texts)
      services.flatMap(service => service.criteria).flatMap(leavesIn).forEach(({ kind }) => seen[kind]++)
      changes += timeline.rows.flatMap(row => row.changes).length
      expect(differences(timeline, services, catalogue, known)).toEqual([])
    }), { numRuns: 60, ...quickly })
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([])
    expect(changes).toBeGreaterThan(100)
  }, 120_000)

  it('agree with the verdict of each day, for rules that turn with age, figures, residence and who counts', () => {
    const rule = fc.tuple(turning, counts).map(([one, counted]) => ({ criteria: [one], counts: counted }))
    fc.assert(fc.property(fc.array(rule, { minLength: 12, maxLength: 12 }), knownInPart, start, (rules, known, on) => {
      const services = rules.map(({ criteria, counts: counted }, at) => aService(criteria, { counts: counted, id: `tried-${at}` }))
      const catalogue = catalogueOf(services)
      expect(differences(timelineOf(known, catalogue, on, texts), services, catalogue, known)).toEqual([])
    }), { numRuns: 60, ...quickly })
  }, 120_000)

  it('agree with the verdict of each day, for the rules of the catalogue', () => {
    const services = [...shipped.services.values()]
    let changes = 0
    fc.assert(fc.property(fc.shuffledSubarray(services, { minLength: 20, maxLength: 20 }), knownInPart, start, (some, known, on) => {
      const timeline = timelineOf(known, shipped, on, texts)
      changes += timeline.rows.flatMap(row => row.changes).length
      const ids = new Set(some.map(({ id }) => id))
      expect(differences({ ...timeline, rows: timeline.rows.filter(({ serviceId }) => ids.has(serviceId)) }, some, shipped, known)).toEqual([])
    }), { numRuns: 25, ...quickly })
    expect(changes).toBeGreaterThan(100)
  }, 120_000)

  it('are those of the lookup itself', () => {
    fc.assert(fc.property(knownInPart, start, fc.integer({ min: 0, max: 3652 }), (known, on, later) => {
      const timeline = timelineOf(known, shipped, on, texts)
      const day = addDays(on, later)
      const told = timeline.rows.flatMap(({ serviceId, memberId, intervals }) => intervals.filter(({ from, until, verdict }) => from <= day && day <= until && verdict !== 'unlikely').map(({ verdict }) => `${serviceId} ${memberId} ${verdict}`))
      const found = lookUp(known, shipped, day, texts).verdicts.filter(({ verdict }) => verdict !== 'unlikely').map(({ serviceId, memberId, verdict }) => `${serviceId} ${memberId} ${verdict}`)
      expect(told.toSorted()).toEqual(found.toSorted())
    }), { numRuns: 60 })
  }, 60_000)
})

describe('the changes', () => {
  it('join interval to interval, each with a cause in both languages', () => {
    fc.assert(fc.property(fc.array(criterion, { minLength: 1, maxLength: 2 }), counts, knownInPart, start, (criteria, counted, known, on) => {
      const service = aService(criteria, { counts: counted })
      const membersChange = new Set(known.members.flatMap(({ birth: born, diedOn }) => [born, diedOn]))
      for (const { intervals, changes, memberId } of timelineOf(known, catalogueOf([service]), on, texts).rows) {
        for (const change of changes) {
          const before = intervals.find(({ until }) => until === addDays(change.on, -1))?.verdict ?? null
          const after = intervals.find(({ from }) => from === change.on)?.verdict ?? null
          expect([change.from, change.to], `${memberId}`).toEqual([before, after])
          expect(change.because.ko).not.toMatch(/timeline\.|\{|undefined/)
          expect(change.because.en).not.toMatch(/timeline\.|\{|undefined/)
          if (change.because.ko === '가구원이 바뀌어요')
            expect(membersChange.has(change.on)).toBe(true)
        }
      }
    }), { numRuns: 1500 })
  }, 60_000)
})
