/** What zod found wrong, said so that whoever wrote the file knows what to write instead. */
import type * as z from 'zod'
import { findMeant, nearest } from '#core/kernel/nearest'
import { knownKeys } from './known-keys.ts'

export interface Advice { readonly path: readonly PropertyKey[], readonly text: string }

/** What was read, and against what. */
export interface Written {
  readonly content: unknown
  readonly schema: z.core.$ZodType
  /** The file is about people: what stands in it is not repeated, not even a misspelt key. */
  readonly discreet?: true
}

type Issue = z.core.$ZodIssue

/** Of an alternative only the branch that was meant is told. */
export function adviceFor(issue: Issue, written: Written): readonly Advice[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ path: [...issue.path, key], text: unknownKey(key, issue, written) }))
  if (issue.code !== 'invalid_union')
    return [{ path: issue.path, text: adviceText(issue, written) }]
  const meant = branchMeant(issue.errors, valueAt(written.content, issue.path))
  return meant === undefined
    ? [{ path: issue.path, text: unionText(issue, valueAt(written.content, issue.path)) }]
    : meant.flatMap(inner => adviceFor({ ...inner, path: [...issue.path, ...inner.path] }, written))
}

/** The branch whose `kind` fits and whose form is the one that was written, else the nearest of them. */
function branchMeant(errors: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  if (errors.every(issues => issues.every(({ path, code }) => path.length === 0 && code === 'invalid_value')))
    return undefined
  const isBlock = typeof value === 'object' && value !== null
  return errors
    .filter(issues => issues.length > 0)
    .filter(issues => !issues.some(({ path }) => path.length === 1 && path[0] === 'kind'))
    .filter(issues => !isBlock || !issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type'))
    .toSorted((left, right) => missingIn(left) - missingIn(right) || left.length - right.length)[0]
}

/** A branch of which nothing was written is not the one that was meant. */
const missingIn = (issues: readonly Issue[]): number => issues.filter(({ code }) => code === 'invalid_type').length

const named = (path: readonly PropertyKey[]): string => path.length === 0 ? 'the entry' : path.map(String).join('.')

function unknownKey(key: string, { path, message }: Issue, { content, schema, discreet }: Written): string {
  const known = knownKeys(schema, path, content)
  const meant = findMeant(key, known)
  const what = discreet ? `${named(path)} has a key that is not known` : `${named(path)} does not know "${key}"`
  // of a table without fixed keys the schema itself says what may stand there
  const instead = known.length === 0 ? message : `it knows: ${known.join(', ')}`
  return meant === undefined ? `${what}; ${instead}` : `${what}; did you mean "${meant}"? ${instead[0]!.toUpperCase()}${instead.slice(1)}`
}

function adviceText(issue: Issue, { content }: Written): string {
  const place = named(issue.path)
  const value = valueAt(content, issue.path)
  switch (issue.code) {
    case 'invalid_type': return value === undefined ? `${place} is missing; write ${wordFor(issue.expected)}` : `${place} has to be ${wordFor(issue.expected)}${typeof value === 'string' ? quoted(issue.expected) : ''}`
    case 'invalid_value': return value === undefined ? `${place} is missing; write one of: ${issue.values.map(String).join(', ')}` : valueText(place, issue.values.map(String), String(value))
    case 'invalid_format': return `${place} ${formatText(issue)}`
    case 'too_small': return `${place} is too small or empty; write at least ${String(issue.minimum)}`
    case 'too_big': return `${place} is too large; write at most ${String(issue.maximum)}`
    case 'invalid_key': return `${place} is no key that is known here`
    default: return `${place}: ${issue.message}`
  }
}

/** More than anybody reads in a message. */
const listed = 25

function valueText(place: string, values: readonly string[], written: string): string {
  const text = values.length <= listed
    ? `${place} has to be one of: ${values.join(', ')}`
    : `${place} is none of the known ones; the nearest are: ${nearest(written, values, 5).join(', ')}`
  const meant = values.length > 1 && values.length <= listed ? findMeant(written, values) : undefined
  return meant === undefined ? text : `${text}; did you mean ${meant}?`
}

const words: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', int: 'a whole number', array: 'a list, each entry after "- "', object: 'a block of keys', boolean: 'true or false', record: 'a block of keys' }
const wordFor = (expected: string): string => words[expected] ?? `a ${expected}`
const quoted = (expected: string): string => ['number', 'int', 'boolean'].includes(expected) ? ', without quotation marks' : ''

function formatText(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  switch (issue.format) {
    case 'date': return 'is no day; write it as 2026-01-31'
    case 'url': return 'is no web address; write it with https://'
    default: return issue.message.startsWith('is ') ? issue.message : `is not written as it should be${'pattern' in issue && issue.pattern ? ` (${issue.pattern})` : ''}`
  }
}

function unionText(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): string {
  const kinds = [...new Set(issue.errors.flatMap(issues => issues.flatMap(kindsIn)))]
  const literals = [...kindsIn(issue), ...issue.errors.flatMap(issues => issues.flatMap(inner => inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values.map(String) : []))]
  if (literals.length > 0)
    return value === undefined ? `${named(issue.path)} is missing; write one of: ${literals.join(', ')}` : valueText(named(issue.path), literals, String(value))
  const forms = [...new Set(issue.errors.flatMap(issues => issues.flatMap(inner => inner.path.length === 0 && inner.code === 'invalid_type' ? [wordFor(inner.expected)] : [])))]
  return kinds.length > 0
    ? valueText(`${named(issue.path)}.kind`, kinds, String(valueAt(value, ['kind'])))
    : forms.length > 0 ? `${named(issue.path)} has to be ${forms.join(' or ')}` : `${named(issue.path)} is none of the forms that may stand here; see README.md`
}

function kindsIn(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value' && issue.path.at(-1) === 'kind')
    return issue.values.map(String)
  return issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
}

export function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key], content)
}
