/**
 * Answers the engine's questions for a family out of one fixed truth, until nothing is left to ask.
 *
 * The truth is made up by the question alone, so that it is the same whichever way the question comes up: most people
 * have no disability, receive nothing yet and are not in a crisis, which is what the first option and "no" say.
 */
import type { FactKind } from '#core/eligibility/facts'
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { Lookup, Question } from '#core/eligibility/verdict'
import type { PlainDate } from '#core/kernel/dates'
import { facts } from '#core/eligibility/facts'
import { questionKey } from '#core/eligibility/question-key'
import { addDays } from '#core/kernel/dates'
import { chancesFrom } from './made-up-households.ts'

export interface Truth { readonly seed: number, readonly on: PlainDate }

/** The same chances each time the same is asked. */
const chancesOf = (question: Question, { seed }: Truth): () => number =>
  chancesFrom([...questionKey(question)].reduce((sum, letter) => Math.imul(sum, 31) + letter.codePointAt(0)! | 0, seed))

/** Whether anybody receives it is what each of them says. */
function answerTo(question: Question, household: HouseholdFacts, truth: Truth): boolean | number | string {
  if (question.about === 'receives' && question.memberId === null)
    return household.members.some(({ id }) => answerTo({ ...question, memberId: id }, household, truth) === true)
  const chance = chancesOf(question, truth)
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(chance() * values.length)]!
  if (question.about === 'sex')
    return one(['female', 'male'])
  if (question.about === 'living-together')
    return chance() < 0.9
  if (question.about === 'receives')
    return chance() < 0.05
  if (question.about !== 'fact')
    return addDays(truth.on, -Math.floor(chance() * (question.about === 'birth' ? 20_000 : 2000)))
  const { value }: FactKind = facts[question.fact as keyof typeof facts]
  switch (value.type) {
    case 'yes-no': return chance() < 0.25
    case 'choice': return chance() < 0.7 ? value.options[0]! : one(value.options)
    case 'count': return Math.floor(chance() * 4)
    case 'date': return addDays(truth.on, -Math.floor(chance() * 1500))
    case 'money': return Math.floor(chance() * 400) * 10_000
  }
}

/** The household with one more answer. */
export function answered(household: HouseholdFacts, question: Question, truth: Truth): HouseholdFacts {
  const answer = answerTo(question, household, truth)
  const { about, fact, service, memberId } = question
  const inFacts = (given: HouseholdFacts['facts']) => ({ ...given, [fact ?? '']: answer })
  const inReceives = (given: HouseholdFacts['receives']) => ({ ...given, [service ?? '']: answer as boolean })
  if (about === 'residence')
    return { ...household, residence: { province: '서울특별시', district: '동작구', inProvinceSince: answer as PlainDate, inDistrictSince: answer as PlainDate, ...household.residence } }
  if (about === 'event-day')
    return { ...household, event: { kind: household.event?.kind ?? 'counselling', on: answer as PlainDate } }
  if (memberId === null)
    return about === 'fact' ? { ...household, facts: inFacts(household.facts) } : { ...household, receives: inReceives(household.receives) }
  const field = { 'birth': 'birth', 'sex': 'sex', 'living-together': 'livingTogether' } as const
  return {
    ...household,
    members: household.members.map(member => member.id !== memberId
      ? member
      : about === 'fact'
        ? { ...member, facts: inFacts(member.facts) }
        : about === 'receives' ? { ...member, receives: inReceives(member.receives) } : { ...member, [field[about]]: answer }),
  }
}

export interface Asked { readonly lookup: Lookup, readonly questions: number }

/**
 * @param most how many of the proposed questions are asked before the next look: one, or all there are
 * @returns the last answer, and how many questions were read out; what is asked in one go is one
 */
export function askUntilSettled(household: HouseholdFacts, most: number, truth: Truth, lookUp: (household: HouseholdFacts) => Lookup): Asked {
  let known = household
  let questions = 0
  for (;;) {
    const lookup = lookUp(known)
    const asked = lookup.questions.slice(0, most)
    if (asked.length === 0)
      return { lookup, questions }
    questions += asked.length
    for (const { question, together = [question] } of asked)
      known = together.reduce((before, each) => answered(before, each, truth), known)
  }
}
