/**
 * A written record on the screen: saved as it is typed, taken back step by step, put together with what a colleague wrote.
 *
 * One screen works with one record: `const { form, change, … } = useRecord('needs-survey', caseId)`. Fields read
 * `form` and call `change`; nothing has to be saved by hand. Nothing of a record is kept in the browser's storage.
 */
import type { Ref } from 'vue'
import type { CaseId, RecordId } from '#core/kernel/ids'
import type { Json } from '#core/kernel/places'
import type { RecordBody, RecordKind, RecordView } from '#core/records/model'
import type { RecordSync } from './record-sync'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { withValueAt } from '#core/kernel/places'
import { bodies } from '#core/records/model'
import { client } from '../../../client/core-client'
import { attempt, useCall } from '../../../client/use-call'
import { useFresh } from '../../../client/use-fresh'
import { useCases } from '../../../stores/cases'
import { useRecordDrafts } from '../../../stores/record-drafts'
import { syncRecord } from './record-sync'

export type { Conflict } from './record-sync'

export type RecordState = 'none' | 'loading' | 'saved' | 'unsaved' | 'saving' | 'conflict' | 'refused'

/** What the frame and the fields of a record work with, whichever kind it is. */
export type UsedRecord<Kind extends RecordKind = RecordKind> = ReturnType<typeof useRecord<Kind>>

