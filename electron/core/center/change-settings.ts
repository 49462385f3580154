/** The office's settings as the screens see them, and changing them. */
import { door } from '../door.ts'
import { defaultSettings, readSettings } from './read-settings.ts'

export const settings = door.center.settings.handler(({ context: { db } }) => readSettings(db))

export const changeSettings = door.center.change.handler(async ({ input, errors, context: { db, about } }) => {
  const { seenVersion, ...changed } = input
  about('center', '1')
  const saved = await db.updateTable('center')
    .set({
      settings: JSON.stringify({
        ...defaultSettings,
        ...changed,
      }),
      version: seenVersion + 1,
    })
    .where('id', '=', 1)
    .where('version', '=', seenVersion)
    .returning('version')
    .executeTakeFirst()
  if (!saved)
    throw errors.CHANGED_MEANWHILE()
  return readSettings(db)
})
