/** The built page: its files, and the page itself for every address within it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** @param folder the built page. @param notBuilt what to say where there is none */
export async function servePage(folder: string, notBuilt: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return answer(response, 405, 'Method not allowed')
  const found = await findFile(folder, request.url ?? '/')
  if (!found)
    return answer(response, 404, notBuilt)
  response.statusCode = 200
  response.setHeader('content-type', types[extname(found.path)] ?? 'application/octet-stream')
  response.setHeader('content-length', found.size)
  // Built files carry a fingerprint in their names; the page itself does not.
  response.setHeader('cache-control', found.path.includes(`${sep}assets${sep}`)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache')
  if (request.method === 'HEAD')
    return void response.end()
  await pipeline(createReadStream(found.path), response).catch(() => response.destroy())
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.end(`${text}\n`)
}

interface Found { readonly path: string, readonly size: number }

async function findFile(folder: string, url: string): Promise<Found | undefined> {
  const path = pathIn(folder, url)
  // A missing file with an ending is missing; every other address is one of the page.
  return path === undefined
    ? undefined
    : await fileAt(path) ?? (extname(path) === ''
      ? fileAt(join(folder, 'index.html'))
      : undefined)
}

function pathIn(folder: string, url: string): string | undefined {
  try {
    const path = normalize(join(folder, decodeURIComponent(new URL(url, 'http://page').pathname)))
    return path === folder || path.startsWith(folder + sep)
      ? path
      : undefined
  }
  catch {
    return undefined
  }
}

async function fileAt(path: string): Promise<Found | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile()
    ? { path, size: found.size }
    : undefined
}
