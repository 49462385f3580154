/**
 * Whether a request was meant for this server and comes from its own page.
 *
 * A page of another site can make the browser ask us: its `Origin` tells. A name that points here for a moment
 * (DNS rebinding) tells itself by the `Host`.
 */
import type { IncomingMessage } from 'node:http'
import { X509Certificate } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'

export interface Place {
  /** Names and addresses this server answers to, without port, lower case. */
  readonly names: ReadonlySet<string>
  readonly secure: boolean
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/** @param host the address bound to. @param certificate PEM, whose names count too */
export function placeOf(host: string, certificate: string | undefined): Place {
  const names = new Set(loopbackNames)
  if (!isLoopback(host)) {
    names.add(bracketed(host.toLowerCase()))
    names.add(hostname().toLowerCase())
    for (const each of Object.values(networkInterfaces()).flat())
      names.add(bracketed(each?.address.toLowerCase() ?? ''))
  }
  for (const name of certificate
    ? namesOf(certificate)
    : [])
    names.add(name.toLowerCase())
  return { names, secure: certificate !== undefined }
}

function bracketed(address: string): string {
  return address.includes(':')
    ? `[${address}]`
    : address
}

function namesOf(certificate: string): string[] {
  const alternative = new X509Certificate(certificate).subjectAltName ?? ''
  return alternative.split(', ').map(part => part.replace(/^(?:DNS|IP Address):/, '')).filter(name => !name.includes('*'))
}

export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

/** The `Host` names this very server, with the port the request came to. */
export function isForUs({ headers, socket }: IncomingMessage, { names, secure }: Place): boolean {
  const match = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d+))?$/.exec(headers.host?.toLowerCase() ?? '')
  if (!match?.[1] || !names.has(match[1]))
    return false
  return Number(match[2] ?? (secure ? 443 : 80)) === socket.localPort
}

/** The `Origin`, where the browser names one, is this very server. Programs without a browser name none. */
export function isFromOurPage({ headers }: IncomingMessage, { secure }: Place): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return false
  return headers.origin === undefined || headers.origin === `${secure ? 'https' : 'http'}://${headers.host}`
}
