/** What the closing says is over (마무리함) ends with the case: referrals and applications that are still open. Tasks end with the rest of the work. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Closing } from '../records/bodies/closing.ts'
import { statusAfterDecision } from '../applications/model.ts'
import { findApplication } from '../applications/read-applications.ts'
import { tellApplication, writeApplication } from '../applications/write-application.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { runningReferrals } from '../referrals/model.ts'
import { findReferral } from '../referrals/read-referrals.ts'
import { tellReferral, writeReferral } from '../referrals/write-referral.ts'

/** Free words of an application end here. */
const mostNote = 2000

export async function endRest(context: Desk, found: Pick<CaseSummary, 'id'>, rest: Closing['rest']): Promise<void> {
  const over = rest.filter(({ becomes }) => becomes === 'ended')
  for (const { id, note } of over) {
    await endReferral(context, found.id, id, note)
    await endApplication(context, found.id, id, note)
  }
}

async function endReferral(context: Desk, caseId: string, id: string, note: string): Promise<void> {
  const referral = await findReferral(context.db, id)
  if (referral?.caseId !== caseId)
    return
  // Nobody was told of a draft: it goes without a trace.
  if (referral.status === 'draft') {
    await context.db.deleteFrom('referral').where('id', '=', id).execute()
  }
  else if ((runningReferrals as readonly string[]).includes(referral.status)) {
    await writeReferral(context, referral, { status: 'ended', ended_on: context.today, remind_on: null })
    await tellReferral(context, referral, 'ended', { note })
  }
}

/** Given up; an objection (이의신청) leaves the decision as it is. */
async function endApplication(context: Desk, caseId: string, id: string, note: string): Promise<void> {
  const application = await findApplication(context.db, id, await catalogueInForce(context.db, context.host))
  if (application?.caseId !== caseId || !['collecting', 'handed-in', 'objection'].includes(application.status))
    return
  const { decision } = application.body
  const status = application.status === 'objection' && decision ? statusAfterDecision[decision.kind] : 'given-up'
  const lines = [application.body.note, note].filter(line => line !== '').join('\n')
  await writeApplication(context, application, { status, body: { note: lines.length > mostNote ? application.body.note : lines } })
  await tellApplication(context, application, status)
}
