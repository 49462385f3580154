/**
 * The leaves of a catalogue, laid out by what they compare, each answered for a whole family at once.
 *
 * What is the same for the whole household is asked once and stands in every bit.
 */
import type { About, Shape } from '../checks/shape.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Columns } from './columns.ts'
import type { Leaf } from './node-table.ts'
import type { Words } from './words.ts'
import { aboutOfShape, hasOwnBorders, isAmong, isWithin, mayBeAmong, mayBeWithin, testOf } from '../checks/shape.ts'
import { no, yes } from '../kleene.ts'
import { columnsFor } from './columns.ts'
import { everybody, nobody } from './words.ts'

type Subjects = readonly (PreparedMember | null)[]
export type AnswerLeaves = (subjects: Subjects, household: PreparedHousehold, words: Words) => void

type LeafOf<Kind extends Shape['kind']> = Leaf & { readonly shape: { readonly kind: Kind } }
const isOf = <Kind extends Shape['kind']>(kind: Kind) => (leaf: Leaf): leaf is LeafOf<Kind> => leaf.shape.kind === kind

/** Where each member has a border of its own, there is no one border to compare a column with. */
const isCompared = (leaf: Leaf): leaf is LeafOf<'range' | 'among'> => leaf.shape.kind !== 'other' && !hasOwnBorders(leaf.shape)

export function layOutLeaves(leaves: readonly Leaf[]): AnswerLeaves {
  const columns = columnsFor(leaves.filter(isCompared).map(({ shape }) => shape))
  const groups = (['household', 'person'] as const).flatMap((about) => {
    const those = leaves.filter(({ shape }) => aboutOfShape(shape) === about)
    const compared = those.filter(isCompared)
    return [
      ranges(compared.filter(isOf('range')), about, columns),
      amongs(compared.filter(isOf('among')), about, columns),
      others(those.filter(leaf => !isCompared(leaf)), about),
    ]
  })
  return (subjects, household, words) => {
    columns.fill(subjects, household)
    for (const answer of groups)
      answer(subjects, household, words)
  }
}

/** Spreads the one answer of a household over all bits; the answers of members stay where they are. */
const spread = (word: number, about: About): number => about === 'person' ? word : word & 1 ? everybody : nobody

function ranges(leaves: readonly LeafOf<'range'>[], about: About, { values, least, most, columnOf, placeOf }: Columns): AnswerLeaves {
  const columns = Int32Array.from(leaves, ({ shape }) => columnOf(shape.of))
  const lows = Int32Array.from(leaves, ({ shape }) => placeOf(shape.atLeast))
  const highs = Int32Array.from(leaves, ({ shape }) => placeOf(shape.atMost))
  const numbers = Int32Array.from(leaves, ({ at }) => at)
  return (subjects, _household, { is, may }) => {
    const last = about === 'person' ? subjects.length : 1
    for (let leaf = 0; leaf < numbers.length; leaf++) {
      const column = columns[leaf]!
      const lowLeast = least[lows[leaf]!]!
      const lowMost = most[lows[leaf]!]!
      const highLeast = least[highs[leaf]!]!
      const highMost = most[highs[leaf]!]!
      let holds = nobody
      let open = nobody
      for (let subject = 0; subject < last; subject++) {
        const value = values[column + subject]!
        holds |= isWithin(value, lowMost, highLeast) << subject
        open |= mayBeWithin(value, lowLeast, highMost) << subject
      }
      is[numbers[leaf]!] = spread(holds, about)
      may[numbers[leaf]!] = spread(open, about)
    }
  }
}

function amongs(leaves: readonly LeafOf<'among'>[], about: About, { values, columnOf }: Columns): AnswerLeaves {
  const columns = Int32Array.from(leaves, ({ shape }) => columnOf(shape.of))
  const accepted = Int32Array.from(leaves, ({ shape }) => shape.accepted)
  const numbers = Int32Array.from(leaves, ({ at }) => at)
  return (subjects, _household, { is, may }) => {
    const last = about === 'person' ? subjects.length : 1
    for (let leaf = 0; leaf < numbers.length; leaf++) {
      const column = columns[leaf]!
      let holds = nobody
      let open = nobody
      for (let subject = 0; subject < last; subject++) {
        const answer = values[column + subject]!
        holds |= isAmong(answer, accepted[leaf]!) << subject
        open |= mayBeAmong(answer, accepted[leaf]!) << subject
      }
      is[numbers[leaf]!] = spread(holds, about)
      may[numbers[leaf]!] = spread(open, about)
    }
  }
}

function others(leaves: readonly Leaf[], about: About): AnswerLeaves {
  const tests = leaves.map(({ at, shape }) => ({ at, test: testOf(shape) }))
  return (subjects, household, { is, may }) => {
    const last = about === 'person' ? subjects.length : 1
    for (const { at, test } of tests) {
      let holds = nobody
      let open = nobody
      for (let subject = 0; subject < last; subject++) {
        const value: Kleene = test(subjects[subject]!, household)
        holds |= value === yes ? 1 << subject : 0
        open |= value === no ? 0 : 1 << subject
      }
      is[at] = spread(holds, about)
      may[at] = spread(open, about)
    }
  }
}
