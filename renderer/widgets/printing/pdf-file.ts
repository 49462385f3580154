/** A PDF in the page: to the print dialog of a browser, or to a file. Nothing of it stays here. */

export type Bytes = Uint8Array<ArrayBuffer>

export const bytesOf = (base64: string): Bytes => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))

export const addressOf = (bytes: Bytes, type = 'application/pdf'): string => URL.createObjectURL(new Blob([bytes], { type }))

/** How long a printed PDF stays in memory, in milliseconds: the print dialog reads from it while it is open. */
const keepFor = 10 * 60_000

let frame: HTMLIFrameElement | undefined

/** Opens the print dialog for the PDF in a hidden frame; where no viewer is built in, the PDF is saved instead. */
export async function printInFrame(bytes: Bytes, fileName: string): Promise<void> {
  if (!navigator.pdfViewerEnabled)
    return saveFile(bytes, fileName)
  frame?.remove()
  const address = addressOf(bytes)
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

export function saveFile(bytes: Bytes, fileName: string, type?: string): void {
  const address = addressOf(bytes, type)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
