/**
 * Printing in the window: what its page asks of the process that owns it, and what it is told.
 *
 * A browser shows its own dialog instead and tells nobody what came of it. Everything that can be decided about an
 * order is decided here; the process that owns the window only hands it on.
 */
import * as z from 'zod'

/** More than a booklet for every house of a dong comes from a printing house. */
export const mostCopies = 999

export const PrintOrder = z.strictObject({
  /** As the system calls it; nothing: the usual printer. */
  printer: z.string().max(200).nullable(),
  copies: z.int().min(1).max(mostCopies),
  /** both 양면, turned over the long edge like a book. */
  sides: z.enum(['one', 'both']),
  /** From and until, beginning at 1; nothing: all. */
  pages: z.strictObject({ from: z.int().positive(), to: z.int().positive() }).nullable(),
  paper: z.enum(['a4', 'a5']),
})
export type PrintOrder = z.infer<typeof PrintOrder>

export const Printer = z.object({ name: z.string(), label: z.string() })
export type Printer = z.infer<typeof Printer>

/** What the page sends. The number comes back with the answer. */
export const PrintQuestion = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('printers'), number: z.int() }),
  z.strictObject({ ask: z.literal('print'), number: z.int(), order: PrintOrder, pdf: z.instanceof(Uint8Array) }),
])
export type PrintQuestion = z.infer<typeof PrintQuestion>

/** sent: the system took it; whether paper came out only a person sees. unknown: it has not answered, and may print yet. */
export const PrintOutcome = z.enum(['sent', 'cancelled', 'failed', 'unknown'])
export type PrintOutcome = z.infer<typeof PrintOutcome>

export const PrintAnswer = z.union([
  z.object({ number: z.int(), printers: z.array(Printer) }),
  z.object({ number: z.int(), outcome: PrintOutcome }),
])
export type PrintAnswer = z.infer<typeof PrintAnswer>

/** In the terms of Electron's `webContents.print`: pages are counted from 0, the last one included. */
export function printOptionsOf({ printer, copies, sides, pages, paper }: PrintOrder) {
  return {
    silent: true,
    copies,
    collate: true,
    duplexMode: sides === 'both' ? 'longEdge' as const : 'simplex' as const,
    pageSize: paper === 'a5' ? 'A5' as const : 'A4' as const,
    ...(printer === null ? {} : { deviceName: printer }),
    ...(pages === null ? {} : { pageRanges: [{ from: pages.from - 1, to: pages.to - 1 }] }),
  }
}

/** What Electron says of a print: success, or a sentence that is the same in every language. */
export function outcomeOf(success: boolean, reason: string): PrintOutcome {
  if (success)
    return 'sent'
  return /cancel/i.test(reason) ? 'cancelled' : 'failed'
}

/**
 * The pages that a person wants, as they were typed; an empty field is the first or the last page.
 *
 * @param count pages of the document, where that is known already
 * @returns `null` for all pages, `undefined` where no such pages can be meant
 */
export function pagesOf(from: string, to: string, count: number | undefined): PrintOrder['pages'] | undefined {
  const [first, last] = [from.trim(), to.trim()]
  if (first === '' && last === '')
    return null
  if (![first, last].every(text => /^\d{0,4}$/.test(text)))
    return undefined
  // Without a number of pages, "from 3" has no end that could be said.
  const begin = first === '' ? 1 : Number(first)
  const end = last === '' ? count : Number(last)
  if (end === undefined || begin < 1 || end < begin || (count !== undefined && end > count))
    return undefined
  return { from: begin, to: end }
}
