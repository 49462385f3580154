/** Headers of every answer: nothing but our own page may run, frame or be framed; nothing is told to other sites. */
import type { ServerResponse } from 'node:http'
import { contentSecurityPolicy } from '#core/kernel/content-security-policy'

export function setHeaders(response: ServerResponse, secure: boolean): void {
  response.setHeader('content-security-policy', contentSecurityPolicy)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), usb=(), payment=()')
  response.setHeader('cache-control', 'no-store')
  if (secure)
    response.setHeader('strict-transport-security', 'max-age=31536000')
}
