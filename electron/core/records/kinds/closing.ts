/** The closing record (종결 보고): finishing it asks for the lead's approval. */
import type { KindOfRecord } from '../record-kind.ts'
import { askClosing } from '../../closing/ask-closing.ts'
import { beginClosing } from '../../closing/begin-closing.ts'
import { takeClosingBack } from '../../closing/close-approved.ts'
import { dropApprovals } from '../../plans/ask-approval.ts'

export const closing: KindOfRecord<'closing'> = {
  begin: beginClosing,
  // Free words; what is filled in beforehand leaves health out (`closing/begin-closing.ts`).
  withoutSensitive: body => body,
  missing: ({ on, reason, summary }) => [
    ...(on === null ? ['on'] : []),
    ...(reason === null ? ['reason'] : []),
    ...(summary.trim() === '' ? ['summary'] : []),
  ],
  finish: askClosing,
  reopened: async (context, found) => {
    await dropApprovals(context, found.id, 'closing')
    await takeClosingBack(context, found)
  },
}
