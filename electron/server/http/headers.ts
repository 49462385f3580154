/** Headers of every answer: nothing but our own page may run, frame or be framed; nothing is told to other sites. */
import type { ServerResponse } from 'node:http'

/**
 * Styles may stand in the page: the widgets set their places by them. Scripts may not, nor may anything be
 * asked of another machine. Documents are shown as `blob:`, drawn here and read nowhere else.
 */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self' blob:`,
  `frame-src 'self' blob:`,
  `object-src 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ')

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
