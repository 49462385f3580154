/**
 * The branches of a catalogue over a whole family: what `compile-criterion.ts` says of one member, in words of bits.
 *
 * They stand in one row of numbers, each as its kind, its own number and what it is made of; what a branch is made of
 * stands before it.
 */
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Relatives } from './kin-words.ts'
import type { Branch } from './node-table.ts'
import type { Words } from './words.ts'
import { Kinship } from '../criteria.ts'
import { no, unknown, yes } from '../kleene.ts'
import { relatives } from './kin-words.ts'
import { bitsIn, everybody, membersWhere, nobody } from './words.ts'

export type RunBranches = (subjects: readonly (PreparedMember | null)[], household: PreparedHousehold, words: Words) => void

/** Who is who in a household: whom `someone` and `count` go through, and the cohabitants, who count only for themselves. */
interface Family {
  readonly subjects: number
  readonly members: number
  readonly cohabitants: number
  readonly kin: Relatives
}

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

/** Without a member there is nobody to be the relative of: bit 0 is not known. */
function runRelative(row: Int32Array, at: number, { is, may }: Words, { subjects, members, kin }: Family): void {
  const fitting = is[row[at + 2]!]! & members
  const candidates = may[row[at + 2]!]! & members
  let holds = nobody
  let open = 1
  if (candidates !== nobody) {
    const relatives = kin.of(Kinship.options[row[at + 3]!]!)
    for (let subject = 1; subject < subjects; subject++) {
      holds |= fitting & relatives.is[subject]! ? 1 << subject : 0
      open |= candidates & relatives.may[subject]! ? 1 << subject : 0
    }
  }
  is[row[at + 1]!] = holds
  may[row[at + 1]!] = open
}

function runCount(row: Int32Array, at: number, { is, may }: Words, { members, cohabitants }: Family): void {
  const [fitting, candidates] = [is[row[at + 2]!]!, may[row[at + 2]!]!]
  const [from, to] = [row[at + 3]!, row[at + 4]!]
  const within = (certain: number, possible: number) => certain >= from && possible <= to ? yes : possible < from || certain > to ? no : unknown
  const [certain, possible] = [bitsIn(fitting & members), bitsIn(candidates & members)]
  const value = within(certain, possible)
  let holds = value === yes ? everybody : nobody
  let open = value === no ? nobody : everybody
  for (let left = cohabitants; left !== nobody; left &= left - 1) {
    const own = left & -left
    const withOwn = within(certain + (fitting & own ? 1 : 0), possible + (candidates & own ? 1 : 0))
    holds = withOwn === yes ? holds | own : holds & ~own
    open = withOwn === no ? open & ~own : open | own
  }
  is[row[at + 1]!] = holds
  may[row[at + 1]!] = open
}
