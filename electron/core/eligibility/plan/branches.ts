/** The branches of a catalogue over a whole family: what `compile-criterion.ts` says of one member, in words of bits. */
import type { Kinship } from '../criteria.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Branch } from './node-table.ts'
import type { Words } from './words.ts'
import { isKin } from '../kinship.ts'
import { no, unknown, yes } from '../kleene.ts'
import { bitsIn, everybody, membersWhere, nobody, valueAt } from './words.ts'

/** Who is who in a household. */
interface Family {
  readonly subjects: readonly (PreparedMember | null)[]
  /** Whom `someone` and `count` go through, and the cohabitants, who count only for themselves. */
  readonly members: number
  readonly cohabitants: number
}

type Run = (words: Words, family: Family) => void

export type RunBranches = (subjects: readonly (PreparedMember | null)[], household: PreparedHousehold, words: Words) => void

/** In the order of the table: what a branch is made of has been answered before it. */
export function layOutBranches(branches: readonly Branch[]): RunBranches {
  const runs = branches.map(runOf)
  return (subjects, { members }, words) => {
    const cohabitants = membersWhere(members, ({ source }) => source.relation === 'cohabitant')
    const family: Family = { subjects, cohabitants, members: membersWhere(members, () => true) & ~cohabitants }
    for (const run of runs)
      run(words, family)
  }
}

function runOf(branch: Branch): Run {
  switch (branch.kind) {
    case 'all': return allOf(branch.at, branch.of)
    case 'any': return anyOf(branch.at, branch.of)
    case 'not': return ({ is, may }) => {
      is[branch.at] = ~may[branch.of]!
      may[branch.at] = ~is[branch.of]!
    }
    case 'someone': return ({ is, may }, { members, cohabitants }) => {
      is[branch.at] = is[branch.of]! & members ? everybody : is[branch.of]! & cohabitants
      may[branch.at] = may[branch.of]! & members ? everybody : may[branch.of]! & cohabitants
    }
    case 'relative': return relativeOf(branch.at, branch.is, branch.of)
    case 'count': return countOf(branch)
  }
}

function allOf(at: number, numbers: readonly number[]): Run {
  const of = Int32Array.from(numbers)
  return ({ is, may }) => {
    let holds = everybody
    let open = everybody
    for (let each = 0; each < of.length; each++) {
      holds &= is[of[each]!]!
      open &= may[of[each]!]!
    }
    is[at] = holds
    may[at] = open
  }
}

function anyOf(at: number, numbers: readonly number[]): Run {
  const of = Int32Array.from(numbers)
  return ({ is, may }) => {
    let holds = nobody
    let open = nobody
    for (let each = 0; each < of.length; each++) {
      holds |= is[of[each]!]!
      open |= may[of[each]!]!
    }
    is[at] = holds
    may[at] = open
  }
}

/** Without a member there is nobody to be the relative of: not known. */
function relativeOf(at: number, kinship: Kinship, of: number): Run {
  return ({ is, may }, { subjects, members }) => {
    const candidates = may[of]! & members
    const last = candidates === nobody ? 1 : subjects.length
    let holds = nobody
    let open = 1
    for (let subject = 1; subject < last; subject++) {
      const value = kinAmong(candidates, is[of]!, kinship, subject, subjects)
      holds |= (value === yes ? 1 : 0) << subject
      open |= (value === no ? 0 : 1) << subject
    }
    is[at] = holds
    may[at] = open
  }
}

function kinAmong(candidates: number, holds: number, kinship: Kinship, subject: number, subjects: readonly (PreparedMember | null)[]): Kleene {
  let any: Kleene = no
  for (let left = candidates; left !== nobody && any !== yes; left &= left - 1) {
    const candidate = bitsIn((left & -left) - 1)
    const kin = isKin(subjects[candidate]!, kinship, subjects[subject]!)
    if (kin !== no)
      any = kin === yes && valueAt(holds, everybody, candidate) === yes ? yes : unknown
  }
  return any
}

function countOf({ at, of, from, to }: Extract<Branch, { kind: 'count' }>): Run {
  const within = (certain: number, possible: number): Kleene =>
    certain >= from && possible <= to ? yes : possible < from || certain > to ? no : unknown
  return ({ is, may }, { members, cohabitants }) => {
    const [certain, possible] = [bitsIn(is[of]! & members), bitsIn(may[of]! & members)]
    const value = within(certain, possible)
    let holds = value === yes ? everybody : nobody
    let open = value === no ? nobody : everybody
    for (let left = cohabitants; left !== nobody; left &= left - 1) {
      const bit = left & -left
      const own = within(certain + (is[of]! & bit ? 1 : 0), possible + (may[of]! & bit ? 1 : 0))
      holds = own === yes ? holds | bit : holds & ~bit
      open = own === no ? open & ~bit : open | bit
    }
    is[at] = holds
    may[at] = open
  }
}
