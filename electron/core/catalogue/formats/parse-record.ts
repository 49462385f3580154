/** One record's text as values: XML by saxes (strict, no document types, no entities but XML's own), or JSON. */
import type { RawRecord } from './reading.ts'
import { SaxesParser } from 'saxes'

type Parsed = RawRecord | { readonly broken: string }

/** Fields and entries of one record; the largest true one has about sixty. */
const mostFields = 5_000

/** @param text one element with its contents, such as `<servList>…</servList>` */
export function parseXmlRecord(text: string): Parsed {
  const values = new Map<string, string>()
  const groups = new Map<string, Map<string, string>[]>()
  const parser = new SaxesParser({ fragment: false, position: false })
  let depth = 0
  let fields = 0
  let written = ''
  let entry: Map<string, string> | undefined
  let broken: string | undefined
  parser.on('error', (error) => { broken ??= error.message })
  parser.on('doctype', () => { broken ??= 'a document type is not read' })
  parser.on('opentag', ({ name }) => {
    depth += 1
    written = ''
    if (depth === 2)
      entry = new Map()
    else if (depth > 3 || ++fields > mostFields)
      broken ??= `<${name}> is not expected here`
  })
  parser.on('text', (piece) => { written += piece })
  parser.on('cdata', (piece) => { written += piece })
  parser.on('closetag', ({ name }) => {
    if (depth === 3 && entry)
      entry.set(name, written)
    else if (depth === 2 && entry && entry.size > 0)
      groups.set(name, [...groups.get(name) ?? [], entry])
    else if (depth === 2)
      values.set(name, values.has(name) ? `${values.get(name)},${written}` : written)
    written = ''
    depth -= 1
  })
  try {
    parser.write(text).close()
  }
  catch (error) {
    broken ??= error instanceof Error ? error.message : 'not XML'
  }
  return broken === undefined ? { values, groups } : { broken }
}

/** @param text one object; numbers and flags become texts, lists of objects groups, lists of texts a list with commas */
export function parseJsonRecord(text: string): Parsed {
  let read: unknown
  try {
    read = JSON.parse(text)
  }
  catch {
    return { broken: 'not JSON' }
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return { broken: 'not an object' }
  const values = new Map<string, string>()
  const groups = new Map<string, ReadonlyMap<string, string>[]>()
  for (const [field, value] of Object.entries(read)) {
    const objects = (Array.isArray(value) ? value : [value]).filter(each => typeof each === 'object' && each !== null) as object[]
    if (objects.length > 0)
      groups.set(field, objects.map(object => new Map(Object.entries(object).flatMap(([name, inner]) => isPlain(inner) ? [[name, String(inner)] as const] : []))))
    else if (Array.isArray(value))
      values.set(field, value.filter(isPlain).join(','))
    else if (isPlain(value))
      values.set(field, String(value))
  }
  return { values, groups }
}

const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)
