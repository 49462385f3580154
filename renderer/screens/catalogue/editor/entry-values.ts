/** Reading and writing inside a form by path, without touching what stands beside it. */
export type EntryPath = readonly (string | number)[]
export type Form = Record<string, unknown>

export const valueAt = (form: unknown, path: EntryPath): unknown =>
  path.reduce<unknown>((value, step) => typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined, form)

/** A copy with another value there; `undefined` takes it out. */
export function withValue<Value>(form: Value, path: EntryPath, value: unknown): Value {
  const [step, ...rest] = path
  if (step === undefined)
    return value as Value
  const inner = withValue(valueAt(form, [step]), rest, value)
  if (Array.isArray(form)) {
    const list: unknown[] = [...form]
    if (inner === undefined)
      list.splice(Number(step), 1)
    else
      list[Number(step)] = inner
    return list as Value
  }
  const { [step]: _before, ...others } = (form ?? (typeof step === 'number' ? [] : {})) as Form
  if (form === undefined && typeof step === 'number')
    return (inner === undefined ? [] : [inner]) as Value
  if (inner === undefined)
    return others as Value
  // a key that was there keeps its place
  return (form !== undefined && Object.hasOwn(form as Form, step) ? { ...form as Form, [step]: inner } : { ...others, [step]: inner }) as Value
}

const isPlain = (value: unknown): value is Form => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two forms say the same: blanks and what is left out make no difference, nor does the order of keys. */
export function saysSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

function plain(value: unknown): unknown {
  if (typeof value === 'string')
    return value.trim() || null
  if (Array.isArray(value))
    return value.map(plain)
  if (!isPlain(value))
    return value ?? null
  const entries = Object.entries(value).map(([key, inner]) => [key, plain(inner)] as const).filter(([, inner]) => inner !== null)
  return entries.length === 0 ? null : Object.fromEntries(entries.sort(([left], [right]) => left < right ? -1 : 1))
}

/** Three versions of a form become one: what only one side changed is taken, what both changed is named. */
export function merged(base: Form, mine: Form, theirs: Form): { readonly form: Form, readonly both: string[] } {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const both = names.filter(name => !saysSame(mine[name], base[name]) && !saysSame(theirs[name], base[name]) && !saysSame(mine[name], theirs[name]))
  const form = Object.fromEntries(names.map(name => [name, saysSame(mine[name], base[name]) ? theirs[name] : mine[name]]).filter(([, value]) => value !== undefined)) as Form
  return { form, both }
}
