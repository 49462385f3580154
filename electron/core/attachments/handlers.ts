/** All handlers of attachments. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Attachment } from './model.ts'
import { ORPCError } from '@orpc/server'
import { mustGoOn, ownCase } from '../cases/hold-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { toBase64 } from '../kernel/base64.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { sayBoth } from '../kernel/say.ts'
import { add, keepRange } from './add-attachment.ts'
import { findAttachment, readAttachments } from './read-attachments.ts'

const list = door.attachments.list.handler(async ({ input, context }) => {
  await ownCase(context, input.caseId)
  return readAttachments(context.db, input.caseId, input.recordId)
})

/** @throws {ORPCError} ATTACHMENT_NOT_FOUND, CASE_NOT_FOUND (also for a case that is not the caller's to work on) */
async function hold(context: Desk, attachmentId: string): Promise<{ readonly attachment: Attachment, readonly found: CaseSummary }> {
  const held = await findAttachment(context.db, attachmentId)
  if (!held)
    throw new ORPCError('ATTACHMENT_NOT_FOUND')
  const found = await ownCase(context, held.caseId)
  context.about('attachment', attachmentId)
  return { attachment: held.attachment, found }
}

const look = door.attachments.look.handler(async ({ input, context }) => {
  const { db, host } = context
  const { attachment } = await hold(context, input.attachmentId)
  const { bytes } = await db.selectFrom('attachment').select('bytes').where('id', '=', attachment.id).executeTakeFirstOrThrow()
  // Purpose and day: a title is somebody's own words.
  const purpose = sayBoth(host.texts, 'files', `purposes.${attachment.purpose}`).ko.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const fileName = `${purpose}-${seoulDayOf(attachment.at)}.${attachment.mediaType === 'image/jpeg' ? 'jpg' : 'pdf'}`
  return { attachment, base64: toBase64(bytes), fileName }
})

const keepUntil = door.attachments.keepUntil.handler(async ({ input, errors, context }) => {
  const { attachment, found } = await hold(context, input.attachmentId)
  mustGoOn(found)
  const within = keepRange(context.today)
  if (input.keepUntil < within.from || input.keepUntil > within.to)
    throw errors.KEEP_DAY_OUT_OF_RANGE({ data: within })
  await context.db.updateTable('attachment').set({ keep_until: input.keepUntil }).where('id', '=', attachment.id).execute()
  tellCase(context, found)
  return { ...attachment, keepUntil: input.keepUntil }
})

/** At any time, also after the case has ended: what should not have been kept can always go. */
const remove = door.attachments.remove.handler(async ({ input, context }) => {
  const { db, host } = context
  const { attachment, found } = await hold(context, input.attachmentId)
  await db.deleteFrom('attachment').where('id', '=', attachment.id).execute()
  const filling = { purpose: sayBoth(host.texts, 'files', `purposes.${attachment.purpose}`).ko, why: input.why }
  await writeEvent(context, { caseId: found.id, kind: 'attachment', note: sayBoth(host.texts, 'files', 'trail.removed', filling).ko, subject: attachment.id })
  tellCase(context, found)
  return { removed: attachment.id }
})

export const attachmentHandlers = { list, add, look, keepUntil, remove }
