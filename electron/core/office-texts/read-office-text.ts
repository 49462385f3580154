/** Texts and tables that the office keeps in its own version; without one, what ships with Maji is in force. */
import type * as z from 'zod'
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import { ORPCError } from '@orpc/server'

export type OfficeTextName = 'clocks' | 'assignment-rules' | 'handbook' | 'after-care' | 'paper' | 'booklet'

export interface OfficeText<Body> { readonly version: number, readonly body: Body, readonly at: string, readonly why: string | null }

export async function readOfficeText<Body>(db: Store, name: OfficeTextName, schema: z.ZodType<Body>): Promise<OfficeText<Body> | undefined> {
  const row = await db.selectFrom('office_text').selectAll().where('name', '=', name).orderBy('version', 'desc').executeTakeFirst()
  return row && row.body !== 'null' ? { version: row.version, body: schema.parse(JSON.parse(row.body)), at: row.at, why: row.why } : undefined
}

/**
 * Writes the next version. `null` goes back to what ships with Maji.
 *
 * @param seenVersion 0 where the office has none yet
 * @throws {ORPCError} CHANGED_MEANWHILE
 */
export async function writeOfficeText({ db, now, caller }: Pick<Desk, 'db' | 'now' | 'caller'>, name: OfficeTextName, seenVersion: number, body: unknown, why: string | null): Promise<number> {
  const last = await db.selectFrom('office_text').select('version').where('name', '=', name).orderBy('version', 'desc').executeTakeFirst()
  if ((last?.version ?? 0) !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  await db.insertInto('office_text').values({ name, version: seenVersion + 1, body: JSON.stringify(body), at: now, staff_id: caller.staffId, why }).execute()
  return seenVersion + 1
}
