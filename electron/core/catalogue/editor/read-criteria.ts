/**
 * Reading conditions as a form holds them: each on its own, so that one that is not complete yet keeps neither its
 * neighbours nor what stands around it from being read.
 */
import type * as z from 'zod'
import type { Criterion } from '../../eligibility/criteria.ts'
import type { CriterionKind } from '../../eligibility/criterion-forms.ts'
import { Criterion as CriterionSchema } from '../../eligibility/criteria.ts'
import { criterionForms, isCriterionKind } from '../../eligibility/criterion-forms.ts'

/** Where something stands in a form, as zod says it. */
export type Path = readonly (string | number)[]

export interface ReadCriterion {
  readonly path: Path
  readonly kind: CriterionKind | undefined
  /** `undefined` while it, or anything inside it, is not complete. */
  readonly criterion: Criterion | undefined
  readonly issues: readonly { readonly path: Path, readonly code: FaultCode }[]
  readonly inside: readonly ReadCriterion[]
}
export type FaultCode = 'missing' | 'choose' | 'not-a-day' | 'not-a-link' | 'too-small' | 'wrong' | 'no-border' | 'empty-group'

/** Deeper than anybody writes, and shallow enough to be walked safely. */
const deepest = 12

type Form = Readonly<Record<string, unknown>>
const isForm = (value: unknown): value is Form => typeof value === 'object' && value !== null && !Array.isArray(value)

export function readCriterion(value: unknown, path: Path, depth = 0): ReadCriterion {
  const kind = isForm(value) && isCriterionKind(value.kind) ? value.kind : undefined
  if (!isForm(value) || !kind || depth > deepest)
    return { path, kind: undefined, criterion: undefined, issues: [{ path, code: 'missing' }], inside: [] }
  const { inside: place, holds, needs } = criterionForms[kind]
  const inner = place === null ? [] : insideOf(value[place], holds, [...path, place], depth)
  const complete = inner.every(({ criterion }) => criterion !== undefined)
  const empty = place !== null && inner.length === 0 ? [{ path, code: 'empty-group' } as const] : []
  const bare = needs && !(needs as readonly string[]).some(name => value[name] !== undefined) ? [{ path, code: 'no-border' } as const] : []
  const own = CriterionSchema.safeParse(place === null ? value : { ...value, [place]: complete && inner.length > 0 ? contentOf(inner, holds) : standIn(holds) })
  const issues = [...own.success ? [] : issuesOf(own.error.issues, value, path), ...bare, ...empty]
  return { path, kind, criterion: own.success && complete && issues.length === 0 ? own.data : undefined, issues, inside: inner }
}

function insideOf(value: unknown, holds: string, path: Path, depth: number): readonly ReadCriterion[] {
  if (holds === 'several')
    return Array.isArray(value) ? value.map((each, index) => readCriterion(each, [...path, index], depth + 1)) : []
  return value === undefined ? [] : [readCriterion(value, path, depth + 1)]
}

const contentOf = (inner: readonly ReadCriterion[], holds: string): unknown =>
  holds === 'several' ? inner.map(({ criterion }) => criterion) : inner[0]!.criterion

/** Stands where the inside is not complete, so that the fields of the outside can be read all the same. */
const standIn = (holds: string): unknown => holds === 'several' ? [{ kind: 'sex', is: 'female' }] : { kind: 'sex', is: 'female' }

/** Of alternatives the one whose `kind` fits: it reaches furthest into the value. */
function issuesOf(issues: readonly z.core.$ZodIssue[], value: unknown, at: Path): ReadCriterion['issues'] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path.map(step => typeof step === 'symbol' ? String(step) : step)]
    const found = issue.path.reduce<unknown>((inner, step) => isForm(inner) || Array.isArray(inner) ? (inner as Record<PropertyKey, unknown>)[step] : undefined, value)
    if (issue.code !== 'invalid_union' || found === undefined)
      return [{ path, code: codeOf(issue, found) }]
    const deep = issue.errors.toSorted((left, right) => reach(right) - reach(left))[0] ?? []
    const inside = deep.filter(({ path: inner }) => inner.length > 0)
    return inside.length > 0 ? issuesOf(inside, found, path) : [{ path, code: 'wrong' as const }]
  })
}

const reach = (issues: readonly z.core.$ZodIssue[]): number => issues.some(({ code, path }) => code === 'invalid_value' && path[0] === 'kind') ? -1 : Math.max(0, ...issues.map(({ path }) => path.length))

export function codeOf(issue: z.core.$ZodIssue, found: unknown): FaultCode {
  if (Array.isArray(found) && found.length === 0)
    return 'choose'
  if (found === undefined || found === null)
    return 'missing'
  if (issue.code === 'too_small')
    return typeof found === 'number' ? 'too-small' : 'missing'
  if (issue.code === 'invalid_format')
    return issue.format === 'date' ? 'not-a-day' : issue.format === 'url' ? 'not-a-link' : 'wrong'
  return 'wrong'
}
