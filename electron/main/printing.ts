/**
 * Printing for the page of a window, over a port of its own. A PDF is shown from memory, in a hidden window under an
 * address that exists only meanwhile, in a session that keeps nothing. Maji writes no file of it; the print system of
 * the computer spools what it is given, and how long it keeps that is set there.
 */
import type { MessagePortMain, WebContents } from 'electron'
import type { PrintAnswer, PrintOrder, PrintOutcome } from '#core/kernel/print-order'
import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { outcomeOf, printOptionsOf, PrintQuestion } from '#core/kernel/print-order'

export const paperScheme = 'maji-paper'

/** What is being printed now, by its address. */
const papers = new Map<string, Uint8Array>()

/** How long the viewer may take to lay out the pages, and the system to take them, in milliseconds. */
const laidOutWithin = 10_000
const takenWithin = 120_000

/** A session without `persist:` lives in memory. Nothing but the papers themselves and the viewer is loaded in it. */
function paperSession() {
  const found = session.fromPartition('paper', { cache: false })
  if (!found.protocol.isProtocolHandled(paperScheme)) {
    found.protocol.handle(paperScheme, ({ url }) => {
      const paper = papers.get(url)
      return paper
        ? new Response(Buffer.from(paper), { headers: { 'content-type': 'application/pdf', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
        : new Response(null, { status: 404 })
    })
    found.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !papers.has(url) && !/^(?:chrome|chrome-extension|blob|data|about):/.test(url) }))
    found.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  }
  return found
}

const after = (milliseconds: number): Promise<'late'> => new Promise(resolve => setTimeout(resolve, milliseconds, 'late'))

/** Electron tells its own tests by this event that the viewer has the pages; the types leave it out. */
const laidOut = (contents: WebContents): Promise<void> =>
  new Promise(resolve => (contents as { once: (event: string, listener: () => void) => unknown }).once('-pdf-ready-to-print', () => resolve()))

async function print(pdf: Uint8Array, order: PrintOrder): Promise<PrintOutcome> {
  const address = `${paperScheme}://paper/${randomUUID()}`
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: paperSession(), plugins: true, contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, spellcheck: false, devTools: false },
  })
  papers.set(address, pdf)
  try {
    const ready = laidOut(window.webContents)
    await window.loadURL(address)
    await Promise.race([ready, after(laidOutWithin)])
    const sent = new Promise<PrintOutcome>(resolve => window.webContents.print(printOptionsOf(order), (success, reason) => resolve(outcomeOf(success, reason))))
    const outcome = await Promise.race([sent, after(takenWithin)])
    // It may still be waiting for its printer: whoever is told that it failed prints it twice.
    return outcome === 'late' ? 'unknown' : outcome
  }
  catch {
    return 'failed'
  }
  finally {
    papers.delete(address)
    window.destroy()
  }
}

/** Answers the page of `contents` for as long as it keeps the other end of the port. */
export function servePrinting(contents: WebContents, port: MessagePortMain): void {
  const answer = (given: PrintAnswer): void => port.postMessage(given)
  port.on('message', ({ data }) => {
    const asked = PrintQuestion.safeParse(data)
    if (!asked.success)
      return
    const question = asked.data
    if (question.ask === 'printers') {
      void contents.getPrintersAsync()
        .then(printers => printers.map(({ name, displayName }) => ({ name, label: displayName || name })), () => [])
        .then(printers => answer({ number: question.number, printers }))
    }
    else {
      void print(question.pdf, question.order).then(outcome => answer({ number: question.number, outcome }))
    }
  })
  port.start()
}
