/** The built page under an origin of its own, `maji://app`, with the same headers as over HTTP. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { contentSecurityPolicy } from '#core/kernel/content-security-policy'
import { paperScheme } from './printing.ts'

export const pageOrigin = 'maji://app'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'maji',
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    },
    // The viewer of PDFs knows nothing of addresses that are not standard.
    { scheme: paperScheme, privileges: { standard: true, secure: true } },
  ])
}

/** @param folder the built page */
export function servePageScheme(folder: string): void {
  protocol.handle('maji', async ({ url, method }) => {
    const { origin, host, pathname } = new URL(url)
    if (method !== 'GET' || (origin !== pageOrigin && host !== 'app'))
      return new Response(null, { status: 404 })
    const path = normalize(join(folder, decodeURIComponent(pathname)))
    if (path !== folder && !path.startsWith(folder + sep))
      return new Response(null, { status: 404 })
    // Every address without an ending is one of the page itself.
    return answer(extname(path) === ''
      ? join(folder, 'index.html')
      : path)
  })
}

async function answer(path: string): Promise<Response> {
  const body = await readFile(path).catch(() => undefined)
  if (!body)
    return new Response(null, { status: 404 })
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}
