/**
 * Blanking what only the consent to sensitive data allowed (민감정보 파기), after it was withdrawn: in every record of the
 * household's cases and in every version of them. 개인정보 보호법 제23조, 제37조.
 *
 * Free words do not say of whom they are, so they go for the whole household, whoever withdrew.
 */
import type { Desk } from '../door.ts'
import type { SensitiveConsent } from './sensitive-consent.ts'
import { tell } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { RecordId } from '../kernel/ids.ts'
import { same } from '../kernel/places.ts'
import { Plan } from './bodies/plan.ts'
import { kindOf } from './kinds/index.ts'
import { bodies, RecordKind } from './model.ts'
import { readSensitiveConsent } from './sensitive-consent.ts'

/** @returns how many records lost something */
export async function blankSensitive(context: Desk, householdId: string): Promise<number> {
  const { db } = context
  // A row that names its member goes with that member's consent, and with no other.
  const agreed = { ...await readSensitiveConsent(context, householdId), visitor: false }
  const rows = await db.selectFrom('case_record').innerJoin('welfare_case', 'welfare_case.id', 'case_record.case_id')
    .select(['case_record.id', 'case_record.kind', 'case_record.body', 'case_record.version', 'case_id', 'planner_id'])
    .where('household_id', '=', householdId)
    .execute()
  let blanked = 0
  for (const row of rows) {
    const kind = RecordKind.parse(row.kind)
    const versions = await db.selectFrom('case_record_version').select(['version', 'body']).where('record_id', '=', row.id).execute()
    const older = versions.flatMap(({ version, body }) => withoutSensitive(kind, body, agreed) === body ? [] : [{ version, body: withoutSensitive(kind, body, agreed) }])
    for (const { version, body } of older)
      await db.updateTable('case_record_version').set({ body }).where('record_id', '=', row.id).where('version', '=', version).execute()
    const body = withoutSensitive(kind, row.body, agreed)
    // The version grows, so that no open screen writes back what it still shows.
    if (body !== row.body)
      await db.updateTable('case_record').set({ body, version: row.version + 1 }).where('id', '=', row.id).execute()
    if (kind === 'plan' && Plan.parse(JSON.parse(row.body)).agreed && !Plan.parse(JSON.parse(body)).agreed)
      await writeEvent(context, { caseId: row.case_id, kind: 'plan-agreed', note: 'plan:agreement-cleared', subject: row.id })
    if (older.length > 0 || body !== row.body)
      blanked += 1
    if (body !== row.body)
      tell(context, row.case_id, row.planner_id, 'changed', { id: RecordId.parse(row.id), version: row.version + 1 })
  }
  return blanked
}

/** The very same text where nothing is sensitive in it. */
function withoutSensitive(kind: RecordKind, text: string, agreed: SensitiveConsent): string {
  const body = bodies[kind].parse(JSON.parse(text))
  const blanked = kindOf(kind).withoutSensitive(body, agreed)
  return same(body, blanked) ? text : JSON.stringify(blanked)
}
