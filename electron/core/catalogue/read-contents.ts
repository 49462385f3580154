/**
 * Contents of items. What ships is not read again: the object at hand is used.
 *
 * Services and figures are read with today's schemas: one that an older Maji wrote and that is not taken any more is
 * told to the operator's log and left out, instead of keeping the counter from every other service. Records were
 * checked when they came in and are only shown and searched; eleven thousand checks more would cost the first lookup
 * of every day most of a second.
 */
import type * as z from 'zod'
import type { Host, Store } from '../host.ts'
import type { ItemKind } from './model.ts'
import { OfficialRecord } from '../policy/official-record.ts'
import { Parameter } from '../policy/parameter.ts'
import { WelfareService } from '../policy/welfare-service.ts'
import { readTexts } from './read-items.ts'
import { shippedItems } from './shipped-items.ts'

interface Contents { readonly service: WelfareService, readonly parameter: Parameter, readonly record: OfficialRecord }
export type ContentOf = { readonly [Kind in ItemKind]: (hash: string) => Contents[Kind] | undefined }

export const contentSchemas = { service: WelfareService, parameter: Parameter, record: OfficialRecord } as const satisfies Record<ItemKind, z.ZodType>

/** Objects by hash, held as long as the catalogues they stand in: one release after another shares what did not change. */
const atHand = new WeakMap<object, Map<string, WeakRef<object>>>()

function objectsAtHand(host: Host): Map<string, WeakRef<object>> {
  const shipped = host.catalogue()
  const known = atHand.get(shipped)
  if (known)
    return known
  const objects = new Map(shippedItems(host).map(({ text, content }) => [text.hash, new WeakRef(content)]))
  atHand.set(shipped, objects)
  return objects
}

/** Reads these contents; the functions it gives answer for them. */
export async function contentReader(db: Store, host: Host, wanted: readonly { readonly kind: ItemKind, readonly hash: string }[]): Promise<ContentOf> {
  const objects = objectsAtHand(host)
  const held = new Map<string, object>()
  const missing = wanted.filter(({ hash }) => {
    const object = objects.get(hash)?.deref()
    if (object)
      held.set(hash, object)
    return object === undefined
  })
  const texts = await readTexts(db, missing.map(({ hash }) => hash))
  for (const { kind, hash } of missing) {
    const body = JSON.parse(texts.get(hash) ?? 'null') as object | null
    const read = kind === 'record' && body !== null ? { success: true, data: body } as const : contentSchemas[kind].safeParse(body)
    if (!read.success) {
      host.report(`catalogue ${kind} ${hash.slice(0, 12)}`, read.error)
      continue
    }
    held.set(hash, read.data)
    objects.set(hash, new WeakRef(read.data))
  }
  const content = <Kind extends ItemKind>(hash: string) => held.get(hash) as Contents[Kind] | undefined
  return { service: content<'service'>, parameter: content<'parameter'>, record: content<'record'> }
}
