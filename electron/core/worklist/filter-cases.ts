/** What a scope and a filter mean in the store. Only columns of one index are read, so that 20,000 open cases answer within a frame. */
import type { ExpressionBuilder, OrderByExpression, SelectQueryBuilder } from 'kysely'
import type { CaseStatus } from '../cases/model.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Schema } from '../store/schema.ts'
import type { WorklistFilter, WorklistOrder } from './model.ts'
import { sql } from 'kysely'
import { addDays } from '../kernel/dates.ts'
import { withoutAnswer, withoutContact, withoutReview } from '../team/left-lying.ts'
import { meansHousehold } from './search-households.ts'

type Cases = SelectQueryBuilder<Schema, 'welfare_case', object>

/** On the worklist until they end; after-care calls are work too. */
const open = ['assigned', 'in-contact', 'not-reached', 'refused', 'after-care'] as const satisfies readonly CaseStatus[]
const everyStatus = [...open, 'closed', 'withdrawn'] as const

export interface Asked { readonly planners: readonly string[] | undefined, readonly filter: WorklistFilter, readonly today: PlainDate }

/** The day until which a clock runs that does not stand still; as text, so that none sorts last. */
export const runsUntil = sql<string>`coalesce(case when paused_since is null then due_on end, '9999-12-31')`
const urgencyRank = sql<number>`case urgency when 'crisis' then 0 when 'soon' then 1 else 2 end`

export function casesIn(db: Store, { planners, includeClosed = false }: { readonly planners: readonly string[] | undefined, readonly includeClosed?: boolean }): Cases {
  const all = db.selectFrom('welfare_case').where('welfare_case.status', 'in', includeClosed ? everyStatus : open)
  return planners === undefined ? all : all.where('welfare_case.planner_id', 'in', planners)
}

export function casesAsked(db: Store, { planners, filter, today }: Asked): Cases {
  // Asked for by name, an ended status is shown without the switch.
  const includeClosed = filter.includeClosed || filter.status.some(status => status === 'closed' || status === 'withdrawn')
  let found = casesIn(db, { planners, includeClosed })
  const among = (column: 'urgency' | 'stage' | 'status' | 'kind' | 'main_need' | 'area' | 'planner_id', values: readonly string[]) => {
    if (values.length > 0)
      found = found.where(`welfare_case.${column}`, 'in', values)
  }
  among('urgency', filter.urgency)
  among('stage', filter.stage)
  among('status', filter.status)
  among('kind', filter.kind)
  among('main_need', filter.needs)
  among('area', filter.areas)
  among('planner_id', filter.planners)
  if (filter.track.length > 0)
    found = found.where(sql<string>`coalesce(track, 'none')`, 'in', filter.track)
  if (filter.due)
    found = found.where(dueIn(filter.due, today))
  if (filter.next)
    found = found.where('next_on', '<=', filter.next === 'due' ? today : addDays(today, 6))
  if (filter.noContactDays !== null)
    found = found.where(withoutContact(addDays(today, -filter.noContactDays)))
  if (filter.noReview)
    found = found.where(withoutReview(today))
  if (filter.noAnswerDays !== null)
    found = found.where(withoutAnswer(addDays(today, -filter.noAnswerDays)))
  if (filter.fresh)
    found = found.where('unread', '=', 1)
  if (filter.paused)
    found = found.where('paused_since', 'is not', null)
  // Withdrawn: from then on nobody finds it.
  if (filter.text !== '')
    found = found.where('welfare_case.status', '!=', 'withdrawn').where(meansHousehold(db, filter.text))
  return found
}

type Condition = (eb: ExpressionBuilder<Schema, 'welfare_case'>) => ReturnType<ExpressionBuilder<Schema, 'welfare_case'>['and']>

const dueIn = (due: NonNullable<WorklistFilter['due']>, today: PlainDate): Condition => eb => eb.and([
  eb('paused_since', 'is', null),
  ...(due === 'late'
    ? [eb('due_on', '<', today)]
    : [eb('due_on', '>=', today), eb('due_on', '<=', due === 'today' ? today : addDays(today, 6))]),
])

type By = OrderByExpression<Schema, 'welfare_case', object>
const orders: { readonly [Order in WorklistOrder]: readonly (readonly [By, 'asc' | 'desc'])[] } = {
  'due': [[runsUntil, 'asc'], [urgencyRank, 'asc']],
  'urgency': [[urgencyRank, 'asc'], [runsUntil, 'asc']],
  'area': [[sql`case when area = '' then 1 else 0 end`, 'asc'], ['area', 'asc'], [runsUntil, 'asc']],
  'last-contact': [[sql`coalesce(last_contact_on, '')`, 'asc'], ['opened_at', 'asc']],
  'next': [[sql`coalesce(next_on, '9999-12-31')`, 'asc'], [urgencyRank, 'asc']],
  'opened': [['opened_at', 'desc']],
}

/** By id in the end, so that two readings of the same list agree. */
export const inOrder = (cases: Cases, order: WorklistOrder): Cases =>
  [...orders[order], ['welfare_case.id', 'asc'] as const].reduce((query, [by, way]) => query.orderBy(by, way) as Cases, cases)
