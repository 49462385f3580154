/**
 * Whose income a service looks at.
 *
 * A household has one recognised income (소득인정액). A service that counts a couple or a single member may only
 * read it when nobody else lives there; else the amount found for that person stands among the member's own facts.
 */
import type { Counts } from '../../policy/welfare-service.ts'
import type { FactName } from '../facts.ts'
import type { CompiledLimit } from '../limit.ts'
import type { Answer, PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Question } from '../verdict.ts'
import type { Check } from './check.ts'
import type { About } from './shape.ts'
import { ageOfOwnHousehold, agesOfService, sizeOf } from '../counted.ts'
import { factIndex } from '../fact-table.ts'
import { no, unknown, yes } from '../kleene.ts'

export function meansOf(
  measure: 'recognised-income' | 'monthly-income',
  counts: Counts,
): { readonly value: NonNullable<Check['actual']>, readonly about: About, readonly ask: Check['ask'] } {
  const index = factIndex[measure]
  if (counts === 'registered' || counts === 'family') {
    return {
      about: 'household',
      value: (_member, household) => household.answers[index],
      ask: () => ({ about: 'fact', fact: measure, memberId: null }),
    }
  }
  const alone = counts === 'couple' ? 'aloneAsCouple' : 'aloneAsMember'
  return {
    about: 'person',
    value: (asked, household): Answer => {
      const member = asked ?? household.head
      if (member === null || member[alone] === yes)
        return household.answers[index]
      const own = member.answers[index]
      // not known whether others live there: only what is true either way
      return member[alone] === no || own === household.answers[index] ? own : undefined
    },
    ask: (asked, household): Question => {
      const member = asked ?? household.head
      if (member !== null && member[alone] === unknown)
        return askWhoLivesThere(household, member) ?? { about: 'fact', fact: measure, memberId: null }
      return { about: 'fact', fact: measure, memberId: member === null || member[alone] === yes ? null : member.source.id }
    },
  }
}

function askWhoLivesThere({ family }: PreparedHousehold, except?: PreparedMember): Question | undefined {
  const open = family.find(member => member !== except && member.source.livingTogether === undefined)
  return open && { about: 'living-together', memberId: open.source.id }
}

/** The value is known, but not the border: ask what decides the row of the table. */
export function askWhoCounts(counts: Counts, asked: PreparedMember | null, household: PreparedHousehold, limit: CompiledLimit | undefined): Question | undefined {
  if (limit?.parameter?.by === 'region-class' || limit?.parameter?.by === 'region')
    return { about: 'residence', memberId: null }
  if (limit?.parameter?.by === 'couple' || counts === 'couple') {
    const member = asked ?? household.head
    return member && member.couple.min !== member.couple.max ? { about: 'fact', fact: 'marital-status', memberId: member.source.id } : undefined
  }
  const { min, max } = sizeOf(counts, asked, household)
  return min === max ? undefined : askWhoLivesThere(household) ?? askWhoIsAway(household)
}

/** Who lives apart counts as `counted.ts` says; what is missing to say so is asked one after the other. */
function askWhoIsAway({ family }: PreparedHousehold): Question | undefined {
  for (const member of family) {
    const { source: { id, relation, livingTogether, sex }, years, answers } = member
    if (livingTogether !== false || (relation !== 'spouse' && (relation !== 'child' || years >= ageOfOwnHousehold)))
      continue
    const lacks = (fact: FactName): boolean => answers[factIndex[fact]] === undefined || answers[factIndex[fact]] === null
    if (Number.isNaN(years))
      return { about: 'birth', memberId: id }
    if (relation === 'child' && lacks('marital-status'))
      return { about: 'fact', fact: 'marital-status', memberId: id }
    if (sex !== 'female' && years >= agesOfService.from && years < agesOfService.below && lacks('military-service'))
      return { about: 'fact', fact: 'military-service', memberId: id }
    if (lacks('in-institution'))
      return { about: 'fact', fact: 'in-institution', memberId: id }
  }
  return undefined
}
