/** Finishing a record, whichever operation does it: what is missing is named, what follows happens in the same transaction. */
import type { Desk } from '../door.ts'
import type { RecordView } from './model.ts'
import type { HeldRecord } from './write-record.ts'
import { ORPCError } from '@orpc/server'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { kindOf } from './kinds/index.ts'
import { findRecord } from './read-records.ts'
import { readSensitiveConsent } from './sensitive-consent.ts'
import { bodyOf } from './write-record.ts'

/** @throws {ORPCError} RECORD_INCOMPLETE with the fields */
export async function finishRecord(context: Desk, { record: held, found }: HeldRecord): Promise<RecordView> {
  const { db, now, caller } = context
  const kind = kindOf(held.kind)
  const missing = kind.missing(bodyOf(held.kind, held.body), { sensitive: (await readSensitiveConsent(context, found.householdId)).visitor })
  if (missing.length > 0)
    throw new ORPCError('RECORD_INCOMPLETE', { data: { fields: [...missing] } })
  await db.updateTable('case_record').set({ status: 'finished', finished_at: now, finished_by: caller.staffId, version: held.version + 1 }).where('id', '=', held.id).execute()
  await writeEvent(context, { caseId: found.id, kind: 'record-finished', note: held.kind, subject: held.id })
  const record = await findRecord(db, held.id)
  if (!record)
    throw new ORPCError('RECORD_NOT_FOUND')
  await kind.finish(context, found, record)
  tellCase(context, found)
  return record
}

/** Opens a finished record again; what is written from then on is a version of its own. */
export async function reopenRecord(context: Desk, { record: held, found }: HeldRecord, why: string): Promise<RecordView> {
  const { db } = context
  await db.updateTable('case_record').set({ status: 'open', finished_at: null, finished_by: null, version: held.version + 1 }).where('id', '=', held.id).execute()
  await writeEvent(context, { caseId: found.id, kind: 'record-reopened', note: why, subject: held.id })
  const record = await findRecord(db, held.id)
  if (!record)
    throw new ORPCError('RECORD_NOT_FOUND')
  await kindOf(held.kind).reopened?.(context, found, record)
  tellCase(context, found)
  return record
}
