/** All handlers of the access log. A registry and nothing else. */
import { listLines } from './list-lines.ts'
import { verifyChain } from './verify-chain.ts'

export const auditHandlers = { list: listLines, verify: verifyChain }
