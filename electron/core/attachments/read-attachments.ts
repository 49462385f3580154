/** Reading what is attached, without the bytes themselves. */
import type { Store } from '../host.ts'
import { toBase64 } from '../kernel/base64.ts'
import { Attachment } from './model.ts'

const rows = (db: Store) => db.selectFrom('attachment').innerJoin('staff', 'staff.id', 'attachment.staff_id')
  .select(['attachment.id', 'case_id', 'record_id', 'person_id', 'media_type', 'title', 'purpose', 'keep_until', 'at', 'staff_id', 'bytes_long', 'thumbnail', 'staff.name as staffName'])
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const attachmentOf = (row: Row): Attachment => Attachment.parse({
  id: row.id,
  recordId: row.record_id,
  personId: row.person_id,
  mediaType: row.media_type,
  title: row.title,
  purpose: row.purpose,
  keepUntil: row.keep_until,
  at: row.at,
  staff: { id: row.staff_id, name: row.staffName },
  bytesLong: row.bytes_long,
  thumbnail: row.thumbnail ? toBase64(row.thumbnail) : null,
})

/** Newest first. */
export async function readAttachments(db: Store, caseId: string, recordId?: string): Promise<Attachment[]> {
  const ofCase = rows(db).where('case_id', '=', caseId)
  const found = await (recordId === undefined ? ofCase : ofCase.where('record_id', '=', recordId)).orderBy('at', 'desc').orderBy('attachment.id', 'desc').execute()
  return found.map(attachmentOf)
}

export async function findAttachment(db: Store, id: string): Promise<{ readonly attachment: Attachment, readonly caseId: string } | undefined> {
  const row = await rows(db).where('attachment.id', '=', id).executeTakeFirst()
  return row && { attachment: attachmentOf(row), caseId: row.case_id }
}
