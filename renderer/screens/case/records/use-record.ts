/**
 * A written record on the screen: saved as it is typed, taken back step by step, put together with what a colleague wrote.
 *
 * One screen works with one record: `const { form, change, … } = useRecord('needs-survey', caseId)`. Fields read
 * `form` and call `change`; nothing has to be saved by hand. Nothing of a record is kept in the browser's storage.
 */
import type { Ref } from 'vue'
import type { CaseId, RecordId } from '#core/kernel/ids'
import type { RecordBody, RecordKind, RecordView } from '#core/records/model'
import type { Clash, Json } from '../../../client/merge-three'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { bodies } from '#core/records/model'
import { client } from '../../../client/core-client'
import { mergeThree, withMine } from '../../../client/merge-three'
import { useCall } from '../../../client/use-call'
import { useCases } from '../../../stores/cases'

/** Milliseconds without typing until it is saved. */
const pause = 700
/** Within so many milliseconds changes of one field are one step to take back. */
const oneStep = 1500
const mostSteps = 100

export type RecordState = 'none' | 'loading' | 'saved' | 'unsaved' | 'saving' | 'conflict' | 'refused'

export interface Conflict { readonly theirs: RecordView, readonly clashes: readonly Clash[], readonly merged: Json }

export function useRecord<Kind extends RecordKind>(kind: Kind, caseId: Ref<CaseId>, options: { readonly recordId?: Ref<RecordId | undefined> } = {}) {
  type Body = RecordBody<Kind>
  const schema = bodies[kind]
  const cases = useCases()
  const record = shallowRef<RecordView>()
  /** What is on the screen. */
  const form = shallowRef<Body>(schema.parse({}) as Body)
  /** What the server has, as far as this screen knows. */
  let base = form.value as Body
  const conflict = shallowRef<Conflict>()
  const steps = ref<{ readonly form: Body, readonly field: string, at: number }[]>([])
  const list = useCall(() => client.records.list({ caseId: caseId.value }))
  const read = useCall((recordId: RecordId) => client.records.read({ recordId }))
  const begun = useCall(() => client.records.begin({ caseId: caseId.value, kind }))
  const saving = useCall((body: Body) => client.records.save({ recordId: record.value!.id, seenVersion: record.value!.version, body: body as Record<string, unknown> }))
  const finishing = useCall(() => client.records.finish({ recordId: record.value!.id, seenVersion: record.value!.version }))
  const loaded = ref(false)
  const readOnly = computed(() => record.value?.status === 'finished')
  const dirty = computed(() => record.value !== undefined && JSON.stringify(form.value) !== JSON.stringify(record.value.body))
  const state = computed<RecordState>(() => conflict.value ? 'conflict' : !loaded.value ? 'loading' : !record.value ? 'none' : saving.problem.value ? 'refused' : saving.busy.value ? 'saving' : dirty.value ? 'unsaved' : 'saved')

  function accept(view: RecordView): void {
    const body = schema.parse(view.body) as Body
    record.value = { ...view, body: body as Record<string, unknown> }
    base = body
  }
  function show(view: RecordView): void {
    accept(view)
    form.value = base
  }

  /** The record named in the address, or the newest of the kind. */
  async function load(): Promise<void> {
    const wanted = options.recordId?.value ?? (await list.run())?.find(each => each.kind === kind)?.id
    const view = wanted && await read.run(wanted)
    if (view && !dirty.value)
      show(view)
    else if (view && view.version !== record.value?.version)
      compare(view)
    loaded.value = true
  }

  async function begin(): Promise<RecordView | undefined> {
    const view = await begun.run()
    if (view)
      show(view)
    return view
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  function change(next: (form: Body) => Body, field = ''): void {
    if (readOnly.value || !record.value)
      return
    remember(field)
    form.value = next(form.value)
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  }

  function remember(field: string): void {
    const last = steps.value.at(-1)
    if (field !== '' && last?.field === field && Date.now() - last.at < oneStep) {
      last.at = Date.now()
      return
    }
    steps.value = [...steps.value.slice(-mostSteps + 1), { form: form.value, field, at: Date.now() }]
  }

  function undo(): void {
    const last = steps.value.at(-1)
    if (!last)
      return
    steps.value = steps.value.slice(0, -1)
    form.value = last.form
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  }

  let under: Promise<boolean> | undefined
  /** Saves now what is not saved yet. @returns whether everything is saved */
  async function save(): Promise<boolean> {
    clearTimeout(timer)
    await under
    if (!record.value || conflict.value)
      return !conflict.value
    if (!dirty.value)
      return true
    under = send()
    const done = await under
    under = undefined
    return done
  }

  async function send(): Promise<boolean> {
    const sent = form.value
    const outcome = await saving.run(sent)
    if (!outcome)
      return false
    if (outcome.outcome === 'conflict') {
      compare(outcome.record)
      return conflict.value === undefined ? send() : false
    }
    const typedOn = form.value !== sent
    accept(outcome.record)
    if (!typedOn)
      form.value = base
    return typedOn ? save() : true
  }

  /** Where the two changed different places they are put together at once; else the person chooses. */
  function compare(theirs: RecordView): void {
    const body = schema.parse(theirs.body) as Body
    const { merged, clashes } = mergeThree(base as Json, form.value as Json, body as Json)
    if (clashes.length > 0) {
      conflict.value = { theirs, clashes, merged: merged as Json }
      return
    }
    accept(theirs)
    form.value = schema.parse(merged) as Body
  }

  /** @param mine the places (steps joined by `/`) where what was written here is kept */
  async function settle(mine: ReadonlySet<string>): Promise<void> {
    const { theirs, clashes, merged } = conflict.value!
    remember('')
    conflict.value = undefined
    accept(theirs)
    form.value = schema.parse(withMine(merged, clashes, mine)) as Body
    await save()
  }

  /** @returns the finished record; what is missing stands in `finishing.problem` */
  async function finish(): Promise<RecordView | undefined> {
    if (!await save())
      return undefined
    const view = await finishing.run()
    if (view)
      show(view)
    return view
  }

  watch([caseId, () => options.recordId?.value], () => {
    record.value = undefined
    loaded.value = false
    steps.value = []
    conflict.value = undefined
    void load()
  }, { immediate: true })
  // A colleague wrote: what is not being typed here is brought up to date at once.
  watch(() => cases.changes, () => {
    if (cases.lastChange?.caseId === caseId.value && record.value && !saving.busy.value && !under)
      void load()
  })
  const onLeave = () => void save()
  addEventListener('pagehide', onLeave)
  onScopeDispose(() => {
    removeEventListener('pagehide', onLeave)
    void save()
  })

  return { record, form, state, readOnly, dirty, loaded, steps, conflict, problem: computed(() => saving.problem.value ?? begun.problem.value ?? read.problem.value), saving, finishing, load, begin, change, undo, save, settle, finish, show }
}
