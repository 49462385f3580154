/** The paper key (복구 키): opens the store and gives an existing account a new password. */
import { ORPCError } from '@orpc/server'
import { leaveLine } from '../audit/leave-line.ts'
import { frontDoor } from '../door.ts'
import { StaffId } from '../kernel/ids.ts'
import { insertStaffEvent } from '../staff/write-staff.ts'

export const recover = frontDoor.setup.recover.handler(async ({ input, errors, context }) => {
  const { host } = context
  const trial = await host.accounts.tryRecoveryKey(input.recoveryKey)
  if (trial.outcome === 'wrong') {
    await leaveLine(context, 'setup.recover', 'WRONG_RECOVERY_KEY', null)
    throw errors.WRONG_RECOVERY_KEY({
      data: { waitSeconds: trial.waitSeconds },
    })
  }
  if (trial.opening === 'damaged')
    throw errors.STORE_DAMAGED()
  if (trial.opening === 'newer-version')
    throw errors.STORE_FROM_NEWER_VERSION()
  const store = host.store()
  if (!store)
    throw new ORPCError('STORE_NOT_OPEN')
  const name = input.name.normalize('NFC')
  // Also an account that lost its entry in the keyring is found: by its name in the store.
  const row = await store.selectFrom('staff').select(['id', 'active']).where('name', '=', name).executeTakeFirst()
  const staffId = host.accounts.findStaffId(name) ?? StaffId.optional().parse(row?.id)
  if (!staffId || row?.active !== 1)
    throw errors.NO_SUCH_ACCOUNT()
  const prepared = await host.accounts.prepare({ staffId, name, password: input.newPassword })
  const event = {
    id: host.newId(),
    staffId,
    by: null,
    at: host.now(),
    kind: 'recovered' as const,
  }
  await host.inTurn(() => store.transaction().execute(db => insertStaffEvent(db, event)))
  await leaveLine(context, 'setup.recover', 'done', staffId)
  prepared.keep()
  host.sessions.endOf(staffId)
})
