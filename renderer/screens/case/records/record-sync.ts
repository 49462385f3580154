import type { Json } from '#core/kernel/places'
import type { RecordView, SaveOutcome } from '#core/records/model'
/**
 * What is typed into one record and what the server has of it, kept in step.
 *
 * Nothing typed is lost: while a save is under way, while it is refused, or when a colleague wrote meanwhile. Where both
 * wrote the same place nothing more is sent until the person has chosen. Nothing is kept outside of the page's memory.
 */
import type { Clash, Merge } from '../../../client/merge-three'
import type { Problem } from '../../../client/problem'
import type { Outcome } from '../../../client/use-call'
import { computed, ref, shallowRef } from 'vue'
import { same, valueAt, withValueAt } from '#core/kernel/places'
import { mergeThree, withMine } from '../../../client/merge-three'

/** Milliseconds without typing until it is saved. */
const pause = 700
/** Milliseconds until another try after trouble that passes. */
const retryPause = 4000
/** Within so many milliseconds changes of one field are one step to take back. */
const oneStep = 1500
const mostSteps = 100
const passing: readonly string[] = ['UNREACHABLE', 'INTERNAL_SERVER_ERROR', 'STORE_FULL', 'STORE_NOT_WRITABLE', 'STORE_NOT_OPEN', 'SCREEN_LOCKED', 'NOT_SIGNED_IN']

export interface Conflict { readonly theirs: RecordView, readonly clashes: readonly Clash[], readonly merged: Json }
interface Step<Body> { readonly form: Body, readonly field: string, at: number }

export interface RecordPort<Body> {
  /** @throws where the body is not one of this kind */
  readonly parse: (body: unknown) => Body
  readonly save: (recordId: RecordView['id'], seenVersion: number, body: Body) => Promise<Outcome<SaveOutcome>>
}

export type RecordSync<Body> = ReturnType<typeof syncRecord<Body>>

