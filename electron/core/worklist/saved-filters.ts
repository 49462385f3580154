/** Filters that somebody keeps for themselves, with a name and a place. Those that ship are words of the screen. */
import type { Store } from '../host.ts'
import { door } from '../door.ts'
import { FilterId } from '../kernel/ids.ts'
import { SavedFilter } from './model.ts'

const most = 30

export const filters = door.worklist.filters.handler(({ context: { db, caller } }) => readFilters(db, caller.staffId))

export const saveFilter = door.worklist.saveFilter.handler(async ({ input, errors, context: { db, host, caller } }) => {
  const kept = await readFilters(db, caller.staffId)
  const body = JSON.stringify({ order: input.order, filter: input.filter })
  const known = kept.findIndex(({ id }) => id === input.filterId)
  if (input.filterId !== null && known < 0)
    throw errors.FILTER_NOT_FOUND()
  if (input.filterId !== null)
    await db.updateTable('saved_filter').set({ name: input.name, filter: body }).where('id', '=', input.filterId).execute()
  else if (kept.length >= most)
    throw errors.TOO_MANY_FILTERS({ data: { most } })
  else
    await db.insertInto('saved_filter').values({ id: FilterId.parse(host.newId()), staff_id: caller.staffId, name: input.name, filter: body, place: kept.length + 1 }).execute()
  return readFilters(db, caller.staffId)
})

/** Ids that are left out keep their order behind those named. */
export const orderFilters = door.worklist.orderFilters.handler(async ({ input, context: { db, caller } }) => {
  const kept = (await readFilters(db, caller.staffId)).map(({ id }) => id)
  const wished = [...input.filterIds.filter(id => kept.includes(id)), ...kept.filter(id => !input.filterIds.includes(id))]
  for (const [place, id] of wished.entries())
    await db.updateTable('saved_filter').set({ place: place + 1 }).where('id', '=', id).execute()
  return readFilters(db, caller.staffId)
})

export const removeFilter = door.worklist.removeFilter.handler(async ({ input, errors, context: { db, caller } }) => {
  const gone = await db.deleteFrom('saved_filter').where('id', '=', input.filterId).where('staff_id', '=', caller.staffId).returning('id').execute()
  if (gone.length === 0)
    throw errors.FILTER_NOT_FOUND()
  return readFilters(db, caller.staffId)
})

/** One that an older Maji wrote and that no longer reads is left out, not shown wrong. */
async function readFilters(db: Store, staffId: string): Promise<SavedFilter[]> {
  const rows = await db.selectFrom('saved_filter').selectAll().where('staff_id', '=', staffId).orderBy('place').orderBy('id').execute()
  return rows.flatMap(({ id, name, filter }) => {
    const read = SavedFilter.safeParse({ id, name, ...JSON.parse(filter) })
    return read.success ? [read.data] : []
  })
}
