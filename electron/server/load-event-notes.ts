/** Reads `resources/policy/event-notes`: what ends, must be reported or begins with each event. */
import type { Problem } from './policy/problem.ts'
import { EventKind } from '#core/eligibility/household-facts'
import { EventNote, EventNoteEntry } from '#core/policy/event-note'
import { PolicyFault } from './policy/problem.ts'
import { listed, readList } from './policy/read-yaml.ts'

/**
 * @param folder the policy folder
 * @throws {PolicyFault} with every problem of the four files: place and what to write instead
 */
export async function loadEventNotes(folder: string): Promise<EventNote[]> {
  const problems: Problem[] = []
  const notes = await Promise.all(EventKind.options.map(async (event) => {
    const file = await readList(folder, `event-notes/${event}.yaml`, problems)
    return listed(file, EventNoteEntry, 'id', problems).map(entry => EventNote.parse({ ...entry, event }))
  }))
  if (problems.length > 0)
    throw new PolicyFault(problems)
  return notes.flat()
}
