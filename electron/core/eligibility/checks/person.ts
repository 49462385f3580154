/** Checks of what a member is: age, birth day, sex, relation to the head, living together. */
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { MakeCheck } from './check.ts'
import type { Measure, Shape } from './shape.ts'
import { dayNumberOf } from '../../kernel/calendar.ts'
import { ageByDay } from '../age-by-day.ts'
import { Relation, Sex } from '../household-facts.ts'
import { fixedLimit, noLeast, noMost } from '../limit.ts'
import { askAbout } from './check.ts'
import { acceptedOf, notAnswered } from './shape.ts'

/** A number of a person: not known where there is no person to speak of. */
const ofMember = (key: string, read: (member: PreparedMember, household: PreparedHousehold) => number): Measure =>
  ({ key, about: 'person', read: (member, household) => member === null ? Number.NaN : read(member, household) })

/** A choice of a person, by its place among the options; -1 is not known. */
const choiceOfMember = (key: string, read: (member: PreparedMember) => number): Measure => ({
  key,
  about: 'person',
  read: (member) => {
    const place = member === null ? -1 : read(member)
    return place < 0 ? notAnswered : place
  },
})

/** Whole years or months: fewer than `below` are at most one less. */
const ages = (of: Measure, from: number | undefined, below: number | undefined): Shape => ({
  kind: 'range',
  of,
  atLeast: from === undefined ? noLeast : fixedLimit(from),
  atMost: below === undefined ? noMost : fixedLimit(below - 1),
})

const ageBy = (unit: 'years' | 'months', monthDay: string): Measure =>
  ofMember(`${unit}-by-${monthDay}`, ({ birth }, { on }) => ageByDay(birth, unit, monthDay, on))

const ageOf = {
  years: { day: ofMember('years', ({ years }) => years), monthEnd: ofMember('years-at-month-end', ({ yearsAtMonthEnd }) => yearsAtMonthEnd) },
  months: { day: ofMember('months', ({ months }) => months), monthEnd: ofMember('months-at-month-end', ({ monthsAtMonthEnd }) => monthsAtMonthEnd) },
}

export const age: MakeCheck<'age'> = ({ unit, from, below, at }) => ({
  shape: ages(at === undefined ? ageOf[unit].day : at === 'month-end' ? ageOf[unit].monthEnd : ageBy(unit, at), from, below),
  ask: askAbout('birth'),
})

const birthDay = ofMember('birth-day', ({ birth }) => birth === undefined ? Number.NaN : dayNumberOf(birth))

export const born: MakeCheck<'born'> = ({ from, until }) => ({
  shape: {
    kind: 'range',
    of: birthDay,
    atLeast: from === undefined ? noLeast : fixedLimit(dayNumberOf(from)),
    atMost: until === undefined ? noMost : fixedLimit(dayNumberOf(until)),
  },
  ask: askAbout('birth'),
})

const ageInYear = ofMember('year-age', ({ birthYear }, { year }) => year - birthYear)

export const yearAge: MakeCheck<'year-age'> = ({ from, below }) => ({ shape: ages(ageInYear, from, below), ask: askAbout('birth') })

const sexOf = choiceOfMember('sex', ({ source }) => source.sex === undefined ? -1 : Sex.options.indexOf(source.sex))

export const sex: MakeCheck<'sex'> = ({ is }) => ({
  shape: { kind: 'among', of: sexOf, accepted: acceptedOf([Sex.options.indexOf(is)]) },
  ask: askAbout('sex'),
})

const relationOf = choiceOfMember('relation', ({ source }) => Relation.options.indexOf(source.relation))

export const relation: MakeCheck<'relation'> = criterion => ({
  shape: { kind: 'among', of: relationOf, accepted: acceptedOf(criterion.in.map(each => Relation.options.indexOf(each))) },
  ask: () => undefined,
})

const livesThere = choiceOfMember('living-together', ({ source }) => source.livingTogether === undefined ? -1 : Number(source.livingTogether))

export const livingTogether: MakeCheck<'living-together'> = ({ is }) => ({
  shape: { kind: 'among', of: livesThere, accepted: acceptedOf([Number(is)]) },
  ask: askAbout('living-together'),
})
