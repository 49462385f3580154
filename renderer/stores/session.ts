/**
 * Who is signed in on this machine, whether the screen is locked, and whether the server answers.
 *
 * Locking hides the work and keeps it; what is open stays mounted underneath. The same holds when a session has
 * run out: only signing out on purpose, or somebody else signing in, takes the work off the screen.
 */
import type { Role } from '#core/kernel/contract'
import type { SetupStatus } from '#core/setup/contract'
import type { SignedIn } from '#core/staff/model'
import type { Problem } from '../client/problem'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { client } from '../client/core-client'
import { attempt, onOutcome } from '../client/use-call'

export const useSession = defineStore('session', () => {
  const status = shallowRef<SetupStatus>()
  const signedIn = shallowRef<SignedIn>()
  const locked = ref(false)
  const unreachable = ref(false)
  /** Whose work is mounted; outlives a session that ran out. */
  const workOf = ref<string>()

  const staff = computed(() => signedIn.value?.staff)
  const may = (...roles: readonly Role[]) => roles.some(role => staff.value?.roles.includes(role))

  function accept(answer: SignedIn | null) {
    signedIn.value = answer ?? undefined
    locked.value = answer?.locked ?? false
    if (answer)
      workOf.value = answer.staff.id
  }

  async function readStatus(): Promise<Problem | undefined> {
    const stand = await attempt(() => client.setup.status())
    if (!stand.ok)
      return stand.problem
    status.value = stand.answer
    return undefined
  }

  /** Reads anew how things stand; also after the server could not be reached. */
  async function load(): Promise<Problem | undefined> {
    const trouble = await readStatus()
    if (trouble || status.value?.state === 'fresh')
      return trouble
    const current = await attempt(() => client.staff.current())
    if (!current.ok)
      return current.problem
    accept(current.answer)
    return undefined
  }

  async function enter(call: () => Promise<SignedIn>): Promise<Problem | undefined> {
    const outcome = await attempt(call)
    if (!outcome.ok)
      return outcome.problem
    accept(outcome.answer)
    await readStatus()
    return undefined
  }

  const signIn = (name: string, password: string) => enter(() => client.staff.signIn({ name, password }))
  const unlock = (password: string) => enter(() => client.staff.unlock({ password }))

  async function signOut() {
    await attempt(() => client.staff.signOut())
    accept(null)
    workOf.value = undefined
    await readStatus()
  }

  /** The screen is covered at once; the server is told as soon as it can be reached. */
  async function lock() {
    if (!signedIn.value || locked.value)
      return
    locked.value = true
    await attempt(() => client.staff.lock())
  }

  onOutcome((problem) => {
    unreachable.value = problem?.code === 'UNREACHABLE'
    if (problem?.code === 'NOT_SIGNED_IN' || problem?.code === 'STORE_NOT_OPEN')
      accept(null)
    if (problem?.code === 'SCREEN_LOCKED')
      locked.value = true
  })

  return { status, signedIn, staff, locked, unreachable, workOf, may, load, readStatus, signIn, unlock, signOut, lock }
})
