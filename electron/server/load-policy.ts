/**
 * Reads a policy folder: parameters, services, documents and holidays as the catalogue that core is handed.
 *
 * A wrong file is refused with its place and what to write instead, and all problems of all files are told at
 * once, so that whoever keeps the folder mends them in one go.
 */
import type { Catalogue } from '#core/policy/catalogue'
import type { Problem } from './policy/problem.ts'
import type { PolicyFile } from './policy/read-yaml.ts'
import { createHash } from 'node:crypto'
import { factTable } from '#core/eligibility/fact-table'
import { DeclaredFact } from '#core/policy/declared-fact'
import { Jurisdiction } from '#core/policy/jurisdiction'
import { currencyOf, Parameter } from '#core/policy/parameter'
import { PublicHoliday } from '#core/policy/public-holiday'
import { RequiredDocument, WelfareService } from '#core/policy/welfare-service'
import { checkReferences } from './policy/check-references.ts'
import { PolicyFault } from './policy/problem.ts'
import { checked, listed, readFolder, readList, readOptionalEntry, readOptionalList } from './policy/read-yaml.ts'

export { PolicyFault } from './policy/problem.ts'

/** What could be read and what could not; the catalogue holds only what is right in itself. */
export interface PolicyReading { readonly catalogue: Catalogue, readonly problems: readonly Problem[] }

/** @throws {PolicyFault} with every problem of every file */
export async function loadPolicy(folder: string): Promise<Catalogue> {
  const { catalogue, problems } = await readPolicy(folder)
  if (problems.length > 0)
    throw new PolicyFault(problems)
  return catalogue
}

export async function readPolicy(folder: string): Promise<PolicyReading> {
  const problems: Problem[] = []
  const [parameterFiles, serviceFiles, documentList, holidayList, factList, jurisdiction] = await Promise.all([
    readFolder(folder, 'parameters', problems),
    readFolder(folder, 'services', problems),
    readList(folder, 'documents.yaml', problems),
    readList(folder, 'holidays.yaml', problems),
    readOptionalList(folder, 'facts.yaml', problems),
    readOptionalEntry(folder, 'jurisdiction.yaml', Jurisdiction, problems),
  ])
  const parameters = byId(parameterFiles, file => checked(file, Parameter, problems))
  const services = byId(serviceFiles, file => checked(file, WelfareService, problems))
  const documents = listed(documentList, RequiredDocument, 'id', problems)
  const holidays = listed(holidayList, PublicHoliday, 'date', problems)
  const catalogue: Catalogue = {
    ...(jurisdiction.entry ? { jurisdiction: jurisdiction.entry.name } : {}),
    release: releaseOf([...parameterFiles, ...serviceFiles, documentList, holidayList, factList, jurisdiction.file]),
    services,
    parameters,
    facts: factTable(listed(factList, DeclaredFact, 'id', problems), jurisdiction.entry?.currency),
    documents: new Map(documents.map(document => [document.id, document])),
    holidays,
    records: new Map(),
    marks: new Map(),
  }
  problems.push(...checkReferences(serviceFiles, catalogue, { parameters: new Set(parameterFiles.map(idOf)), services: new Set(serviceFiles.map(idOf)) }))
  problems.push(...parameterFiles.flatMap(file => foreignCurrency(file, catalogue)))
  return { catalogue, problems: problems.toSorted((left, right) => left.file.localeCompare(right.file) || left.line - right.line) }
}

/** Amounts of two currencies are never compared. */
function foreignCurrency(file: PolicyFile, { parameters, facts: { currency } }: Catalogue): Problem[] {
  const written = currencyOf(parameters.get(file.id)?.unit ?? '')
  return written === undefined || written === currency
    ? []
    : [{ file: file.file, line: file.lineOf(['unit']), text: `unit is in ${written}, but the folder's currency is ${currency}; write ${currency}, or currency: ${written} into jurisdiction.yaml` }]
}

const idOf = ({ id }: PolicyFile): string => id

function byId<Entry>(files: readonly PolicyFile[], read: (file: PolicyFile) => Entry | undefined): ReadonlyMap<string, Entry> {
  return new Map(files.flatMap((file) => {
    const entry = read(file)
    return entry === undefined ? [] : [[file.id, entry] as const]
  }))
}

/** A short fingerprint of the contents: the same folder gives the same release everywhere. */
function releaseOf(files: readonly PolicyFile[]): string {
  const hash = createHash('sha256')
  for (const { file, text } of files)
    hash.update(file).update('\0').update(text.replaceAll('\r\n', '\n')).update('\0')
  return hash.digest('hex').slice(0, 12)
}
