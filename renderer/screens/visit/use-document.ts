import type { MaybeRefOrGetter } from 'vue'
/** A document of the family: its sheet for the preview, and its PDF to print or to save. */
import type { AskedDocument } from '#core/guide/contract'
import type { Edition, Sheet } from '#core/guide/sheet'
import type { LanguageCode } from '#core/kernel/text'
import type { Problem } from '../../client/problem'
import { ref, shallowRef, toValue, watch } from 'vue'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'
import { printPdf, savePdf } from './print-pdf'

export interface DocumentAsked { readonly request: AskedDocument, readonly language: LanguageCode, readonly edition: Edition }

/** @param options.preview whether the sheet is wanted for the screen too; only the PDF otherwise */
export function useDocument(asked: MaybeRefOrGetter<DocumentAsked | undefined>, { preview = true } = {}) {
  const sheet = shallowRef<Sheet>()
  const pages = ref<number>()
  const busy = ref<'sheet' | 'pdf'>()
  const problem = shallowRef<Problem>()
  let latest = 0

  async function load() {
    const what = toValue(asked)
    const mine = ++latest
    if (!what)
      return
    busy.value = 'sheet'
    pages.value = undefined
    const outcome = await attempt(() => client.guide.sheet(what))
    if (mine !== latest)
      return
    busy.value = undefined
    sheet.value = outcome.ok ? outcome.answer : sheet.value
    problem.value = outcome.ok ? undefined : outcome.problem
  }

  async function withPdf(then: (base64: string, fileName: string) => Promise<void> | void): Promise<number | undefined> {
    const what = toValue(asked)
    if (!what || busy.value === 'pdf')
      return undefined
    busy.value = 'pdf'
    const outcome = await attempt(() => client.guide.pdf(what))
    busy.value = undefined
    problem.value = outcome.ok ? undefined : outcome.problem
    if (!outcome.ok)
      return undefined
    pages.value = outcome.answer.pages
    await then(outcome.answer.base64, outcome.answer.fileName)
    return outcome.answer.pages
  }

  if (preview)
    watch(() => JSON.stringify(toValue(asked)), load, { immediate: true })
  return { sheet, pages, busy, problem, print: () => withPdf(printPdf), save: () => withPdf(savePdf), pdf: () => withPdf(() => {}) }
}
