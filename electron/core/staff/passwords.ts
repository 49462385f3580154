/**
 * New passwords. The key is derived first, outside of any transaction; the event is written next, and the
 * keyring last: whoever is refused still has the old password.
 */
import { door } from '../door.ts'
import { refuseTrial } from './sign-in.ts'
import { findStaffRow, insertStaffEvent } from './write-staff.ts'

export const changeOwnPassword = door.staff.changeOwnPassword.handler(async ({ input, context: { host, caller, now, about, transact } }) => {
  about('staff', caller.staffId)
  const trial = await host.accounts.tryPassword(caller.name, input.oldPassword)
  if (trial.outcome !== 'right')
    return refuseTrial(trial)
  const prepared = await host.accounts.prepare({ staffId: caller.staffId, name: caller.name, password: input.newPassword })
  await transact(db => insertStaffEvent(db, {
    id: host.newId(),
    staffId: caller.staffId,
    by: caller.staffId,
    at: now,
    kind: 'password-changed',
  }))
  prepared.keep()
})

/** For a colleague who forgot it or was locked out. Every screen of theirs must sign in anew. */
export const setPassword = door.staff.setPassword.handler(async ({ input, errors, context: { host, db, caller, now, about, transact } }) => {
  about('staff', input.staffId)
  const row = await findStaffRow(db, input.staffId)
  if (!row)
    throw errors.STAFF_NOT_FOUND()
  const prepared = await host.accounts.prepare({ staffId: input.staffId, name: row.name, password: input.newPassword })
  await transact(db => insertStaffEvent(db, {
    id: host.newId(),
    staffId: input.staffId,
    by: caller.staffId,
    at: now,
    kind: 'password-set',
  }))
  prepared.keep()
  if (input.staffId !== caller.staffId)
    host.sessions.endOf(input.staffId)
})
