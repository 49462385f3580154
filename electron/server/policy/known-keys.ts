/** The keys that a place of a file may have, read off the schema: what to write instead of a misspelt one. */
import type * as z from 'zod'

type Schema = z.core.$ZodType
type Def = z.core.$ZodTypes['_zod']['def']

const defOf = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def

/** @returns the keys at the path, none where any key may stand */
export function knownKeys(schema: Schema, path: readonly PropertyKey[], content: unknown): readonly string[] {
  return [...new Set(objectsAt(schema, path, content).flatMap(object => Object.keys(object)))]
}

type Shape = Readonly<Record<string, Schema>>

/** The objects that may be meant at a path; of alternatives with a `kind`, the one that is written. */
function objectsAt(schema: Schema, path: readonly PropertyKey[], content: unknown): readonly Shape[] {
  const def = defOf(schema)
  const [first, ...rest] = path
  switch (def.type) {
    case 'object': {
      if (first === undefined)
        return fits(def.shape, content) ? [def.shape] : []
      const inner = def.shape[String(first)]
      return inner && fits(def.shape, content) ? objectsAt(inner, rest, childOf(content, first)) : []
    }
    case 'array': return first === undefined ? [] : objectsAt(def.element, rest, childOf(content, first))
    case 'record': return first === undefined ? [] : objectsAt(def.valueType, rest, childOf(content, first))
    case 'union': return def.options.flatMap(option => objectsAt(option, path, content))
    case 'lazy': return objectsAt(def.getter(), path, content)
    case 'optional':
    case 'default':
    case 'nullable':
    case 'prefault':
    case 'readonly': return objectsAt(def.innerType, path, content)
    case 'pipe': return objectsAt(def.in, path, content)
    default: return []
  }
}

const childOf = (content: unknown, key: PropertyKey): unknown => (content as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key]

function fits(shape: Shape, content: unknown): boolean {
  const kind = shape.kind && defOf(shape.kind)
  return kind?.type !== 'literal' || kind.values.includes(childOf(content, 'kind') as never)
}
