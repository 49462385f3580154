/** What must not happen on any page: a request to elsewhere, a breach of the page's own policy, an error. */
import type { BrowserContext, Page } from 'playwright'

export interface Watch {
  /** What went wrong since the last time it was asked for. */
  readonly take: () => string[]
  /** While the server is down on purpose, failing connections are no fault. */
  readonly expectDown: (down: boolean) => void
}

/** A refusal is an answer of the server with a status from 400 on; the browser names it on the console. */
const isRefusal = (text: string): boolean => /^Failed to load resource: the server responded with a status of (?:4\d\d|503)/.test(text)
const isDown = (text: string): boolean => /net::ERR_(?:CONNECTION_|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|FAILED|ABORTED|SOCKET)/.test(text)

export async function watchContext(context: BrowserContext, origin: string): Promise<Watch> {
  const found: string[] = []
  let down = false
  await context.addInitScript(`document.addEventListener('securitypolicyviolation', event =>
    console.error('policy breach: ' + event.violatedDirective + ' ' + event.blockedURI))`)
  const watch = (page: Page): void => {
    page.on('pageerror', error => found.push(`uncaught: ${error.message}`))
    page.on('console', (message) => {
      const text = message.text()
      if (message.type() === 'error' && !isRefusal(text) && !(down && isDown(text)))
        found.push(`console: ${text}`)
    })
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${origin}/`) && !/^(?:blob|data|about|chrome|chrome-extension|chrome-untrusted):/.test(url))
        found.push(`request to elsewhere: ${new URL(url).origin}`)
    })
  }
  context.pages().forEach(watch)
  context.on('page', watch)
  return { take: () => found.splice(0), expectDown: (now) => { down = now } }
}
