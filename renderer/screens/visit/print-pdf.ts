/** Printing and saving a PDF that the server drew; nothing of it stays in the page. */

function addressOf(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
}

/** How long a printed PDF stays in memory, in milliseconds: the print dialog reads from it while it is open. */
const keepFor = 10 * 60_000

let frame: HTMLIFrameElement | undefined

/** Opens the print dialog for the PDF in a hidden frame; where no viewer is built in, the PDF is saved instead. */
export async function printPdf(base64: string, fileName: string): Promise<void> {
  if (!navigator.pdfViewerEnabled)
    return savePdf(base64, fileName)
  frame?.remove()
  const address = addressOf(base64)
  const hidden = document.createElement('iframe')
  hidden.style.cssText = 'position:fixed;inset-inline-end:0;inset-block-end:0;width:1px;height:1px;border:0;opacity:0'
  hidden.title = fileName
  hidden.tabIndex = -1
  hidden.setAttribute('aria-hidden', 'true')
  hidden.src = address
  frame = hidden
  await new Promise<void>((resolve) => {
    hidden.addEventListener('load', () => resolve(), { once: true })
    document.body.append(hidden)
  })
  const before = document.activeElement
  hidden.contentWindow?.print()
  // The keys belong to the page again, not to the hidden frame.
  window.focus()
  if (before instanceof HTMLElement)
    before.focus()
  setTimeout(() => {
    URL.revokeObjectURL(address)
    hidden.remove()
  }, keepFor)
}

export function savePdf(base64: string, fileName: string): void {
  const address = addressOf(base64)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
