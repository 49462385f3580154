/**
 * The branches of a catalogue over a whole family: what `branch-tests.ts` says of one member, in words of bits.
 *
 * They stand in one row of numbers, each as its kind, its own number and what it is made of; what a branch is made of
 * stands before it.
 */
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Family } from './member-branches.ts'
import type { Branch } from './node-table.ts'
import type { Words } from './words.ts'
import { Kinship } from '../criteria.ts'
import { relatives } from './kin-words.ts'
import { runCount, runRelative } from './member-branches.ts'
import { everybody, membersWhere, nobody } from './words.ts'

export type RunBranches = (subjects: readonly (PreparedMember | null)[], household: PreparedHousehold, words: Words) => void

const kinds = ['all', 'any', 'not', 'someone', 'relative', 'count'] as const satisfies readonly Branch['kind'][]
const [all, any, not, someone, relative] = [0, 1, 2, 3, 4] as const

/** A count without an upper end has more than any household holds. */
const unbounded = 64

function inNumbers(branch: Branch): readonly number[] {
  const begin = [kinds.indexOf(branch.kind), branch.at]
  switch (branch.kind) {
    case 'all':
    case 'any': return [...begin, branch.of.length, ...branch.of]
    case 'not':
    case 'someone': return [...begin, branch.of]
    case 'relative': return [...begin, branch.of, Kinship.options.indexOf(branch.is)]
    case 'count': return [...begin, branch.of, branch.from, Math.min(branch.to, unbounded)]
  }
}

export function layOutBranches(branches: readonly Branch[]): RunBranches {
  const row = Int32Array.from(branches.flatMap(inNumbers))
  const kin = relatives()
  return (subjects, { members }, words) => {
    kin.begin(subjects)
    const cohabitants = membersWhere(members, ({ source }) => source.relation === 'cohabitant')
    const family: Family = { subjects: subjects.length, cohabitants, members: membersWhere(members, () => true) & ~cohabitants, kin }
    for (let at = 0; at < row.length;)
      at = runBranch(row, at, words, family)
  }
}

/** @returns where the next branch begins */
function runBranch(row: Int32Array, at: number, words: Words, family: Family): number {
  const { is, may } = words
  const number = row[at + 1]!
  const of = row[at + 2]!
  switch (row[at]) {
    case all: return runAll(row, at, words)
    case any: return runAny(row, at, words)
    case not:
      is[number] = ~may[of]!
      may[number] = ~is[of]!
      return at + 3
    case someone:
      is[number] = is[of]! & family.members ? everybody : is[of]! & family.cohabitants
      may[number] = may[of]! & family.members ? everybody : may[of]! & family.cohabitants
      return at + 3
    case relative:
      runRelative(row, at, words, family)
      return at + 4
    default:
      runCount(row, at, words, family)
      return at + 5
  }
}

function runAll(row: Int32Array, at: number, { is, may }: Words): number {
  const end = at + 3 + row[at + 2]!
  let holds = everybody
  let open = everybody
  for (let each = at + 3; each < end; each++) {
    holds &= is[row[each]!]!
    open &= may[row[each]!]!
  }
  is[row[at + 1]!] = holds
  may[row[at + 1]!] = open
  return end
}

function runAny(row: Int32Array, at: number, { is, may }: Words): number {
  const end = at + 3 + row[at + 2]!
  let holds = nobody
  let open = nobody
  for (let each = at + 3; each < end; each++) {
    holds |= is[row[each]!]!
    open |= may[row[each]!]!
  }
  is[row[at + 1]!] = holds
  may[row[at + 1]!] = open
  return end
}
