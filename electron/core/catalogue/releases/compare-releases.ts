/** Any two releases held against each other: which items are new, changed, ended, and each field by field. */
import type { Host, Store } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { ChangeSort, ItemDifference, ItemKey } from '../model.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../../door.ts'
import { fieldChanges } from '../differences/field-changes.ts'
import { versionIn } from '../differences/version-in.ts'
import { inOrder } from '../draft/draft-list.ts'
import { fitOf, readWanted, searchKey } from '../editor/match-text.ts'
import { contentReader } from '../read-contents.ts'
import { catalogueInForce, readContents } from '../read-in-force.ts'
import { keyOf, readItems } from '../read-items.ts'

interface Two { readonly from: number, readonly to: number }
interface Differing extends ItemKey { readonly sort: ChangeSort, readonly hash: string }

export const compareReleases = door.catalogue.releases.compare.handler(async ({ input, context: { db, host } }) => {
  await checkBoth(db, input)
  const items = await named(db, host, await differing(db, input))
  const wanted = readWanted(input.text)
  const fitting = items.filter(({ kind, itemId, name, sort }) =>
    (input.kind === undefined || kind === input.kind)
    && (input.sort === undefined || sort === input.sort)
    && (wanted.length === 0 || fitOf(searchKey(`${name.ko} ${name.en}`, itemId), wanted) > 0))
  const groups = Map.groupBy(items, ({ kind, sort }) => `${kind} ${sort}`)
  return {
    counts: [...groups.values()].map(([first, ...rest]) => ({ kind: first!.kind, sort: first!.sort, count: rest.length + 1 })),
    total: fitting.length,
    items: fitting.slice(input.offset, input.offset + input.limit),
  }
})

export const differenceOf = door.catalogue.releases.difference.handler(async ({ input, errors, context: { db, host, today } }) => {
  await checkBoth(db, input)
  const found = (await differing(db, input)).find(item => keyOf(item) === keyOf(input))
  const [item] = found ? await named(db, host, [found]) : []
  if (!item)
    throw errors.CHANGE_NOT_FOUND()
  const base = await catalogueInForce(db, host)
  const [before, after] = [await versionAt(db, host, base, input.from, input, today), await versionAt(db, host, base, input.to, input, today)]
  return { item, fields: fieldChanges(input.kind, before, after) }
})

/** @throws {ORPCError} RELEASE_NOT_FOUND */
async function checkBoth(db: Store, { from, to }: Two): Promise<void> {
  const found = await db.selectFrom('catalogue_release').select('number').where('number', 'in', [from, to]).execute()
  if (new Set([from, to]).size !== found.length)
    throw new ORPCError('RELEASE_NOT_FOUND')
}

async function differing(db: Store, { from, to }: Two): Promise<Differing[]> {
  const older = new Map((await readItems(db, from)).map(item => [keyOf(item), item]))
  const newer = new Map((await readItems(db, to)).map(item => [keyOf(item), item]))
  const came = [...newer].flatMap(([key, item]): Differing[] => {
    const before = older.get(key)
    return before?.hash === item.hash ? [] : [{ ...item, sort: before ? 'changed' : 'new' }]
  })
  const ended = [...older].flatMap(([key, item]): Differing[] => newer.has(key) ? [] : [{ ...item, sort: 'ended' }])
  return [...came, ...ended]
}

async function named(db: Store, host: Host, items: readonly Differing[]): Promise<ItemDifference[]> {
  const contentOf = await contentReader(db, host, items)
  return items.map(({ kind, itemId, sort, hash }): ItemDifference => {
    const name = kind === 'service' ? contentOf.service(hash)?.name : kind === 'parameter' ? contentOf.parameter(hash)?.label : contentOf.record(hash)?.name
    return { kind, itemId, sort, name: typeof name === 'object' ? name : { ko: name ?? itemId, en: name ?? itemId } }
  }).sort(inOrder)
}

/** Said with the services and figures of that release; a record quotes neither. */
async function versionAt(db: Store, host: Host, base: Catalogue, release: number, key: ItemKey, today: PlainDate) {
  const items = await readItems(db, release)
  const wanted = key.kind === 'record' ? items.filter(item => keyOf(item) === keyOf(key)) : items.filter(({ kind }) => kind !== 'record')
  return versionIn({ ...base, ...await readContents(db, host, wanted) }, key, host, today)
}
