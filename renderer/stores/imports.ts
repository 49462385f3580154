/** The import that is under way, kept while other pages are looked at: what is sent, how far it is, what came of it. */
import type { ImportId, ImportLine, ImportOverview, ProblemPage, Progress, Publisher, Whole } from '#core/catalogue/import/model'
import type { PlainDate } from '#core/kernel/dates'
import type { Problem } from '../client/problem'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { client } from '../client/core-client'
import { attempt } from '../client/use-call'
import { isOfficialFile, readFiles } from '../screens/catalogue/import/read-files'
import { useSession } from './session'

export interface Sending { readonly sent: number, readonly total: number, readonly begun: number }

export const useImports = defineStore('imports', () => {
  const session = useSession()
  const id = ref<ImportId>()
  const sending = shallowRef<Sending>()
  const progress = shallowRef<Progress>()
  const overview = shallowRef<ImportOverview>()
  const problems = shallowRef<ProblemPage>()
  const result = shallowRef<ImportLine>()
  const problem = shallowRef<Problem>()
  const skipped = ref(0)
  /** A sentence about files that could not be taken: `none`, `unreadableFile`. */
  const trouble = ref<'none' | 'unreadableFile'>()
  const cancelled = ref(false)
  const finishing = ref(false)
  let line = new AbortController()

  function forget() {
    line.abort()
    id.value = undefined
    for (const each of [sending, progress, overview, problems, result, problem])
      each.value = undefined
    skipped.value = 0
    trouble.value = undefined
    cancelled.value = false
    finishing.value = false
  }
  watch(() => session.workOf, forget, { flush: 'sync' })

  async function ask<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
    const outcome = await attempt(call)
    problem.value = outcome.ok ? undefined : outcome.problem
    return outcome.ok ? outcome.answer : undefined
  }

  async function addFiles(files: readonly File[]) {
    const official = files.filter(isOfficialFile)
    if (official.length === 0) {
      trouble.value = 'none'
      return
    }
    if (result.value || !id.value)
      forget()
    trouble.value = undefined
    skipped.value += files.length - official.length
    id.value ??= (await ask(() => client.catalogue.imports.begin()))?.importId
    if (id.value)
      await send(id.value, official)
  }

  async function send(importId: ImportId, files: readonly File[]) {
    follow(importId)
    sending.value = { sent: 0, total: files.reduce((sum, { size }) => sum + size, 0), begun: Date.now() }
    try {
      for await (const { pieces, bytes } of readFiles(files)) {
        const added = await ask(() => client.catalogue.imports.add({ importId, pieces: [...pieces] }))
        if (!added || id.value !== importId)
          break
        sending.value = { ...sending.value, sent: sending.value.sent + bytes }
      }
    }
    catch {
      trouble.value = 'unreadableFile'
    }
    if (id.value === importId)
      sending.value = undefined
    if (id.value === importId && !problem.value)
      await look(importId)
  }

  /** What was found, and what is worth a look. */
  async function look(importId: ImportId) {
    overview.value = await ask(() => client.catalogue.imports.overview({ importId }))
    problems.value = await ask(() => client.catalogue.imports.problems({ importId }))
  }

  function follow(importId: ImportId) {
    line.abort()
    line = new AbortController()
    const { signal } = line
    void (async () => {
      for await (const told of await client.catalogue.imports.watch({ importId }, { signal })) {
        const before = progress.value?.phase
        progress.value = told
        if (told.phase === 'read' && before !== 'read')
          await look(importId)
        // The page that asked for the end hears of it as its answer; one that was loaded anew hears of it here.
        if (told.phase === 'done' && !finishing.value)
          await showResult(importId)
      }
    })().catch(() => undefined)
  }

  async function askPublisher(publisher: Publisher, region: { readonly province?: string, readonly district?: string }) {
    forget()
    id.value = (await ask(() => client.catalogue.imports.ask({ publisher, ...region })))?.importId
    if (id.value)
      follow(id.value)
  }

  async function finish(dataDay: PlainDate | null, whole: readonly Whole[]) {
    const importId = id.value
    if (!importId)
      return
    finishing.value = true
    const done = await ask(() => client.catalogue.imports.finish({ importId, dataDay, whole: [...whole] }))
    finishing.value = false
    if (!done)
      return
    problems.value = await ask(() => client.catalogue.imports.problems({ importId }))
    result.value = done
  }

  async function showResult(importId: ImportId) {
    const lines = await ask(() => client.catalogue.imports.list())
    problems.value = await ask(() => client.catalogue.imports.problems({ importId }))
    result.value ??= lines?.find(({ id: found }) => found === importId)
  }

  async function cancel() {
    const importId = id.value
    if (!importId)
      return
    // From here on nothing more is sent, even while the answer is under way.
    id.value = undefined
    const gone = await attempt(() => client.catalogue.imports.cancel({ importId }))
    if (!gone.ok && gone.problem.code !== 'IMPORT_NOT_FOUND') {
      id.value = importId
      problem.value = gone.problem
      return
    }
    forget()
    cancelled.value = true
  }

  /** Takes up an import of this person that goes on without the page: after a reload, or one that asks a publisher. */
  async function takeUp(importId: ImportId) {
    forget()
    id.value = importId
    follow(importId)
    await look(importId)
    // One that nobody holds any more: the next sign-in sees to what is left of it.
    if (!overview.value)
      return forget()
    progress.value ??= overview.value.progress
  }

  return { id, sending, progress, overview, problems, result, problem, skipped, trouble, cancelled, finishing, addFiles, askPublisher, finish, cancel, takeUp, forget }
})
