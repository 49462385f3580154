/** Reads a household from a JSON file for the command line; refuses by naming fields, never their values. */
import type { FactTable } from '#core/eligibility/fact-table'
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import { readFile, stat } from 'node:fs/promises'
import { householdFacts } from '#core/eligibility/household-facts'

/** What whoever called the command can mend; its message is one sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Thirty members with every fact answered take far less. */
const largestFile = 1_000_000

export async function readHouseholdFile(path: string, facts: FactTable): Promise<HouseholdFacts> {
  const text = await textOf(path)
  let content: unknown
  try {
    content = JSON.parse(text)
  }
  catch {
    throw new Refusal('The file is no JSON; resources/policy/README.md shows how a household is written.')
  }
  const result = householdFacts(facts).safeParse(content)
  if (result.success) {
    const ids = new Set(result.data.members.map(({ id }) => id))
    if (ids.size < result.data.members.length)
      throw new Refusal('Two members have the same id; give each its own.')
    return result.data
  }
  const fields = [...new Set(result.error.issues.map(fieldOf))]
  throw new Refusal(`The household is not written as it should be: ${fields.join(', ')}; see resources/policy/README.md.`)
}

function fieldOf(issue: { readonly code: string, readonly path: readonly PropertyKey[] }): string {
  const at = issue.path.map(String).join('.') || 'the whole'
  return issue.code === 'unrecognized_keys' ? `${at} has a key that is not known` : at
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
