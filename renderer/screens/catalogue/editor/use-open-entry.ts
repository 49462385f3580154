import type { Ref } from 'vue'
/** Keeps the sentences and faults of the entry that is being written up to date, and saves it into the draft. */
import type { Fault, FormChoices, ItemView, RuleLine } from '#core/catalogue/editor/model'
import type { WelfareServiceId } from '#core/kernel/ids'
import type { Form } from './entry-values'
import type { OpenEntry } from './use-entry'
import { computed, onScopeDispose, provide, ref, shallowRef, watch } from 'vue'
import { client } from '../../../client/core-client'
import { useCall } from '../../../client/use-call'
import { useCatalogueEditor } from '../../../stores/catalogue-editor'
import { merged } from './entry-values'
import { entryKey, forEverybody } from './use-entry'

/** Milliseconds without typing until the sentences are asked for. */
const pause = 180

export interface Conflict { readonly view: ItemView, readonly both: readonly string[], readonly form: Form }

export function useOpenEntry(key: Ref<string>, choices: Ref<FormChoices | undefined>) {
  const editor = useCatalogueEditor()
  const writing = computed(() => editor.writings[key.value])
  const form = computed<Form>(() => writing.value?.form ?? {})
  const isMeant = computed(() => writing.value?.ticked.includes(forEverybody) ?? false)
  const lines = shallowRef<readonly RuleLine[]>([])
  const found = shallowRef<readonly Fault[]>([])
  /** Faults stand at the fields from the first try to save on. */
  const tried = ref(false)
  const conflict = shallowRef<Conflict>()
  const described = useCall((entry: Form) => client.catalogue.editor.describe({ entry, forEverybody: isMeant.value }))
  const save = useCall(() => client.catalogue.editor.saveService({
    serviceId: writing.value!.itemId as WelfareServiceId | null,
    seenHash: writing.value!.seenHash,
    entry: form.value,
    forEverybody: isMeant.value,
    why: writing.value!.why.trim(),
  }))

  let timer: ReturnType<typeof setTimeout> | undefined
  async function describe(): Promise<readonly Fault[]> {
    clearTimeout(timer)
    const answer = writing.value && await described.run(form.value)
    if (answer) {
      lines.value = answer.lines
      found.value = answer.faults
    }
    return answer?.faults ?? found.value
  }
  watch([form, isMeant], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void describe(), pause)
  })
  watch(key, () => {
    tried.value = false
    conflict.value = undefined
    save.problem.value = undefined
    void describe()
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))

  const entry: OpenEntry = {
    key,
    form,
    choices,
    lines,
    faults: computed(() => tried.value ? found.value : []),
    criteriaFaults: computed(() => found.value.filter(({ path }) => path[0] === 'criteria')),
    ticked: computed(() => writing.value?.ticked ?? []),
    change: (path, value, field) => editor.change(key.value, path, value, field),
    tick: (id, on) => editor.patch(key.value, { ticked: on ? [...new Set([...writing.value?.ticked ?? [], id])] : (writing.value?.ticked ?? []).filter(each => each !== id) }),
  }
  provide(entryKey, entry)

  /** @returns the saved item, or `undefined` when something has to be mended or a colleague was faster */
  async function send(): Promise<ItemView | undefined> {
    const faults = await describe()
    tried.value = true // now, so that what is told and where the focus goes come together
    if (faults.length > 0 || !writing.value?.why.trim())
      return undefined
    const saved = await save.run()
    if (saved)
      accept(saved)
    else if (save.problem.value?.code === 'CATALOGUE_CHANGED_MEANWHILE')
      await compare()
    return saved
  }

  function accept(saved: ItemView): void {
    tried.value = false
    conflict.value = undefined
    const ticked = writing.value?.ticked ?? []
    const fresh = saved.draft ?? {}
    editor.begin(saved.itemId, { itemId: saved.itemId, form: fresh, base: fresh, seenHash: saved.hash, why: '', ticked })
  }

  /** Reads what the colleague saved and puts the two together; where both changed the same, somebody has to choose. */
  async function compare(): Promise<void> {
    const itemId = writing.value?.itemId
    const view = itemId ? await client.catalogue.editor.read({ kind: 'service', itemId }).catch(() => undefined) : undefined
    if (view && writing.value)
      conflict.value = { view, ...merged(writing.value.base, form.value, view.draft ?? {}) }
  }

  /** Goes on from the colleague's version, with what was written here over it. */
  function takeOver(mine: ReadonlySet<string>): void {
    const { view, both, form: together } = conflict.value!
    const theirs = view.draft ?? {}
    const chosen = { ...together, ...Object.fromEntries(both.filter(name => !mine.has(name)).map(name => [name, theirs[name]])) }
    editor.remember(key.value, form.value, '')
    editor.patch(key.value, { form: chosen, base: theirs, seenHash: view.hash })
    conflict.value = undefined
    save.problem.value = undefined
  }

  return { writing, form, found, tried, save, send, conflict, takeOver, entry }
}
