/** Looking the stored households up again: how far it is, what came of it, and stopping it. */
import type { Compared, LookingAgain } from '#core/eligibility/rescreen/model'
import type { Problem } from '../../../client/problem'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { client } from '../../../client/core-client'
import { problemFrom } from '../../../client/problem'

type Done = Extract<LookingAgain, { phase: 'done' }>

export function useRescreen() {
  const progress = shallowRef<{ readonly done: number, readonly of: number, readonly since: number }>()
  const outcome = shallowRef<Done>()
  /** What the outcome is of; the choice above it may be another meanwhile. */
  const asked = shallowRef<Compared>()
  const problem = shallowRef<Problem>()
  const stopped = ref(false)
  let line: AbortController | undefined

  async function look(compared: Compared) {
    stop()
    const mine = line = new AbortController()
    const since = Date.now()
    problem.value = outcome.value = undefined
    stopped.value = false
    asked.value = compared
    progress.value = { done: 0, of: 0, since }
    try {
      for await (const event of await client.eligibility.rescreen.look(compared, { signal: mine.signal })) {
        if (event.phase === 'done')
          outcome.value = event
        else
          progress.value = { ...event, since }
      }
      // the server ends it without an outcome when the session has ended
      stopped.value = outcome.value === undefined
    }
    catch (error) {
      if (!mine.signal.aborted)
        problem.value = problemFrom(error)
    }
    finally {
      if (line === mine)
        progress.value = undefined
    }
  }

  /** Leaves what was found before as it is: nothing was written. */
  function stop() {
    stopped.value = progress.value !== undefined
    progress.value = undefined
    line?.abort()
  }
  onScopeDispose(stop)

  /** Seconds to go, by how fast it went so far; nothing while that says little. */
  const secondsLeft = computed(() => {
    if (!progress.value || progress.value.done === 0)
      return undefined
    const { done, of, since } = progress.value
    return Math.ceil((Date.now() - since) / 1000 / done * (of - done))
  })
  return { progress, outcome, asked, problem, stopped, secondsLeft, look, stop }
}
