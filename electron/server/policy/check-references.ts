/** Whether what the entries name exists and makes sense together, told with file, line and what to write instead. */
import type { Catalogue } from '#core/policy/catalogue'
import type { Known, ServiceFault } from '#core/policy/check-service'
import type { Problem } from './problem.ts'
import type { PolicyFile } from './read-yaml.ts'
import { answersTo } from '#core/eligibility/facts'
import { nearest } from '#core/kernel/nearest'
import { checkService } from '#core/policy/check-service'

/** Ids of all files there are, the wrong ones too: a broken parameter is told once, not again by each who names it. */
interface Named { readonly parameters: ReadonlySet<string>, readonly services: ReadonlySet<string> }

export function checkReferences(files: readonly PolicyFile[], catalogue: Catalogue, named: Named): Problem[] {
  const known: Known = { ...named, documents: catalogue.documents, facts: catalogue.facts }
  return files.flatMap((file) => {
    const service = catalogue.services.get(file.id)
    const faults = service ? checkService(service, known) : []
    return faults.map(fault => ({ file: file.file, line: file.lineOf(fault.path), text: adviceOn(fault, known, named) }))
  })
}

const nearestOf = (name: string, known: Iterable<string>): string => {
  const those = nearest(name, known)
  return those.length === 0 ? '' : `; the nearest are: ${those.join(', ')}`
}

function adviceOn(fault: ServiceFault, { facts: { kinds }, documents }: Known, { parameters, services }: Named): string {
  switch (fault.kind) {
    case 'figure-missing': return `the figure "${fault.name}" is missing; add parameters/${fault.name}.yaml or name one that is there${nearestOf(fault.name, parameters)}`
    case 'document-missing': return `the document "${fault.name}" is missing; add it to documents.yaml or name one that is there${nearestOf(fault.name, documents.keys())}`
    case 'service-missing': return `the service "${fault.name}" is missing; name one of the files in services/ without its ending${nearestOf(fault.name, services)}`
    case 'fact-missing': return `there is no fact "${fault.name}"${nearestOf(fault.name, kinds.keys())}; or declare it in facts.yaml`
    case 'value-unfit': return `in has a value that "${fault.name}" cannot have; ${answersTo(fault.fact)}`
    case 'no-amount': return `"${fault.name}" is no amount; use the kind fact or since`
    case 'no-day': return `"${fault.name}" is no day; use the kind fact or amount`
    case 'fact-of-person': return `"${fault.name}" is about a person; put it into someone or count, or let the service concern a member`
    case 'needs-person': return `${fault.name} speaks of a person; put it into someone or count, or let the service concern a member`
    case 'relative-of-nobody': return 'relative needs a person to be the relative of; put it into someone or let the service concern a member'
    case 'ends-before-it-begins': return 'until lies before from; write the later day'
    case 'event-missing': return `the deadline runs from a ${fault.name}, but lifeEvents does not name ${fault.name}; add it there or name the right day`
  }
}
