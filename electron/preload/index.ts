/** Hands the page its ports (to the server, to the printers) and nothing else. It never grows. */
import { ipcRenderer } from 'electron'

/** What is used of the page's window; the preload is compiled without the types of the DOM. */
interface Page {
  readonly location: { readonly origin: string }
  readonly document: { readonly readyState: string }
  readonly addEventListener: (event: 'load', listener: () => void) => void
  readonly postMessage: (message: string, origin: string, transfer: readonly unknown[]) => void
}

const page = globalThis as unknown as Page

/** The page listens from its first script on, which has run by then. */
const loaded = new Promise<void>((resolve) => {
  if (page.document.readyState === 'complete')
    resolve()
  else
    page.addEventListener('load', () => resolve())
})

ipcRenderer.on('maji:port', ({ ports }) => {
  void loaded.then(() => page.postMessage('maji:port', page.location.origin, [...ports]))
})
