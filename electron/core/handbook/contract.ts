/** The handbook: what is in force, and the office's own version of its items. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { Instant } from '../kernel/dates.ts'
import { Line } from '../kernel/names.ts'
import { BilingualText } from '../kernel/text.ts'
import { Handbook, Item, ItemId, ItemState } from './model.ts'

export const HandbookView = z.object({
  handbook: Handbook,
  /** 0: everything is as it ships. */
  version: z.int().nonnegative(),
  /** Names of the services that are named, as far as the catalogue in force knows them. */
  services: z.record(z.string(), BilingualText),
  /** The items of which the office has its own version. */
  own: z.record(ItemId, z.object({
    state: ItemState,
    /** As this Maji ships it; `null`: not at all. */
    shipped: Item.nullable(),
    /** The shipped one that the office's was made from. */
    from: Item.nullable(),
    at: Instant,
    by: z.string(),
    why: z.string(),
  })),
})
export type HandbookView = z.infer<typeof HandbookView>

/** What of the handbook as a whole would be wrong: of which item, and what it names. */
const unsound = { HANDBOOK_UNSOUND: { data: z.object({ problems: z.array(z.object({ kind: z.string(), id: z.string(), names: z.string().nullable() })) }) } } as const
const seenVersion = z.int().nonnegative()
const lead = ['lead'] as const

export const handbook = {
  read: operation({ access: 'read', roles: caseworkers, quiet: true })
    .output(HandbookView),
  /** A new question and the answer that leads to it come together. */
  save: operation({ access: 'change', roles: lead })
    .input(z.strictObject({ items: z.array(Item).min(1).max(10), seenVersion, why: Line.min(1) }))
    .output(HandbookView)
    .errors({ CHANGED_MEANWHILE: {}, ...unsound }),
  /** Back to what ships with Maji. */
  restore: operation({ access: 'change', roles: lead })
    .input(z.strictObject({ itemId: ItemId, seenVersion, why: Line.min(1) }))
    .output(HandbookView)
    .errors({ CHANGED_MEANWHILE: {}, HANDBOOK_ITEM_NOT_FOUND: {}, ...unsound }),
  /** Newest first; `item` is null where it went back to what ships. */
  history: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ itemId: ItemId }))
    .output(z.array(z.object({ version: z.int(), at: Instant, by: z.string(), why: z.string(), item: Item.nullable() }))),
}
