/** Two releases held against each other: a page of what differs, and the opened item field by field. */
import type { ItemKey } from '#core/catalogue/model'
import type { Filters } from '../review/ChangeFilters.vue'
import { computed, ref, shallowRef, watch } from 'vue'
import { client } from '../../../client/core-client'
import { useCall } from '../../../client/use-call'
import { keyOf } from '../review/item-key'

export const pageSize = 100

export interface Pair { readonly from: number, readonly to: number }

export function useCompare(pair: () => Pair | undefined) {
  const filters = ref<Filters>({ text: '' })
  const offset = ref(0)
  const opened = shallowRef<ItemKey>()
  const list = useCall(({ from, to }: Pair) => client.catalogue.releases.compare({ from, to, kind: filters.value.kind, sort: filters.value.sort, text: filters.value.text.slice(0, 200), offset: offset.value, limit: pageSize }))
  const detail = useCall((two: Pair, { kind, itemId }: ItemKey) => client.catalogue.releases.difference({ ...two, kind, itemId }))

  async function load() {
    const two = pair()
    const answer = two && await list.run(two)
    if (answer)
      open(answer.items[0])
  }

  function open(item: ItemKey | undefined) {
    opened.value = item
    const two = pair()
    if (item && two)
      void detail.run(two, item)
  }

  function page(next: number) {
    offset.value = Math.max(0, next)
    void load()
  }

  let soon: ReturnType<typeof setTimeout> | undefined
  watch([pair, filters], ([, now], [, before]) => {
    offset.value = 0
    clearTimeout(soon)
    soon = setTimeout(() => void load(), now.text === before.text ? 0 : 200)
  })
  const details = computed(() => {
    const answer = detail.answer.value
    return answer && opened.value && keyOf(answer.item) === keyOf(opened.value) ? answer : undefined
  })
  return { filters, offset, opened, list, detail, details, load, open, page }
}
