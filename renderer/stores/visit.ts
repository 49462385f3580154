/** The visit on the counter now. It asks the server and holds its answers; it decides nothing. */
import type { VisitPage } from '#core/intake/contract'
import type { Step } from '#core/intake/model'
import type { VisitId } from '#core/kernel/ids'
import type { Problem } from '../client/problem'
import type { At, Conflict, Draft, DraftOptions, Outcome } from './visit-draft'
import { defineStore } from 'pinia'
import { computed, nextTick, reactive, ref, shallowReactive, shallowRef } from 'vue'
import { allows } from '#core/intake/model'
import { client } from '../client/core-client'
import { attempt } from '../client/use-call'
import { createDraft } from './visit-draft'
import { createLookup } from './visit-lookup'

export type SaveState = 'memory' | 'saving' | 'unsaved' | 'saved' | 'closed'

export const useVisit = defineStore('visit', () => {
  const page = shallowRef<VisitPage>()
  const step = ref<Step>('paperwork')
  const problem = shallowRef<Problem>()
  const waiting = ref(0)
  const drafts = shallowReactive(new Map<string, Draft<object>>())
  /** What is filled in before it may be sent at all, such as a signature; lives in the page's memory only. */
  const forms = new Map<string, object>()
  let tail: Promise<unknown> = Promise.resolve()

  const visit = computed(() => page.value?.visit)
  const lookup = createLookup(() => visit.value?.id, () => tail)
  const household = computed(() => page.value?.household ?? undefined)
  const writable = computed(() => visit.value !== undefined && allows(visit.value.status, 'write'))
  const conflicts = computed<readonly Conflict[]>(() => [...drafts.values()].flatMap(draft => draft.conflicts))
  const saveState = computed<SaveState>(() => {
    if (!writable.value)
      return 'closed'
    if ([...drafts.values()].some(draft => draft.problem))
      return 'unsaved'
    if (waiting.value > 0)
      return 'saving'
    if ([...drafts.values()].some(draft => draft.dirty))
      return 'unsaved'
    return page.value?.paperworkKept === 'memory' ? 'memory' : 'saved'
  })

  /** Opens a visit; the same one again keeps what was typed and not saved yet. */
  async function load(visitId: VisitId): Promise<void> {
    if (visit.value?.id !== visitId)
      close()
    problem.value = undefined
    const outcome = await attempt(() => client.intake.page({ visitId }))
    if (outcome.ok) {
      page.value = outcome.answer
      step.value = outcome.answer.visit.step
    }
    else {
      problem.value = outcome.problem
    }
  }

  function close() {
    for (const draft of drafts.values())
      draft.stop()
    drafts.clear()
    forms.clear()
    page.value = undefined
    lookup.forgetLookup()
    problem.value = undefined
  }

  async function send(operation: (at: At) => Promise<VisitPage>, stillAsSeen: (before: VisitPage, after: VisitPage) => boolean, triesLeft = 3): Promise<Outcome> {
    const before = page.value
    if (!before)
      return { kind: 'refused', problem: { code: 'VISIT_NOT_FOUND' } }
    const outcome = await attempt(() => operation({ id: before.visit.id, seenVersion: before.visit.version }))
    if (outcome.ok) {
      if (page.value?.visit.id === outcome.answer.visit.id)
        page.value = outcome.answer
      return { kind: 'saved', page: outcome.answer }
    }
    if (outcome.problem.code !== 'CHANGED_MEANWHILE')
      return { kind: 'refused', problem: outcome.problem }
    const reloaded = await attempt(() => client.intake.page({ visitId: before.visit.id }))
    if (!reloaded.ok)
      return { kind: 'refused', problem: reloaded.problem }
    page.value = reloaded.answer
    return stillAsSeen(before, reloaded.answer) && triesLeft > 1
      ? send(operation, stillAsSeen, triesLeft - 1)
      : { kind: 'refused', problem: outcome.problem }
  }

  /**
   * One write after the other, each from the version seen last. When a colleague was faster the page is reloaded,
   * and the write is tried again only where `stillAsSeen` says that it touches nothing that has changed.
   */
  function write(operation: (at: At) => Promise<VisitPage>, stillAsSeen: (before: VisitPage, after: VisitPage) => boolean = () => false): Promise<Outcome> {
    waiting.value++
    const mine = tail.then(() => send(operation, stillAsSeen)).finally(() => waiting.value--)
    tail = mine.catch(() => undefined)
    return mine
  }

  /** A write that no draft stands behind; what was refused is shown on the page. */
  async function act(operation: (at: At) => Promise<VisitPage>, stillAsSeen?: (before: VisitPage, after: VisitPage) => boolean): Promise<boolean> {
    problem.value = undefined
    const outcome = await write(operation, stillAsSeen)
    if (outcome.kind === 'refused')
      problem.value = outcome.problem
    return outcome.kind === 'saved'
  }

  /** The draft of this name, begun from what stands on the server when it is asked for first. */
  function draft<Fields extends object>(key: string, options: DraftOptions<Fields>): Draft<Fields> {
    const known = drafts.get(key)
    if (known)
      return known as Draft<Fields>
    const begun = createDraft(key, () => page.value, write, options)
    drafts.set(key, begun as Draft<object>)
    return begun
  }

  function form<Fields extends object>(key: string, begin: () => Fields): Fields {
    const known = forms.get(key) ?? reactive(begin())
    forms.set(key, known)
    return known as Fields
  }

  const forget = (key: string) => forms.delete(key)

  function drop(key: string) {
    drafts.get(key)?.stop()
    drafts.delete(key)
    forms.delete(key)
  }

  /** Ends a running Korean composition, then saves whatever is not saved yet. */
  async function flush(): Promise<boolean> {
    if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea'))
      document.activeElement.blur()
    await nextTick()
    const saved = await Promise.all([...drafts.values()].map(draft => draft.flush()))
    await tail
    return saved.every(Boolean)
  }

  async function toStep(next: Step): Promise<void> {
    if (!visit.value || next === step.value)
      return
    void flush()
    problem.value = undefined
    step.value = next
    if (writable.value)
      await write(({ id }) => client.intake.toStep({ visitId: id, step: next }))
  }

  /** Parks, finishes or gives up; nothing that was typed stays behind unsaved. */
  async function end(how: 'park' | 'finish' | 'giveUp'): Promise<boolean> {
    problem.value = undefined
    if (how !== 'giveUp')
      await flush()
    return act(async ({ id }) => {
      const ended = await client.intake[how]({ visitId: id })
      return { ...page.value!, visit: ended }
    })
  }

  const resume = () => act(({ id }) => client.intake.resume({ visitId: id }))

  return { page, visit, step, household, writable, problem, conflicts, saveState, drafts, load, close, write, act, draft, form, forget, drop, flush, toStep, end, resume, ...lookup }
})
