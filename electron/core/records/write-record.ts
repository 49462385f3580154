/** Writing a version of a record, whichever operation does it. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Json } from '../kernel/places.ts'
import type { RecordBody, RecordKind, RecordView } from './model.ts'
import type { SensitiveConsent } from './sensitive-consent.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { Instant } from '../kernel/dates.ts'
import { secondsBetween } from '../kernel/moments.ts'
import { differences } from '../kernel/places.ts'
import { kindOf } from './kinds/index.ts'
import { bodies } from './model.ts'
import { findRecord } from './read-records.ts'
import { nobodyAgreed, readSensitiveConsent } from './sensitive-consent.ts'

/** One person typing on makes one version of what they typed within so many seconds. */
const oneSitting = 120

export interface HeldRecord { readonly record: RecordView, readonly found: CaseSummary }

/** @throws {ORPCError} RECORD_NOT_FOUND, CASE_NOT_FOUND (also for a case that is not the caller's to work on) */
export async function holdRecord(context: Desk, recordId: string): Promise<HeldRecord> {
  const record = await findRecord(context.db, recordId)
  if (!record)
    throw new ORPCError('RECORD_NOT_FOUND')
  return { record, found: await ownCase(context, record.caseId) }
}

/** @throws {ORPCError} besides those of `holdRecord` CASE_NOT_OPEN and RECORD_FINISHED */
export async function holdForWriting(context: Desk, recordId: string): Promise<HeldRecord> {
  const held = await holdRecord(context, recordId)
  if (!allows(held.found.status, 'write'))
    throw new ORPCError('CASE_NOT_OPEN')
  if (held.record.status === 'finished')
    throw new ORPCError('RECORD_FINISHED')
  return held
}

/** Reads a body with the schema of its kind. @throws {ORPCError} RECORD_MALFORMED names the fields, never their values */
export function bodyOf<Kind extends RecordKind>(kind: Kind, body: unknown): RecordBody<Kind> {
  const read = bodies[kind].safeParse(body)
  if (!read.success)
    throw new ORPCError('RECORD_MALFORMED', { data: { fields: [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))] } })
  return read.data as RecordBody<Kind>
}

/** The first steps of what differs. */
export const changedFields = (before: RecordBody, next: RecordBody): string[] =>
  [...new Set(differences(before as Json, next as Json).map(({ path }) => path[0] ?? ''))]

interface Written {
  /** A version of its own, also where the same person wrote just before. */
  readonly ownVersion?: boolean
}

/**
 * Writes the next version; `body` is complete and well-formed.
 *
 * @throws {ORPCError} SENSITIVE_CONSENT_MISSING when it says what only that consent allows
 */
export async function writeVersion(context: Desk, { record, found }: HeldRecord, body: RecordBody, { ownVersion = false }: Written = {}): Promise<RecordView> {
  const { db, now, caller } = context
  const kind = kindOf(record.kind)
  const without = (agreed: SensitiveConsent) => differences(kind.withoutSensitive(body, agreed) as Json, body as Json)
  const sensitive = without(nobodyAgreed).length > 0 ? without(await readSensitiveConsent(context, found.householdId)) : []
  if (sensitive.length > 0)
    throw new ORPCError('SENSITIVE_CONSENT_MISSING', { data: { places: sensitive.map(({ path }) => path.join('/')) } })
  const before = bodyOf(record.kind, record.body)
  const fields = changedFields(before, body)
  if (fields.length === 0)
    return record
  const version = record.version + 1
  const last = ownVersion || kind.stands?.(before) ? undefined : await versionGoingOn(context, record)
  if (last)
    await db.deleteFrom('case_record_version').where('record_id', '=', record.id).where('version', '=', record.version).execute()
  await db.insertInto('case_record_version').values({
    record_id: record.id,
    version,
    body: JSON.stringify(body),
    at: now,
    staff_id: caller.staffId,
    fields: JSON.stringify([...new Set([...last?.fields ?? [], ...fields])]),
  }).execute()
  await db.updateTable('case_record').set({ body: JSON.stringify(body), saved_at: now, saved_by: caller.staffId, version }).where('id', '=', record.id).execute()
  const saved = await findRecord(db, record.id)
  if (!saved)
    throw new ORPCError('RECORD_NOT_FOUND')
  await kind.saved?.(context, found, saved, before)
  return saved
}

/** The newest version, where the caller wrote it in this very sitting. What a record was begun with always stays. */
async function versionGoingOn({ db, now, caller }: Desk, record: RecordView): Promise<{ readonly fields: readonly string[] } | undefined> {
  if (record.version === 1)
    return undefined
  const last = await db.selectFrom('case_record_version').select(['at', 'staff_id', 'fields']).where('record_id', '=', record.id).where('version', '=', record.version).executeTakeFirst()
  return last?.staff_id === caller.staffId && secondsBetween(Instant.parse(last.at), now) < oneSitting
    ? { fields: JSON.parse(last.fields) as string[] }
    : undefined
}
