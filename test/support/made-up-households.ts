/**
 * An endless row of made-up households, the same for the same seed: one to nine members, every fact there is, and
 * as much of it unknown as is asked for. One at a time, so that a hundred thousand need no more memory than one.
 */
import type { FactKind } from '#core/eligibility/facts'
import type { HouseholdFacts, MemberFacts, Relation } from '#core/eligibility/household-facts'
import type { PlainDate } from '#core/kernel/dates'
import { facts } from '#core/eligibility/facts'
import { dayNumberOf, dayOfNumber } from '#core/kernel/calendar'

export interface Wishes {
  readonly seed: number
  /** The newest day that anything in them happened on. */
  readonly on: PlainDate
  /** How much of what could be known is not, between 0 and 1. */
  readonly unknown: number
  readonly mostMembers?: number
  /** Far more small ones than large: half live alone, 2.8 on average. Left out, each size is as frequent as another. */
  readonly mostlySmall?: true
}

/** Chances by Mulberry32: small, fast and the same on every machine. */
export function chancesFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const ofPersons = Object.entries<FactKind>(facts).filter(([, { about }]) => about === 'person')
/** Also what a service that looks at one person reads among that person's own answers. */
const ofHouseholds = Object.entries<FactKind>(facts).filter(([, { about }]) => about === 'household')
const ownMeans = ofHouseholds.filter(([name]) => name === 'recognised-income' || name === 'monthly-income')

/** Head and spouse, two children, then whoever else may live there. */
const relations: readonly Relation[] = ['head', 'spouse', 'child', 'child', 'parent', 'grandchild', 'parent-in-law', 'sibling', 'cohabitant']
const places = [['서울특별시', '동작구'], ['서울특별시', '노원구'], ['경기도', '수원시 장안구'], ['전라남도', '해남군'], ['부산광역시', '기장군']] as const
const events = ['move-in', 'birth', 'death', 'counselling'] as const
/** Youngest and oldest, by relation to the head; others are adults of any age. */
const ages: Partial<Record<Relation, readonly [number, number]>> = { 'head': [19, 90], 'child': [0, 35], 'grandchild': [0, 20], 'parent': [50, 95], 'parent-in-law': [50, 95] }

export function* madeUpHouseholds({ seed, on, unknown, mostMembers = 9, mostlySmall }: Wishes): Generator<HouseholdFacts, never> {
  const chance = chancesFrom(seed)
  const today = dayNumberOf(on)
  const upTo = (most: number): number => Math.floor(chance() * (most + 1))
  const oneOf = <Value>(values: readonly Value[]): Value => values[upTo(values.length - 1)]!
  const isKnown = (): boolean => chance() >= unknown
  const daysAgo = (most: number): PlainDate => dayOfNumber(today - upTo(most))

  const answerTo = (value: FactKind['value']): boolean | number | string => {
    switch (value.type) {
      case 'yes-no': return chance() < 0.3
      case 'choice': return chance() < 0.6 ? value.options[0]! : oneOf(value.options)
      case 'count': return upTo(4)
      case 'date': return daysAgo(chance() < 0.5 ? 200 : 4000)
      case 'money': return upTo(700) * 10_000
    }
  }
  const answersTo = (kinds: typeof ofPersons): Record<string, boolean | number | string> => {
    const answers: Record<string, boolean | number | string> = {}
    for (const [name, { value }] of kinds) {
      if (isKnown())
        answers[name] = answerTo(value)
    }
    return answers
  }
  const memberAt = (place: number): MemberFacts => {
    const relation = place === 0 ? 'head' : chance() < 0.6 ? relations[place]! : oneOf(relations.slice(1))
    const [youngest, oldest] = ages[relation] ?? [18, 80]
    return {
      id: `m${place}`,
      relation,
      ...(isKnown() ? { birth: dayOfNumber(today - youngest * 366 - upTo((oldest - youngest) * 365)) } : {}),
      ...(isKnown() ? { sex: chance() < 0.5 ? 'female' : 'male' } : {}),
      ...(isKnown() ? { livingTogether: chance() < 0.9 } : {}),
      ...(chance() < 0.02 ? { diedOn: daysAgo(200) } : {}),
      facts: answersTo(chance() < 0.2 ? [...ofPersons, ...ownMeans] : ofPersons),
      receives: {},
    }
  }
  while (true) {
    const [province, district] = oneOf(places)
    const [longest, shortest] = [daysAgo(4000), daysAgo(800)].sort()
    yield {
      ...(isKnown() ? { event: { kind: oneOf(events), ...(isKnown() ? { on: daysAgo(120) } : {}) } } : {}),
      residence: {
        ...(isKnown() ? { province, ...(isKnown() ? { district } : {}) } : {}),
        ...(isKnown() ? { inProvinceSince: longest } : {}),
        ...(isKnown() ? { inDistrictSince: shortest } : {}),
      },
      members: Array.from({ length: mostlySmall ? 1 + Math.floor(chance() ** 3 * mostMembers) : 1 + upTo(mostMembers - 1) }, (_, place) => memberAt(place)),
      facts: answersTo(ofHouseholds),
      receives: {},
    }
  }
}