export function useRecord<Kind extends RecordKind>(kind: Kind, caseId: Ref<CaseId>, options: { readonly recordId?: Ref<RecordId | undefined> } = {}) {
  type Body = RecordBody<Kind>
  const parse = (body: unknown): Body => bodies[kind].parse(body) as Body
  const empty = parse({})
  const cases = useCases()
  const drafts = useRecordDrafts()
  const sync = shallowRef<RecordSync<Body>>()
  const loaded = shallowRef(false)
  /** Fields that were still empty when it should have been finished. */
  const missing = shallowRef<readonly string[]>([])
  const port = {
    parse,
    save: (recordId: RecordId, seenVersion: number, body: Body) => attempt(() => client.records.save({ recordId, seenVersion, body: body as Record<string, unknown> })),
  }

  const list = useCall(() => client.records.list({ caseId: caseId.value }))
  const read = useCall((recordId: RecordId) => client.records.read({ recordId }))
  const begun = useCall(() => client.records.begin({ caseId: caseId.value, kind }))
  const seen = () => ({ recordId: sync.value!.seen.value.id, seenVersion: sync.value!.seen.value.version })
  const finishing = useCall(() => client.records.finish(seen()))
  const reopening = useCall((why: string) => client.records.reopen({ ...seen(), why }))
  const takingBack = useCall((toVersion: number) => client.records.takeBack({ ...seen(), toVersion }))

  const record = computed(() => sync.value?.seen.value)
  /** What is on the screen. */
  const form = computed<Body>(() => sync.value?.form.value ?? empty)
  const readOnly = computed(() => record.value?.status === 'finished')
  const dirty = computed(() => sync.value?.dirty.value ?? false)
  const conflict = computed(() => sync.value?.conflict.value)
  /** Places (steps joined by `/`) that the server does not take; everything else is saved. */
  const withheld = computed<ReadonlySet<string>>(() => sync.value?.withheld.value ?? new Set())
  const steps = computed(() => sync.value?.steps.value ?? [])
  const saving = { busy: computed(() => sync.value?.busy.value ?? false), problem: computed(() => sync.value?.refusal.value) }
  const state = computed<RecordState>(() => conflict.value ? 'conflict' : !loaded.value ? 'loading' : !record.value ? 'none' : saving.problem.value ? 'refused' : saving.busy.value ? 'saving' : dirty.value ? 'unsaved' : 'saved')
  const problem = computed(() => saving.problem.value ?? begun.problem.value ?? reopening.problem.value ?? takingBack.problem.value ?? list.problem.value ?? read.problem.value)

  /** Takes the record up; one that was left with something unsaved comes back as it was left. */
  function show(view: RecordView): void {
    if (sync.value?.seen.value.id === view.id) {
      sync.value.receive(view)
      return
    }
    leave()
    const draft = drafts.of(view.id)
    drafts.drop(view.id)
    sync.value = draft ? syncRecord(port, draft.seen, draft.form as Body) : syncRecord(port, view)
    missing.value = []
    sync.value.receive(view)
    if (draft)
      sync.value.tryAgain()
  }

  let asked = 0
  /** The record named in the address, or the newest of the kind. */
  async function load(): Promise<void> {
    const mine = ++asked
    const wanted = options.recordId?.value ?? (await list.run())?.find(each => each.kind === kind)?.id
    const view = wanted && await read.run(wanted)
    if (mine !== asked)
      return
    if (view)
      show(view)
    loaded.value = loaded.value || (!list.problem.value && !read.problem.value)
  }

  async function begin(): Promise<RecordView | undefined> {
    if (begun.busy.value)
      return undefined
    const view = await begun.run()
    if (view)
      show(view)
    return view
  }

  /** @param field where it is, such as `housing.deposit`; changes of one field in one breath are one step to take back */
  function change(next: (form: Body) => Body, field = ''): void {
    if (readOnly.value || !sync.value)
      return
    const left = missing.value.filter(each => each !== field && !field.startsWith(`${each}.`) && !each.startsWith(`${field}.`))
    // Whoever watches hears of it only when something was filled in, not of every letter.
    if (left.length < missing.value.length)
      missing.value = left
    sync.value.change(next, field)
  }

  /** One place such as `housing.deposit`; a step may be the id of a row. */
  const put = (at: string, value: Json): void => change(form => withValueAt(form as Json, at.split('.'), value) as Body, at)
  const undo = (): void => readOnly.value ? undefined : sync.value?.undo()
  /** Saves now what is not saved yet. @returns whether everything is saved */
  const save = async (): Promise<boolean> => await sync.value?.save() ?? true
  const settle = async (mine: ReadonlySet<string>, written?: ReadonlyMap<string, Json>): Promise<void> => sync.value?.settle(mine, written)

  /** @returns the finished record; what is missing stands in `finishing.problem` and in `missing` */
  async function finish(): Promise<RecordView | undefined> {
    if (!sync.value || finishing.busy.value || !await save())
      return undefined
    const view = await finishing.run()
    if (view)
      show(view)
    const fields = finishing.problem.value?.fields
    missing.value = Array.isArray(fields) ? fields.map(String) : []
    if (finishing.problem.value?.code === 'CHANGED_MEANWHILE')
      void load()
    return view
  }

  async function reopen(why: string): Promise<RecordView | undefined> {
    const view = await reopening.run(why)
    if (view) {
      show(view)
      sync.value?.tryAgain()
    }
    return view
  }

  /** Makes an earlier version the newest. */
  async function takeBack(toVersion: number): Promise<RecordView | undefined> {
    if (!sync.value || !await save())
      return undefined
    const view = await takingBack.run(toVersion)
    if (view)
      show(view)
    return view
  }

  /** What is not saved yet is sent, and kept in memory until it is. */
  function leave(): void {
    const left = sync.value
    sync.value = undefined
    if (!left || !left.dirty.value)
      return left?.stop()
    const { id } = left.seen.value
    const draft = { seen: left.seen.value, form: left.form.value }
    drafts.keep(draft)
    void left.save().then((saved) => {
      left.stop()
      // Where it is open again by now, what was typed stands there.
      if (drafts.of(id) !== draft)
        return
      if (saved)
        drafts.drop(id)
      else
        drafts.keep({ seen: left.seen.value, form: left.form.value, refused: true })
    })
  }

  /** What one's own save just under way brings needs no reading. */
  async function hear(open: RecordSync<Body>, version: number): Promise<void> {
    if (open.busy.value)
      await open.save()
    const view = version > open.seen.value.version ? await read.run(open.seen.value.id) : undefined
    if (view)
      open.receive(view)
  }

  watch([caseId, () => options.recordId?.value], () => {
    loaded.value = false
    leave()
    void load()
  }, { immediate: true })
  useFresh(() => sync.value ? void sync.value.save().then(load) : void load())
  // A colleague wrote: what is not being typed here is brought up to date at once.
  watch(() => cases.changes, () => {
    const heard = cases.lastChange
    if (heard?.caseId !== caseId.value || !loaded.value)
      return
    const open = sync.value
    if (!heard.record)
      void load()
    else if (open && heard.record.id === open.seen.value.id)
      void hear(open, heard.record.version)
  })
  const compose = ({ type }: Event) => sync.value?.compose(type === 'compositionstart')
  const onHide = () => sync.value?.sendBlind()
  document.addEventListener('compositionstart', compose)
  document.addEventListener('compositionend', compose)
  addEventListener('pagehide', onHide)
  onScopeDispose(() => {
    document.removeEventListener('compositionstart', compose)
    document.removeEventListener('compositionend', compose)
    removeEventListener('pagehide', onHide)
    leave()
  })

  return { kind, record, form, state, readOnly, dirty, loaded, steps, missing, withheld, conflict, problem, saving, finishing, reopening, begun, load, begin, change, put, undo, save, settle, finish, reopen, takeBack, show }
}
