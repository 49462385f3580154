import type { Criterion, LeafKind } from '#core/eligibility/criteria'
import type { FactKind } from '#core/eligibility/facts'
import type { Catalogue } from '#core/policy/catalogue'
import type { WelfareService } from '#core/policy/welfare-service'
/** Whether what the entries name exists and makes sense together; each file is right in itself by then. */
import type { Problem } from './problem.ts'
import type { PolicyFile } from './read-yaml.ts'
import { figuresIn, figuresOf } from '#core/eligibility/compile-service'
import { fitsKind } from '#core/eligibility/facts'
import { nearest } from '#core/kernel/nearest'

/** Ids of all files there are, the wrong ones too: a broken parameter is told once, not again by each who names it. */
interface Named { readonly parameters: ReadonlySet<string>, readonly services: ReadonlySet<string> }

interface Known extends Named { readonly facts: Catalogue['facts'] }

type Path = readonly (string | number)[]
type Note = (path: Path, text: string) => void

export function checkReferences(files: readonly PolicyFile[], catalogue: Catalogue, named: Named): Problem[] {
  const known: Known = { ...named, facts: catalogue.facts }
  return files.flatMap((file) => {
    const service = catalogue.services.get(file.id)
    const problems: Problem[] = []
    if (service)
      checkService(service, catalogue, known, (path, text) => problems.push({ file: file.file, line: file.lineOf(path), text }))
    return problems
  })
}

function checkService(service: WelfareService, { documents }: Catalogue, known: Known, note: Note): void {
  const named = new Set(service.criteria.flatMap(figuresIn))
  for (const id of new Set(figuresOf(service))) {
    if (!known.parameters.has(id))
      note(named.has(id) ? ['criteria'] : ['benefit', 'amount'], `the figure "${id}" is missing; add parameters/${id}.yaml or name one that is there`)
  }
  service.bring.forEach((id, at) => {
    if (!documents.has(id))
      note(['bring', at], `the document "${id}" is missing; add it to documents.yaml or name one that is there`)
  })
  if (service.from && service.until && service.until < service.from)
    note(['until'], 'until lies before from; write the later day')
  service.criteria.forEach((criterion, at) => checkCriterion(criterion, ['criteria', at], service.concerns === 'member', known, note))
  checkDeadline(service, note)
}

const personal: readonly LeafKind[] = ['age', 'born', 'year-age', 'sex', 'relation', 'living-together']

function checkCriterion(criterion: Criterion, path: Path, hasPerson: boolean, known: Known, note: Note): void {
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
        note([...path, 'is'], 'relative needs a person to be the relative of; put it into someone or let the service concern a member')
      checkCriterion(criterion.where, [...path, 'where'], true, known, note)
      return
    case 'someone':
    case 'count':
      checkCriterion(criterion.where, [...path, 'where'], true, known, note)
      return
    case 'receives':
      if (!known.services.has(criterion.service))
        note([...path, 'service'], `the service "${criterion.service}" is missing; name one of the files in services/ without its ending`)
      return
    case 'fact':
    case 'amount':
    case 'since':
      checkFact(criterion, hasPerson, path, known, note)
      return
    default:
      if (!hasPerson && (personal as readonly string[]).includes(criterion.kind))
        note(path, `${criterion.kind} speaks of a person; put it into someone or count, or let the service concern a member`)
  }
}

type AboutFact = Extract<Criterion, { kind: 'fact' | 'amount' | 'since' }>

function checkFact(criterion: AboutFact, hasPerson: boolean, path: Path, { facts: { kinds } }: Known, note: Note): void {
  const { fact } = criterion
  const kind = kinds.get(fact)
  if (!kind) {
    note([...path, 'fact'], `there is no fact "${fact}"; the nearest are: ${nearest(fact, kinds.keys()).join(', ')}; or declare it in facts.yaml`)
    return
  }
  if (criterion.kind === 'fact' && !criterion.in.every(value => fitsKind(kind, value)))
    note([...path, 'in'], `in has a value that "${fact}" cannot have; ${valuesOf(kind)}`)
  if (criterion.kind === 'amount' && !['money', 'count'].includes(kind.value.type))
    note([...path, 'fact'], `"${fact}" is no amount; use the kind fact or since`)
  if (criterion.kind === 'since' && kind.value.type !== 'date')
    note([...path, 'fact'], `"${fact}" is no day; use the kind fact or amount`)
  if (!hasPerson && kind.about === 'person')
    note([...path, 'fact'], `"${fact}" is about a person; put it into someone or count, or let the service concern a member`)
}

function valuesOf({ value }: FactKind): string {
  return value.type === 'choice' ? `write one of: ${value.options.join(', ')}` : value.type === 'yes-no' ? 'write true or false' : `its kind is ${value.type}`
}

/** A deadline from an event fits an entry that the event brings up. */
function checkDeadline({ deadline, lifeEvents }: WelfareService, note: Note): void {
  const event = { 'birth': 'birth', 'death': 'death', 'end-of-month-of-death': 'death', 'learning-of-death': 'death', 'move-in': 'move-in', 'job-loss': 'job-loss', 'contract': undefined } as const
  const needed = deadline && event[deadline.from]
  if (needed && !lifeEvents.includes(needed))
    note(['deadline', 'from'], `the deadline runs from a ${needed}, but lifeEvents does not name ${needed}; add it there or name the right day`)
}
