/** Opening a closed case again (재개): what they need now is asked anew, with new clocks. */
import { ORPCError } from '@orpc/server'
import { holdCase } from '../cases/hold-case.ts'
import { moveStage } from '../cases/move-stage.ts'
import { findCase } from '../cases/read-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { closeTasks } from '../worklist/write-task.ts'

export const reopen = door.closing.reopen.handler(async ({ input, errors, context }) => {
  const { db } = context
  const found = await holdCase(context, input, 'reopen')
  const household = await db.selectFrom('household').select('destroy_on').where('id', '=', found.householdId).executeTakeFirst()
  // Withdrawn after the closing, or destroyed: without a new consent there is nothing to work on.
  if (!household || household.destroy_on !== null)
    throw errors.CONSENT_MISSING()
  await closeTasks(context, { caseId: found.id, kind: 'after-care' })
  await db.updateTable('welfare_case').set(eb => ({
    status: 'in-contact',
    track: null,
    closed_on: null,
    close_reason: null,
    after_care_until: null,
    version: eb('version', '+', 1),
  })).where('id', '=', found.id).execute()
  await writeEvent(context, { caseId: found.id, kind: 'reopened', note: input.why })
  await moveStage(context, found, 'survey')
  tellCase(context, found)
  const opened = await findCase(db, found.id)
  if (!opened)
    throw new ORPCError('CASE_NOT_FOUND')
  return opened
})
