/**
 * The status of HTTP for a refusal. The page goes by the code in the body; logs of a proxy and other programs go by
 * this, and a refusal is no fault of the server.
 */
import type { StandardHandleResult } from '@orpc/server/standard'

const statuses: Readonly<Record<string, number>> = {
  NOT_SIGNED_IN: 401,
  SCREEN_LOCKED: 401,
  WRONG_PASSWORD: 401,
  WRONG_RECOVERY_KEY: 401,
  NOT_PERMITTED: 403,
  SETUP_NOT_ALLOWED_FROM_HERE: 403,
  ACCOUNT_LOCKED: 403,
  MALFORMED: 400,
  WAIT_FIRST: 429,
  CHANGED_MEANWHILE: 409,
  INTERNAL_SERVER_ERROR: 500,
  STORE_FULL: 507,
  STORE_NOT_WRITABLE: 503,
  STORE_NOT_OPEN: 503,
}

/** What was refused for a reason of the counter: understood, but not done. */
const otherRefusal = 422

/** For `rootInterceptors` of a handler. */
export async function refusalStatus({ next }: { readonly next: () => Promise<StandardHandleResult> }): Promise<StandardHandleResult> {
  const handled = await next()
  if (handled.matched && handled.response.status === 500)
    handled.response.status = statusOf(handled.response)
  return handled
}

function statusOf({ body: refusal }: { readonly body: unknown }): number {
  const body = refusal as { readonly code?: unknown, readonly json?: { readonly code?: unknown } } | undefined
  const code = body?.json?.code ?? body?.code
  if (typeof code !== 'string')
    return 500
  return statuses[code] ?? (code.endsWith('_NOT_FOUND')
    ? 404
    : otherRefusal)
}
