/** Writing a referral before it goes out; nothing of it leaves the office. */
import type { Desk } from '../door.ts'
import type { ReferralDraft, ReferralView } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { door } from '../door.ts'
import { ReferralId } from '../kernel/ids.ts'
import { ReferralBody } from './model.ts'
import { findAgency } from './read-agencies.ts'
import { findReferral, readReferrals } from './read-referrals.ts'
import { previewShare } from './shared-data.ts'
import { holdReferral, writeReferral } from './write-referral.ts'

export const ofCase = door.referrals.ofCase.handler(async ({ input, context }) => {
  await ownCase(context, input.caseId)
  return readReferrals(context.db, input.caseId)
})

export const preview = door.referrals.preview.handler(async ({ input, errors, context }) => {
  const found = await ownCase(context, input.caseId)
  const agency = await findAgency(context.db, input.agencyId)
  if (!agency)
    throw errors.AGENCY_NOT_FOUND()
  return previewShare(context, found, agency, input)
})

export const begin = door.referrals.begin.handler(async ({ input, errors, context }): Promise<ReferralView> => {
  const { db, host, now, caller } = context
  const found = await ownCase(context, input.caseId)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  const agency = await findAgency(db, input.agencyId)
  if (!agency)
    throw errors.AGENCY_NOT_FOUND()
  if (!agency.active)
    throw errors.AGENCY_NOT_ACTIVE()
  await mayBeWritten(context, found, agency, input.draft)
  const id = ReferralId.parse(host.newId())
  await db.insertInto('referral').values({
    id,
    case_id: found.id,
    agency_id: agency.id,
    agency_name: agency.name,
    field: input.draft.field,
    status: 'draft',
    body: JSON.stringify(ReferralBody.parse(input.draft)),
    created_at: now,
    created_by: caller.staffId,
    version: 1,
  }).execute()
  tellCase(context, found)
  return present(await findReferral(db, id))
})

export const save = door.referrals.save.handler(async ({ input, errors, context }) => {
  const { referral, found } = await holdReferral(context, input, 'write')
  const agency = await findAgency(context.db, referral.agencyId)
  if (!agency)
    throw errors.AGENCY_NOT_FOUND()
  await mayBeWritten(context, found, agency, input.draft)
  const written = await writeReferral(context, referral, { field: input.draft.field, body: input.draft })
  tellCase(context, found)
  return written
})

/** A draft that is not wanted goes without a trace: nobody was told anything. */
export const drop = door.referrals.drop.handler(async ({ input, context }) => {
  const { referral, found } = await holdReferral(context, input, 'write')
  await context.db.deleteFrom('referral').where('id', '=', referral.id).execute()
  tellCase(context, found)
  return readReferrals(context.db, found.id)
})

/** Health in words is not even kept in a draft without the consent to it (개인정보 보호법 제23조). */
async function mayBeWritten(context: Desk, found: Parameters<typeof previewShare>[1], agency: Parameters<typeof previewShare>[2], draft: ReferralDraft): Promise<void> {
  const { sensitiveAllowed } = await previewShare(context, found, agency, draft)
  if (draft.health !== '' && !sensitiveAllowed)
    throw new ORPCError('SENSITIVE_CONSENT_MISSING')
}

function present(referral: ReferralView | undefined): ReferralView {
  if (!referral)
    throw new ORPCError('REFERRAL_NOT_FOUND')
  return referral
}
