/** The same router on a MessagePort: one port is one connection, and who signed in on it goes with it. */
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { Router } from '@orpc/server'
import type { HostContext } from '#core/door'
import type { Host } from '#core/host'
import { onMessagePortClose } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'

export type ServedPort = SupportedMessagePort & { readonly start?: () => void }

// eslint-disable-next-line ts/no-explicit-any -- as oRPC's own handlers take it
export function servePort(port: ServedPort, router: Router<any, HostContext>, host: Host): void {
  let token: string | undefined
  const connection = {
    place: 'window',
    local: true,
    token: () => token,
    keepToken: (kept: string | undefined) => { token = kept },
  }
  new RPCHandler(router).upgrade(port, {
    context: { host, connection },
  })
  onMessagePortClose(port, () => host.sessions.end(token))
  port.start?.()
}
