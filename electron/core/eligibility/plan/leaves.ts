/**
 * The leaves of a catalogue, laid out by what they compare, each answered for a whole family at once.
 *
 * What is the same for the whole household is asked once and stands in every bit.
 */
import type { About, Shape } from '../checks/shape.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Columns } from './columns.ts'
import type { Leaf } from './node-table.ts'
import type { Words } from './words.ts'
import { between, isAmong, testOf } from '../checks/shape.ts'
import { no, yes } from '../kleene.ts'
import { everybody, nobody } from './words.ts'

export type AnswerLeaves = (subjects: readonly (PreparedMember | null)[], household: PreparedHousehold, words: Words) => void

type Of<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>
interface LeafOf<Kind extends Shape['kind']> { readonly at: number, readonly shape: Of<Kind> }

const isOf = <Kind extends Shape['kind']>(kind: Kind) => (leaf: Leaf): leaf is LeafOf<Kind> => leaf.shape.kind === kind

function aboutOf(shape: Shape): About {
  switch (shape.kind) {
    case 'other': return shape.about
    case 'among': return shape.of.about
    case 'range': return [shape.of, shape.atLeast, shape.atMost].some(({ about }) => about === 'person') ? 'person' : 'household'
  }
}

/** Where each member has a border of its own, there is no one border to compare a column with. */
const hasOwnBorders = ({ shape }: Leaf): boolean => shape.kind === 'range' && (shape.atLeast.about === 'person' || shape.atMost.about === 'person')

export function layOutLeaves(leaves: readonly Leaf[], columns: Columns): AnswerLeaves {
  const groups = (['household', 'person'] as const).flatMap((about) => {
    const those = leaves.filter(({ shape }) => aboutOf(shape) === about)
    const single = those.filter(leaf => leaf.shape.kind === 'other' || hasOwnBorders(leaf))
    const compared = those.filter(leaf => !single.includes(leaf))
    return [
      ranges(compared.filter(isOf('range')), about, columns),
      amongs(compared.filter(isOf('among')), about, columns),
      others(single, about),
    ]
  })
  return (subjects, household, words) => {
    columns.fill(subjects, household)
    for (const answer of groups)
      answer(subjects, household, words)
  }
}

/** Spreads the one answer of a household over all bits, or leaves the answers of the members where they are. */
const spread = (word: number, about: About): number => about === 'person' ? word : word & 1 ? everybody : nobody

function ranges(leaves: readonly LeafOf<'range'>[], about: About, columns: Columns): AnswerLeaves {
  const column = Int32Array.from(leaves, ({ shape }) => columns.columnOf(shape.of))
  const low = Int32Array.from(leaves, ({ shape }) => columns.placeOf(shape.atLeast))
  const high = Int32Array.from(leaves, ({ shape }) => columns.placeOf(shape.atMost))
  const target = Int32Array.from(leaves, ({ at }) => at)
  return (subjects, _household, { is, may }) => {
    const [values, least, most] = [columns.values(), columns.least(), columns.most()]
    const last = about === 'person' ? subjects.length : 1
    for (let leaf = 0; leaf < target.length; leaf++) {
      const [lowLeast, lowMost, highLeast, highMost] = [least[low[leaf]!]!, most[low[leaf]!]!, least[high[leaf]!]!, most[high[leaf]!]!]
      let holds = nobody
      let open = nobody
      for (let subject = 0; subject < last; subject++) {
        const value = between(values[column[leaf]! + subject]!, lowLeast, lowMost, highLeast, highMost)
        holds |= (value >> 1) << subject
        open |= (value === no ? 0 : 1) << subject
      }
      is[target[leaf]!] = spread(holds, about)
      may[target[leaf]!] = spread(open, about)
    }
  }
}

function amongs(leaves: readonly LeafOf<'among'>[], about: About, columns: Columns): AnswerLeaves {
  const column = Int32Array.from(leaves, ({ shape }) => columns.columnOf(shape.of))
  const accepted = Int32Array.from(leaves, ({ shape }) => shape.accepted)
  const target = Int32Array.from(leaves, ({ at }) => at)
  return (subjects, _household, { is, may }) => {
    const values = columns.values()
    const last = about === 'person' ? subjects.length : 1
    for (let leaf = 0; leaf < target.length; leaf++) {
      let holds = nobody
      let open = nobody
      for (let subject = 0; subject < last; subject++) {
        const value = isAmong(values[column[leaf]! + subject]!, accepted[leaf]!)
        holds |= (value >> 1) << subject
        open |= (value === no ? 0 : 1) << subject
      }
      is[target[leaf]!] = spread(holds, about)
      may[target[leaf]!] = spread(open, about)
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
        const value = test(subjects[subject]!, household)
        holds |= (value === yes ? 1 : 0) << subject
        open |= (value === no ? 0 : 1) << subject
      }
      is[at] = spread(holds, about)
      may[at] = spread(open, about)
    }
  }
}
