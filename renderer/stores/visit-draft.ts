/**
 * What is typed, from the first syllable until the server has it.
 *
 * A draft outlives the step that shows it, so that changing the step, losing the connection or a colleague's
 * save loses nothing. It never saves by itself what it could not save before without being changed.
 */
import type { VisitPage } from '#core/intake/contract'
import type { Problem } from '../client/problem'
import { computed, effectScope, reactive, ref, shallowRef, toRaw, watch } from 'vue'

/** Milliseconds without typing after which a draft is saved. */
const pause = 400
/** Milliseconds until another try when the server could not be reached. */
const retryPause = 4000

export type Outcome = { readonly kind: 'saved', readonly page: VisitPage } | { readonly kind: 'refused', readonly problem: Problem }
export type At = Pick<VisitPage['visit'], 'id'> & { readonly seenVersion: number }
export type Write = (operation: (at: At) => Promise<VisitPage>, stillAsSeen?: (before: VisitPage, after: VisitPage) => boolean) => Promise<Outcome>

/** A field that a colleague changed while it was typed here: both stay visible until somebody chooses. */
export interface Conflict { readonly key: string, readonly field: string, readonly mine: unknown, readonly theirs: unknown }

export interface DraftOptions<Fields extends object> {
  /** What stands on the server. */
  readonly read: (page: VisitPage) => Fields
  readonly save: (fields: Fields, at: At) => Promise<VisitPage>
  /** Whether enough is filled in to be saved at all; always, when left out. */
  readonly ready?: (fields: Fields) => boolean
}

export interface Draft<Fields extends object> {
  readonly fields: Fields
  readonly dirty: boolean
  readonly problem: Problem | undefined
  readonly conflicts: readonly Conflict[]
  /** Saves now what is not saved yet; resolves when there is nothing left to send, or it was refused. */
  flush: () => Promise<boolean>
  settle: (field: string, choice: 'mine' | 'theirs') => void
  stop: () => void
}

/** Nothing, an empty text and blanks around a text make no difference: a blank typed last must not be taken away under the hand. */
const plain = (_: string, value: unknown) => typeof value === 'string' ? value.trim() || null : value ?? null
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null, plain) === JSON.stringify(other ?? null, plain)
const copy = <Value>(value: Value): Value => structuredClone(toRaw(value))

export function createDraft<Fields extends object>(key: string, page: () => VisitPage | undefined, write: Write, { read, save, ready = () => true }: DraftOptions<Fields>): Draft<Fields> {
  const scope = effectScope(true)
  const current = page()
  const start = current ? read(current) : {} as Fields
  const fields = reactive(copy(start)) as Fields
  const base = shallowRef<Fields>(copy(start))
  const problem = shallowRef<Problem>()
  const conflicts = ref<Conflict[]>([])
  const typed = ref(0)
  let sent: Fields | undefined
  /** Refused for what it says: not sent again until it is changed. */
  let refused: Fields | undefined
  let running: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const names = (): (keyof Fields & string)[] => [...new Set([...Object.keys(base.value), ...Object.keys(fields)])] as (keyof Fields & string)[]
  const dirty = scope.run(() => computed(() => typed.value >= 0 && names().some(name => !same(fields[name], base.value[name]))))!

  function schedule(after: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), after)
  }

  /** Takes over what the server says, field by field, and keeps what was typed meanwhile. */
  function receive(theirs: Fields) {
    for (const name of new Set([...names(), ...Object.keys(theirs) as (keyof Fields & string)[]])) {
      const mine = fields[name]
      const untouched = same(mine, sent ? sent[name] : base.value[name])
      const theyChanged = !sent && !same(theirs[name], base.value[name])
      if (same(mine, theirs[name]))
        continue
      if (untouched) {
        fields[name] = copy(theirs[name])
      }
      else if (theyChanged) {
        conflicts.value = [...conflicts.value.filter(({ field }) => field !== name), { key, field: name, mine: copy(mine), theirs: copy(theirs[name]) }]
        fields[name] = copy(theirs[name])
      }
    }
    base.value = copy(theirs)
  }

  async function send(): Promise<boolean> {
    while (dirty.value && ready(fields)) {
      const sending = copy(fields)
      const outcome = await write(async (at) => {
        sent = sending
        return save(sending, at).catch((error: unknown) => {
          sent = undefined
          throw error
        })
      }, (before, after) => same(read(before), read(after)))
      sent = undefined
      if (outcome.kind === 'refused') {
        // A colleague was faster: what collides is set aside by now, the rest is tried again.
        const collided = outcome.problem.code === 'CHANGED_MEANWHILE'
        problem.value = collided ? undefined : outcome.problem
        refused = ['UNREACHABLE', 'CHANGED_MEANWHILE', 'SCREEN_LOCKED', 'NOT_SIGNED_IN', 'STORE_FULL', 'STORE_NOT_WRITABLE', 'STORE_NOT_OPEN', 'INTERNAL_SERVER_ERROR'].includes(outcome.problem.code) ? undefined : sending
        if (dirty.value && (collided || outcome.problem.code === 'UNREACHABLE'))
          schedule(collided ? pause : retryPause)
        return false
      }
      problem.value = undefined
      refused = undefined
      if (same(fields, sending))
        return true
    }
    return !dirty.value
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    if (running)
      await running
    if (!dirty.value) {
      problem.value = undefined
      return true
    }
    if (!ready(fields) || (refused && same(refused, fields)))
      return false
    running = send().finally(() => running = undefined)
    return running
  }

  scope.run(() => {
    watch(fields, () => {
      typed.value++
      if (dirty.value)
        schedule(pause)
    }, { deep: true, flush: 'sync' })
    watch(page, next => next && receive(read(next)), { flush: 'sync' })
  })

  return {
    fields,
    get dirty() { return dirty.value },
    get problem() { return problem.value },
    get conflicts() { return conflicts.value },
    flush,
    settle(field, choice) {
      const conflict = conflicts.value.find(one => one.field === field)
      conflicts.value = conflicts.value.filter(one => one !== conflict)
      if (conflict && choice === 'mine')
        fields[field as keyof Fields] = copy(conflict.mine) as Fields[keyof Fields]
    },
    stop() {
      clearTimeout(timer)
      scope.stop()
    },
  }
}
