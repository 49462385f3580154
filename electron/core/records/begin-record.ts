/** Beginning a record, whichever operation does it: filled in from what is known, without what no consent allows. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { RecordBody, RecordKind, RecordView } from './model.ts'
import { ORPCError } from '@orpc/server'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { RecordId } from '../kernel/ids.ts'
import { kindOf } from './kinds/index.ts'
import { findRecord, readRecords } from './read-records.ts'
import { readSensitiveConsent } from './sensitive-consent.ts'

/**
 * The open record of the kind, or a new one; of a kind with many always a new one.
 *
 * @param found the caller's own case
 * @param filledIn put over the kind's own first body
 * @throws {ORPCError} CASE_NOT_OPEN
 */
export async function beginRecord(context: Desk, found: CaseSummary, kindName: RecordKind, filledIn: Partial<RecordBody> = {}): Promise<RecordView> {
  const { db, host, now, caller } = context
  if (!allows(found.status, 'write'))
    throw new ORPCError('CASE_NOT_OPEN')
  const kind = kindOf(kindName)
  const open = (await readRecords(db, found.id, kindName)).find(({ status }) => status === 'open')
  if (open && !kind.many)
    return open
  const begun = { ...await kind.begin(context, found), ...filledIn } as RecordBody
  const body = kind.withoutSensitive(begun, await readSensitiveConsent(context, found.householdId))
  const id = RecordId.parse(host.newId())
  const written = { body: JSON.stringify(body), version: 1 }
  await db.insertInto('case_record').values({ id, case_id: found.id, kind: kindName, status: 'open', started_at: now, started_by: caller.staffId, saved_at: now, saved_by: caller.staffId, ...written }).execute()
  await db.insertInto('case_record_version').values({ record_id: id, at: now, staff_id: caller.staffId, fields: '[]', ...written }).execute()
  await writeEvent(context, { caseId: found.id, kind: 'record-begun', note: kindName, subject: id })
  tellCase(context, found)
  const record = await findRecord(db, id)
  if (!record)
    throw new ORPCError('RECORD_NOT_FOUND')
  return record
}
