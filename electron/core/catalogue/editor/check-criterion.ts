/** What is wrong with a condition, and with those inside it: what it lacks, and what it names that is not there. */
import type { Criterion } from '../../eligibility/criteria.ts'
import type { FactKind } from '../../eligibility/facts.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { Fault } from './model.ts'
import type { ReadCriterion } from './read-criteria.ts'
import { figuresIn } from '../../eligibility/compile-service.ts'
import { criterionForms } from '../../eligibility/criterion-forms.ts'
import { fitsKind } from '../../eligibility/facts.ts'

type Says = (code: string, filling?: Record<string, string>) => BilingualText

/** @param hasPerson whether there is a member whom the condition can speak of */
export function faultsOfCriterion(read: ReadCriterion, hasPerson: boolean, catalogue: Catalogue, says: Says): Fault[] {
  const { kind, criterion, path, issues, inside } = read
  const turnsToOthers = kind !== undefined && criterionForms[kind].inside === 'where'
  return [
    ...issues.map(issue => ({ path: [...issue.path], says: says(issue.code) })),
    ...(criterion && inside.length === 0 ? namedFaults(criterion, hasPerson, catalogue, says, path) : []),
    ...(kind === 'relative' && !hasPerson ? [{ path: [...path], says: says('needs-person') }] : []),
    ...inside.flatMap(each => faultsOfCriterion(each, hasPerson || turnsToOthers, catalogue, says)),
  ]
}

function namedFaults(criterion: Criterion, hasPerson: boolean, { parameters, facts, services }: Catalogue, says: Says, path: ReadCriterion['path']): Fault[] {
  const at = (field: string, code: string, filling?: Record<string, string>): Fault => ({ path: [...path, field], says: says(code, filling) })
  const missing = figuresIn(criterion).filter(id => !parameters.has(id)).map(id => at('atMost', 'unknown-figure', { id }))
  const isPersonal = criterionForms[criterion.kind].group === 'person'
  const personal = isPersonal && !hasPerson ? [{ path: [...path], says: says('needs-person') }] : []
  const unknownService = criterion.kind === 'receives' && !services.has(criterion.service) ? [at('service', 'unknown-service', { id: criterion.service })] : []
  return [...missing, ...personal, ...unknownService, ...('fact' in criterion ? factFaults(criterion, hasPerson, facts.kinds.get(criterion.fact), at) : [])]
}

function factFaults(criterion: Extract<Criterion, { fact: string }>, hasPerson: boolean, kind: FactKind | undefined, at: (field: string, code: string, filling?: Record<string, string>) => Fault): Fault[] {
  if (!kind)
    return [at('fact', 'unknown-fact', { id: criterion.fact })]
  const form = criterionForms[criterion.kind].fields.fact
  const fits = form.takes === 'fact' && form.types.includes(kind.value.type)
  const answers = criterion.kind === 'fact' && fits && !criterion.in.every(value => fitsKind(kind, value)) ? [at('in', 'fact-value')] : []
  return [
    ...fits ? [] : [at('fact', 'fact-type')],
    ...answers,
    ...kind.about === 'person' && !hasPerson ? [at('fact', 'needs-person')] : [],
  ]
}
