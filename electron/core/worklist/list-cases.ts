/**
 * The list in answers that each fit into a frame: the first rows, the heads with their counts, the order of the whole
 * (ids only), and the rows of a window by their ids. The screen holds the order, so that nothing moves under the pointer while cases change.
 */
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { WorklistCounts, WorklistRow } from './model.ts'
import { sql } from 'kysely'
import { readCasesOf } from '../cases/read-case.ts'
import { door } from '../door.ts'
import { readStaff } from '../staff/read-staff.ts'
import { casesAsked, casesIn, inOrder } from './filter-cases.ts'
import { plannersInSight, plannersOf } from './whose.ts'

export const list = door.worklist.list.handler(async ({ input, context }) => {
  const { db, today } = context
  const planners = await plannersOf(context, input.scope)
  const first = await inOrder(casesAsked(db, { planners, filter: input.filter, today }), input.order).select('welfare_case.id').limit(input.take).execute()
  return readRows(db, first.map(({ id }) => id))
})

export const heads = door.worklist.heads.handler(async ({ input, context }) => {
  const { db, today } = context
  const planners = await plannersOf(context, input.scope)
  const staff = (await readStaff(db)).filter(({ id, roles }) => roles.includes('planner') && (planners === undefined || planners.includes(id)))
  return { counts: await count(db, planners, today), planners: staff.map(({ id, name }) => ({ id, name })) }
})

export const order = door.worklist.order.handler(async ({ input, context }) => {
  const { db, today } = context
  const planners = await plannersOf(context, input.scope)
  const ordered = inOrder(casesAsked(db, { planners, filter: input.filter, today }), input.order).select('welfare_case.id')
  const all = await db.selectFrom(ordered.as('ordered')).select(sql<string | null>`string_agg(id, '')`.as('ids')).executeTakeFirst()
  return { ids: all?.ids ?? '' }
})

/** A case that went to somebody else meanwhile is left out. */
export const rows = door.worklist.rows.handler(async ({ input, context }) => {
  const sight = await plannersInSight(context)
  const mine = context.db.selectFrom('welfare_case').select('id').where('id', 'in', input.caseIds)
  const found = await (sight === undefined ? mine : mine.where('planner_id', 'in', sight)).execute()
  const seen = new Set(found.map(({ id }) => id))
  return readRows(context.db, input.caseIds.filter(id => seen.has(id)))
})

/** Dongs and streets of the scope with how many cases each has, for the filter. */
export const areas = door.worklist.areas.handler(async ({ input, context }) => {
  const found = await casesIn(context.db, { planners: await plannersOf(context, input.scope) })
    .select(({ fn }) => ['area', fn.countAll().as('count')])
    .where('area', '!=', '')
    .groupBy('area')
    .orderBy('area')
    .execute()
  return found.map(({ area, count }) => ({ area, count: Number(count) }))
})

async function count(db: Store, planners: readonly string[] | undefined, today: PlainDate): Promise<WorklistCounts> {
  const one = (condition: ReturnType<typeof sql>) => sql<number | string | null>`sum(case when ${condition} then 1 else 0 end)`
  const found = await casesIn(db, { planners })
    .select(({ fn }) => [
      fn.countAll().as('every'),
      one(sql`due_on < ${today} and paused_since is null`).as('late'),
      one(sql`due_on = ${today} and paused_since is null`).as('today'),
      one(sql`urgency = 'crisis'`).as('crisis'),
      one(sql`unread = 1`).as('fresh'),
    ])
    .executeTakeFirstOrThrow()
  return { all: Number(found.every), late: Number(found.late ?? 0), today: Number(found.today ?? 0), crisis: Number(found.crisis ?? 0), fresh: Number(found.fresh ?? 0) }
}

/** In the order of the ids. */
async function readRows(db: Store, ids: readonly string[]): Promise<WorklistRow[]> {
  if (ids.length === 0)
    return []
  const found = new Map((await readCasesOf(db, ids)).map(each => [each.id as string, each]))
  const areas = new Map((await db.selectFrom('welfare_case').select(['id', 'area']).where('id', 'in', ids).execute()).map(({ id, area }) => [id, area]))
  return ids.flatMap((id) => {
    const summary = found.get(id)
    return summary ? [{ ...summary, area: areas.get(id) ?? '' }] : []
  })
}
