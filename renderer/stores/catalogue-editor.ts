/**
 * What is being written in the catalogue on this machine and not saved yet. It outlives another panel, another item
 * and a reload; nothing in it is about a resident. Only saving, or giving it up on purpose, takes it away.
 */
import type { ItemView } from '#core/catalogue/editor/model'
import type { EntryPath, Form } from '../screens/catalogue/editor/entry-values'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import * as z from 'zod'
import { saysSame, withValue } from '../screens/catalogue/editor/entry-values'
import { useSession } from './session'

const Writing = z.object({
  /** `null`: a new service that has no id yet. */
  itemId: z.string().nullable(),
  form: z.record(z.string(), z.unknown()),
  base: z.record(z.string(), z.unknown()),
  seenHash: z.string().nullable(),
  why: z.string(),
  /** Border cases that were looked at and meant so. */
  ticked: z.array(z.string()),
})
export type Writing = z.infer<typeof Writing>
const Kept = z.record(z.string(), Writing)

/** Steps that can be undone; more than anybody remembers. */
const mostSteps = 100
/** Milliseconds within which typing in one field is one step. */
const oneStep = 1200

export const newKey = 'new'

export const useCatalogueEditor = defineStore('catalogue-editor', () => {
  const session = useSession()
  const place = computed(() => `maji.catalogue.${session.workOf ?? ''}`)
  const writings = ref<Record<string, Writing>>(kept())
  const steps = new Map<string, { form: Form, field: string, at: number }[]>()
  const undoable = ref<Record<string, number>>({})

  function kept(): Record<string, Writing> {
    try {
      return Kept.parse(JSON.parse(localStorage.getItem(place.value) ?? '{}'))
    }
    catch {
      return {}
    }
  }
  watch(place, () => (writings.value = kept()))
  watch(writings, (now) => {
    const unsaved = Object.fromEntries(Object.entries(now).filter(([key, writing]) => key === newKey || isDirty(writing)))
    try {
      localStorage.setItem(place.value, JSON.stringify(unsaved))
    }
    catch {
      // a full or forbidden storage: the work stays on the screen
    }
  }, { deep: true })

  const isDirty = ({ form, base, why }: Writing): boolean => !saysSame(form, base) || why.trim() !== ''

  /** Starts from what stands in the draft, unless something of it is being written already. */
  function open(view: ItemView): void {
    const known = writings.value[view.itemId]
    if (known && (isDirty(known) || known.seenHash === view.hash))
      return
    const form = view.draft ?? view.inForce ?? {}
    begin(view.itemId, { itemId: view.itemId, form, base: form, seenHash: view.hash, why: '', ticked: [] })
  }

  function begin(key: string, writing: Writing): void {
    writings.value = { ...writings.value, [key]: writing }
    steps.delete(key)
    undoable.value = { ...undoable.value, [key]: 0 }
  }

  function remember(key: string, form: Form, field: string): void {
    const past = steps.get(key) ?? []
    const last = past.at(-1)
    const now = Date.now()
    if (field !== '' && last?.field === field && now - last.at < oneStep) {
      last.at = now
      return
    }
    steps.set(key, [...past.slice(-mostSteps + 1), { form, field, at: now }])
    undoable.value = { ...undoable.value, [key]: steps.get(key)!.length }
  }

  /** @param field what is typed, so that a word is undone in one step; empty for a step of its own */
  function change(key: string, path: EntryPath, value: unknown, field = path.join('.')): void {
    const writing = writings.value[key]
    if (!writing)
      return
    remember(key, writing.form, field)
    writings.value = { ...writings.value, [key]: { ...writing, form: withValue(writing.form, path, value) } }
  }

  function undo(key: string): void {
    const writing = writings.value[key]
    const step = steps.get(key)?.pop()
    if (writing && step)
      writings.value = { ...writings.value, [key]: { ...writing, form: step.form } }
    undoable.value = { ...undoable.value, [key]: steps.get(key)?.length ?? 0 }
  }

  function patch(key: string, with_: Partial<Writing>): void {
    const writing = writings.value[key]
    if (writing)
      writings.value = { ...writings.value, [key]: { ...writing, ...with_ } }
  }

  /** What was saved or given up. */
  function forget(key: string): void {
    const { [key]: _gone, ...others } = writings.value
    writings.value = others
    steps.delete(key)
  }

  const unsaved = computed(() => new Set(Object.entries(writings.value).filter(([key, writing]) => key === newKey || isDirty(writing)).map(([key]) => key)))
  return { writings, unsaved, undoable, open, begin, change, undo, patch, forget, remember, isDirty }
})
