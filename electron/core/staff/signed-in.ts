/** Who is signed in on a connection, as the page shows it. */
import type { Store } from '../host.ts'
import type { SignedIn } from './model.ts'
import type { Session } from './session-book.ts'
import { idleMinutes } from './caller.ts'
import { findStaff } from './read-staff.ts'

/** Nothing when the account was switched off meanwhile. */
export async function findSignedIn(db: Store, session: Session): Promise<SignedIn | undefined> {
  const staff = await findStaff(db, session.staffId)
  return staff?.active
    ? { staff, idleMinutes: await idleMinutes(db), locked: session.locked }
    : undefined
}
