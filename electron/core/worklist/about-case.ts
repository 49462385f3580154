/** What a line of tasks, today or the calendar says of its case, the name masked. */
import type { Urgency } from '../cases/model.ts'
import type { Store } from '../host.ts'
import type { CaseId } from '../kernel/ids.ts'
import { maskName } from '../kernel/mask.ts'

export interface AboutCase { readonly id: CaseId, readonly maskedName: string, readonly urgency: Urgency, readonly area: string }

/** By id of the case; after destruction only that there was one remains. */
export async function aboutCases(db: Store, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, AboutCase>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  if (wanted.length === 0)
    return new Map()
  const rows = await db.selectFrom('welfare_case')
    .leftJoin('person', join => join.onRef('person.household_id', '=', 'welfare_case.household_id').on('person.visitor', '=', 1))
    .select(['welfare_case.id', 'welfare_case.urgency', 'welfare_case.area', 'person.name'])
    .where('welfare_case.id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, urgency, area, name }) => [id, { id: id as CaseId, maskedName: name === null ? '—' : maskName(name), urgency: urgency as Urgency, area }]))
}
