/** Taking somebody's name out of what was written (파기). Pure. */
import type { Json } from './places.ts'
import { isMap } from './places.ts'

/** Stands where the name stood, so that the sentence can still be read. */
export const nameGone = '○○○'

/** Korean particles follow a name without a space; a name in letters must stand alone ("Ann" is not in "Annual"). */
const patternOf = (name: string): string => {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /^[\p{Script=Latin}\s.'-]+$/u.test(name) ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{Script=Latin}\\p{N}])` : plain
}

/**
 * @param name who is forgotten
 * @param others names that stay, also where the forgotten one is a part of them; somebody else's of the same name stays
 */
export function forgetsName(name: string, others: readonly string[]): (text: string) => string {
  const gone = name.normalize('NFC').trim()
  if ([...gone].length < 2 || others.includes(gone))
    return text => text
  const names = [gone, ...others.filter(other => other.trim() !== '')].toSorted((one, other) => other.length - one.length)
  const pattern = new RegExp(names.map(patternOf).join('|'), 'gu')
  return text => text.normalize('NFC').includes(gone) ? text.normalize('NFC').replace(pattern, found => found === gone ? nameGone : found) : text
}

/** Every text in it changed; the names of the fields stay. */
export function inEveryText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string')
    return change(value)
  if (Array.isArray(value))
    return (value as readonly Json[]).map(each => inEveryText(each, change))
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEveryText(each, change)])) : value
}
