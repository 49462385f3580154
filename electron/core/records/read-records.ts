/** Reading records and their versions. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { CaseRecordTable } from '../store/schema.ts'
import type { RecordBody, RecordKind } from './model.ts'
import { bodies, RecordVersion, RecordView } from './model.ts'

type Row = Selectable<CaseRecordTable> & { readonly startedName: string, readonly savedName: string, readonly finishedName: string | null }

const rows = (db: Store) => db.selectFrom('case_record')
  .innerJoin('staff as starter', 'starter.id', 'case_record.started_by')
  .innerJoin('staff as saver', 'saver.id', 'case_record.saved_by')
  .leftJoin('staff as finisher', 'finisher.id', 'case_record.finished_by')
  .selectAll('case_record')
  .select(['starter.name as startedName', 'saver.name as savedName', 'finisher.name as finishedName'])

const viewOf = (row: Row): RecordView => RecordView.parse({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind,
  status: row.status,
  startedAt: row.started_at,
  startedBy: { id: row.started_by, name: row.startedName },
  savedAt: row.saved_at,
  savedBy: { id: row.saved_by, name: row.savedName },
  finishedAt: row.finished_at,
  finishedBy: row.finished_by === null ? null : { id: row.finished_by, name: row.finishedName },
  version: row.version,
  body: JSON.parse(row.body),
})

export async function findRecord(db: Store, id: string): Promise<RecordView | undefined> {
  const row = await rows(db).where('case_record.id', '=', id).executeTakeFirst()
  return row ? viewOf(row) : undefined
}

/** Newest first. */
export async function readRecords(db: Store, caseId: string, kind?: RecordKind): Promise<RecordView[]> {
  const all = rows(db).where('case_id', '=', caseId)
  const found = await (kind ? all.where('kind', '=', kind) : all).orderBy('started_at', 'desc').orderBy('case_record.id', 'desc').execute()
  return found.map(viewOf)
}

/** The newest record of a kind, read with its own schema. */
export async function readNewest<Kind extends RecordKind>(db: Store, caseId: string, kind: Kind): Promise<{ readonly record: RecordView, readonly body: RecordBody<Kind> } | undefined> {
  const [record] = await readRecords(db, caseId, kind)
  return record ? { record, body: bodies[kind].parse(record.body) as RecordBody<Kind> } : undefined
}

export async function readVersions(db: Store, recordId: string): Promise<RecordVersion[]> {
  const found = await db.selectFrom('case_record_version').innerJoin('staff', 'staff.id', 'case_record_version.staff_id')
    .selectAll('case_record_version')
    .select('staff.name as staffName')
    .where('record_id', '=', recordId)
    .orderBy('case_record_version.version', 'desc')
    .execute()
  return found.map(row => RecordVersion.parse({
    version: row.version,
    at: row.at,
    staff: { id: row.staff_id, name: row.staffName },
    fields: JSON.parse(row.fields),
    body: JSON.parse(row.body),
  }))
}
