/** All handlers of records. */
import type { RecordBody, RecordView } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { RecordId } from '../kernel/ids.ts'
import { finishRecord } from './finish-record.ts'
import { kindOf } from './kinds/index.ts'
import { findRecord, readRecords, readVersions } from './read-records.ts'
import { bodyOf, holdForWriting, holdRecord, sensitiveAllowed, tellCase, writeVersion } from './write-record.ts'

const list = door.records.list.handler(async ({ input, context }) => {
  await ownCase(context, input.caseId)
  return readRecords(context.db, input.caseId)
})

const read = door.records.read.handler(async ({ input, context }) => (await holdRecord(context, input.recordId)).record)

const begin = door.records.begin.handler(async ({ input, context }): Promise<RecordView> => {
  const { db, host, now, caller } = context
  const found = await ownCase(context, input.caseId)
  if (!allows(found.status, 'write'))
    throw new ORPCError('CASE_NOT_OPEN')
  const kind = kindOf(input.kind)
  const open = (await readRecords(db, input.caseId, input.kind)).find(({ status }) => status === 'open')
  if (open && !kind.many)
    return open
  const begun = await kind.begin(context, found)
  const body = await sensitiveAllowed(context, found.householdId) ? begun : kind.withoutSensitive(begun)
  const id = RecordId.parse(host.newId())
  const written = { body: JSON.stringify(body), version: 1 }
  await db.insertInto('case_record').values({ id, case_id: found.id, kind: input.kind, status: 'open', started_at: now, started_by: caller.staffId, saved_at: now, saved_by: caller.staffId, ...written }).execute()
  await db.insertInto('case_record_version').values({ record_id: id, at: now, staff_id: caller.staffId, fields: '[]', ...written }).execute()
  await writeEvent(context, { caseId: found.id, kind: 'record-begun', note: input.kind, subject: id })
  tellCase(context, found)
  return present(await findRecord(db, id))
})

const present = (record: RecordView | undefined): RecordView => {
  if (!record)
    throw new ORPCError('RECORD_NOT_FOUND')
  return record
}

const save = door.records.save.handler(async ({ input, context }) => {
  const held = await holdForWriting(context, input.recordId)
  if (held.record.version !== input.seenVersion)
    return { outcome: 'conflict' as const, record: held.record }
  const kind = kindOf(held.record.kind)
  const next = bodyOf(held.record.kind, input.body)
  const kept = kind.keep?.(bodyOf(held.record.kind, held.record.body), next) ?? next
  const record = await writeVersion(context, held, kept)
  if (record.version !== held.record.version)
    tellCase(context, held.found, record)
  return { outcome: 'saved' as const, record }
})

const finish = door.records.finish.handler(async ({ input, errors, context }) => {
  const held = await holdForWriting(context, input.recordId)
  if (held.record.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  return finishRecord(context, held)
})

const reopen = door.records.reopen.handler(async ({ input, errors, context }) => {
  const { db } = context
  const held = await holdRecord(context, input.recordId)
  if (!allows(held.found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  if (held.record.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  await db.updateTable('case_record').set({ status: 'open', finished_at: null, finished_by: null }).where('id', '=', held.record.id).execute()
  await writeEvent(context, { caseId: held.found.id, kind: 'record-reopened', note: input.why, subject: held.record.id })
  await kindOf(held.record.kind).reopened?.(context, held.found, held.record)
  tellCase(context, held.found)
  return present(await findRecord(db, held.record.id))
})

const history = door.records.history.handler(async ({ input, context }) => {
  const { record } = await holdRecord(context, input.recordId)
  return readVersions(context.db, record.id)
})

const takeBack = door.records.takeBack.handler(async ({ input, errors, context }) => {
  const held = await holdForWriting(context, input.recordId)
  if (held.record.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  const wanted = (await readVersions(context.db, held.record.id)).find(({ version }) => version === input.toVersion)
  if (!wanted)
    throw errors.VERSION_NOT_FOUND()
  const body = bodyOf(held.record.kind, wanted.body)
  const kept: RecordBody = kindOf(held.record.kind).keep?.(bodyOf(held.record.kind, held.record.body), body) ?? body
  const record = await writeVersion(context, held, kept)
  tellCase(context, held.found)
  return record
})

export const recordHandlers = { list, read, begin, save, finish, reopen, history, takeBack }
