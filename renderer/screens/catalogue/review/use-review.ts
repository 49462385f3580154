/** The draft as the review shows it: one page of its lines, the opened one, and which are chosen. */
import type { DraftChange, FieldChange, ItemKey } from '#core/catalogue/model'
import type { Filters } from './ChangeFilters.vue'
import { computed, ref, shallowRef, watch } from 'vue'
import { client } from '../../../client/core-client'
import { useCall } from '../../../client/use-call'
import { useFresh } from '../../../client/use-fresh'
import { keyOf } from './item-key'

export const pageSize = 100

export function useReview() {
  const filters = ref<Filters>({ text: '' })
  const offset = ref(0)
  const opened = shallowRef<ItemKey>()
  const chosen = shallowRef<ReadonlyMap<string, ItemKey>>(new Map())
  const list = useCall(() => client.catalogue.draft.list({ ...filters.value, text: filters.value.text.slice(0, 200), offset: offset.value, limit: pageSize }))
  const detail = useCall((item: ItemKey) => client.catalogue.draft.change({ kind: item.kind, itemId: item.itemId }))

  async function load() {
    const answer = await list.run()
    if (!answer)
      return
    if (offset.value > 0 && offset.value >= answer.total) {
      offset.value = Math.max(0, Math.floor((answer.total - 1) / pageSize) * pageSize)
      return load()
    }
    const still = opened.value && answer.changes.find(change => keyOf(change) === keyOf(opened.value!))
    open(still ?? answer.changes[0])
  }

  function open(item: ItemKey | undefined) {
    opened.value = item
    if (item)
      void detail.run(item)
  }

  function page(next: number) {
    offset.value = Math.max(0, next)
    void load()
  }

  function choose(item: ItemKey, on: boolean) {
    const next = new Map(chosen.value)
    if (on)
      next.set(keyOf(item), { kind: item.kind, itemId: item.itemId })
    else
      next.delete(keyOf(item))
    chosen.value = next
  }

  let soon: ReturnType<typeof setTimeout> | undefined
  watch(filters, (now, before) => {
    offset.value = 0
    clearTimeout(soon)
    soon = setTimeout(() => void load(), now.text === before.text ? 0 : 200)
  })
  useFresh(load)

  const shown = computed(() => list.answer.value)
  /** Only while it is of the opened line: the next one may be on its way. */
  const details = computed<{ change: DraftChange, fields: FieldChange[] } | undefined>(() => {
    const answer = detail.answer.value
    return answer && opened.value && keyOf(answer.change) === keyOf(opened.value) ? answer : undefined
  })
  return { filters, offset, opened, chosen, list, detail, shown, details, load, open, page, choose, clear: () => (chosen.value = new Map()) }
}
