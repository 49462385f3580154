/**
 * The one client of the page. In the Electron window the preload hands over a port; elsewhere it is HTTP.
 *
 * The preload answers with `window.postMessage('maji:port', location.origin, [server, printers])` once the page has loaded.
 */
import type { Client } from '#core/contract'
import type { PrintDesk } from './print-desk'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createPrintDesk } from './print-desk'

/** Waits for the preload's ports in an Electron window; resolves at once with none in a browser. */
function portsFromWindow(): Promise<readonly MessagePort[]> {
  if (!navigator.userAgent.includes('Electron'))
    return Promise.resolve([])
  return new Promise((resolve) => {
    window.addEventListener('message', function listen({ source, data, ports }) {
      if (source !== window || data !== 'maji:port')
        return
      window.removeEventListener('message', listen)
      resolve(ports)
    })
  })
}

/** What is sent while the page goes away must outlive it; the browser keeps up to 64 KB alive, larger ones go as always. */
let leaving = false
window.addEventListener('pagehide', () => leaving = true)
window.addEventListener('pageshow', () => leaving = false)
const send = (request: Request, init: RequestInit): Promise<Response> =>
  leaving ? fetch(request.clone(), { ...init, keepalive: true }).catch(() => fetch(request, init)) : fetch(request, init)

export function createClient(port: MessagePort | undefined): Client {
  if (!port) {
    return createORPCClient(new HttpLink({
      url: `${location.origin}/rpc`,
      fetch: (request, init) => send(request, { ...init, credentials: 'same-origin' }),
    }))
  }
  port.start()
  return createORPCClient(new PortLink({ port }))
}

const [serverPort, printerPort] = await portsFromWindow()

export const client: Client = createClient(serverPort)

/** The printers of this machine; nobody in a browser, which shows its own dialog. */
export const printDesk: PrintDesk | undefined = printerPort && createPrintDesk(printerPort)
