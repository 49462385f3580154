/**
 * The official records as they stand on the screen: one part, a page at a time, searched and by stage.
 *
 * The first pages come with the lookup, and follow it until somebody turns to them. From then on an answer of the
 * family changes nothing that is read: `stale` says that there is something newer, and `reload` brings it.
 */
import type { LifeStage, OfficialAnswer, OfficialPart, RecordPage } from '#core/eligibility/model'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { client } from '../../../../client/core-client'
import { useCall } from '../../../../client/use-call'
import { useVisit } from '../../../../stores/visit'

/** Long enough to type a syllable. */
const typingPause = 250

export function useRelatedView() {
  const visit = useVisit()
  const part = ref<OfficialPart>('related')
  const text = ref('')
  const stage = ref<LifeStage | ''>('')
  const page = shallowRef<RecordPage>()
  const answer = shallowRef<OfficialAnswer>()
  /** Somebody has turned to the section. */
  const reading = ref(false)
  const call = useCall(client.eligibility.related)

  async function load(offset = 0): Promise<void> {
    const visitId = visit.visit?.id
    if (!visitId)
      return
    const found = await call.run({
      visitId,
      part: part.value,
      offset,
      ...(text.value.trim() ? { text: text.value.trim().slice(0, 60) } : {}),
      ...(stage.value ? { stage: stage.value } : {}),
    })
    page.value = found ?? page.value
  }

  function reload() {
    answer.value = visit.looked?.official
    void load()
  }

  watch(() => visit.looked?.official, (official) => {
    if (!official || (answer.value && reading.value))
      return
    answer.value = official
    part.value = official.related.total > 0 || official.evaluated.total === 0 ? 'related' : 'evaluated'
    page.value = official[part.value === 'evaluated' ? 'evaluated' : 'related']
  }, { immediate: true })
  watch([part, stage], () => void load())
  let soon: ReturnType<typeof setTimeout> | undefined
  watch(text, () => {
    clearTimeout(soon)
    soon = setTimeout(() => void load(), typingPause)
  })
  onScopeDispose(() => clearTimeout(soon))

  const stale = computed(() => answer.value !== undefined && JSON.stringify(visit.looked?.official) !== JSON.stringify(answer.value))
  return { part, text, stage, page, answer, reading, stale, problem: call.problem, busy: call.busy, load, reload }
}
