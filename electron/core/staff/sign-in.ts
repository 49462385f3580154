/**
 * Signing in by name and password. The first sign-in after a start opens the store.
 *
 * A name that does not exist, a wrong password and an account that was switched off get the same answer, so that
 * nobody learns from it who works here.
 */
import type { HostContext } from '../door.ts'
import type { PasswordTrial, Store } from '../host.ts'
import type { StaffId } from '../kernel/ids.ts'
import { ORPCError } from '@orpc/server'
import { destroyAttachmentsDue } from '../attachments/destroy-attachments.ts'
import { leaveLine } from '../audit/leave-line.ts'
import { sweepImports } from '../catalogue/import/sweep-imports.ts'
import { bringUpToDate } from '../catalogue/releases/bring-up-to-date.ts'
import { endAfterCareDue } from '../closing/end-after-care.ts'
import { frontDoor } from '../door.ts'
import { destroyDue } from '../households/destroy-household.ts'
import { parkLeftOpen } from '../intake/park-left-open.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { findSignedIn } from './signed-in.ts'

/** What a password that was not right is answered with. @throws {ORPCError} WRONG_PASSWORD, WAIT_FIRST, ACCOUNT_LOCKED */
export function refuseTrial(trial: Exclude<PasswordTrial, { outcome: 'right' }>): never {
  switch (trial.outcome) {
    case 'wrong': throw new ORPCError('WRONG_PASSWORD', {
      data: { triesLeft: trial.triesLeft, waitSeconds: trial.waitSeconds },
    })
    case 'wait': throw new ORPCError('WAIT_FIRST', {
      data: { waitSeconds: trial.waitSeconds },
    })
    case 'locked': throw new ORPCError('ACCOUNT_LOCKED')
  }
}

/** What an account that was switched off hears: the same as after a first wrong password. */
const asIfWrong = { outcome: 'wrong', triesLeft: 9, waitSeconds: 0 } as const

export const signIn = frontDoor.staff.signIn.handler(async ({ input, context }) => {
  const { host } = context
  const trial = await host.accounts.tryPassword(input.name, input.password)
  if (trial.outcome !== 'right')
    return refused(context, trial, host.accounts.findStaffId(input.name) ?? null)
  if (trial.opening === 'damaged')
    throw new ORPCError('STORE_DAMAGED')
  if (trial.opening === 'newer-version')
    throw new ORPCError('STORE_FROM_NEWER_VERSION')
  return startSession(context, trial.staffId)
})

async function refused(context: HostContext, trial: Exclude<PasswordTrial, { outcome: 'right' }>, staffId: string | null): Promise<never> {
  await leaveLine(context, 'staff.signIn', trial.outcome === 'wrong'
    ? 'WRONG_PASSWORD'
    : trial.outcome === 'wait'
      ? 'WAIT_FIRST'
      : 'ACCOUNT_LOCKED', staffId)
  return refuseTrial(trial)
}

async function startSession(context: HostContext, staffId: StaffId) {
  const { host, connection } = context
  const store = host.store()
  if (!store)
    throw new ORPCError('STORE_NOT_OPEN')
  const now = host.now()
  const session = {
    staffId,
    startedAt: now,
    lastSeenAt: now,
    locked: false,
  }
  const signedIn = await findSignedIn(store, session)
  if (!signedIn)
    return refused(context, asIfWrong, staffId)
  await leaveLine(context, 'staff.signIn', 'done', staffId)
  await beginDay(context, store, staffId)
  host.sessions.end(connection.token())
  const token = host.newToken()
  host.sessions.start(token, staffId, now)
  connection.keepToken(token)
  return signedIn
}

/**
 * What the first sign-in of a day sees to: what was withdrawn goes on its day (개인정보 보호법 제21조), a visit left
 * open yesterday waits among the parked ones, after-care that is over ends, and the catalogue of a newer Maji becomes a
 * release. Where the catalogue cannot be seen to, the counter works with the one in force, and the next sign-in tries again.
 */
async function beginDay(context: HostContext, store: Store, staffId: StaffId): Promise<void> {
  const { host } = context
  const today = seoulDayOf(host.now())
  const [destroyed, files] = await host.inTurn(() => store.transaction().execute(async (db) => {
    await parkLeftOpen(db, today)
    await endAfterCareDue(db, host, today, staffId)
    return [await destroyDue(db, today), await destroyAttachmentsDue(db, today)]
  }))
  if (destroyed > 0)
    await leaveLine(context, 'households.destroyDue', String(destroyed), null)
  if (files > 0)
    await leaveLine(context, 'attachments.destroyDue', String(files), null)
  await bringUpToDate(context, store).catch(error => host.report('catalogue of a newer version', error))
  void sweepImports(store, host).catch(error => host.report('imports left over', error))
}
