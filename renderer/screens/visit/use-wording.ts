import type { MaybeRefOrGetter } from 'vue'
/** The wording of the consents in one language, fetched once for as long as the page is open. */
import type { WordingItem } from '#core/consent/model'
import type { Language } from '#core/kernel/text'
import type { Problem } from '../../client/problem'
import { shallowRef, toValue, watch } from 'vue'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'

export function useWording(language: MaybeRefOrGetter<Language>) {
  const items = shallowRef<readonly WordingItem[]>([])
  const version = shallowRef('')
  const problem = shallowRef<Problem>()

  async function load() {
    const asked = toValue(language)
    const outcome = await attempt(() => client.consent.wording({ language: asked }))
    if (asked !== toValue(language))
      return
    problem.value = outcome.ok ? undefined : outcome.problem
    if (outcome.ok) {
      items.value = outcome.answer.items
      version.value = outcome.answer.version
    }
  }

  watch(() => toValue(language), load, { immediate: true })
  return { items, version, problem, load }
}