/** @param typed what was typed into it before, where it could not be saved then */
export function syncRecord<Body>({ parse, save: send }: RecordPort<Body>, view: RecordView, typed?: Body) {
  const seen = shallowRef(view)
  /** What the server has, as far as this screen knows. */
  const base = shallowRef(parse(view.body))
  /** What is on the screen. */
  const form = shallowRef<Body>(typed ?? base.value)
  /** What a colleague wrote meanwhile and is not put together with the form yet. */
  const theirs = shallowRef<RecordView>()
  const steps = shallowRef<readonly Step<Body>[]>([])
  /** Places (steps joined by `/`) that the server does not take; the rest goes on being saved. */
  const withheld = shallowRef<ReadonlySet<string>>(new Set())
  const refusal = shallowRef<Problem>()
  const busy = ref(false)
  let refused: Body | undefined
  let composing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined

  const together = (mine: Body, other: Body): Merge => mergeThree(base.value as Json, mine as Json, other as Json)
  const conflict = computed<Conflict | undefined>(() => {
    if (!theirs.value)
      return undefined
    const { merged, clashes } = together(form.value, parse(theirs.value.body))
    return clashes.length > 0 ? { theirs: theirs.value, clashes, merged: merged as Json } : undefined
  })
  const sendable = (): Body => [...withheld.value].reduce((made, place) => {
    const path = place.split('/')
    return withValueAt(made, path, valueAt(base.value, path) as Json | undefined)
  }, form.value as Json) as Body
  const dirty = computed(() => !same(form.value, base.value))

  function schedule(after = pause): void {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), after)
  }

  function change(next: (form: Body) => Body, field: string): void {
    remember(field)
    form.value = next(form.value)
    const touched = field.replaceAll('.', '/')
    withheld.value = new Set([...withheld.value].filter(place => place !== touched && !place.startsWith(`${touched}/`) && !touched.startsWith(`${place}/`)))
    combine()
    schedule()
  }

  function remember(field: string): void {
    const last = steps.value.at(-1)
    if (field !== '' && last?.field === field && Date.now() - last.at < oneStep)
      last.at = Date.now()
    else
      steps.value = [...steps.value.slice(-mostSteps + 1), { form: form.value, field, at: Date.now() }]
  }

  function undo(): void {
    const last = steps.value.at(-1)
    if (!last)
      return
    steps.value = steps.value.slice(0, -1)
    form.value = last.form
    combine()
    schedule()
  }

  /** Somebody's newer version; answers to earlier questions that come late are left aside. */
  function receive(view: RecordView): void {
    if (view.id !== seen.value.id || view.version <= (theirs.value ?? seen.value).version)
      return
    theirs.value = view
    combine()
  }

  /** Where the two changed different places they are put together at once; not under a syllable that is being composed. */
  function combine(): void {
    const view = theirs.value
    if (!view || composing || conflict.value)
      return
    const body = parse(view.body)
    form.value = together(form.value, body).merged as Body
    take(view, body)
    schedule()
  }

  /** Taking a step back must not take back what a colleague wrote: it goes into every step. */
  function take(view: RecordView, body: Body): void {
    steps.value = steps.value.map(step => ({ ...step, form: together(step.form, body).merged as Body }))
    seen.value = view
    base.value = body
    theirs.value = undefined
  }

  /** @param mine the places (steps joined by `/`) where what was written here is kept */
  async function settle(mine: ReadonlySet<string>, written?: ReadonlyMap<string, Json>): Promise<void> {
    const open = conflict.value
    if (!open)
      return
    remember('')
    form.value = withMine(open.merged, open.clashes, mine, written) as Body
    take(open.theirs, parse(open.theirs.body))
    await save()
  }

  /** Saves now what is not saved yet. @returns whether everything is saved */
  function save(): Promise<boolean> {
    clearTimeout(timer)
    running ??= sendAll().finally(() => running = undefined)
    return running
  }

  async function sendAll(): Promise<boolean> {
    while (!theirs.value) {
      const sent = sendable()
      const shown = form.value
      if (same(sent, base.value)) {
        if (withheld.value.size === 0 || !dirty.value)
          refusal.value = undefined
        return !dirty.value
      }
      if (refused && same(refused, sent))
        return false
      busy.value = true
      const outcome = await send(seen.value.id, seen.value.version, sent)
      busy.value = false
      if (!outcome.ok) {
        if (withhold(outcome.problem, sent))
          continue
        return false
      }
      refused = undefined
      if (withheld.value.size === 0)
        refusal.value = undefined
      if (outcome.answer.outcome === 'conflict')
        receive(outcome.answer.record)
      else
        saved(outcome.answer.record, sent, shown)
    }
    return false
  }

  /** What was typed on meanwhile stays; so does what is withheld. */
  function saved(view: RecordView, sent: Body, shown: Body): void {
    if (view.version < seen.value.version)
      return
    const body = parse(view.body)
    const untouched = same(sent, body)
    const { merged, clashes } = mergeThree(sent as Json, form.value as Json, body as Json)
    if (!untouched || !same(form.value, shown))
      form.value = withMine(merged as Json, clashes, new Set(clashes.map(({ path }) => path.join('/')))) as Body
    // A newer one that was heard of meanwhile is still to be put together.
    const newer = theirs.value && theirs.value.version > view.version ? theirs.value : undefined
    seen.value = view
    base.value = body
    theirs.value = newer
    combine()
  }

  /** @returns whether the rest can be sent without the places that were refused */
  function withhold(problem: Problem, sent: Body): boolean {
    refusal.value = problem
    const places = [problem.places, problem.code === 'RECORD_MALFORMED' ? problem.fields : undefined].flatMap(each => Array.isArray(each) ? each.map(String) : []).filter(Boolean)
    const added = places.filter(place => !withheld.value.has(place) && !same(valueAt(sent, place.split('/')), valueAt(base.value, place.split('/'))))
    withheld.value = new Set([...withheld.value, ...added])
    if (added.length > 0)
      return true
    if (passing.includes(problem.code))
      schedule(retryPause)
    else
      refused = sent
    return false
  }

  return {
    seen,
    form,
    base,
    steps,
    conflict,
    dirty,
    withheld,
    refusal,
    busy,
    change,
    undo,
    receive,
    settle,
    save,
    /** While a syllable is being composed nothing changes under it. */
    compose(on: boolean): void {
      composing = on
      combine()
    },
    /** Sends what was refused once more: the record was opened again, consent was given. */
    tryAgain(): void {
      refused = undefined
      withheld.value = new Set()
      schedule(0)
    },
    /** The page goes away and no answer will be seen: what stands there is sent at once. */
    sendBlind(): void {
      clearTimeout(timer)
      if (dirty.value && !theirs.value)
        void send(seen.value.id, seen.value.version + (busy.value ? 1 : 0), sendable())
    },
    stop: (): void => clearTimeout(timer),
  }
}
