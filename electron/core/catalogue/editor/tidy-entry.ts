/**
 * A form as it was filled in, made ready to be read: blanks taken away, the Korean standing in for an English text
 * that was left empty, and no doubt beside what somebody confirmed.
 */
import type { EntryForm } from './model.ts'

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text in two languages, or what is there of one so far. */
const isBilingual = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(value).length > 0 && Object.keys(value).every(key => key === 'ko' || key === 'en')

function tidied(value: unknown): unknown {
  if (typeof value === 'string')
    return value.trim() || undefined
  if (Array.isArray(value))
    return value.map(tidied)
  if (!isPlain(value))
    return value ?? undefined
  const entries = Object.entries(value).map(([key, inner]) => [key, tidied(inner)] as const).filter(([, inner]) => inner !== undefined)
  const made = Object.fromEntries(entries)
  if (!isBilingual(value))
    return made
  return made.ko === undefined && made.en === undefined ? undefined : { ...made, en: made.en ?? made.ko }
}

export function tidyEntry(form: EntryForm): EntryForm {
  const { toCheck, ...entry } = tidied(form) as EntryForm
  return entry.confidence === 'confirmed' || toCheck === undefined ? entry : { ...entry, toCheck }
}
