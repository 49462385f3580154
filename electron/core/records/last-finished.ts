/** The last finished record of a kind, for what is filled in from it or held against it. */
import type { Store } from '../host.ts'
import type { RecordBody, RecordKind, RecordView } from './model.ts'
import { bodies } from './model.ts'
import { readRecords } from './read-records.ts'

/** @param recordId only what was begun before this record */
export async function lastFinishedBefore<Kind extends RecordKind>(db: Store, caseId: string, kind: Kind, recordId?: string): Promise<{ readonly record: RecordView, readonly body: RecordBody<Kind> } | undefined> {
  const all = await readRecords(db, caseId, kind)
  const earlier = recordId === undefined ? all : all.slice(all.findIndex(({ id }) => id === recordId) + 1)
  const record = earlier.find(({ status }) => status === 'finished')
  return record && { record, body: bodies[kind].parse(record.body) as RecordBody<Kind> }
}
