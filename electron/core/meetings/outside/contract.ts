/** What outside members (외부 위원) may do: read what the consents cover, by pseudonym, and say what they think. */
import * as z from 'zod'
import { CaseTrack } from '../../cases/model.ts'
import { operation } from '../../kernel/contract.ts'
import { Instant, PlainDate } from '../../kernel/dates.ts'
import { MeetingId, MeetingItemId } from '../../kernel/ids.ts'
import { Note } from '../../kernel/names.ts'
import { NeedArea } from '../../records/bodies/need-areas.ts'
import { AgeBand, ClockTime, HouseholdType, MeetingStatus } from '../model.ts'

export const OutsideMeeting = z.object({
  id: MeetingId,
  day: PlainDate,
  starts: ClockTime,
  minutes: z.int(),
  place: z.string().nullable(),
  status: MeetingStatus,
})
export type OutsideMeeting = z.infer<typeof OutsideMeeting>

export const OutsideItem = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('shown'),
    itemId: MeetingItemId,
    number: z.int().positive(),
    pseudonym: z.string(),
    /** Until the meeting is closed. */
    profile: z.object({
      ageBand: AgeBand,
      householdTypes: z.array(HouseholdType),
      /** Most pressing first; health only with the consent to sensitive data. */
      needs: z.array(z.object({ area: NeedArea, level: z.int().min(1).max(4) })),
      question: z.string(),
      /** Somebody could be recognised in the text: it is not sent. */
      questionWithheld: z.boolean(),
    }).nullable(),
    decision: CaseTrack.nullable(),
    /** What the member's own agency took on. */
    leads: z.boolean(),
    roles: z.array(z.string()),
    tasks: z.array(z.object({ what: z.string(), dueOn: PlainDate.nullable() })),
    opinion: z.object({ text: z.string(), at: Instant, version: z.int().positive() }).nullable(),
  }),
  /** The household did not agree that this agency is told: nothing more is said. */
  z.object({ state: z.literal('not-shown'), number: z.int().positive() }),
])
export type OutsideItem = z.infer<typeof OutsideItem>

export const OutsidePage = z.object({ meeting: OutsideMeeting, agency: z.string().nullable(), items: z.array(OutsideItem) })
export type OutsidePage = z.infer<typeof OutsidePage>

const member = ['outside'] as const

export const outside = {
  list: operation({ access: 'read', roles: member })
    .output(z.array(OutsideMeeting)),
  page: operation({ access: 'read', roles: member })
    .input(z.strictObject({ meetingId: MeetingId }))
    .output(OutsidePage)
    .errors({ MEETING_NOT_FOUND: {} }),
  /** `seenVersion` 0: none written yet. Empty text takes it back. */
  saveOpinion: operation({ access: 'change', roles: member })
    .input(z.strictObject({ itemId: MeetingItemId, seenVersion: z.int().nonnegative(), text: Note }))
    .output(OutsidePage)
    .errors({ MEETING_NOT_FOUND: {}, MEETING_CLOSED: {}, CANNOT_BE_SHOWN: {}, CHANGED_MEANWHILE: {} }),
}
