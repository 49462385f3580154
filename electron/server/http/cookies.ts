/** The session's cookie: not for scripts, not for other sites, one for each port, gone with the browser. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Cookies know no ports: the sample beside the real office must not sign anybody out. */
function nameFor(port: number | undefined, secure: boolean): string {
  return secure
    ? '__Host-maji'
    : `maji-${port ?? 0}`
}

export function readToken({ headers, socket }: IncomingMessage, secure: boolean): string | undefined {
  const name = nameFor(socket.localPort, secure)
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value !== undefined && /^[\w-]{20,100}$/.test(value))
      return value
  }
  return undefined
}

export function writeToken(request: IncomingMessage, response: ServerResponse, token: string | undefined, secure: boolean): void {
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  const value = token ?? ''
  response.setHeader('set-cookie', `${nameFor(request.socket.localPort, secure)}=${value}; ${attributes}${token === undefined
    ? '; Max-Age=0'
    : ''}`)
}
