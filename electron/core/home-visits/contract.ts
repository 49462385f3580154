/** Home visits: begun at the door, and what their answers lead to. The record itself is written through `records`. */
import * as z from 'zod'
import { Proposal } from '../handbook/proposal.ts'
import { caseworkers, operation } from '../kernel/contract.ts'
import { AppointmentId, CaseId, RecordId } from '../kernel/ids.ts'
import { Version } from '../kernel/names.ts'
import { BilingualText } from '../kernel/text.ts'
import { RecordView } from '../records/model.ts'

/** `taken`: it stands in the newest needs survey, crisis check or plan. */
export const VisitProposal = z.object({
  proposal: Proposal,
  /** What it is about: the need, the reason, the service or kind of agency. */
  words: BilingualText,
  taken: z.boolean(),
})
export type VisitProposal = z.infer<typeof VisitProposal>

const missing = { CASE_NOT_FOUND: {}, RECORD_NOT_FOUND: {} } as const

export const homeVisits = {
  /** The visit of today that this person began and has not finished, or a new one. */
  begin: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, appointmentId: AppointmentId.nullable() }))
    .output(RecordView)
    .errors({ CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, APPOINTMENT_NOT_FOUND: {} }),
  proposals: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ recordId: RecordId }))
    .output(z.array(VisitProposal))
    .errors(missing),
  /** Takes one over, into the open needs survey, crisis check or plan; where there is none, it is begun. Never takes away. */
  accept: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ recordId: RecordId, seenVersion: Version, key: z.string().max(160) }))
    .output(z.object({ proposals: z.array(VisitProposal), record: RecordView }))
    .errors({ ...missing, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {}, PROPOSAL_GONE: {}, RECORD_FINISHED: {}, SENSITIVE_CONSENT_MISSING: {}, RECORD_MALFORMED: { data: z.object({ fields: z.array(z.string()) }) } }),
}
