import type { Ref } from 'vue'
/** The eye button: shows one person in full for half a minute; the server logs that it was asked for. */
import type { PersonId } from '#core/kernel/ids'
import type { Problem } from './problem'
import { onScopeDispose, shallowRef } from 'vue'
import { client } from './core-client'
import { useCall } from './use-call'

interface Revealed { readonly name: string, readonly birth: string | null, readonly phone: string | null }

/** Half a minute: long enough to dial a number. */
const shownFor = 30_000

export function useReveal(whom: () => PersonId): { readonly shown: Ref<Revealed | undefined>, readonly problem: Ref<Problem | undefined>, readonly toggle: () => Promise<void> } {
  const shown = shallowRef<Revealed>()
  const call = useCall(() => client.households.reveal({ personId: whom() }))
  let timer: ReturnType<typeof setTimeout> | undefined

  function hide() {
    clearTimeout(timer)
    shown.value = undefined
  }
  async function toggle() {
    if (shown.value)
      return hide()
    shown.value = await call.run()
    timer = setTimeout(hide, shownFor)
  }
  onScopeDispose(hide)
  return { shown, problem: call.problem, toggle }
}
