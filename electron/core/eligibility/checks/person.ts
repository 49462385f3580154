/** Checks of what a member is: age, birth day, sex, relation to the head, living together. */
import type { MakeCheck } from './check.ts'
import { asKleene, unknown } from '../kleene.ts'
import { askAbout, ofMember, withinAges } from './check.ts'

export const age: MakeCheck<'age'> = ({ unit, from = 0, below = Number.POSITIVE_INFINITY, at }) => {
  const years = at === 'month-end' ? 'yearsAtMonthEnd' : 'years'
  const months = at === 'month-end' ? 'monthsAtMonthEnd' : 'months'
  const measure = unit === 'months' ? months : years
  return {
    test: ofMember(member => withinAges(member[measure], from, below)),
    ask: askAbout('birth'),
  }
}

export const born: MakeCheck<'born'> = ({ from, until }) => ({
  test: ofMember(({ birth }) => birth === undefined ? unknown : asKleene((!from || birth >= from) && (!until || birth <= until))),
  ask: askAbout('birth'),
})

export const yearAge: MakeCheck<'year-age'> = ({ from = 0, below = Number.POSITIVE_INFINITY }) => ({
  test: ofMember(({ birthYear }, { year }) => withinAges(year - birthYear, from, below)),
  ask: askAbout('birth'),
})

export const sex: MakeCheck<'sex'> = ({ is }) => ({
  test: ofMember(({ source }) => source.sex === undefined ? unknown : asKleene(source.sex === is)),
  ask: askAbout('sex'),
})

export const relation: MakeCheck<'relation'> = criterion => ({
  test: ofMember(({ source }) => asKleene(criterion.in.includes(source.relation))),
  ask: () => undefined,
})

export const livingTogether: MakeCheck<'living-together'> = ({ is }) => ({
  test: ofMember(({ source }) => source.livingTogether === undefined ? unknown : asKleene(source.livingTogether === is)),
  ask: askAbout('living-together'),
})
