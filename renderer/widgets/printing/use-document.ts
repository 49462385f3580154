/** A document of the desk: its sheet for the preview, and its PDF to print or to save. */
import type { MaybeRefOrGetter } from 'vue'
import type { AskedDocument } from '#core/guide/contract'
import type { Edition, Sheet } from '#core/guide/sheet'
import type { LanguageCode } from '#core/kernel/text'
import type { Problem } from '../../client/problem'
import type { DrawnPdf, PaperWay } from './use-printing'
import { computed, ref, shallowRef, toValue, watch } from 'vue'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'
import { bytesOf } from './pdf-file'
import { usePrinting } from './use-printing'

export interface DocumentAsked { readonly request: AskedDocument, readonly language: LanguageCode, readonly edition: Edition }

/** A sheet with the hash of what it says, by which a later change shows. */
export type ShownSheet = Sheet & { readonly contentHash: string }

interface DrawnDocument extends DrawnPdf { readonly contentHash: string }

/** @param options.preview whether the sheet is wanted for the screen too; only the PDF otherwise */
export function useDocument(asked: MaybeRefOrGetter<DocumentAsked | undefined>, { preview = true } = {}) {
  const sheet = shallowRef<ShownSheet>()
  const reading = ref(false)
  const problem = shallowRef<Problem>()
  let latest = 0

  async function load() {
    const what = toValue(asked)
    const mine = ++latest
    printing.pages.value = undefined
    printing.hide()
    if (!what)
      return
    reading.value = true
    const outcome = await attempt(() => client.guide.sheet(what))
    if (mine !== latest)
      return
    reading.value = false
    sheet.value = outcome.ok ? outcome.answer : sheet.value
    problem.value = outcome.ok ? undefined : outcome.problem
  }

  async function draw(way: PaperWay): Promise<DrawnDocument | undefined> {
    const what = toValue(asked)
    if (!what)
      return undefined
    const outcome = await attempt(() => client.guide.pdf({ ...what, way }))
    problem.value = outcome.ok ? undefined : outcome.problem
    if (!outcome.ok)
      return undefined
    const { base64, ...drawn } = outcome.answer
    return {
      ...drawn,
      bytes: bytesOf(base64),
      printed: async ({ from: _, ...done }) => {
        const told = await attempt(() => client.guide.printed({ ...what, ...done }))
        problem.value = told.ok ? undefined : told.problem
      },
    }
  }

  const printing = usePrinting(draw, { paper: () => toValue(asked)?.edition === 'portable-a5' ? 'a5' : 'a4', elseInDialog: !preview })
  const busy = computed(() => printing.busy.value ? 'pdf' : reading.value ? 'sheet' : undefined)
  if (preview)
    watch(() => JSON.stringify(toValue(asked)), load, { immediate: true })
  return { sheet, busy, problem, printing, pages: printing.pages, print: printing.print, save: printing.save, draw, reload: load }
}
