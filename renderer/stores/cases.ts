/**
 * The planner's list, kept fresh: a case given on another screen appears here by itself.
 *
 * `follow` listens for changes for as long as somebody is signed in and connects anew when the line drops.
 */
import type { CaseSummary } from '#core/cases/model'
import type { Problem } from '../client/problem'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { client } from '../client/core-client'
import { attempt } from '../client/use-call'
import { useSession } from './session'

const longestWait = 15_000
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

export const useCases = defineStore('cases', () => {
  const session = useSession()
  const mine = shallowRef<readonly CaseSummary[]>([])
  const all = shallowRef<readonly CaseSummary[]>([])
  const problem = shallowRef<Problem>()
  const busy = ref(false)
  const loaded = ref(false)
  const scope = ref<'mine' | 'all'>('mine')
  const includeClosed = ref(false)
  /** Grows with every change heard of; pages that show one case reload by it. */
  const changes = ref(0)
  const lastChange = shallowRef<{ readonly caseId: string, readonly plannerId: string | null, readonly change: 'opened' | 'changed' | 'alert', readonly record?: { readonly id: string, readonly version: number } }>()
  const unread = computed(() => mine.value.filter(found => found.unread && found.planner?.id === session.staff?.id).length)
  const shown = computed(() => scope.value === 'all' ? all.value : mine.value)

  let soon: ReturnType<typeof setTimeout> | undefined

  async function load() {
    if (scope.value === 'mine')
      clearTimeout(soon)
    busy.value = true
    const asked = scope.value
    const outcome = await attempt(() => client.cases.list({ scope: asked, includeClosed: includeClosed.value }))
    busy.value = false
    problem.value = outcome.ok ? undefined : outcome.problem
    if (!outcome.ok)
      return
    loaded.value = true
    if (asked === 'all')
      all.value = outcome.answer
    else
      mine.value = outcome.answer
  }

  async function loadMine() {
    const outcome = await attempt(() => client.cases.list({ scope: 'mine', includeClosed: includeClosed.value }))
    if (outcome.ok)
      mine.value = outcome.answer
  }

  function loadSoon() {
    clearTimeout(soon)
    soon = setTimeout(() => {
      if (scope.value === 'all')
        void load()
      void loadMine()
    }, 200)
  }

  let line = new AbortController()
  watch(() => session.workOf, () => {
    line.abort()
    mine.value = []
    all.value = []
    scope.value = 'mine'
    loaded.value = false
  }, { flush: 'sync' })

  async function listen(): Promise<void> {
    line = new AbortController()
    for await (const change of await client.cases.watch(undefined, { signal: line.signal })) {
      lastChange.value = change
      changes.value += 1
      if (!change.record)
        loadSoon()
    }
  }

  let following = false
  async function follow() {
    if (following)
      return
    following = true
    let wait = 1000
    while (session.signedIn || session.workOf) {
      if (session.signedIn && !session.locked) {
        loadSoon()
        const begun = Date.now()
        await listen().catch(() => undefined)
        wait = Date.now() - begun > longestWait ? 1000 : Math.min(longestWait, wait * 2)
      }
      await pause(wait)
    }
    following = false
  }

  return { mine, all, shown, scope, includeClosed, problem, busy, loaded, unread, changes, lastChange, load, loadMine, follow }
})
