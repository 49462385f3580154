/** Holding a referral for a change, and writing the change with its lines on both trails. */
import type { CaseStatus, CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { ReferralAction, ReferralBody, ReferralStatus, ReferralView } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { writeEvent } from '../cases/write-event.ts'
import { ReferralBody as Body, referralAllows } from './model.ts'
import { findReferral } from './read-referrals.ts'

/** Nothing new goes out of a closed case; what is on its way is answered and comes to its end. */
const allowsReferral = (status: CaseStatus, action: ReferralAction): boolean =>
  action === 'write' || action === 'send' ? allows(status, 'write') || allows(status, 'follow-up') : allows(status, 'carry-on')

export interface HeldReferral { readonly referral: ReferralView, readonly found: CaseSummary }
interface Seen { readonly referralId: string, readonly seenVersion: number }

/** @throws {ORPCError} REFERRAL_NOT_FOUND, CASE_NOT_FOUND (also for a case that is not the caller's to work on) */
export async function findHeld(context: Desk, referralId: string): Promise<HeldReferral> {
  const referral = await findReferral(context.db, referralId)
  if (!referral)
    throw new ORPCError('REFERRAL_NOT_FOUND')
  return { referral, found: await ownCase(context, referral.caseId) }
}

/** @throws {ORPCError} besides those of `findHeld` CHANGED_MEANWHILE, CASE_NOT_OPEN, REFERRAL_NOT_SO_FAR (its state does not allow it) */
export async function holdReferral(context: Desk, { referralId, seenVersion }: Seen, action: ReferralAction): Promise<HeldReferral> {
  const held = await findHeld(context, referralId)
  if (!allowsReferral(held.found.status, action))
    throw new ORPCError('CASE_NOT_OPEN')
  if (held.referral.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  if (!referralAllows(held.referral.status, action))
    throw new ORPCError('REFERRAL_NOT_SO_FAR')
  return held
}

export interface Change {
  readonly status?: ReferralStatus
  readonly body?: Partial<ReferralBody>
  readonly sent_on?: string
  readonly answered_on?: string
  readonly remind_on?: string | null
  readonly ended_on?: string
  readonly reason_code?: string | null
  readonly outcome?: string | null
  readonly field?: string
}

/**
 * Writes the next version; of two at once the second is told.
 *
 * @throws {ORPCError} CHANGED_MEANWHILE
 */
export async function writeReferral(context: Pick<Desk, 'db'>, referral: ReferralView, { body, ...columns }: Change): Promise<ReferralView> {
  const { db } = context
  const changed = await db.updateTable('referral')
    .set({ ...columns, body: JSON.stringify(Body.parse({ ...referral.body, ...body })), version: referral.version + 1 })
    .where('id', '=', referral.id)
    .where('version', '=', referral.version)
    .returning('id')
    .executeTakeFirst()
  const written = changed && await findReferral(db, referral.id)
  if (!written)
    throw new ORPCError('CHANGED_MEANWHILE')
  return written
}

/**
 * A line on the trail of the referral and one on that of the case; free words stay on the referral's.
 *
 * @returns the referral with its new line
 */
export async function tellReferral(context: Pick<Desk, 'db' | 'host' | 'now' | 'caller'>, referral: Pick<ReferralView, 'id' | 'caseId' | 'agencyName'>, status: ReferralStatus, said: { readonly note?: string, readonly reasonCode?: string, readonly trail?: 'health-called-back' } = {}): Promise<ReferralView> {
  const { db, host, now, caller } = context
  await db.insertInto('referral_event').values({ id: host.newId(), referral_id: referral.id, at: now, staff_id: caller.staffId, status, note: said.note || null, reason_code: said.reasonCode ?? null }).execute()
  await writeEvent(context, { caseId: referral.caseId, kind: 'referral', note: `${said.trail ?? status} · ${referral.agencyName}`, subject: referral.id })
  const told = await findReferral(db, referral.id)
  if (!told)
    throw new ORPCError('REFERRAL_NOT_FOUND')
  return told
}
