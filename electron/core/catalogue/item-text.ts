/**
 * The canonical JSON of an item, and the hash by which it is named.
 *
 * Keys in the order of their code units, nothing without a value: two bodies that say the same have the same text.
 */
import type { Host } from '../host.ts'

export interface ItemText { readonly hash: string, readonly body: string }

/** @param body plain data: texts, numbers, flags, lists and objects of them */
export function canonicalJson(body: unknown): string {
  if (typeof body !== 'object' || body === null)
    return JSON.stringify(body) ?? 'null'
  if (Array.isArray(body))
    return `[${body.map(canonicalJson).join(',')}]`
  const entries = body as Readonly<Record<string, unknown>>
  const keys = Object.keys(entries).filter(key => entries[key] !== undefined).sort()
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonicalJson(entries[key])}`).join(',')}}`
}

export function itemText({ hash }: Pick<Host, 'hash'>, body: object): ItemText {
  const text = canonicalJson(body)
  return { hash: hash(text), body: text }
}
