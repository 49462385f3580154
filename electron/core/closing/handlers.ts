/** All handlers of closing. */
import { ownCase } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { writeOfficeText } from '../office-texts/read-office-text.ts'
import { finishRecord } from '../records/finish-record.ts'
import { holdForWriting } from '../records/write-record.ts'
import { closingPage } from './closing-page.ts'
import { readAfterCare } from './read-after-care.ts'
import { recordAfterCare } from './record-after-care.ts'
import { reopen } from './reopen.ts'

const page = door.closing.page.handler(async ({ input, context }) => closingPage(context, await ownCase(context, input.caseId)))

const ask = door.closing.ask.handler(async ({ input, errors, context }) => {
  const held = await holdForWriting(context, input.recordId)
  if (held.record.kind !== 'closing')
    throw errors.RECORD_NOT_FOUND()
  if (held.record.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  return finishRecord(context, held)
})

const settings = door.closing.settings.handler(async ({ context }) => readAfterCare(context.db))

const changeSettings = door.closing.changeSettings.handler(async ({ input, context }) => {
  await writeOfficeText(context, 'after-care', input.seenVersion, input.settings, null)
  return readAfterCare(context.db)
})

export const closingHandlers = { page, ask, recordAfterCare, reopen, settings, changeSettings }
