/** The branches that turn to other members, over a whole family: its relatives, and how many there are. */
import type { Relatives } from './kin-words.ts'
import type { Words } from './words.ts'
import { Kinship } from '../criteria.ts'
import { no, unknown, yes } from '../kleene.ts'
import { bitsIn, everybody, nobody } from './words.ts'

/** Who is who in a household: whom `someone` and `count` go through, and the cohabitants, who count only for themselves. */
export interface Family {
  readonly subjects: number
  readonly members: number
  readonly cohabitants: number
  readonly kin: Relatives
}

/** Without a member there is nobody to be the relative of: bit 0 is not known. */
export function runRelative(row: Int32Array, at: number, { is, may }: Words, { subjects, members, kin }: Family): void {
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

export function runCount(row: Int32Array, at: number, { is, may }: Words, { members, cohabitants }: Family): void {
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
