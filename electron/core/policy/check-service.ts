/**
 * Whether what a service names exists and makes sense together; the service is right in itself by then.
 *
 * Each fault has a kind and what it is about, and no sentence: a policy folder tells it with file and line
 * (`electron/server/policy/check-references.ts`), the review of a release in the words of the office.
 */
import type { Criterion, LeafKind, Limit } from '../eligibility/criteria.ts'
import type { FactKind } from '../eligibility/facts.ts'
import type { Catalogue } from './catalogue.ts'
import type { WelfareService } from './welfare-service.ts'
import { figuresIn, figuresOf } from '../eligibility/compile-service.ts'
import { fitsKind } from '../eligibility/facts.ts'

export type FaultPath = readonly (string | number)[]

/** `name` is the id or the word in question. */
export type ServiceFault
  = | { readonly kind: 'figure-missing' | 'document-missing' | 'service-missing' | 'fact-missing' | 'no-amount' | 'no-day' | 'fact-of-person' | 'needs-person' | 'event-missing', readonly path: FaultPath, readonly name: string }
    | { readonly kind: 'value-unfit', readonly path: FaultPath, readonly name: string, readonly fact: FactKind }
    | { readonly kind: 'ends-before-it-begins' | 'relative-of-nobody', readonly path: FaultPath }

/** What may be named. Of a policy folder also the files that are wrong: each of those is told once already. */
export interface Known {
  readonly parameters: { readonly has: (id: string) => boolean }
  readonly services: { readonly has: (id: string) => boolean }
  readonly documents: Catalogue['documents']
  readonly facts: Catalogue['facts']
}

type Note = (fault: ServiceFault) => void

export function checkService(service: WelfareService, known: Known): readonly ServiceFault[] {
  const faults: ServiceFault[] = []
  const note: Note = fault => void faults.push(fault)
  const named = new Set(service.criteria.flatMap(figuresIn))
  for (const name of new Set(figuresOf(service))) {
    if (!known.parameters.has(name))
      note({ kind: 'figure-missing', name, path: named.has(name) ? ['criteria'] : ['benefit', 'amount'] })
  }
  service.bring.forEach((name, at) => {
    if (!known.documents.has(name))
      note({ kind: 'document-missing', name, path: ['bring', at] })
  })
  if (service.from && service.until && service.until < service.from)
    note({ kind: 'ends-before-it-begins', path: ['until'] })
  const { amount } = service.benefit
  for (const [key, limit] of amount === undefined ? [] : 'amount' in amount ? [['amount', amount.amount] as const] : [['from', amount.from] as const, ['to', amount.to] as const])
    checkLimit(limit, service.concerns === 'member', ['benefit', 'amount', key], known, note)
  service.criteria.forEach((criterion, at) => checkCriterion(criterion, ['criteria', at], service.concerns === 'member', known, note))
  checkDeadline(service, note)
  return faults
}

const personal: readonly LeafKind[] = ['age', 'born', 'year-age', 'sex', 'relation', 'living-together']

function checkCriterion(criterion: Criterion, path: FaultPath, hasPerson: boolean, known: Known, note: Note): void {
  switch (criterion.kind) {
    case 'all':
    case 'any':
      criterion.of.forEach((inner, at) => checkCriterion(inner, [...path, 'of', at], hasPerson, known, note))
      return
    case 'not':
      checkCriterion(criterion.of, [...path, 'of'], hasPerson, known, note)
      return
    case 'relative':
      if (!hasPerson)
        note({ kind: 'relative-of-nobody', path: [...path, 'is'] })
      checkCriterion(criterion.where, [...path, 'where'], true, known, note)
      return
    case 'someone':
    case 'count':
      checkCriterion(criterion.where, [...path, 'where'], true, known, note)
      return
    case 'receives':
      if (!known.services.has(criterion.service))
        note({ kind: 'service-missing', name: criterion.service, path: [...path, 'service'] })
      return
    case 'amount':
      checkLimit(criterion.atLeast, hasPerson, [...path, 'atLeast'], known, note)
      checkLimit(criterion.atMost, hasPerson, [...path, 'atMost'], known, note)
      checkFact(criterion, hasPerson, path, known, note)
      return
    case 'fact':
    case 'since':
      checkFact(criterion, hasPerson, path, known, note)
      return
    case 'income':
      checkLimit(criterion.atMost, hasPerson, [...path, 'atMost'], known, note)
      return
    default:
      if (!hasPerson && (personal as readonly string[]).includes(criterion.kind))
        note({ kind: 'needs-person', name: criterion.kind, path })
  }
}

/** A border that is a share of another amount names one that is known of the same person or of the household. */
function checkLimit(limit: Limit | undefined, hasPerson: boolean, path: FaultPath, known: Known, note: Note): void {
  if (typeof limit === 'object' && 'fact' in limit)
    checkFact({ kind: 'amount', fact: limit.fact }, hasPerson, path, known, note)
}

type AboutFact = Extract<Criterion, { kind: 'fact' | 'amount' | 'since' }>

function checkFact(criterion: AboutFact, hasPerson: boolean, path: FaultPath, { facts: { kinds } }: Known, note: Note): void {
  const { fact: name } = criterion
  const fact = kinds.get(name)
  if (!fact) {
    note({ kind: 'fact-missing', name, path: [...path, 'fact'] })
    return
  }
  if (criterion.kind === 'fact' && !criterion.in.every(value => fitsKind(fact, value)))
    note({ kind: 'value-unfit', name, fact, path: [...path, 'in'] })
  if (criterion.kind === 'amount' && !['money', 'count'].includes(fact.value.type))
    note({ kind: 'no-amount', name, path: [...path, 'fact'] })
  if (criterion.kind === 'since' && fact.value.type !== 'date')
    note({ kind: 'no-day', name, path: [...path, 'fact'] })
  if (!hasPerson && fact.about === 'person')
    note({ kind: 'fact-of-person', name, path: [...path, 'fact'] })
}

/** A deadline from an event fits an entry that the event brings up. */
function checkDeadline({ deadline, lifeEvents }: WelfareService, note: Note): void {
  const event = { 'birth': 'birth', 'death': 'death', 'end-of-month-of-death': 'death', 'learning-of-death': 'death', 'move-in': 'move-in', 'job-loss': 'job-loss', 'contract': undefined } as const
  const needed = deadline && event[deadline.from]
  if (needed && !lifeEvents.includes(needed))
    note({ kind: 'event-missing', name: needed, path: ['deadline', 'from'] })
}
