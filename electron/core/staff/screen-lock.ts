/** Signing out, locking the screen, unlocking it, and who is signed in here. */
import { ORPCError } from '@orpc/server'
import { door, frontDoor } from '../door.ts'
import { lockIfIdle } from './caller.ts'
import { refuseTrial } from './sign-in.ts'
import { findSignedIn } from './signed-in.ts'

export const signOut = door.staff.signOut.handler(({ context: { host, connection } }) => {
  host.sessions.end(connection.token())
  connection.keepToken(undefined)
})

export const lock = door.staff.lock.handler(({ context: { session } }) => {
  session.locked = true
})

export const unlock = door.staff.unlock.handler(async ({ input, context: { host, db, caller, session, now } }) => {
  const trial = await host.accounts.tryPassword(caller.name, input.password)
  if (trial.outcome !== 'right')
    return refuseTrial(trial)
  session.locked = false
  session.lastSeenAt = now
  const signedIn = await findSignedIn(db, session)
  if (!signedIn)
    throw new ORPCError('NOT_SIGNED_IN')
  return signedIn
})

/** The door has noted the time already. */
export const touch = door.staff.touch.handler(() => {})

export const current = frontDoor.staff.current.handler(async ({ context: { host, connection } }) => {
  const store = host.store()
  const now = host.now()
  const session = host.sessions.find(connection.token(), now)
  if (!store || !session)
    return null
  await lockIfIdle(store, session, now)
  return await findSignedIn(store, session) ?? null
})
