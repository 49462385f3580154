/** The last finished needs survey before the one on the screen: its levels stand beside today's, never in them. */
import type { Ref } from 'vue'
import type { CaseId } from '#core/kernel/ids'
import type { RecordView } from '#core/records/model'
import { computed, shallowRef, watch } from 'vue'
import { NeedsSurvey } from '#core/records/bodies/needs-survey'
import { client } from '../../../client/core-client'
import { useCall } from '../../../client/use-call'

export function useLastSurvey(caseId: Ref<CaseId>, current: Ref<RecordView | undefined>) {
  const view = shallowRef<RecordView>()
  const list = useCall(() => client.records.list({ caseId: caseId.value }))
  const read = useCall((recordId: RecordView['id']) => client.records.read({ recordId }))

  watch(() => current.value?.id, async (id) => {
    view.value = undefined
    if (id === undefined)
      return
    const surveys = (await list.run())?.filter(({ kind }) => kind === 'needs-survey') ?? []
    const before = surveys.slice(surveys.findIndex(each => each.id === id) + 1).find(({ status }) => status === 'finished')
    const answer = before && await read.run(before.id)
    if (current.value?.id === id)
      view.value = answer
  }, { immediate: true })

  return {
    record: view,
    survey: computed(() => view.value && NeedsSurvey.parse(view.value.body)),
    problem: computed(() => list.problem.value ?? read.problem.value),
  }
}
