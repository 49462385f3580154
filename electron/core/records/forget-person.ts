/** Taking somebody of the household out of the records of its cases (파기), in every version. 개인정보 보호법 제21조, 제37조. */
import type { Store } from '../host.ts'
import type { Json } from '../kernel/places.ts'
import type { GonePerson } from './record-kind.ts'
import { inEveryText } from '../kernel/forget-name.ts'
import { same } from '../kernel/places.ts'
import { kindOf } from './kinds/index.ts'
import { bodies, RecordKind } from './model.ts'

/** @param forget takes the name out of a text */
export async function forgetInRecords(db: Store, caseIds: readonly string[], gone: GonePerson, forget: (text: string) => string): Promise<void> {
  const records = await db.selectFrom('case_record').select(['id', 'kind', 'body']).where('case_id', 'in', ['', ...caseIds]).execute()
  for (const record of records) {
    const kind = RecordKind.parse(record.kind)
    const without = (text: string): string => {
      const body = bodies[kind].parse(JSON.parse(text))
      const left = inEveryText((kindOf(kind).withoutPerson?.(body, gone) ?? body) as Json, forget)
      return same(body, left) ? text : JSON.stringify(left)
    }
    const versions = await db.selectFrom('case_record_version').select(['version', 'body']).where('record_id', '=', record.id).execute()
    for (const { version, body } of versions.filter(({ body }) => without(body) !== body))
      await db.updateTable('case_record_version').set({ body: without(body) }).where('record_id', '=', record.id).where('version', '=', version).execute()
    const body = without(record.body)
    // The version grows, so that no open screen writes back what it still shows.
    if (body !== record.body)
      await db.updateTable('case_record').set(eb => ({ body, version: eb('version', '+', 1) })).where('id', '=', record.id).execute()
  }
}
