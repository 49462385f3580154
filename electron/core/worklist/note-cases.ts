/** A line in the access log about each of several cases: the door's own line names one at most. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import { appendLine } from '../audit/append-line.ts'

type Noting = Pick<Desk, 'host' | 'now' | 'caller' | 'connection'>

/** Inside a change's transaction. */
export async function noteCases({ db, host, now, caller, connection }: Noting & { readonly db: Store }, operation: string, caseIds: readonly string[]): Promise<void> {
  for (const id of caseIds)
    await appendLine(db, host.hash, { at: now, staffId: caller.staffId, operation, outcome: 'done', subject: `case:${id}`, place: connection.place })
}

/** For a reading: in a transaction of its own, in turn with the changes. */
export const noteCasesRead = (desk: Noting & { readonly db: Store }, operation: string, caseIds: readonly string[]): Promise<void> =>
  caseIds.length === 0
    ? Promise.resolve()
    : desk.host.inTurn(() => desk.db.transaction().execute(db => noteCases({ ...desk, db }, operation, caseIds)))
