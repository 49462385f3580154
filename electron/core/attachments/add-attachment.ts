/** Adding a photo or file to a case. */
import type { PlainDate } from '../kernel/dates.ts'
import type { AttachmentPurpose } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { bytesInBase64, fromBase64 } from '../kernel/base64.ts'
import { addMonths } from '../kernel/dates.ts'
import { AttachmentId } from '../kernel/ids.ts'
import { sayBoth } from '../kernel/say.ts'
import { readSensitiveConsent } from '../records/sensitive-consent.ts'
import { saysWhere, typeOf } from './look-into.ts'
import { keepMonths, mostBytes, mostMonths, mostThumbnailBytes, sensitivePurposes } from './model.ts'
import { findAttachment } from './read-attachments.ts'

export const add = door.attachments.add.handler(async ({ input, errors, context }) => {
  const { db, host, now, today, caller } = context
  const found = await ownCase(context, input.caseId)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  if (input.recordId !== null && !await db.selectFrom('case_record').select('id').where('id', '=', input.recordId).where('case_id', '=', found.id).executeTakeFirst())
    throw errors.RECORD_NOT_FOUND()
  if (input.personId !== null && !await db.selectFrom('person').select('id').where('id', '=', input.personId).where('household_id', '=', found.householdId).executeTakeFirst())
    throw errors.PERSON_NOT_FOUND()
  if (sensitivePurposes.includes(input.purpose)) {
    const { visitor, persons } = await readSensitiveConsent(context, found.householdId)
    if (input.personId === null ? !visitor : !persons.has(input.personId))
      throw errors.SENSITIVE_NOT_CONSENTED()
  }
  const keepUntil = input.keepUntil ?? proposedKeepUntil(input.purpose, today)
  const within = keepRange(today)
  if (keepUntil < within.from || keepUntil > within.to)
    throw errors.KEEP_DAY_OUT_OF_RANGE({ data: within })
  if (bytesInBase64(input.base64) > mostBytes || (input.thumbnail !== null && bytesInBase64(input.thumbnail) > mostThumbnailBytes))
    throw errors.ATTACHMENT_TOO_LARGE({ data: { megabytes: mostBytes / 1024 / 1024 } })
  const bytes = fromBase64(input.base64)
  const thumbnail = input.thumbnail === null ? null : fromBase64(input.thumbnail)
  if (typeOf(bytes) !== input.mediaType || (thumbnail && typeOf(thumbnail) !== 'image/jpeg'))
    throw errors.ATTACHMENT_NOT_READABLE()
  if ([bytes, thumbnail].some(each => each && typeOf(each) === 'image/jpeg' && saysWhere(each)))
    throw errors.PHOTO_SAYS_WHERE()

  const id = AttachmentId.parse(host.newId())
  await db.insertInto('attachment').values({
    id,
    case_id: found.id,
    record_id: input.recordId,
    person_id: input.personId,
    media_type: input.mediaType,
    title: input.title,
    purpose: input.purpose,
    keep_until: keepUntil,
    at: now,
    staff_id: caller.staffId,
    bytes_long: bytes.length,
    bytes,
    thumbnail,
  }).execute()
  await writeEvent(context, { caseId: found.id, kind: 'attachment', note: sayBoth(host.texts, 'files', 'trail.added', { ko: { purpose: sayBoth(host.texts, 'files', `purposes.${input.purpose}`).ko }, en: {} }).ko, subject: id })
  tellCase(context, found)
  const added = await findAttachment(db, id)
  if (!added)
    throw new ORPCError('ATTACHMENT_NOT_FOUND')
  return added.attachment
})

export const proposedKeepUntil = (purpose: AttachmentPurpose, today: PlainDate): PlainDate => addMonths(today, keepMonths[purpose])

/** From today to the longest period, both days included. */
export const keepRange = (today: PlainDate): { readonly from: PlainDate, readonly to: PlainDate } => ({ from: today, to: addMonths(today, mostMonths) })
