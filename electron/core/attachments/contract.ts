/** Photos and files of a case: added, looked at, kept until a day, destroyed. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { AttachmentId, CaseId, PersonId, RecordId } from '../kernel/ids.ts'
import { Line } from '../kernel/names.ts'
import { Attachment, AttachmentPurpose, AttachmentType } from './model.ts'

const ofOne = { CASE_NOT_FOUND: {}, ATTACHMENT_NOT_FOUND: {} } as const
const keeping = { KEEP_DAY_OUT_OF_RANGE: { data: z.object({ from: PlainDate, to: PlainDate }) } } as const

export const attachments = {
  /** Newest first, with their small pictures. `recordId`: only what belongs to that record. */
  list: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, recordId: RecordId.optional() }))
    .output(z.array(Attachment))
    .errors({ CASE_NOT_FOUND: {} }),
  /** The name of the file does not come along: it may hold a person's. */
  add: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({
      caseId: CaseId,
      recordId: RecordId.nullable().default(null),
      personId: PersonId.nullable().default(null),
      mediaType: AttachmentType,
      purpose: AttachmentPurpose,
      /** `null`: as long as is proposed for the purpose. */
      keepUntil: PlainDate.nullable().default(null),
      title: Line,
      base64: z.base64().max(12_000_000),
      thumbnail: z.base64().max(100_000).nullable().default(null),
    }))
    .output(Attachment)
    .errors({
      CASE_NOT_FOUND: {},
      CASE_NOT_OPEN: {},
      RECORD_NOT_FOUND: {},
      PERSON_NOT_FOUND: {},
      SENSITIVE_NOT_CONSENTED: {},
      ATTACHMENT_TOO_LARGE: { data: z.object({ megabytes: z.int() }) },
      ATTACHMENT_NOT_READABLE: {},
      PHOTO_SAYS_WHERE: {},
      ...keeping,
    }),
  /** The thing itself; every look stands in the access log. */
  look: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ attachmentId: AttachmentId }))
    .output(z.object({ attachment: Attachment, base64: z.string(), fileName: z.string() }))
    .errors(ofOne),
  keepUntil: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ attachmentId: AttachmentId, keepUntil: PlainDate }))
    .output(Attachment)
    .errors({ ...ofOne, ...keeping, CASE_NOT_OPEN: {} }),
  /** Destroyed at once, with the reason on the trail. */
  remove: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ attachmentId: AttachmentId, why: Line.min(1) }))
    .output(z.object({ removed: AttachmentId }))
    .errors(ofOne),
}
