/** The draft of the next release (초안): what would change, field by field, and taking changes back. */
import * as z from 'zod'
import { keepers, operation } from '../../kernel/contract.ts'
import { Line } from '../../kernel/names.ts'
import { Block, ChangeOrigin, ChangeSort, DraftChange, DraftCount, DraftVersion, FieldChange, ItemKey, ItemKind, ReleaseRight, Why } from '../model.ts'

export const DraftQuery = z.strictObject({
  kind: ItemKind.optional(),
  origin: ChangeOrigin.optional(),
  sort: ChangeSort.optional(),
  /** Searched as people type it: parts of a name, initials, an id. */
  text: Line.default(''),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(200).default(100),
})
export type DraftQuery = z.infer<typeof DraftQuery>

export const draft = {
  list: operation({ access: 'read', roles: keepers, quiet: true })
    .input(DraftQuery)
    .output(z.object({
      version: DraftVersion,
      /** Of the whole draft, whatever the query. */
      counts: z.array(DraftCount),
      /** How many fit the query. */
      total: z.int().nonnegative(),
      changes: z.array(DraftChange),
      /** How many of the whole draft somebody else prepared: the caller may release these. */
      others: z.int().nonnegative(),
      /** What keeps the draft from being released as a whole. */
      blocks: z.array(Block),
      right: ReleaseRight,
    })),
  change: operation({ access: 'read', roles: keepers, quiet: true })
    .input(ItemKey)
    .output(z.object({ change: DraftChange, fields: z.array(FieldChange) }))
    .errors({ CHANGE_NOT_FOUND: {} }),
  /** Takes changes out of the draft; the release in force stays as it is. */
  takeBack: operation({ access: 'change', roles: keepers })
    .input(z.strictObject({
      which: z.union([z.strictObject({ items: z.array(ItemKey).min(1).max(500) }), z.strictObject({ importId: z.string().min(1).max(80) })]),
      why: Why,
    }))
    .output(z.object({ takenBack: z.int().nonnegative() }))
    .errors({ CHANGE_NOT_FOUND: {} }),
}
