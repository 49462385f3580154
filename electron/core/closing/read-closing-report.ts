/** What the closing report is made of; for those alone whose case it is. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { ClosingReportData } from './closing-report-sheet.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { addMonths, seoulDayOf } from '../kernel/dates.ts'
import { newestApproval } from '../plans/read-approvals.ts'
import { Closing } from '../records/bodies/closing.ts'
import { findRecord } from '../records/read-records.ts'
import { closingPage } from './closing-page.ts'
import { withoutAfterCare } from './model.ts'

/** @throws {ORPCError} RECORD_NOT_FOUND, CASE_NOT_FOUND (also for a case that is not the caller's to work on) */
export async function readClosingReport(desk: Pick<Desk, 'db' | 'host' | 'today' | 'caller' | 'about'>, recordId: string, office: Office): Promise<ClosingReportData> {
  const record = await findRecord(desk.db, recordId)
  if (record?.kind !== 'closing')
    throw new ORPCError('RECORD_NOT_FOUND')
  const found = await ownCase(desk, record.caseId)
  const page = await closingPage(desk, found)
  const closing = Closing.parse(record.body)
  const approval = await newestApproval(desk.db, found.id, 'closing', record.id)
  const approved = approval?.status === 'approved' && approval.answeredAt && approval.answeredBy ? { name: approval.answeredBy.name, on: seoulDayOf(approval.answeredAt) } : null
  const follows = closing.reason !== null && !withoutAfterCare.includes(closing.reason)
  return {
    on: desk.today,
    office,
    maskedName: found.maskedName,
    planner: found.planner?.name ?? record.startedBy.name,
    openedOn: seoulDayOf(found.openedAt),
    closing,
    goals: page.goals,
    needs: page.needs,
    rest: closing.rest.filter(({ becomes }) => becomes !== null).map(({ what, becomes, note }) => ({ what: { ko: what, en: what }, becomes, note })),
    afterCareUntil: follows ? page.afterCareUntil ?? addMonths(closing.on ?? desk.today, page.settings.until) : null,
    approved,
  }
}
