/** Reads a household from a JSON file for the command line; refuses by naming lines and fields, never their values. */
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { Catalogue } from '#core/policy/catalogue'
import { readFile, stat } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import { householdFacts } from '#core/eligibility/household-facts'
import { nearest } from '#core/kernel/nearest'
import { adviceFor } from '../policy/advice.ts'
import { lineFinder } from '../policy/line-finder.ts'

/** What whoever called the command can mend; its message says what and how. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

interface Fault { readonly path: readonly PropertyKey[], readonly text: string }

/** Thirty members with every fact answered take far less. */
const largestFile = 1_000_000

/**
 * @param catalogue whose facts and services the household may name
 * @throws {Refusal} with every fault of the file
 */
export async function readHouseholdFile(path: string, catalogue: Catalogue): Promise<HouseholdFacts> {
  const text = await textOf(path)
  const content = contentOf(text)
  const schema = householdFacts(catalogue.facts)
  const result = schema.safeParse(content)
  const faults = result.success
    ? strangeServices(result.data, catalogue)
    : result.error.issues.flatMap(issue => adviceFor(issue, { content, schema, discreet: true }))
  if (!result.success || faults.length > 0)
    throw new Refusal(`The household is not written as it should be; resources/policy/README.md describes it.\n${inLines(faults, text).join('\n')}`)
  return result.data
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    const lines = new LineCounter()
    const [error] = parseDocument(text, { lineCounter: lines, prettyErrors: false }).errors
    const where = error ? ` (line ${lines.linePos(error.pos[0]).line})` : ''
    throw new Refusal(`The file is no JSON${where}; look for a missing comma, bracket or quotation mark. resources/policy/README.md shows how a household is written.`)
  }
}

function inLines(faults: readonly Fault[], text: string): string[] {
  const lines = new LineCounter()
  const lineOf = lineFinder(parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines)
  return faults
    .map(fault => ({ ...fault, line: lineOf(fault.path) }))
    .sort((left, right) => left.line - right.line)
    .map(({ line, text: advice }) => `line ${line}: ${advice}`)
}

/** A misspelt service would pass for one of which nothing is known. */
function strangeServices({ receives, members }: HouseholdFacts, { services }: Catalogue): Fault[] {
  const named = [
    ...Object.keys(receives).map(id => ({ id, path: ['receives', id] })),
    ...members.flatMap((member, at) => Object.keys(member.receives).map(id => ({ id, path: ['members', at, 'receives', id] }))),
  ]
  return named
    .filter(({ id }) => !services.has(id))
    .map(({ id, path }) => ({ path, text: `${path.slice(0, -1).join('.')} names a service that is not there; the nearest are: ${nearest(id, services.keys()).join(', ')}` }))
}

async function textOf(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > largestFile)
      throw new Refusal('The file is far too large for one household.')
    return await readFile(path, 'utf8')
  }
  catch (error) {
    if (error instanceof Refusal)
      throw error
    throw new Refusal('The file with the household is missing or cannot be read.')
  }
}
