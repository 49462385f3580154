/**
 * What is heard of cases: every change told by the server, and how many of one's own nobody has opened yet.
 *
 * `follow` listens for as long as somebody is signed in and connects anew when the line drops. Only what concerns
 * the one who is signed in is asked for: a change at another desk costs nothing here.
 */
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { client } from '../client/core-client'
import { attempt } from '../client/use-call'
import { useSession } from './session'

const longestWait = 15_000
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

export const useCases = defineStore('cases', () => {
  const session = useSession()
  const unread = ref(0)
  /** Grows with every change heard of; pages that show one case reload by it. */
  const changes = ref(0)
  const lastChange = shallowRef<{ readonly caseId: string, readonly plannerId: string | null, readonly change: 'opened' | 'changed' | 'alert', readonly record?: { readonly id: string, readonly version: number } }>()

  let soon: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  async function countUnread() {
    const mine = ++latest
    const outcome = await attempt(() => client.cases.unread())
    if (outcome.ok && mine === latest)
      unread.value = outcome.answer.count
  }
  function countSoon() {
    clearTimeout(soon)
    soon = setTimeout(() => void countUnread(), 200)
  }

  let line = new AbortController()
  watch(() => session.workOf, () => {
    line.abort()
    clearTimeout(soon)
    latest += 1
    unread.value = 0
  }, { flush: 'sync' })

  async function listen(): Promise<void> {
    line = new AbortController()
    for await (const change of await client.cases.watch(undefined, { signal: line.signal })) {
      lastChange.value = change
      changes.value += 1
      if (!change.record && change.plannerId === session.staff?.id)
        countSoon()
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
        countSoon()
        const begun = Date.now()
        await listen().catch(() => undefined)
        wait = Date.now() - begun > longestWait ? 1000 : Math.min(longestWait, wait * 2)
      }
      await pause(wait)
    }
    following = false
  }

  return { unread, changes, lastChange, countUnread, follow }
})
