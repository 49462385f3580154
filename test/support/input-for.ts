/**
 * The smallest inputs an operation accepts, made from its own schema: one for each kind of it that names what it is
 * about. Ids that are known by their field's name are put in; what may be left out is left out.
 */
import type { Operation } from './contract-operations'
import * as z from 'zod'

export type KnownIds = Readonly<Record<string, string>>
type Schema = z.core.$ZodType
interface Def {
  readonly type: string
  readonly innerType?: Schema
  readonly element?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly options?: readonly Schema[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, string | number>>
  readonly in?: Schema
  readonly items?: readonly Schema[]
  readonly keyType?: Schema
  readonly valueType?: Schema
  readonly left?: Schema
}
const defOf = (schema: Schema): Def => (schema as unknown as { readonly _zod: { readonly def: Def } })._zod.def

const anyUuid = '01900000-0000-7000-8000-00000000ffff'
const texts = ['표', 'a', '표본 글', '2026-11-30', '2026-11-30T01:00:00Z', anyUuid, '14:30', '010-0000-0000', '2026-11', 'en', 'a'.repeat(10), 'a'.repeat(64), 'image/png', 'YQ==']

/** The first of some values that the schema itself takes. */
function firstFit(schema: Schema, values: readonly unknown[]): unknown {
  const found = values.find(value => z.core.safeParse(schema, value).success)
  if (found === undefined)
    throw new Error(`no value fits ${JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' })).slice(0, 200)}`)
  return found
}

/** A field of that name that takes an id of ours: `recordId` also names official records, which have other ids. */
const isWanted = (name: string, field: Schema, wanted: ReadonlySet<string>): boolean =>
  wanted.has(name) && [anyUuid, [anyUuid]].some(value => z.core.safeParse(field, value).success)

/** Whether anywhere in the schema a field is named so. */
export function names(schema: Schema | undefined, wanted: ReadonlySet<string>, depth = 0): boolean {
  if (schema === undefined || depth > 12)
    return false
  const def = defOf(schema)
  const inner = [def.innerType, def.element, def.in, def.valueType, def.left, ...def.options ?? [], ...def.items ?? [], ...Object.values(def.shape ?? {})]
  return Object.entries(def.shape ?? {}).some(([name, field]) => isWanted(name, field, wanted)) || inner.some(one => names(one, wanted, depth + 1))
}

/** All smallest values of a schema that differ in a choice on the way to one of the wanted fields. */
function valuesOf(schema: Schema, ids: KnownIds, wanted: ReadonlySet<string>): unknown[] {
  const def = defOf(schema)
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape ?? {}).map(([name, field]) => [name, isWanted(name, field, wanted) || names(field, wanted) ? fieldOf(name, field, ids, wanted) : plainField(name, field, ids)] as const)
      return fields.reduce<Record<string, unknown>[]>((made, [name, values]) =>
        made.flatMap(one => values.map(value => value === undefined ? one : { ...one, [name]: value })), [{}])
    }
    case 'union': {
      const options = def.options ?? []
      const naming = options.filter(option => names(option, wanted))
      const kinds = naming.length > 0 ? naming : options.every(option => defOf(option).type === 'object') ? options : options.slice(0, 1)
      return kinds.flatMap(option => valuesOf(option, ids, wanted))
    }
    case 'optional':
    case 'default':
    case 'prefault': return def.innerType && names(def.innerType, wanted) ? valuesOf(def.innerType, ids, wanted) : [undefined]
    case 'nullable': return def.innerType && names(def.innerType, wanted) ? valuesOf(def.innerType, ids, wanted) : [null]
    case 'array': return def.element && (names(def.element, wanted) || !z.core.safeParse(schema, []).success) ? valuesOf(def.element, ids, wanted).map(value => [value]) : [[]]
    case 'enum': return [Object.values(def.entries ?? {})[0]]
    case 'literal': return [def.values?.[0]]
    case 'boolean': return [false]
    case 'record':
      return [z.core.safeParse(schema, {}).success ? {} : Object.fromEntries((def.keyType && defOf(def.keyType).entries ? Object.values(defOf(def.keyType).entries ?? {}) : []).map(key => [key, def.valueType && valuesOf(def.valueType, ids, wanted)[0]]))]
    case 'tuple': return [(def.items ?? []).map(item => valuesOf(item, ids, wanted)[0])]
    case 'pipe': return def.in ? valuesOf(def.in, ids, wanted) : []
    case 'int':
    case 'number': return [firstFit(schema, [1, 0, 2, 5, 10, 2026])]
    case 'null': return [null]
    case 'unknown':
    case 'any': return [{}]
    default: return [firstFit(schema, texts)]
  }
}

function fieldOf(name: string, field: Schema, ids: KnownIds, wanted: ReadonlySet<string>): unknown[] {
  const known = ids[name]
  if (known === undefined)
    return valuesOf(field, ids, wanted)
  return [z.core.safeParse(field, known).success ? known : [known]]
}

/** A field that names nothing wanted; one of several kinds of it may still be for certain roles only. */
function plainField(name: string, field: Schema, ids: KnownIds): unknown[] {
  const known = ids[name]
  if (known !== undefined && z.core.safeParse(field, known).success)
    return [known]
  return valuesOf(field, ids, new Set())
}

/** @throws {Error} names the operation for which no input could be made */
export function inputsFor({ name, input }: Operation, ids: KnownIds, wanted: ReadonlySet<string>): unknown[] {
  const schema = input as Schema
  let made: unknown[]
  try {
    made = valuesOf(schema, ids, wanted)
  }
  catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : 'no input'}`)
  }
  const wrong = made.map(value => z.core.safeParse(schema, value)).find(({ success }) => !success)
  if (wrong && !wrong.success)
    throw new Error(`${name}: the input made for it is refused at ${wrong.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  return made
}
