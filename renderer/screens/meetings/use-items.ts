/** What is typed into the items of a meeting: each kept in step with the server on its own, so that turning to the next item loses nothing. */
import type { Ref } from 'vue'
import type { Json } from '#core/kernel/places'
import type { AgendaItem, ItemDraft } from '#core/meetings/model'
import type { RecordView, SaveOutcome } from '#core/records/model'
import type { Outcome } from '../../client/use-call'
import type { RecordSync } from '../case/records/record-sync'
import type { RecordState } from '../case/records/use-record'
import { computed, onScopeDispose, watch } from 'vue'
import { withValueAt } from '#core/kernel/places'
import { ItemDraft as Draft } from '#core/meetings/model'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'
import { syncRecord } from '../case/records/record-sync'

/** An item in the shape that keeps a record in step; only what that needs. */
const viewOf = (item: AgendaItem): RecordView => ({
  id: item.id,
  version: item.version,
  body: item.draft,
  savedAt: item.saved?.at ?? '',
  savedBy: { id: '', name: item.saved?.name ?? '' },
}) as unknown as RecordView

export function useItems(items: Ref<readonly AgendaItem[]>, current: Ref<AgendaItem | undefined>, saved: (item: AgendaItem, wrote: boolean) => void) {
  const syncs = new Map<string, RecordSync<ItemDraft>>()
  const port = {
    parse: (body: unknown): ItemDraft => Draft.parse(body),
    save: async (id: string, seenVersion: number, draft: ItemDraft): Promise<Outcome<SaveOutcome>> => {
      const outcome = await attempt(() => client.meetings.saveItem({ itemId: id as AgendaItem['id'], seenVersion, draft }))
      if (!outcome.ok)
        return outcome
      const { item, outcome: how } = outcome.answer
      saved(item, how === 'saved' && item.version > seenVersion)
      return { ok: true, answer: { outcome: how, record: viewOf(item) } }
    },
  }
  function syncOf(item: AgendaItem): RecordSync<ItemDraft> {
    const known = syncs.get(item.id)
    if (known)
      return known
    const made = syncRecord(port as never, viewOf(item)) as RecordSync<ItemDraft>
    syncs.set(item.id, made)
    return made
  }
  watch(items, all => all.forEach(item => syncs.get(item.id)?.receive(viewOf(item))))

  const sync = computed(() => current.value && syncOf(current.value))
  const form = computed<ItemDraft>(() => sync.value?.form.value ?? Draft.parse({}))
  const state = computed<RecordState>(() => {
    const now = sync.value
    if (!now)
      return 'none'
    return now.conflict.value ? 'conflict' : now.refusal.value ? 'refused' : now.busy.value ? 'saving' : now.dirty.value ? 'unsaved' : 'saved'
  })
  /** One place such as `lead.who`; a step may be the id of a row. */
  const put = (at: string, value: Json | undefined): void => sync.value?.change(draft => withValueAt(draft as Json, at.split('.'), value) as ItemDraft, at)
  const save = async (): Promise<boolean> => await sync.value?.save() ?? true
  /** The version that the server has, as far as this screen knows. */
  const version = computed(() => sync.value?.seen.value.version ?? 0)

  const onLeave = (): void => syncs.forEach(each => each.sendBlind())
  addEventListener('pagehide', onLeave)
  onScopeDispose(() => {
    removeEventListener('pagehide', onLeave)
    syncs.forEach(each => void each.save())
  })
  return { form, state, put, save, version, sync, conflict: computed(() => sync.value?.conflict.value), problem: computed(() => sync.value?.refusal.value), undo: () => sync.value?.undo(), steps: computed(() => sync.value?.steps.value ?? []) }
}
export type UsedItems = ReturnType<typeof useItems>
