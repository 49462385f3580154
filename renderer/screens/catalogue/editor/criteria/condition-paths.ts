import type { CriterionKind } from '#core/eligibility/criterion-forms'
/** Where conditions stand in the form, and what a new one starts with. */
import type { EntryPath, Form } from '../entry-values'
import { criterionForms, isCriterionKind } from '#core/eligibility/criterion-forms'

/** As `RuleLine` names the place: "0.of.1". */
export const placeOf = (path: EntryPath): string => path.slice(1).join('.')

export const kindOf = (condition: unknown): CriterionKind | undefined => {
  const kind = (condition as Form | undefined)?.kind
  return isCriterionKind(kind) ? kind : undefined
}

/** A condition of a kind with what can be said beforehand: the first of choices that have to be made. */
export function freshCondition(kind: CriterionKind): Form {
  const { fields, inside, holds } = criterionForms[kind]
  const first = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    if (field.takes === 'choice' && !field.optional)
      return [[name, field.options[0]]]
    return field.takes === 'yes-no' ? [[name, true]] : []
  })
  return { kind, ...Object.fromEntries(first), ...(inside !== null && holds === 'several' ? { [inside]: [] } : {}) }
}

/** Puts one more inside. Where only one has its place, both go into an "all". */
export function withOneMore(condition: Form, more: Form): Form {
  const kind = kindOf(condition)
  const { inside, holds } = criterionForms[kind!]
  if (inside === null)
    return condition
  const before = condition[inside]
  if (holds === 'several')
    return { ...condition, [inside]: [...(before as Form[] | undefined ?? []), more] }
  if (before === undefined)
    return { ...condition, [inside]: more }
  return { ...condition, [inside]: kindOf(before) === 'all' ? withOneMore(before as Form, more) : { kind: 'all', of: [before, more] } }
}
