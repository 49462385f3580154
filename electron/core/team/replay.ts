/**
 * Replaying past assignments under other rules: pure, one case after the other as they were opened.
 *
 * A planner has in hand what the replay gave them and what they held before, until the day each case was closed.
 */
import type { Candidate, Decider, Family } from '../cases/order-planners.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { StaffMember } from '../staff/model.ts'
import type { AssignmentRules } from './rules.ts'
import { orderPlanners } from '../cases/order-planners.ts'

export interface PastCase {
  readonly id: string
  readonly householdId: string
  readonly openedOn: PlainDate
  /** `null`: still open. */
  readonly closedOn: PlainDate | null
  /** Who has it now; empty text: nobody. */
  readonly plannerId: string
  readonly difficulty: number
  readonly family: Family
}

export interface Replayed { readonly past: PastCase, readonly would: string, readonly decidedBy: Decider }

interface Hand { cases: number, weight: number }

export interface ReplaySetting {
  readonly since: PlainDate
  readonly limit: number
  readonly rules: AssignmentRules
  readonly conflicts: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * @param cases in the order in which they were opened
 * @returns the cases opened since the day, with who would have got them; empty without planners
 */
export function replay(cases: readonly PastCase[], planners: readonly StaffMember[], { since, limit, rules, conflicts }: ReplaySetting): Replayed[] {
  const hands = new Map(planners.map(({ id }) => [id as string, { cases: 0, weight: 0 } as Hand]))
  const holder = new Map<string, string>()
  const families = new Map<string, Set<string>>()
  const closings = cases.flatMap(one => one.closedOn === null ? [] : [{ ...one, closedOn: one.closedOn }]).sort((one, other) => one.closedOn < other.closedOn ? -1 : 1)
  let closed = 0

  const take = (past: PastCase, plannerId: string, sign: 1 | -1): void => {
    const hand = hands.get(plannerId)
    if (hand) {
      hand.cases += sign
      hand.weight += sign * past.difficulty
    }
  }
  const hold = (past: PastCase, plannerId: string): void => {
    holder.set(past.id, plannerId)
    families.set(past.householdId, (families.get(past.householdId) ?? new Set()).add(plannerId))
    if (past.closedOn === null || past.closedOn > past.openedOn)
      take(past, plannerId, 1)
  }
  const closeUntil = (day: PlainDate): void => {
    for (let next = closings[closed]; next && next.closedOn <= day; next = closings[++closed]) {
      const had = holder.get(next.id)
      if (had !== undefined && next.closedOn > next.openedOn)
        take(next, had, -1)
    }
  }

  const outcome: Replayed[] = []
  for (const past of cases) {
    closeUntil(past.openedOn)
    if (past.openedOn < since) {
      hold(past, past.plannerId)
      continue
    }
    const candidates = planners.map((staff): Candidate => ({
      staff,
      openCases: hands.get(staff.id)?.cases ?? 0,
      weight: hands.get(staff.id)?.weight ?? 0,
      knows: families.get(past.householdId)?.has(staff.id) ?? false,
      conflict: conflicts.get(staff.id)?.has(past.householdId) ?? false,
    }))
    const [first] = orderPlanners(candidates, past.family, { limit, today: past.openedOn, rules })
    if (!first)
      return []
    hold(past, first.candidate.staff.id)
    outcome.push({ past, would: first.candidate.staff.id, decidedBy: first.decidedBy ?? 'name' })
  }
  return outcome
}
