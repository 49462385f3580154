/**
 * What the page may do, in the window as over HTTP: nothing but our own code runs, nothing is asked of another machine.
 *
 * Styles may stand in the page: the widgets set their places by them. Scripts may not. Documents are shown as
 * `blob:`, drawn here and read nowhere else.
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
