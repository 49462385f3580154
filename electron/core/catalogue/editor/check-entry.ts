/**
 * Reading a form of a service: the entry where it is right, and else everything that has to be mended, each with its
 * place and what to do, in both languages.
 */
import type { BilingualText } from '../../kernel/text.ts'
import type { Known, ServiceFault } from '../../policy/check-service.ts'
import type { EntryForm, Fault } from './model.ts'
import type { ReadCriterion } from './read-criteria.ts'
import type { RuleSetting } from './rule-setting.ts'
import { sayBoth } from '../../kernel/say.ts'
import { checkService } from '../../policy/check-service.ts'
import { WelfareService } from '../../policy/welfare-service.ts'
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
  const says = (code: string): BilingualText => sayBoth(words, 'catalogue', `faults.${code}`)
  const criteria = (Array.isArray(form.criteria) ? form.criteria : []).map((each, index) => readCriterion(each, ['criteria', index]))
  const read = WelfareService.safeParse({ ...form, criteria: [] })
  // the fields are read apart from the conditions, so that what is missing here hides nothing there
  const service = read.success ? read.data : { ...unwritten, concerns: form.concerns === 'member' ? 'member' as const : 'household' as const }
  const known: Known = { ...catalogue, services: new Map(catalogue.services).set(service.id, service) }
  const asFault = ({ kind, path }: ServiceFault): Fault => ({ path: [...path], says: says(kind) })
  const faults: Fault[] = [
    ...read.success
      ? checkService(read.data, known).map(asFault)
      : read.error.issues.map(issue => ({
          path: issue.path.map(step => typeof step === 'symbol' ? String(step) : step),
          says: says(issue.code === 'custom' && issue.path[0] === 'toCheck' ? 'to-check-why' : codeOf(issue, valueAt(form, issue.path))),
        })),
    ...criteria.flatMap(each => [...ownIssues(each).map(({ path, code }) => ({ path: [...path], says: says(code) })), ...namedFaults(each, service, known).map(asFault)]),
  ]
  const whole = read.success && faults.length === 0 ? WelfareService.safeParse({ ...read.data, criteria: criteria.map(({ criterion }) => criterion) }) : undefined
  return { form, entry: whole?.success ? whole.data : undefined, criteria, faults }
}

const valueAt = (form: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined, form)

const ownIssues = ({ issues, inside }: ReadCriterion): readonly ReadCriterion['issues'][number][] => [...issues, ...inside.flatMap(ownIssues)]

/** What a condition names that is not there; one that is not complete yet is asked for what it lacks instead. */
function namedFaults({ criterion, path }: ReadCriterion, service: WelfareService, known: Known): readonly ServiceFault[] {
  if (!criterion)
    return []
  const alone = { ...service, bring: [], deadline: undefined, benefit: { text: service.benefit.text }, criteria: [criterion] }
  return checkService(alone, known).flatMap(fault => fault.path[0] === 'criteria' ? [{ ...fault, path: [...path, ...fault.path.slice(2)] }] : [])
}

const unsaid = { ko: '-', en: '-' }
/** Stands for an entry whose fields are not complete, while its conditions are read. */
const unwritten = WelfareService.parse({
  id: 'unwritten',
  kind: 'service',
  name: unsaid,
  summary: unsaid,
  level: 'district',
  agency: unsaid,
  stages: ['senior'],
  targets: [],
  themes: ['livelihood'],
  lifeEvents: [],
  concerns: 'household',
  criteria: [],
  benefit: { text: unsaid },
  applyAt: unsaid,
  how: unsaid,
  bring: [],
  worth: 1,
  source: { title: '-', url: 'https://www.elis.go.kr/', readOn: '2026-01-01' },
  confidence: 'confirmed',
  reviewBy: '2026-01-01',
})
