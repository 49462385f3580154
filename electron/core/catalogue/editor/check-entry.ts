/**
 * Reading a form of a service: the entry where it is right, and else everything that has to be mended, each with its
 * place and what to do, in both languages.
 */
import type { BilingualText } from '../../kernel/text.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { EntryForm, Fault } from './model.ts'
import type { ReadCriterion } from './read-criteria.ts'
import type { RuleSetting } from './rule-setting.ts'
import { sayBoth } from '../../kernel/say.ts'
import { WelfareService } from '../../policy/welfare-service.ts'
import { faultsOfCriterion } from './check-criterion.ts'
import { codeOf, readCriterion } from './read-criteria.ts'
import { tidyEntry } from './tidy-entry.ts'

export interface ReadEntry {
  readonly form: EntryForm
  readonly entry: WelfareService | undefined
  readonly criteria: readonly ReadCriterion[]
  readonly faults: Fault[]
}

export function readEntry(given: EntryForm, { catalogue, words }: Pick<RuleSetting, 'catalogue' | 'words'>): ReadEntry {
  const form = tidyEntry(given)
  const says = (code: string, filling: Record<string, string> = {}): BilingualText => sayBoth(words, 'catalogue', `faults.${code}`, filling)
  const criteria = (Array.isArray(form.criteria) ? form.criteria : []).map((each, index) => readCriterion(each, ['criteria', index]))
  const complete = criteria.flatMap(({ criterion }) => criterion ?? [])
  const read = WelfareService.safeParse({ ...form, criteria: complete })
  const faults: Fault[] = [
    ...read.success
      ? referenceFaults(read.data, catalogue, says)
      : read.error.issues.map(issue => ({
          path: issue.path.map(step => typeof step === 'symbol' ? String(step) : step),
          says: says(issue.code === 'custom' && issue.path[0] === 'toCheck' ? 'to-check-why' : codeOf(issue, valueAt(form, issue.path))),
        })),
    ...criteria.flatMap(each => faultsOfCriterion(each, form.concerns === 'member', catalogue, says)),
  ]
  return { form, entry: read.success && faults.length === 0 ? read.data : undefined, criteria, faults }
}

const valueAt = (form: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined, form)

function referenceFaults(service: WelfareService, { documents, parameters }: Catalogue, says: (code: string, filling?: Record<string, string>) => BilingualText): Fault[] {
  const papers = service.bring.flatMap((id, index) => documents.has(id) ? [] : [{ path: ['bring', index], says: says('unknown-paper', { id }) }])
  const ends = service.from && service.until && service.until < service.from ? [{ path: ['until'], says: says('until-before-from') }] : []
  const { amount } = service.benefit
  const limits = amount ? 'amount' in amount ? { amount: amount.amount } : { from: amount.from, to: amount.to } : {}
  const figures = Object.entries(limits).flatMap(([name, limit]) => typeof limit === 'object' && 'parameter' in limit && !parameters.has(limit.parameter)
    ? [{ path: ['benefit', 'amount', name], says: says('unknown-figure', { id: limit.parameter }) }]
    : [])
  return [...papers, ...ends, ...figures]
}
