/** All handlers of the draft. A registry and nothing else. */
import { draftChange } from './draft-change.ts'
import { listDraft } from './draft-list.ts'
import { takeBack } from './take-back.ts'

export const draftHandlers = { list: listDraft, change: draftChange, takeBack }
