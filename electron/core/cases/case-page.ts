/** What the planner opens: visit, household, consent, lookup and the trail. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { CasePage } from './contract.ts'
import { ORPCError } from '@orpc/server'
import { cardsOfLookup } from '../catalogue/cards-of-lookup.ts'
import { closingNeedsApproval } from '../closing/needs-approval.ts'
import { readConsents } from '../consent/read-consents.ts'
import { readLookup } from '../eligibility/look-up-visit.ts'
import { readMarks } from '../eligibility/read-marks.ts'
import { readHousehold } from '../households/read-household.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { paperworkOf } from '../intake/paperwork.ts'
import { ownCase } from './hold-case.ts'
import { CaseEvent } from './model.ts'
import { readGlance } from './read-glance.ts'

export async function casePage(context: Desk, caseId: string): Promise<CasePage> {
  const { db, host, today } = context
  const summary = await ownCase(context, caseId)
  const household = await readHousehold(db, summary.householdId, today)
  // Destroyed after a withdrawal: there is nothing left to show.
  if (!household)
    throw new ORPCError('CASE_NOT_FOUND')
  // Withdrawn (처리정지): it opens only as long as a letter that calls a referral back still has to go out.
  if (summary.status === 'withdrawn' && !await letterWaits(db, caseId))
    throw new ORPCError('CASE_NOT_FOUND')
  const visit = summary.visitId === null ? undefined : await findVisitRow(db, summary.visitId)
  const lookup = visit ? await readLookup(db, visit.id) : undefined
  return {
    case: summary,
    household,
    consents: await readConsents(db, household.id),
    paperwork: visit ? paperworkOf(host, visit) : null,
    lookup: lookup ?? null,
    services: await cardsOfLookup(db, host, lookup),
    marks: visit ? await readMarks(db, visit.id) : {},
    events: await readEvents(context, caseId),
    glance: await readGlance(db, caseId),
    closesByApproval: await closingNeedsApproval(db, summary),
  }
}

async function letterWaits(db: Store, caseId: string): Promise<boolean> {
  const task = await db.selectFrom('case_task').select('id').where('case_id', '=', caseId).where('kind', '=', 'referral').where('done_at', 'is', null).executeTakeFirst()
  return task !== undefined
}

async function readEvents({ db }: Desk, caseId: string): Promise<CaseEvent[]> {
  const rows = await db.selectFrom('case_event').innerJoin('staff', 'staff.id', 'case_event.staff_id')
    .selectAll('case_event')
    .select('staff.name as staffName')
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('case_event.id', 'desc')
    .execute()
  return rows.map(row => CaseEvent.parse({
    id: row.id,
    at: row.at,
    staffName: row.staffName,
    kind: row.kind,
    note: row.note,
    channel: row.channel,
    outcome: row.outcome,
    nextTry: row.next_try,
    subject: row.subject,
  }))
}
