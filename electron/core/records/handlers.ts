/** All handlers of records. */
import type { RecordBody } from './model.ts'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { door } from '../door.ts'
import { beginRecord } from './begin-record.ts'
import { finishRecord, reopenRecord } from './finish-record.ts'
import { kindOf } from './kinds/index.ts'
import { readRecords, readVersions } from './read-records.ts'
import { bodyOf, holdForWriting, holdRecord, writeVersion } from './write-record.ts'

const list = door.records.list.handler(async ({ input, context }) => {
  await ownCase(context, input.caseId)
  return readRecords(context.db, input.caseId)
})

const read = door.records.read.handler(async ({ input, context }) => (await holdRecord(context, input.recordId)).record)

const begin = door.records.begin.handler(async ({ input, context }) =>
  beginRecord(context, await ownCase(context, input.caseId), input.kind))

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
  const held = await holdRecord(context, input.recordId)
  if (!allows(held.found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  if (held.record.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  return held.record.status === 'open' ? held.record : reopenRecord(context, held, input.why)
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
  const record = await writeVersion(context, held, kept, { ownVersion: true })
  tellCase(context, held.found)
  return record
})

export const recordHandlers = { list, read, begin, save, finish, reopen, history, takeBack }
