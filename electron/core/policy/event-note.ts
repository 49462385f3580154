/**
 * What ends, must be reported or begins with an event at the counter, beside the services.
 *
 * Data with its source like the catalogue: one list for each event in `resources/policy/event-notes/<event>.yaml`.
 */
import * as z from 'zod'
import { EventKind } from '../eligibility/household-facts.ts'
import { BilingualText } from '../kernel/text.ts'
import { Deadline } from './deadline.ts'
import { Confidence, Source } from './source.ts'

/** ends 끝나는 것, report 신고할 것, begins 시작되는 것. */
export const NoteKind = z.enum(['ends', 'report', 'begins'])
export type NoteKind = z.infer<typeof NoteKind>

/**
 * Answers of the paperwork step that make a note relevant; all of those named must fit. A closed list of plain
 * fields. An answer that was not given leaves the note in: not asked is never no.
 */
export const NoteWhen = z.strictObject({
  wasHead: z.boolean().optional(),
  wasEarner: z.boolean().optional(),
  /** One of these remains. */
  remaining: z.array(z.enum(['spouse', 'minor-children', 'adult-children', 'parents', 'others', 'nobody'])).min(1).optional(),
  multiple: z.array(z.enum(['single', 'twins', 'triplets-or-more'])).min(1).optional(),
  whole: z.enum(['whole', 'part']).optional(),
  concerns: z.array(z.enum(['livelihood', 'housing', 'health', 'care', 'children', 'work', 'debt', 'loneliness', 'safety', 'other'])).min(1).optional(),
})
export type NoteWhen = z.infer<typeof NoteWhen>

const NoteDeadline = Deadline.extend({
  /** The period as it is read out, with `{lastDay}`: "출생일부터 1개월 이내, {lastDay}까지". */
  sentence: z.strictObject({ ko: z.string().includes('{lastDay}'), en: z.string().includes('{lastDay}') }),
})

export const EventNoteEntry = z.strictObject({
  /** The id of the catalogue's entry where one says the same in full, so that a guide says it once. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  kind: NoteKind,
  when: NoteWhen.default({}),
  /** One or two short sentences, 해요체. */
  text: BilingualText,
  where: BilingualText.optional(),
  phone: z.string().min(2).optional(),
  /** Law and article, as printed beside the note. */
  basis: z.string().min(1),
  deadline: NoteDeadline.optional(),
  source: Source,
  confidence: Confidence,
})

/** An entry with the event of its file. */
export const EventNote = EventNoteEntry.extend({ event: EventKind })
export type EventNote = z.infer<typeof EventNote>
