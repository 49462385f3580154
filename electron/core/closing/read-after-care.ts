/** The months of the after-care (사후관리) as the office set them, or as they ship with Maji. */
import type { Store } from '../host.ts'
import { readOfficeText } from '../office-texts/read-office-text.ts'
import { AfterCareSettings, defaultAfterCare } from './model.ts'

export async function readAfterCare(db: Store): Promise<{ readonly version: number, readonly settings: AfterCareSettings }> {
  const own = await readOfficeText(db, 'after-care', AfterCareSettings)
  if (own)
    return { version: own.version, settings: own.body }
  const last = await db.selectFrom('office_text').select('version').where('name', '=', 'after-care').orderBy('version', 'desc').executeTakeFirst()
  return { version: last?.version ?? 0, settings: defaultAfterCare }
}
