/**
 * Runs one call of the client for a screen: whether it is under way, and what went wrong.
 *
 * `run` never throws: it answers with the result, or with `undefined` after setting `problem`.
 * Being signed out, locked out or cut off is told to the whole page as well.
 */
import type { Ref } from 'vue'
import type { Problem } from './problem'
import { getCurrentScope, onScopeDispose, ref, shallowRef } from 'vue'
import { problemFrom } from './problem'

type Listener = (problem: Problem | undefined) => void
const listeners = new Set<Listener>()

/** Hears of every outcome: `undefined` after a success. Used by the session and the banner of the frame. */
export function onOutcome(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const tell = (problem: Problem | undefined) => listeners.forEach(listener => listener(problem))

export type Outcome<Answer>
  = | { readonly ok: true, readonly answer: Answer }
    | { readonly ok: false, readonly problem: Problem }

/** One call with its outcome told to the whole page; for stores that keep their own state. */
export async function attempt<Answer>(call: () => Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    const answer = await call()
    tell(undefined)
    return { ok: true, answer }
  }
  catch (error) {
    const problem = problemFrom(error)
    tell(problem)
    return { ok: false, problem }
  }
}

export interface Call<Args extends readonly unknown[], Answer> {
  readonly busy: Ref<boolean>
  readonly problem: Ref<Problem | undefined>
  /** The last answer; stays while the next call is under way, so that nothing on the page jumps. */
  readonly answer: Ref<Answer | undefined>
  readonly run: (...args: Args) => Promise<Answer | undefined>
}

/** Troubles that are over as soon as any call succeeds; the frame tells of them meanwhile. */
const passing = new Set(['UNREACHABLE', 'NOT_SIGNED_IN', 'SCREEN_LOCKED', 'STORE_NOT_OPEN'])

export function useCall<Args extends readonly unknown[], Answer>(call: (...args: Args) => Promise<Answer>): Call<Args, Answer> {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  const answer = shallowRef<Answer>()
  let latest = 0

  const forget = onOutcome((heard) => {
    if (!heard && problem.value && passing.has(problem.value.code))
      problem.value = undefined
  })
  if (getCurrentScope())
    onScopeDispose(forget)

  async function run(...args: Args): Promise<Answer | undefined> {
    const mine = ++latest
    busy.value = true
    problem.value = undefined
    const outcome = await attempt(() => call(...args))
    if (mine === latest) {
      busy.value = false
      if (outcome.ok)
        answer.value = outcome.answer
      else
        problem.value = outcome.problem
    }
    return outcome.ok ? outcome.answer : undefined
  }
  return { busy, problem, answer: answer as Ref<Answer | undefined>, run }
}
