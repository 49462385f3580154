/** Who in a household is the child, parent, spouse, … of whom, in words of bits; worked out when first asked for. */
import type { Kinship } from '../criteria.ts'
import type { PreparedMember } from '../prepare-household.ts'
import { Kinship as Kinships } from '../criteria.ts'
import { isKin } from '../kinship.ts'
import { no, yes } from '../kleene.ts'
import { nobody, subjectsOfAWord } from './words.ts'

export interface KinWords {
  /** At the place of each subject those who are, and who may be, that relative of it. */
  readonly is: Int32Array
  readonly may: Int32Array
}

export interface Relatives {
  readonly begin: (subjects: readonly (PreparedMember | null)[]) => void
  readonly of: (kinship: Kinship) => KinWords
}

/** @returns one memory for all households, begun anew with each */
export function relatives(): Relatives {
  const known = new Map(Kinships.options.map(kinship => [kinship, { is: new Int32Array(subjectsOfAWord), may: new Int32Array(subjectsOfAWord) }]))
  const filled = new Set<Kinship>()
  let everybody: readonly (PreparedMember | null)[] = []
  return {
    begin: (subjects) => {
      everybody = subjects
      filled.clear()
    },
    of: (kinship) => {
      const words = known.get(kinship)!
      if (!filled.has(kinship)) {
        filled.add(kinship)
        for (let subject = 1; subject < everybody.length; subject++)
          fillKin(words, kinship, subject, everybody)
      }
      return words
    },
  }
}

function fillKin({ is, may }: KinWords, kinship: Kinship, subject: number, everybody: readonly (PreparedMember | null)[]): void {
  let certain = nobody
  let possible = nobody
  for (let other = 1; other < everybody.length; other++) {
    const value = isKin(everybody[other]!, kinship, everybody[subject]!)
    certain |= value === yes ? 1 << other : 0
    possible |= value === no ? 0 : 1 << other
  }
  is[subject] = certain
  may[subject] = possible
}
