/**
 * Whose income a service looks at.
 *
 * A household has one recognised income (소득인정액). A service that counts a couple or a single member may only
 * read it when nobody else lives there; else the amount found for that person stands among the member's own facts.
 */
import type { Counts } from '../../policy/welfare-service.ts'
import type { CompiledLimit } from '../limit.ts'
import type { Answer, PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Question } from '../verdict.ts'
import type { Check } from './check.ts'
import type { About } from './shape.ts'
import { sizeOf } from '../counted.ts'
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
  return min === max ? undefined : askWhoLivesThere(household) ?? askAwayChild(household)
}

/** A child who lives apart counts while unmarried and under 30. */
function askAwayChild({ family }: PreparedHousehold): Question | undefined {
  for (const { source, years, answers } of family) {
    if (source.relation !== 'child' || source.livingTogether !== false || years >= 30)
      continue
    if (Number.isNaN(years))
      return { about: 'birth', memberId: source.id }
    if (typeof answers[factIndex['marital-status']] !== 'string')
      return { about: 'fact', fact: 'marital-status', memberId: source.id }
  }
  return undefined
}
