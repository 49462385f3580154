/** A small made-up catalogue for the engine's tests, and services of one criterion made on the spot. */
import type { Criterion } from '#core/eligibility/criteria'
import type { Lookup, ServiceVerdict } from '#core/eligibility/verdict'
import type { Catalogue } from '#core/policy/catalogue'
import type { WelfareService as Entry } from '#core/policy/welfare-service'
import { join } from 'node:path'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { PlainDate } from '#core/kernel/dates'
import { WelfareService } from '#core/policy/welfare-service'
import { loadPolicy } from '#server/load-policy'
import { loadEligibilityTexts } from '#server/load-texts'

export const fixtureFolder = join(import.meta.dirname, 'policy-fixture')
export const fixture = await loadPolicy(fixtureFolder)
export const texts = await loadEligibilityTexts(join(import.meta.dirname, '../../resources/texts'))

/** A Sunday in the year of the fixture's newest figures. */
export const today = PlainDate.parse('2026-11-22')

/** An entry with these criteria and nothing else that decides; the rest is the fixture's. */
export const aService = (criteria: readonly unknown[], given: Partial<Record<keyof Entry, unknown>> = {}): Entry => WelfareService.parse({
  ...fixture.services.get('fixture-household-help'),
  id: 'tried',
  concerns: 'member',
  criteria,
  confidence: 'confirmed',
  toCheck: undefined,
  ...given,
})

export const aCatalogue = (...services: readonly Entry[]): Catalogue =>
  ({ ...fixture, services: new Map([...fixture.services, ...services.map(service => [service.id, service] as const)]) })

export const household = (given: unknown): HouseholdFacts => HouseholdFacts.parse(given)

export const lookUpWith = (services: readonly Entry[], given: unknown, on: string = today): Lookup =>
  lookUp(household(given), aCatalogue(...services), PlainDate.parse(on), texts)

/** The verdict on one service for one member, or for the household. */
export function verdictFor(service: Entry, given: unknown, memberId: string | null = 'a', on: string = today): ServiceVerdict {
  const verdict = lookUpWith([service], given, on).verdicts.find(each => each.serviceId === service.id && each.memberId === memberId)
  if (!verdict)
    throw new Error('The service does not stand in the answer.')
  return verdict
}

/** What one criterion says about member `a`. */
export const says = (criterion: Criterion | Record<string, unknown>, given: unknown, on: string = today): ServiceVerdict['verdict'] =>
  verdictFor(aService([criterion]), given, 'a', on).verdict
