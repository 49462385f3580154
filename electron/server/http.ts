/**
 * The same router over HTTP: for a browser, a tablet, other counters, and the window where there is no Electron.
 *
 * `/rpc` is what the page speaks, `/api` the same operations as plain JSON, `/openapi.json` their description.
 */
import type { Router } from '@orpc/server'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { HostContext } from '#core/door'
import type { Host } from '#core/host'
import type { Place } from './http/same-place.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import { readToken, writeToken } from './http/cookies.ts'
import { setHeaders } from './http/headers.ts'
import { openApiDocument } from './http/openapi.ts'
import { refusalStatus } from './http/refusal-status.ts'
import { isForUs, isFromOurPage, isLoopback, placeOf } from './http/same-place.ts'
import { servePage } from './http/serve-page.ts'

export interface HttpOptions {
  // eslint-disable-next-line ts/no-explicit-any -- as oRPC's own handlers take it
  readonly router: Router<any, HostContext>
  readonly host: Host
  /** The built page. */
  readonly page: string
  /** 127.0.0.1 unless told otherwise. */
  readonly address: string
  /** 0 for any that is free. */
  readonly port: number
  readonly tls?: { readonly certificate: string, readonly key: string }
}

export interface HttpServer {
  readonly port: number
  readonly url: string
  readonly close: () => Promise<void>
}

/** A request larger than this is refused: the largest true one is a signature. */
const mostBytes = 1024 * 1024
/** The one that may be larger, and only from somebody who is signed in: a file of 6 MB as base64. */
const largePath = '/rpc/attachments/add'
const mostBytesOfFile = 9 * 1024 * 1024

/** @throws what listening says: a port that is taken, an address that is not ours */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const { address, port, tls } = options
  const place = placeOf(address, tls?.certificate)
  const answer = answerer(options, place)
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      options.host.report(options.host.newId().slice(-12), error)
      response.destroy()
    })
  }
  const server = tls
    ? createSecureServer({ cert: tls.certificate, key: tls.key }, listener)
    : createServer(listener)
  server.requestTimeout = 60_000
  server.listen(port, address)
  await once(server, 'listening')
  const bound = portOf(server)
  return {
    port: bound,
    url: `${tls ? 'https' : 'http'}://${address.includes(':')
      ? `[${address}]`
      : address}:${bound}/`,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function portOf(server: Server): number {
  const at = server.address()
  return typeof at === 'object' && at
    ? at.port
    : 0
}

function answerer({ router, host, page }: HttpOptions, place: Place) {
  const plugins = [
    new BodyLimitPlugin<HostContext>({ maxBodySize: mostBytes }),
  ]
  const rpc = new RPCHandler(router, {
    plugins,
    rootInterceptors: [refusalStatus],
  })
  const large = new RPCHandler(router, {
    plugins: [
      new BodyLimitPlugin<HostContext>({ maxBodySize: mostBytesOfFile }),
    ],
    rootInterceptors: [refusalStatus],
  })
  const api = new OpenAPIHandler(router, {
    plugins,
    rootInterceptors: [refusalStatus],
  })
  let document: Promise<string> | undefined

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setHeaders(response, place.secure)
    if (!isForUs(request, place))
      return refuse(response, 421, 'This server does not answer to that name.')
    const path = new URL(request.url ?? '/', 'http://here').pathname
    const asks = path.startsWith('/rpc/') || path.startsWith('/api/')
    if (asks) {
      if (!isFromOurPage(request, place))
        return refuse(response, 403, 'Only the page of this server may ask.')
      const context = {
        host,
        connection: connectionOf(request, response, place),
      }
      const session = host.sessions.find(context.connection.token(), host.now())
      const { matched } = path.startsWith('/rpc/')
        ? await (path === largePath && session
            ? large
            : rpc).handle(request, response, { prefix: '/rpc', context })
        : await api.handle(request, response, { prefix: '/api', context })
      return matched
        ? undefined
        : refuse(response, 404, 'There is no such operation.')
    }
    if (path === '/openapi.json') {
      document ??= openApiDocument(host.version)
      response.setHeader('content-type', 'application/json; charset=utf-8')
      return void response.end(await document)
    }
    await servePage(page, 'The page is not built yet: npm run build', request, response)
  }
}

function connectionOf(request: IncomingMessage, response: ServerResponse, { secure }: Place): HostContext['connection'] {
  const address = request.socket.remoteAddress ?? ''
  return {
    place: address,
    local: isLoopback(address),
    token: () => readToken(request, secure),
    keepToken: token => writeToken(request, response, token, secure),
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.setHeader('connection', 'close')
  response.end(`${text}\n`)
}
