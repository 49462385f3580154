/**
 * Printing and saving of anything that can be drawn: one way for every document, booklet and batch.
 *
 * In the window the printer, copies, sides and pages are chosen here and told to the access log. A browser has its own
 * dialog for them and tells nobody.
 */
import type { Ref, ShallowRef } from 'vue'
import type { Client } from '#core/contract'
import type { Printer, PrintOrder, PrintOutcome } from '#core/kernel/print-order'
import type { Bytes } from './pdf-file'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { pagesOf } from '#core/kernel/print-order'
import { printDesk } from '../../client/core-client'
import { addressOf, printInFrame, saveFile } from './pdf-file'

/** As the access log names it: print, save, locked (it leaves the office), view. */
export type PaperWay = NonNullable<Parameters<Client['guide']['pdf']>[0]['way']>

export interface DrawnPdf {
  readonly bytes: Bytes
  readonly fileName: string
  readonly pages: number
  /** What came of it where the window knows: into the access log. */
  readonly printed?: (done: { readonly from: number, readonly pages: number, readonly copies: number, readonly printer: string | null }) => Promise<unknown>
  /** It is out: the printer took it, or it is a file. Nobody knows that of the dialog of a browser, so it is not told there. */
  readonly sent?: () => void
}

/** out: printed or saved. in-dialog: somebody else asks for the rest, and tells nobody. */
type Result = 'out' | 'in-dialog' | 'not'

/** Draws it anew for this way; nothing where it was refused, after telling why. */
export type Draw<Drawn extends DrawnPdf = DrawnPdf> = (way: PaperWay) => Promise<Drawn | undefined>

export interface Printing {
  /** Whether copies, sides and pages are chosen here, or in the dialog of the browser. */
  readonly inWindow: boolean
  readonly printers: ShallowRef<readonly Printer[]>
  readonly printer: Ref<string | null>
  readonly copies: Ref<number>
  readonly sides: Ref<PrintOrder['sides']>
  readonly from: Ref<string>
  readonly to: Ref<string>
  readonly wrongPages: Ref<boolean>
  readonly busy: Ref<PaperWay | undefined>
  /** Pages of what was drawn last. */
  readonly pages: Ref<number | undefined>
  /** The last print that came to nothing. */
  readonly notPrinted: Ref<Exclude<PrintOutcome, 'sent'> | undefined>
  /** The real pages, shown in the page. */
  readonly shown: ShallowRef<{ readonly address: string, readonly pages: number } | undefined>
  readonly locking: Ref<boolean>
  readonly print: () => Promise<unknown>
  /** Through the system's dialog, where the window's own way failed. */
  readonly printInDialog: () => Promise<unknown>
  readonly save: () => Promise<unknown>
  readonly saveLocked: (password: string) => Promise<unknown>
  readonly show: () => Promise<unknown>
  readonly hide: () => void
}

/** Of this machine, for as long as the page lives: the printer beside the counter stays the same all day. */
const printers = shallowRef<readonly Printer[]>([])
const printer = ref<string | null>(null)

/**
 * @param options.paper what it is printed on
 * @param options.elseInDialog where nothing on the page could say that the printer refused: the system's dialog opens instead
 */
export function usePrinting<Drawn extends DrawnPdf>(draw: Draw<Drawn>, { paper = (): PrintOrder['paper'] => 'a4', elseInDialog = false } = {}) {
  const copies = ref(1)
  const sides = ref<PrintOrder['sides']>('one')
  const from = ref('')
  const to = ref('')
  const wrongPages = ref(false)
  const busy = ref<PaperWay>()
  const pages = ref<number>()
  const notPrinted = ref<Exclude<PrintOutcome, 'sent'>>()
  const shown = shallowRef<{ readonly address: string, readonly pages: number }>()
  const locking = ref(false)

  if (printDesk && printers.value.length === 0)
    void printDesk.printers().then(found => printers.value = found)

  /** One at a time; what is done with the PDF belongs to the time it takes. */
  async function drawn(way: PaperWay, then: (made: Drawn) => Promise<Result | void> | void): Promise<Drawn | undefined> {
    if (busy.value)
      return undefined
    busy.value = way
    notPrinted.value = undefined
    try {
      const made = await draw(way)
      if (!made)
        return undefined
      pages.value = made.pages
      const result = await then(made) ?? 'out'
      if (result === 'out')
        made.sent?.()
      return result === 'not' ? undefined : made
    }
    finally {
      busy.value = undefined
    }
  }

  function wanted(count: number | undefined): PrintOrder['pages'] | undefined {
    const range = pagesOf(from.value, to.value, count)
    wrongPages.value = range === undefined && (count !== undefined || from.value.trim() === '' || to.value.trim() !== '')
    return range
  }

  async function toPrinter(made: Drawn): Promise<Result> {
    const range = wanted(made.pages)
    if (!printDesk || range === undefined)
      return 'not'
    const outcome = await printDesk.print(made.bytes, { printer: printer.value, copies: copies.value, sides: sides.value, pages: range, paper: paper() })
    if (outcome === 'failed' && elseInDialog) {
      return inDialog(made)
    }
    if (outcome !== 'sent') {
      notPrinted.value = outcome
      return 'not'
    }
    await made.printed?.({ from: range?.from ?? 1, pages: range ? range.to - range.from + 1 : made.pages, copies: copies.value, printer: printer.value })
    return 'out'
  }

  async function inDialog({ bytes, fileName }: Drawn): Promise<Result> {
    await printInFrame(bytes, fileName)
    return 'in-dialog'
  }
  const printInDialog = () => drawn('print', inDialog)
  function print(): Promise<Drawn | undefined> {
    if (!printDesk)
      return printInDialog()
    wanted(pages.value)
    return wrongPages.value ? Promise.resolve(undefined) : drawn('print', toPrinter)
  }

  const save = () => drawn('save', ({ bytes, fileName }) => saveFile(bytes, fileName))
  const saveLocked = (password: string) => drawn('locked', async ({ bytes, fileName }) => {
    const { lockFile } = await import('./lock-file')
    saveFile(await lockFile(bytes, fileName, password), fileName.replace(/\.pdf$/, '.zip'), 'application/zip')
  })

  function hide() {
    if (shown.value)
      URL.revokeObjectURL(shown.value.address)
    shown.value = undefined
  }
  const show = () => drawn('view', ({ bytes, pages }) => {
    hide()
    shown.value = { address: addressOf(bytes), pages }
  })
  onScopeDispose(hide)

  return { inWindow: printDesk !== undefined, printers, printer, copies, sides, from, to, wrongPages, busy, pages, notPrinted, shown, locking, print, printInDialog, save, saveLocked, show, hide } satisfies Printing
}
