/**
 * Lines of the access log that the door cannot write, because nobody is signed in yet: set-up, sign-in, a failed try.
 *
 * While the store is still closed such a line waits in memory and is written first thing when it opens.
 */
import type { HostContext } from '../door.ts'
import type { Host } from '../host.ts'
import type { NewAuditLine } from './append-line.ts'
import { appendLine } from './append-line.ts'

const waiting = new WeakMap<Host, NewAuditLine[]>()
/** More tries than this before the first sign-in tell nothing new. */
const mostWaiting = 500

/** Notes what happened at the door; with the store closed it is kept back until it opens. */
export async function leaveLine(
  { host, connection }: HostContext,
  operation: string,
  outcome: string,
  staffId: string | null,
): Promise<void> {
  const line: NewAuditLine = {
    at: host.now(),
    staffId,
    operation,
    outcome,
    subject: staffId === null
      ? null
      : `staff:${staffId}`,
    place: connection.place,
  }
  const store = host.store()
  if (!store) {
    const held = waiting.get(host) ?? []
    if (held.length < mostWaiting)
      waiting.set(host, [...held, line])
    return
  }
  await host.inTurn(async () => {
    const held = waiting.get(host) ?? []
    await store.transaction().execute(async (db) => {
      for (const each of [...held, line])
        await appendLine(db, host.hash, each)
    })
    waiting.delete(host)
  })
}
