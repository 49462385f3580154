/** Home visit (가정방문 기록): begun at the door with a few taps, finished at the desk. */
import * as z from 'zod'
import { AppointmentId, PersonId } from '../../kernel/ids.ts'
import { Day, oneOf, Short, Words } from './field-parts.ts'

/** An answer to a question of the handbook, tapped in the hallway. */
export const HandbookAnswer = z.strictObject({
  /** Id of the step and of the answer in the handbook. */
  step: z.string().max(80),
  answer: z.string().max(80),
  note: Short,
})
export type HandbookAnswer = z.infer<typeof HandbookAnswer>

export const HomeVisit = z.strictObject({
  appointmentId: AppointmentId.nullable().default(null),
  on: Day,
  starts: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/).nullable().default(null),
  minutes: z.int().min(0).max(1440).nullable().default(null),
  met: oneOf(['resident', 'family', 'neighbour', 'nobody', 'refused']),
  metWhom: Short,
  /** Observations of the handbook that were ticked: appearance, speech, home. */
  seen: z.array(z.string().max(80)).max(80).default([]),
  answers: z.array(HandbookAnswer).max(200).default([]),
  observations: Words,
  /** Health as seen or told (민감정보). */
  health: Words,
  talk: Words,
  agreed: Words,
  next: Words,
  /** The day of the next visit or try. */
  nextOn: Day,
  signature: z.strictObject({ name: z.string().max(60), personId: PersonId.nullable(), strokes: z.array(z.array(z.tuple([z.number(), z.number(), z.number()]))) }).nullable().default(null),
})
export type HomeVisit = z.infer<typeof HomeVisit>
