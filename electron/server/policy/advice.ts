/** What zod found wrong, said so that whoever wrote the file knows what to write instead. */
import type * as z from 'zod'
import { nearest } from '#core/kernel/nearest'

export interface Advice { readonly path: readonly PropertyKey[], readonly text: string }

type Issue = z.core.$ZodIssue

/** Of an alternative only the branch that was meant is told: the one whose `kind` fits, else the nearest. */
export function adviceFor(issue: Issue, content: unknown): readonly Advice[] {
  if (issue.code !== 'invalid_union')
    return [{ path: pathTo(issue), text: adviceText(issue, content) }]
  const branches = issue.errors.filter(issues => issues.length > 0)
  const meant = branches.filter(issues => !issues.some(({ path }) => path.length === 1 && path[0] === 'kind'))
  const likeliest = (meant.length > 0 ? meant : branches).toSorted((left, right) => left.length - right.length)[0]
  if (!likeliest || meant.length === 0)
    return [{ path: issue.path, text: unionText(issue) }]
  return likeliest.flatMap(inner => adviceFor({ ...inner, path: [...issue.path, ...inner.path] }, content))
}

/** An unknown key is told where it stands, not where its object begins. */
const pathTo = (issue: Issue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path

const named = (path: readonly PropertyKey[]): string => path.length === 0 ? 'the entry' : path.map(String).join('.')

function adviceText(issue: Issue, content: unknown): string {
  const place = named(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys': return `${place} does not know ${issue.keys.map(key => `"${key}"`).join(', ')}; see README.md for the keys it knows, and mind the spelling`
    case 'invalid_type': return valueAt(content, issue.path) === undefined
      ? `${place} is missing; write a ${wordFor(issue.expected)}`
      : `${place} has to be a ${wordFor(issue.expected)}`
    case 'invalid_value': return valueText(place, issue.values.map(String), String(valueAt(content, issue.path)))
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
  if (values.length <= listed)
    return `${place} has to be one of: ${values.join(', ')}`
  return `${place} is none of the known ones; the nearest are: ${nearest(written, values, 5).join(', ')}`
}

const words: Readonly<Record<string, string>> = { string: 'text', int: 'whole number', array: 'list', object: 'block of keys', boolean: 'true or false', record: 'block of keys' }
const wordFor = (expected: string): string => words[expected] ?? expected

function formatText(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  switch (issue.format) {
    case 'date': return 'is no day; write it as 2026-01-31'
    case 'url': return 'is no web address; write it with https://'
    default: return `is not written as it should be${'pattern' in issue && issue.pattern ? ` (${issue.pattern})` : ''}`
  }
}

function unionText(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const kinds = [...new Set(issue.errors.flatMap(issues => issues.flatMap(kindsIn)))]
  return kinds.length > 0
    ? `${named(issue.path)}.kind has to be one of: ${kinds.join(', ')}`
    : `${named(issue.path)} is none of the forms that may stand here; see README.md`
}

function kindsIn(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value' && issue.path.at(-1) === 'kind')
    return issue.values.map(String)
  return issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key], content)
}
