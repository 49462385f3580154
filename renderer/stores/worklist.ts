/** What the planner's list shows, kept while a case is opened and closed again; goes with whoever is signed in. */
import type { Scope, WorklistOrder } from '#core/worklist/model'
import { defineStore } from 'pinia'
import { reactive, ref, watch } from 'vue'
import { WorklistFilter } from '#core/worklist/model'
import { useSession } from './session'

export const useWorklistState = defineStore('worklist', () => {
  const session = useSession()
  const filter = reactive<WorklistFilter>(WorklistFilter.parse({}))
  const order = ref<WorklistOrder>('due')
  const scope = ref<Scope>('mine')
  /** Pixels from the top of the list, by scope. */
  const scrolled = reactive<Partial<Record<Scope, number>>>({})

  function clear(): void {
    Object.assign(filter, WorklistFilter.parse({}))
  }
  watch(() => session.workOf, () => {
    clear()
    order.value = 'due'
    scope.value = 'mine'
    for (const each of Object.keys(scrolled) as Scope[])
      delete scrolled[each]
  }, { flush: 'sync' })
  return { filter, order, scope, scrolled, clear }
})
