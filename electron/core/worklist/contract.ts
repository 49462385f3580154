/** The worklist: whose cases, filters, tasks, what is done to several cases at once. The calendar stands in `calendar/`. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { CaseId, StaffId } from '../kernel/ids.ts'
import { Scope, WorklistCounts, WorklistFilter, WorklistOrder, WorklistRow } from './model.ts'

const asked = { scope: Scope, filter: WorklistFilter, order: WorklistOrder.default('due') }

export const worklist = {
  /** Heads and the first rows. */
  list: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ ...asked, take: z.int().min(1).max(200).default(100) }))
    .output(z.object({
      rows: z.array(WorklistRow),
      total: z.int(),
      counts: WorklistCounts,
      /** Whose cases the scope can show, for the filter. */
      planners: z.array(z.object({ id: StaffId, name: z.string() })),
    })),
  /** The ids of the whole list one after the other, 36 letters each: no row, nobody's name. */
  order: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject(asked))
    .output(z.object({ ids: z.string() })),
  /** The rows of a window. */
  rows: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseIds: z.array(CaseId).min(1).max(200) }))
    .output(z.array(WorklistRow)),
  areas: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ scope: Scope }))
    .output(z.array(z.object({ area: z.string(), count: z.int() }))),
}
