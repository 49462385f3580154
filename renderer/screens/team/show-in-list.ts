/** Leads to the worklist with a filter set; what was filtered there before is put away. */
import type { WorklistFilter } from '#core/worklist/model'
import { useRouter } from 'vue-router'
import { useWorklistState } from '../../stores/worklist'

export function useShowInList() {
  const state = useWorklistState()
  const router = useRouter()
  return async (filter: Partial<WorklistFilter>): Promise<void> => {
    state.clear()
    Object.assign(state.filter, filter)
    await router.push({ path: '/cases', query: { view: 'all' } })
  }
}
