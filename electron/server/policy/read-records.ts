/** Official records of a policy folder: `records.json`, a list as in `resources/catalogue`. A folder may do without. */
import type { Problem } from './problem.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OfficialRecord } from '#core/policy/official-record'
import { PolicyFault } from './problem.ts'

const file = 'records.json'

/** @throws {PolicyFault} with every record that is wrong, by its place in the list */
export async function readRecords(folder: string): Promise<ReadonlyMap<string, OfficialRecord>> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => undefined)
  if (text === undefined)
    return new Map()
  const list = parsed(text)
  const problems: Problem[] = []
  const records = new Map<string, OfficialRecord>()
  list.forEach((given, at) => {
    const read = OfficialRecord.safeParse(given)
    if (!read.success)
      problems.push(problemOf(at, `${read.error.issues[0]?.path.join('.') ?? ''}: ${read.error.issues[0]?.message ?? ''}; see "Official records" in README.md`))
    else if (records.has(read.data.id))
      problems.push(problemOf(at, `${read.data.id} stands in the list already; give each record once`))
    else
      records.set(read.data.id, read.data)
  })
  if (problems.length > 0)
    throw new PolicyFault(problems)
  return records
}

function parsed(text: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list))
      return list
  }
  catch {
    // told below, as for anything that is no list
  }
  throw new PolicyFault([{ file, line: 1, text: 'this is no list of records in JSON; write [ { "id": … }, … ]' }])
}

/** A list in JSON has no lines worth naming: the record is named by its place in it. */
const problemOf = (at: number, text: string): Problem => ({ file, line: 1, text: `record ${at + 1}: ${text}` })
