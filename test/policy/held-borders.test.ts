/**
 * The tables of cases hold the borders of the catalogue: whoever moves an age, an amount, a day, a count or a time by
 * one breaks a case. A rule that comes without cases on both sides of its borders is found here.
 */
import type { Criterion, Limit } from '#core/eligibility/criteria'
import type { WelfareService } from '#core/policy/welfare-service'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { addDays, PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { texts } from '../support/engine'

const catalogue = await loadPolicy(join(import.meta.dirname, '../../resources/policy'))

/**
 * Borders that no household can tell apart, or none did yet: an answer left to the office, or another way to the same
 * service, stands on both sides of them.
 */
const notHeld = 74

const steps = [-1, 1]

function* movedNumbers<C extends Criterion>(criterion: C, keys: readonly (keyof C)[]): Generator<Criterion> {
  for (const key of keys) {
    const value = criterion[key]
    if (typeof value === 'number')
      yield* steps.filter(step => value + step >= 0).map(step => ({ ...criterion, [key]: value + step }))
  }
}

const movedLimit = (limit: Limit, step: number): Limit =>
  typeof limit === 'number' ? Math.max(0, limit + step) : { ...limit, plus: (limit.plus ?? 0) + step }

function* movedLimits<C extends Criterion, K extends keyof C>(criterion: C, keys: readonly K[]): Generator<Criterion> {
  for (const key of keys) {
    const limit = criterion[key] as Limit | undefined
    if (limit !== undefined)
      yield* steps.map(step => ({ ...criterion, [key]: movedLimit(limit, step) }))
  }
}

/** Every copy of a criterion in which one border stands one off. */
function* moved(criterion: Criterion): Generator<Criterion> {
  // a range that only spares questions is no border of the law
  if (criterion.basis?.includes('질문을 줄이기'))
    return
  switch (criterion.kind) {
    case 'age': case 'year-age': return yield* movedNumbers(criterion, ['from', 'below'])
    case 'household-size': return yield* movedNumbers(criterion, ['from', 'to'])
    case 'amount': return yield* movedLimits(criterion, ['atLeast', 'atMost'])
    case 'income': return yield* movedLimits(criterion, ['atMost'])
    case 'born':
      for (const step of steps) {
        if (criterion.from)
          yield { ...criterion, from: addDays(criterion.from, step) }
        if (criterion.until)
          yield { ...criterion, until: addDays(criterion.until, step) }
      }
      return
    case 'since': return yield* steps.map(step => ({ ...criterion, within: { ...criterion.within, count: criterion.within.count + step } }))
    case 'event': {
      const { within } = criterion
      if (within)
        yield* steps.map(step => ({ ...criterion, within: { ...within, count: within.count + step } }))
      return
    }
    case 'resides': {
      const { atLeast } = criterion
      if (atLeast)
        yield* steps.map(step => ({ ...criterion, atLeast: { ...atLeast, count: atLeast.count + step } }))
      return
    }
    case 'all': case 'any':
      for (const [at, inner] of criterion.of.entries())
        yield* Array.from(moved(inner), changed => ({ ...criterion, of: criterion.of.with(at, changed) }))
      return
    case 'not': return yield* Array.from(moved(criterion.of), of => ({ ...criterion, of }))
    case 'count':
      yield* movedNumbers(criterion, ['from', 'to'])
      yield* Array.from(moved(criterion.where), where => ({ ...criterion, where }))
      return
    case 'someone': case 'relative': yield* Array.from(moved(criterion.where), where => ({ ...criterion, where }))
  }
}

interface Case { readonly on: string, readonly household: unknown, readonly member?: string }

/** The verdicts of all cases of a table under these criteria. */
function answersTo(service: WelfareService, cases: readonly Case[], criteria: readonly Criterion[]): string {
  const alone = { ...catalogue, services: new Map([[service.id, { ...service, criteria: [...criteria] }]]) }
  return cases.map(({ on, household, member }) => lookUp(HouseholdFacts.parse(household), alone, PlainDate.parse(on), texts).verdicts
    .find(({ memberId }) => member === undefined || memberId === member)?.verdict).join()
}

function* bordersNotHeld(service: WelfareService): Generator<string> {
  const { cases } = parse(readFileSync(join(import.meta.dirname, 'cases', `${service.id}.yaml`), 'utf8')) as { readonly cases: readonly Case[] }
  const answers = answersTo(service, cases, service.criteria)
  for (const [at, criterion] of service.criteria.entries()) {
    for (const changed of moved(criterion)) {
      if (answersTo(service, cases, service.criteria.with(at, changed)) === answers)
        yield `${service.id}: ${JSON.stringify(changed)}`
    }
  }
}

it('the tables of cases hold the borders of the catalogue', { timeout: 120_000 }, () => {
  const loose = Array.from(catalogue.services.values(), service => [...bordersNotHeld(service)]).flat()
  expect(loose.length, `Add cases on both sides of these borders:\n${loose.join('\n')}`).toBeLessThanOrEqual(notHeld)
})
