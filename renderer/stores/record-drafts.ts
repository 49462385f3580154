/**
 * What was typed into a record and could not be saved before its screen was left: it waits in the page's memory, and
 * stands there again when the record is opened. It goes with whoever typed it.
 */
import type { RecordId } from '#core/kernel/ids'
import type { RecordView } from '#core/records/model'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useSession } from './session'

export interface RecordDraft {
  /** The version it was typed into. */
  readonly seen: RecordView
  readonly form: unknown
  /** Saving it after its screen was left came to nothing. */
  readonly refused?: true
}

export const useRecordDrafts = defineStore('record-drafts', () => {
  const session = useSession()
  const drafts = shallowRef<ReadonlyMap<RecordId, RecordDraft>>(new Map())
  watch(() => session.workOf, () => drafts.value = new Map(), { flush: 'sync' })

  const keep = (draft: RecordDraft) => drafts.value = new Map([...drafts.value, [draft.seen.id, draft]])
  const drop = (id: RecordId) => drafts.value = new Map([...drafts.value].filter(([each]) => each !== id))
  /** What could not be saved and waits to be opened again. */
  const waiting = computed(() => [...drafts.value.values()].filter(({ refused }) => refused).map(({ seen: { caseId, kind } }) => ({ caseId, kind })))
  return { waiting, of: (id: RecordId) => drafts.value.get(id), keep, drop }
})
