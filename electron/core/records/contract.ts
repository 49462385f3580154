/** Beginning, saving, finishing and taking back the written records of a case. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { CaseId, RecordId } from '../kernel/ids.ts'
import { Line, Version } from '../kernel/names.ts'
import { RecordKind, RecordSummary, RecordVersion, RecordView, SaveOutcome } from './model.ts'

const seen = { recordId: RecordId, seenVersion: Version }
const missing = { CASE_NOT_FOUND: {}, RECORD_NOT_FOUND: {} } as const
/** `places`: what needs the consent, each the steps to it joined by `/`. */
const writing = { ...missing, CASE_NOT_OPEN: {}, RECORD_FINISHED: {}, SENSITIVE_CONSENT_MISSING: { data: z.object({ places: z.array(z.string()) }) } } as const

export const records = {
  /** Newest first. */
  list: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(z.array(RecordSummary))
    .errors({ CASE_NOT_FOUND: {} }),
  read: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ recordId: RecordId }))
    .output(RecordView)
    .errors(missing),
  /** The open record of the kind, or a new one, filled in from what is known. */
  begin: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, kind: RecordKind }))
    .output(RecordView)
    .errors({ CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {} }),
  save: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, body: z.record(z.string(), z.unknown()) }))
    .output(SaveOutcome)
    .errors({ ...writing, RECORD_MALFORMED: { data: z.object({ fields: z.array(z.string()) }) } }),
  /** What follows from the record happens here: the next stage, its clock, the lead's alert. */
  finish: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject(seen))
    .output(RecordView)
    .errors({ ...writing, CHANGED_MEANWHILE: {}, RECORD_INCOMPLETE: { data: z.object({ fields: z.array(z.string()) }) } }),
  /** Opens a finished record again, with the reason on the trail. */
  reopen: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, why: Line.min(1) }))
    .output(RecordView)
    .errors({ ...missing, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {} }),
  history: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ recordId: RecordId }))
    .output(z.array(RecordVersion))
    .errors(missing),
  /** Makes an earlier version the newest; what came after stays in the history. */
  takeBack: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, toVersion: Version }))
    .output(RecordView)
    .errors({ ...writing, CHANGED_MEANWHILE: {}, VERSION_NOT_FOUND: {} }),
}
