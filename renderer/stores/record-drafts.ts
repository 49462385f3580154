/**
 * What was typed into a record and could not be saved before its screen was left: it waits in the page's memory, and
 * stands there again when the record is opened. It goes with whoever typed it.
 */
import type { CaseId, RecordId } from '#core/kernel/ids'
import type { RecordView } from '#core/records/model'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useSession } from './session'

export interface RecordDraft {
  /** The version it was typed into. */
  readonly seen: RecordView
  readonly form: unknown
}

export const useRecordDrafts = defineStore('record-drafts', () => {
  const session = useSession()
  const drafts = shallowRef<ReadonlyMap<RecordId, RecordDraft>>(new Map())
  watch(() => session.workOf, () => drafts.value = new Map(), { flush: 'sync' })

  const keep = (draft: RecordDraft) => drafts.value = new Map([...drafts.value, [draft.seen.id, draft]])
  const drop = (id: RecordId) => drafts.value = new Map([...drafts.value].filter(([each]) => each !== id))
  /** The cases in which something waits. */
  const waiting = computed<readonly CaseId[]>(() => [...new Set([...drafts.value.values()].map(({ seen }) => seen.caseId))])
  return { waiting, of: (id: RecordId) => drafts.value.get(id), keep, drop }
})
