/**
 * What everybody has in hand, counted in the store: open cases with their difficulty, how late, how many stand still.
 *
 * Open is what a clock can still run for; a case in after-care (사후관리) is counted beside it and weighs nothing.
 */
import type { Desk } from '../door.ts'
import { sql } from 'kysely'
import { endedStatuses } from './model.ts'

export interface Hand {
  /** Open cases, and the sum of their difficulties. */
  readonly cases: number
  readonly weight: number
  readonly crisis: number
  /** By whichever clock; a case that is paused is never late. */
  readonly late: number
  readonly dueToday: number
  readonly paused: number
  /** Open cases of difficulty 1 to 5. */
  readonly byDifficulty: readonly number[]
  readonly afterCare: number
}

export const emptyHand: Hand = { cases: 0, weight: 0, crisis: 0, late: 0, dueToday: 0, paused: 0, byDifficulty: [0, 0, 0, 0, 0], afterCare: 0 }

/** Whether a case counts as open for whoever looks after it. */
export const isInHand = ({ status }: { readonly status: string }): boolean => !(endedStatuses as readonly string[]).includes(status)

/** By planner; under the empty text what nobody has. A few rows for each planner, however many cases there are. */
export async function readLoads({ db, today }: Pick<Desk, 'db' | 'today'>): Promise<ReadonlyMap<string, Hand>> {
  const rows = await db.selectFrom('welfare_case')
    .select(({ fn }) => [
      'planner_id',
      'status',
      'difficulty',
      fn.countAll().as('cases'),
      sql<number>`sum(case when urgency = 'crisis' then 1 else 0 end)`.as('crisis'),
      sql<number>`sum(case when paused_since is null and due_on < ${today} then 1 else 0 end)`.as('late'),
      sql<number>`sum(case when paused_since is null and due_on = ${today} then 1 else 0 end)`.as('dueToday'),
      sql<number>`sum(case when paused_since is not null then 1 else 0 end)`.as('paused'),
    ])
    .where('status', 'not in', ['closed', 'withdrawn'])
    .groupBy(['planner_id', 'status', 'difficulty'])
    .execute()
  const hands = new Map<string, Hand>()
  for (const row of rows) {
    const hand = hands.get(row.planner_id) ?? emptyHand
    const cases = Number(row.cases)
    hands.set(row.planner_id, isInHand(row)
      ? {
          cases: hand.cases + cases,
          weight: hand.weight + cases * row.difficulty,
          crisis: hand.crisis + Number(row.crisis),
          late: hand.late + Number(row.late),
          dueToday: hand.dueToday + Number(row.dueToday),
          paused: hand.paused + Number(row.paused),
          byDifficulty: hand.byDifficulty.map((count, at) => at + 1 === row.difficulty ? count + cases : count),
          afterCare: hand.afterCare,
        }
      : { ...hand, afterCare: hand.afterCare + cases })
  }
  return hands
}
