/**
 * What a criterion compares, said once: the test of one member and the column of a whole family in `plan/` are both
 * read off it, so the two cannot mean different things.
 */
import type { Kleene } from '../kleene.ts'
import type { CompiledLimit } from '../limit.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'

/** `member` is `null` where a household is looked up and the criterion speaks of nobody in it. */
export type Test = (member: PreparedMember | null, household: PreparedHousehold) => Kleene

/** Whether it is another thing for each member, or the same for the whole household. */
export type About = 'person' | 'household'

/** Something of a member or a household in a number: NaN, or the code of no answer, while it is not known. */
export interface Measure {
  /** The same for the same thing, so that it is read once for all criteria that compare it. */
  readonly key: string
  readonly about: About
  readonly read: (member: PreparedMember | null, household: PreparedHousehold) => number
}

/** A border that may itself not be known exactly, as long as the row of its table is not. */
export type Border = Pick<CompiledLimit, 'key' | 'about' | 'fixed' | 'least' | 'most'>

export type Shape
  /** A number between two borders, both included. */
  = | { readonly kind: 'range', readonly of: Measure, readonly atLeast: Border, readonly atMost: Border }
  /** One of few answers, each the place of a bit: held by those whose bit is set in `accepted`. */
    | { readonly kind: 'among', readonly of: Measure, readonly accepted: number }
  /** Anything else; the same `key` asks the same. */
    | { readonly kind: 'other', readonly key: string, readonly about: About, readonly test: Test }

export function aboutOfShape(shape: Shape): About {
  switch (shape.kind) {
    case 'other': return shape.about
    case 'among': return shape.of.about
    case 'range': return hasOwnBorders(shape) ? 'person' : shape.of.about
  }
}

/** Each member has a border of its own: where the couple or the member counts. */
export const hasOwnBorders = (shape: Shape): boolean => shape.kind === 'range' && (shape.atLeast.about === 'person' || shape.atMost.about === 'person')

/** The place of "nobody answered" among few answers, which is never accepted, and of an answer that none of them is. */
export const notAnswered = 31
export const anotherAnswer = 30

/** Answers that a shape of kind `among` can tell apart. */
export const mostAnswers = 30

/**
 * Each comparison in two halves, whether it holds and whether it may, that add up to one of the three values. Reckoned
 * without a branch: which way it goes is as good as chance, and over many rules guessing wrong is most of the time.
 *
 * NaN on either side, a value that is not known or a gap in the figures, leaves it open.
 */
export const isWithin = (value: number, low: number, high: number): number => Number(value <= high) & Number(value >= low)
export const mayBeWithin = (value: number, low: number, high: number): number => (Number(value > high) | Number(value < low)) ^ 1

export const isAmong = (answer: number, accepted: number): number => (accepted >>> answer) & 1
export const mayBeAmong = (answer: number, accepted: number): number => ((accepted | 1 << notAnswered) >>> answer) & 1

export const acceptedOf = (places: readonly number[]): number => places.reduce((accepted, place) => accepted | 1 << place, 0)

export function testOf(shape: Shape): Test {
  switch (shape.kind) {
    case 'other': return shape.test
    case 'among': {
      const { of: { read }, accepted } = shape
      return (member, household) => {
        const answer = read(member, household)
        return (isAmong(answer, accepted) + mayBeAmong(answer, accepted)) as Kleene
      }
    }
    case 'range': {
      const { of: { read }, atLeast, atMost } = shape
      return (member, household) => {
        const value = read(member, household)
        const is = isWithin(value, atLeast.most(member, household), atMost.least(member, household))
        return (is + mayBeWithin(value, atLeast.least(member, household), atMost.most(member, household))) as Kleene
      }
    }
  }
}
