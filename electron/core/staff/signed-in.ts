/** Who is signed in on a connection, as the page shows it. */
import type { Store } from '../host.ts'
import type { SignedIn } from './model.ts'
import type { Session } from './session-book.ts'
import { idleMinutes } from './caller.ts'
import { findStaffRow, memberOf } from './store.ts'

/** Nothing when the account was switched off meanwhile. */
export async function findSignedIn(db: Store, session: Session): Promise<SignedIn | undefined> {
  const row = await findStaffRow(db, session.staffId)
  return row?.active === 1
    ? { staff: memberOf(row), idleMinutes: await idleMinutes(db), locked: session.locked }
    : undefined
}
