/** The entry that is open: its form, how to change it, what it says in words and what has to be mended. */
import type { InjectionKey, Ref } from 'vue'
import type { Fault, FormChoices, RuleLine } from '#core/catalogue/editor/model'
import type { EntryPath, Form } from './entry-values'
import { inject } from 'vue'

/** Ticked where a service has no condition and is meant for everybody. */
export const forEverybody = 'for-everybody'

export interface OpenEntry {
  readonly key: Ref<string>
  readonly form: Ref<Form>
  readonly choices: Ref<FormChoices | undefined>
  readonly lines: Ref<readonly RuleLine[]>
  /** Shown at the fields once somebody tried to save. */
  readonly faults: Ref<readonly Fault[]>
  /** Faults of conditions, shown at once: a condition without its sentence needs a reason. */
  readonly criteriaFaults: Ref<readonly Fault[]>
  readonly ticked: Ref<readonly string[]>
  readonly change: (path: EntryPath, value: unknown, field?: string) => void
  readonly tick: (id: string, on: boolean) => void
}

export const entryKey: InjectionKey<OpenEntry> = Symbol('entry')

export function useEntry(): OpenEntry {
  const entry = inject(entryKey)
  if (!entry)
    throw new Error('A field of an entry stands outside of its form.')
  return entry
}
