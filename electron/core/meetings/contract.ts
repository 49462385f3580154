/** Case meetings (사례회의): agenda, decisions, minutes, outside members. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { CaseTrack } from '../cases/model.ts'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { CaseId, MeetingId, MeetingItemId, StaffId } from '../kernel/ids.ts'
import { Line, Note, Version } from '../kernel/names.ts'
import { Addition, AgendaItem, Attendee, ClockTime, ItemDraft, Meeting, MeetingKind, MeetingScope, Presence } from './model.ts'
import { outside } from './outside/contract.ts'

const Arrangement = {
  day: PlainDate,
  starts: ClockTime,
  minutes: z.int().min(10).max(480),
  place: Line.nullable(),
  weekly: z.boolean(),
  attendees: z.array(StaffId).min(1).max(60),
}
/** What a new meeting of a kind starts from: a week after the last one, on a working day, with the same people. */
export const MeetingProposal = z.object({ ...Arrangement, kind: MeetingKind, scope: MeetingScope })
export type MeetingProposal = z.infer<typeof MeetingProposal>

export const MeetingLine = Meeting.extend({ items: z.int(), open: z.int(), attendees: z.int() })
export type MeetingLine = z.infer<typeof MeetingLine>

export const MeetingPage = z.object({
  meeting: Meeting,
  attendees: z.array(Attendee),
  /** In order; what was left out comes last. */
  items: z.array(AgendaItem),
  additions: z.array(Addition),
  next: MeetingProposal,
})
export type MeetingPage = z.infer<typeof MeetingPage>

const found = { MEETING_NOT_FOUND: {} } as const
const arranging = { DAY_IN_PAST: {}, NOT_FOR_MEETINGS: {} } as const
const item = { itemId: MeetingItemId, seenVersion: Version }
const writing = { ...found, AGENDA_ITEM_NOT_FOUND: {}, CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, MEETING_CLOSED: {} } as const

export const meetings = {
  list: operation({ access: 'read', roles: caseworkers })
    .output(z.object({ meetings: z.array(MeetingLine), proposals: z.record(MeetingKind, MeetingProposal) })),
  plan: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...Arrangement, kind: MeetingKind, scope: MeetingScope }))
    .output(MeetingPage)
    .errors(arranging),
  /** Day, time, place, who comes; until it begins. */
  change: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...Arrangement, meetingId: MeetingId, seenVersion: Version }))
    .output(MeetingPage)
    .errors({ ...found, ...arranging, CHANGED_MEANWHILE: {}, MEETING_BEGUN: {} }),
  cancel: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId, seenVersion: Version }))
    .output(MeetingPage)
    .errors({ ...found, CHANGED_MEANWHILE: {}, MEETING_BEGUN: {} }),
  /** Until it begins the agenda is gathered anew. */
  page: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId }))
    .output(MeetingPage)
    .errors(found),
  order: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId, seenVersion: Version, itemIds: z.array(MeetingItemId).max(200) }))
    .output(MeetingPage)
    .errors({ ...found, CHANGED_MEANWHILE: {}, MEETING_CLOSED: {} }),
  addItem: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId, caseId: CaseId, question: Note }))
    .output(MeetingPage)
    .errors({ ...found, CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, MEETING_CLOSED: {}, ALREADY_ON_AGENDA: {} }),
  leaveOut: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...item, why: Line.min(1) }))
    .output(MeetingPage)
    .errors({ ...writing, CHANGED_MEANWHILE: {}, ALREADY_DECIDED: {} }),
  takeIn: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject(item))
    .output(MeetingPage)
    .errors({ ...writing, CHANGED_MEANWHILE: {} }),
  /** `was`: what the screen showed. */
  attend: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId, staffId: StaffId, was: Presence, presence: Presence }))
    .output(MeetingPage)
    .errors({ ...found, CHANGED_MEANWHILE: {}, MEETING_CLOSED: {}, NOT_FOR_MEETINGS: {} }),
  begin: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId, seenVersion: Version }))
    .output(MeetingPage)
    .errors({ ...found, CHANGED_MEANWHILE: {}, MEETING_BEGUN: {} }),
  /** Saved as it is typed; when somebody else saved meanwhile nothing is written, and theirs comes back. */
  saveItem: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...item, draft: ItemDraft }))
    .output(z.object({ outcome: z.enum(['saved', 'conflict']), item: AgendaItem }))
    .errors(writing),
  /** Moves the case, puts the tasks on the worklists. */
  decide: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...item, decision: CaseTrack }))
    .output(MeetingPage)
    .errors({ ...writing, CHANGED_MEANWHILE: {}, MEETING_NOT_RUNNING: {}, ALREADY_DECIDED: {}, DAY_IN_PAST: {}, ITEM_INCOMPLETE: { data: z.object({ fields: z.array(z.string()) }) } }),
  putOff: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...item, why: Line.min(1) }))
    .output(MeetingPage)
    .errors({ ...writing, CHANGED_MEANWHILE: {}, MEETING_NOT_RUNNING: {}, ALREADY_DECIDED: {} }),
  /** Within the meeting: the case stands again as it did before, its clocks too; the tasks are closed. */
  takeBack: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject(item))
    .output(MeetingPage)
    .errors({ ...writing, CHANGED_MEANWHILE: {}, NOT_DECIDED: {}, CASE_MOVED_ON: {} }),
  /** Every item is decided or put off; from then on the minutes stand as they are. */
  close: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId, seenVersion: Version }))
    .output(MeetingPage)
    .errors({ ...found, CHANGED_MEANWHILE: {}, MEETING_NOT_RUNNING: {}, AGENDA_OPEN: { data: z.object({ count: z.int() }) } }),
  /** A correction of closed minutes, with who and when. */
  add: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ meetingId: MeetingId, itemId: MeetingItemId.nullable(), text: Note.min(1) }))
    .output(MeetingPage)
    .errors({ ...found, AGENDA_ITEM_NOT_FOUND: {}, CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, MEETING_NOT_CLOSED: {} }),
  /** Tells an open screen that a meeting of theirs changed. */
  watch: operation({ access: 'read', roles: [...caseworkers, 'outside'], quiet: true })
    .output(eventIterator(z.object({ meetingId: MeetingId }))),
  outside,
}
