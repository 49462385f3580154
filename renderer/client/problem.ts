/** What went wrong with a call, as the page explains it: a refusal of the contract, or trouble on the way. */
import type { ProblemCode } from '../texts'
import { ORPCError } from '@orpc/client'
import { isProblemCode } from '../texts'

/** A refusal's code with its data beside it, such as `{ code: 'WRONG_PASSWORD', triesLeft: 3, waitSeconds: 0 }`. */
export interface Problem {
  readonly code: ProblemCode
  readonly [detail: string]: unknown
}

const unreachableStatus = new Set([502, 503, 504])

function detailsOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {}
}

/** Whatever a call throws that is no answer of the server means that the server was not reached. */
export function problemFrom(error: unknown): Problem {
  if (!(error instanceof ORPCError) || (!error.defined && unreachableStatus.has(error.status)))
    return { code: 'UNREACHABLE' }
  const details = detailsOf(error.data)
  if (isProblemCode(error.code))
    return { incident: '-', ...details, code: error.code }
  return { incident: '-', ...details, code: 'INTERNAL_SERVER_ERROR' }
}
