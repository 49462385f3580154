/** Asking the lead to close a case: what becomes of everything that is open has to be said first. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { RecordView } from '../records/model.ts'
import { ORPCError } from '@orpc/server'
import { moveStage } from '../cases/move-stage.ts'
import { askApproval, dropApprovals } from '../plans/ask-approval.ts'
import { Closing } from '../records/bodies/closing.ts'
import { unanswered } from './open-items.ts'

/** @throws {ORPCError} RECORD_INCOMPLETE with `rest`, where something open is left without an answer */
export async function askClosing(context: Desk, found: CaseSummary, record: RecordView): Promise<void> {
  const { rest } = Closing.parse(record.body)
  if ((await unanswered(context, found.id, rest)).length > 0)
    throw new ORPCError('RECORD_INCOMPLETE', { data: { fields: ['rest'] } })
  // A plan that waits is overtaken; should the closing come back, it is asked for again.
  await dropApprovals(context, found.id, 'plan')
  await askApproval(context, found.id, 'closing', record.id)
  await moveStage(context, found, 'closing')
}
