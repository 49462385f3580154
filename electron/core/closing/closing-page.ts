/** The closing page of a case: open things, goals and needs, approval, after-care. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { AfterCareCall, ClosingPage } from './model.ts'
import { PlainDate } from '../kernel/dates.ts'
import { newestApproval } from '../plans/read-approvals.ts'
import { closingReasons } from '../records/bodies/closing.ts'
import { readNewest } from '../records/read-records.ts'
import { needsThenAndNow } from './begin-closing.ts'
import { AfterCareOutcome, AfterCareCall as CallSchema } from './model.ts'
import { closingNeedsApproval } from './needs-approval.ts'
import { openItems } from './open-items.ts'
import { readAfterCare } from './read-after-care.ts'

export async function closingPage(context: Pick<Desk, 'db' | 'host'>, found: CaseSummary): Promise<ClosingPage> {
  const { db } = context
  const row = await db.selectFrom('welfare_case').select(['closed_on', 'close_reason', 'after_care_until']).where('id', '=', found.id).executeTakeFirst()
  const due = await db.selectFrom('case_task').select('due_on').where('case_id', '=', found.id).where('kind', '=', 'after-care').where('done_at', 'is', null).orderBy('due_on').execute()
  const plan = await readNewest(db, found.id, 'plan')
  const day = (text: string | null | undefined): PlainDate | null => text ? PlainDate.parse(text) : null
  return {
    needsApproval: await closingNeedsApproval(db, found),
    approval: await newestApproval(db, found.id, 'closing') ?? null,
    open: await openItems(context, found.id),
    goals: plan?.body.goals.map(({ area, words, goal, state }) => ({ area, words, goal, state })) ?? [],
    needs: await needsThenAndNow(db, found.id),
    closedOn: day(row?.closed_on),
    reason: closingReasons.find(reason => reason === row?.close_reason) ?? null,
    afterCareUntil: day(row?.after_care_until),
    due: due.map(({ due_on }) => PlainDate.parse(due_on)),
    calls: await readCalls(context, found.id),
    settings: (await readAfterCare(db)).settings,
  }
}

/** Newest first. */
async function readCalls({ db }: Pick<Desk, 'db'>, caseId: string): Promise<AfterCareCall[]> {
  const rows = await db.selectFrom('case_event').innerJoin('staff', 'staff.id', 'case_event.staff_id')
    .selectAll('case_event')
    .select('staff.name as staffName')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'after-care')
    .orderBy('at', 'desc')
    .orderBy('case_event.id', 'desc')
    .execute()
  return rows.map(row => CallSchema.parse({ id: row.id, at: row.at, staffName: row.staffName, channel: row.channel, outcome: AfterCareOutcome.catch('reached').parse(row.subject), note: row.note, nextTry: row.next_try }))
}
