/** A case goes from one planner to another only when the other accepts it (사례 이관). */
import type { Desk } from '../door.ts'
import type { Handed, Transfer } from './model.ts'
import { ORPCError } from '@orpc/server'
import { holdCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { findCase } from '../cases/read-case.ts'
import { tell } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { daysAgo } from './days-ago.ts'
import { handCase } from './hand-case.ts'
import { findTransfer, readTransfersFrom, readTransfersOfCase, readTransfersTo } from './read-transfers.ts'
import { sharingOf } from './share-case.ts'
import { readStandingIn } from './standing-in.ts'
import { mustBeTaker } from './takers.ts'

export const offer = door.team.offer.handler(async ({ input, errors, context }) => {
  const { db, host, now, caller } = context
  const found = await holdCase(context, input, 'reassign')
  const ofPlanner = found.planner?.id === caller.staffId || (await readStandingIn(context)).some(({ planner }) => planner.id === found.planner?.id)
  if (!ofPlanner && !caller.roles.includes('lead'))
    throw errors.NOT_YOURS_TO_GIVE()
  if (input.toStaffId === found.planner?.id)
    throw errors.NOT_A_PLANNER()
  await mustBeTaker(db, input.toStaffId, found.householdId)
  if ((await readTransfersOfCase(db, found.id)).some(({ status }) => status === 'asked'))
    throw errors.OFFERED_ALREADY()
  await db.insertInto('case_transfer').values({
    id: host.newId(),
    case_id: found.id,
    from_staff_id: found.planner?.id ?? caller.staffId,
    to_staff_id: input.toStaffId,
    why: input.why,
    asked_at: now,
    asked_by: caller.staffId,
    status: 'asked',
    answered_at: null,
    answer: null,
  }).execute()
  await db.updateTable('welfare_case').set({ version: found.version + 1 }).where('id', '=', found.id).execute()
  await writeEvent(context, { caseId: found.id, kind: 'transfer', note: input.why, subject: 'asked' })
  tellBoth(context, found.id, [input.toStaffId, found.planner?.id])
  return sharingOf(context, found.id)
})

/** @throws {ORPCError} TRANSFER_NOT_FOUND also for an offer that is somebody else's to answer, TRANSFER_ANSWERED */
async function holdOffer(context: Desk, transferId: string, isTheirs: (transfer: Transfer) => boolean): Promise<Transfer> {
  const transfer = await findTransfer(context.db, transferId)
  if (!transfer || !isTheirs(transfer))
    throw new ORPCError('TRANSFER_NOT_FOUND')
  context.about('case', transfer.caseId)
  if (transfer.status !== 'asked')
    throw new ORPCError('TRANSFER_ANSWERED')
  return transfer
}

export const accept = door.team.accept.handler(async ({ input, errors, context }) => {
  const { db, now, caller } = context
  const { id, caseId } = await holdOffer(context, input.transferId, ({ to }) => to.id === caller.staffId)
  const found = await findCase(db, caseId)
  if (!found || !allows(found.status, 'reassign'))
    throw errors.CASE_NOT_OPEN()
  await mustBeTaker(db, caller.staffId, found.householdId)
  await db.updateTable('case_transfer').set({ status: 'accepted', answered_at: now }).where('id', '=', id).execute()
  await handCase(context, { id: caseId, plannerId: found.planner?.id ?? null }, caller.staffId, { kind: 'reassigned', note: null, opened: true })
  const handed = await findCase(db, caseId)
  if (!handed)
    throw errors.CASE_NOT_OPEN()
  return handed
})

export const giveBack = door.team.giveBack.handler(async ({ input, context }) => {
  const transfer = await holdOffer(context, input.transferId, ({ to }) => to.id === context.caller.staffId)
  return answered(context, transfer, 'returned', input.why)
})

/** By who offered it, by the planner whose case it is, or by the lead. */
export const takeBack = door.team.takeBack.handler(async ({ input, context }) => {
  const { caller } = context
  const transfer = await holdOffer(context, input.transferId, ({ from, askedBy }) =>
    from.id === caller.staffId || askedBy.id === caller.staffId || caller.roles.includes('lead'))
  return answered(context, transfer, 'taken-back', null)
})

async function answered(context: Desk, { id, caseId, from, to }: Transfer, status: 'returned' | 'taken-back', answer: string | null): Promise<Handed> {
  const { db, now } = context
  await db.updateTable('case_transfer').set({ status, answered_at: now, answer }).where('id', '=', id).execute()
  await db.updateTable('welfare_case').set(eb => ({ version: eb('version', '+', 1) })).where('id', '=', caseId).execute()
  await writeEvent(context, { caseId, kind: 'transfer', note: answer, subject: status })
  tellBoth(context, caseId, [from.id, to.id])
  return handedTo(context)
}

export const handed = door.team.handed.handler(({ context }) => handedTo(context))

async function handedTo(context: Desk): Promise<Handed> {
  const { db, caller, now } = context
  return {
    incoming: await readTransfersTo(db, caller.staffId),
    outgoing: await readTransfersFrom(db, caller.staffId, daysAgo(seoulDayOf(now), 7)),
    standingIn: await readStandingIn(context),
  }
}

const tellBoth = (context: Desk, caseId: Transfer['caseId'], whom: readonly (string | undefined)[]): void =>
  whom.forEach(id => tell(context, caseId, id ?? null))
