/** The days on which the verdict of a service may change for anybody of a household: all of them, and some more. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import type { Ground } from './turns.ts'
import { addDays } from '../../kernel/dates.ts'
import { leavesIn } from './leaves-in.ts'
import { turnsOf } from './turns.ts'

/** Who belongs to the household changes for every service. */
export const daysOfMembers = ({ members }: HouseholdFacts): readonly PlainDate[] =>
  members.flatMap(({ birth, diedOn }) => [birth, diedOn].filter(day => day !== undefined))

export function breakDays({ from, until, criteria }: WelfareService, ground: Ground): readonly PlainDate[] {
  const { members } = ground.household
  return [
    ...(from ? [from] : []),
    ...(until && until < lastOfAll ? [addDays(until, 1)] : []),
    ...criteria.flatMap(leavesIn).flatMap(leaf => [null, ...members].flatMap(member => turnsOf(leaf, member, ground).map(({ day }) => day))),
    ...daysOfMembers(ground.household),
  ]
}

const lastOfAll = '9999-12-31'
