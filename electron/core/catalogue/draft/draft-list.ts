/** A page of the draft with what it amounts to, what keeps it from being released, and whether the caller may. */
import type { Desk } from '../../door.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { ChangeSort, Colleague, DraftChange, DraftCount, ItemKey } from '../model.ts'
import type { PendingChange } from './read-changes.ts'
import { door } from '../../door.ts'
import { Instant } from '../../kernel/dates.ts'
import { readStaff } from '../../staff/read-staff.ts'
import { itemsOn, keyOfItem, nameOf, readShelf } from '../editor/item-rows.ts'
import { fitOf, readWanted } from '../editor/match-text.ts'
import { hashesInForce, keyOf } from '../read-items.ts'
import { findBlocks } from '../releases/find-blocks.ts'
import { isOwn, readKeepers, releaseRight } from '../releases/release-right.ts'
import { readChanges, readDraftVersion } from './read-changes.ts'

export const listDraft = door.catalogue.draft.list.handler(async ({ input, context }) => {
  const { db, host, caller } = context
  const draft = await readDraft(context)
  const wanted = readWanted(input.text)
  const fitting = draft.lines.filter(({ change, fit }) =>
    (input.kind === undefined || change.kind === input.kind)
    && (input.origin === undefined || change.origin === input.origin)
    && (input.sort === undefined || change.sort === input.sort)
    && (wanted.length === 0 || fit(wanted) > 0))
  return {
    version: (await readDraftVersion(db)).version,
    counts: countsOf(draft.lines.map(({ change }) => change)),
    total: fitting.length,
    others: draft.lines.filter(({ change }) => !change.own).length,
    changes: fitting.slice(input.offset, input.offset + input.limit).map(({ change }) => change),
    blocks: draft.lines.length === 0 ? [] : findBlocks(draft.catalogue, host),
    right: releaseRight(draft.pending, caller.staffId, draft.keepers),
  }
})

interface Line { readonly change: DraftChange, readonly fit: (wanted: ReturnType<typeof readWanted>) => number }
interface Draft { readonly lines: readonly Line[], readonly pending: readonly PendingChange[], readonly catalogue: Catalogue, readonly keepers: readonly Colleague[] }

const sorts: Readonly<Record<'new' | 'changed' | 'ending', ChangeSort>> = { new: 'new', changed: 'changed', ending: 'ended' }
const places = { service: 0, parameter: 1, record: 2 } as const

/**
 * Services first, then figures, then records; each by name.
 *
 * @param keys of these only, or of the whole draft
 */
export async function readDraft({ db, host, caller }: Pick<Desk, 'db' | 'host' | 'caller'>, keys?: readonly ItemKey[]): Promise<Draft> {
  const shelf = await readShelf(db, host)
  const pending = await readChanges(db, keys)
  const keepers = await readKeepers(db)
  const staff = new Map((await readStaff(db)).map(({ id, name }) => [id as string, { id, name }]))
  const hashes = await hashesInForce(db, [...pending.values()])
  const lines = itemsOn(shelf).flatMap(({ item, state }): Line[] => {
    const row = state === 'in-force' ? undefined : pending.get(keyOf({ kind: item.kind, itemId: item.content.id }))
    if (!row || state === 'in-force')
      return []
    const { kind, itemId, origin, import_id, at, why, staff_id, base_hash } = row
    return [{
      fit: wanted => fitOf(keyOfItem(item), wanted),
      change: {
        kind,
        itemId,
        name: nameOf(item),
        sort: sorts[state],
        origin: origin as DraftChange['origin'],
        importId: import_id,
        by: staff.get(staff_id ?? '') ?? null,
        at: Instant.parse(at),
        why,
        outrun: base_hash !== (hashes.get(keyOf(row)) ?? null),
        own: isOwn(row, caller.staffId, keepers),
      },
    }]
  })
  return { lines: lines.sort((left, right) => inOrder(left.change, right.change)), pending: [...pending.values()], catalogue: shelf.draft, keepers }
}

/** By code units: Hangul stands in the order of the alphabet, and every host sorts the same. */
export const inOrder = (left: Pick<DraftChange, 'kind' | 'name'>, right: Pick<DraftChange, 'kind' | 'name'>): number =>
  places[left.kind] - places[right.kind] || (left.name.ko < right.name.ko ? -1 : left.name.ko > right.name.ko ? 1 : 0)

function countsOf(changes: readonly DraftChange[]): DraftCount[] {
  const groups = Map.groupBy(changes, ({ kind, origin, sort }) => `${kind} ${origin} ${sort}`)
  return [...groups.values()].map(([first, ...rest]) => ({ kind: first!.kind, origin: first!.origin, sort: first!.sort, count: rest.length + 1 }))
}
