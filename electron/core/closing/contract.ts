/** Closing a case with the lead's approval, the calls after it, and opening it again. */
import * as z from 'zod'
import { CaseSummary, ContactChannel } from '../cases/model.ts'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { CaseId, RecordId } from '../kernel/ids.ts'
import { Line, Note, Version } from '../kernel/names.ts'
import { RecordView } from '../records/model.ts'
import { AfterCareOutcome, AfterCareSettings, ClosingPage } from './model.ts'

const seen = { caseId: CaseId, seenVersion: Version }
const changing = { CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {} } as const

export const closing = {
  page: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(ClosingPage)
    .errors({ CASE_NOT_FOUND: {} }),
  /** Finishes the closing record and asks the lead; finishing it as a record does the same. */
  ask: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ recordId: RecordId, seenVersion: Version }))
    .output(RecordView)
    .errors({ ...changing, RECORD_NOT_FOUND: {}, RECORD_FINISHED: {}, RECORD_INCOMPLETE: { data: z.object({ fields: z.array(z.string()) }) } }),
  /** A call or visit after closing (사후관리 상담). Not reached: the day of the next try is needed. */
  recordAfterCare: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, channel: ContactChannel, outcome: AfterCareOutcome, note: Note, nextTry: PlainDate.nullable() }))
    .output(ClosingPage)
    .errors({ ...changing, NEXT_TRY_NEEDED: {}, DAY_IN_PAST: {} }),
  /** Opens a closed case again: a new survey, with new clocks. */
  reopen: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, why: Line.min(1) }))
    .output(CaseSummary)
    .errors({ ...changing, CONSENT_MISSING: {} }),
  /** The months of the after-care, with their version: 0 while they are those that ship with Maji. */
  settings: operation({ access: 'read', roles: [...caseworkers, 'admin'], quiet: true })
    .output(z.object({ version: z.int().nonnegative(), settings: AfterCareSettings })),
  /** `null` goes back to what ships with Maji. Cases already closed keep their days. */
  changeSettings: operation({ access: 'change', roles: ['lead', 'admin'] })
    .input(z.strictObject({ seenVersion: z.int().nonnegative(), settings: AfterCareSettings.nullable() }))
    .output(z.object({ version: z.int().nonnegative(), settings: AfterCareSettings }))
    .errors({ CHANGED_MEANWHILE: {} }),
}
