/** Visits: opened without a name, written as they go, parked, finished or given up. */
import * as z from 'zod'
import { AssignedCase } from '../cases/model.ts'
import { ConsentView } from '../consent/model.ts'
import { EventKind } from '../eligibility/household-facts.ts'
import { GuideChoices } from '../guide/choices.ts'
import { HouseholdView } from '../households/model.ts'
import { desk, operation } from '../kernel/contract.ts'
import { Instant } from '../kernel/dates.ts'
import { VisitId } from '../kernel/ids.ts'
import { DongName, Line, PersonName, Phone, Version } from '../kernel/names.ts'
import { LanguageCode } from '../kernel/text.ts'
import { Answer, Channel, EventNoteView, Paperwork, RefusalReason, Step, Visit, VisitLine } from './model.ts'

/** Everything the visit page shows. */
export const VisitPage = z.object({
  visit: Visit,
  paperwork: Paperwork,
  /** `memory`: lives in the server's memory only, nothing personal is kept yet. */
  paperworkKept: z.enum(['memory', 'disk']),
  /** What ends, must be reported or begins with this event, with running deadlines. */
  notes: z.array(EventNoteView),
  callback: z.object({ name: z.string(), phone: z.string(), when: z.string() }).nullable(),
  consents: z.array(ConsentView),
  household: HouseholdView.nullable(),
  /** The clerk's marks of the lookup, by `service` or `service/member`. */
  marks: z.record(z.string(), z.enum(['apply-today', 'explain', 'for-planner', 'already-receives', 'not-wanted'])),
  case: AssignedCase.nullable(),
  handedOver: z.array(z.object({ document: z.string(), contentHash: z.string().nullable(), choices: GuideChoices.nullable(), language: LanguageCode, edition: z.string(), pages: z.int(), at: Instant, staffName: z.string() })),
  /** With what left out the household got its last guide, at this visit or one before. */
  guideChoices: GuideChoices.nullable(),
})
export type VisitPage = z.infer<typeof VisitPage>

const written = { VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {}, CHANGED_MEANWHILE: {} } as const
const at = { visitId: VisitId, seenVersion: Version }

export const intake = {
  /** The counter's home: today's visits and the parked ones. */
  home: operation({ access: 'read', roles: desk })
    .output(z.object({ today: z.array(VisitLine), parked: z.array(VisitLine), day: z.iso.date() })),
  open: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ event: EventKind, channel: Channel, dong: DongName.optional() }))
    .output(VisitPage),
  page: operation({ access: 'read', roles: desk })
    .input(z.strictObject({ visitId: VisitId }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {} }),
  /** Written as typed. Before consent it stays in memory; a day in the future is refused. */
  savePaperwork: operation({ access: 'change', roles: desk })
    .input(z.strictObject({ ...at, paperwork: Paperwork, dong: DongName.optional() }))
    .output(VisitPage)
    .errors({ ...written, DAY_IN_FUTURE: { data: z.object({ field: z.string() }) } }),
  /** The answer to the offer. `no` keeps the event and the reason, never a name; `call-me` keeps what was agreed to. */
  answer: operation({ access: 'change', roles: desk })
    .input(z.strictObject({
      ...at,
      answer: Answer.exclude(['not-asked']),
      reason: RefusalReason.optional(),
      callback: z.strictObject({ name: PersonName, phone: Phone, when: Line, agreed: z.literal(true) }).optional(),
    }))
    .output(VisitPage)
    .errors({ ...written, CALLBACK_NEEDED: {} }),
  toStep: operation({ access: 'change', roles: desk, quiet: true })
    .input(z.strictObject({ visitId: VisitId, step: Step }))
    .output(VisitPage)
    .errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {} }),
  park: operation({ access: 'change', roles: desk }).input(z.strictObject({ visitId: VisitId })).output(Visit).errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {} }),
  resume: operation({ access: 'change', roles: desk }).input(z.strictObject({ visitId: VisitId })).output(VisitPage).errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_PARKED: {} }),
  finish: operation({ access: 'change', roles: desk }).input(z.strictObject({ visitId: VisitId })).output(Visit).errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {} }),
  /** Leaves event, dong, time and ticket; whatever else was written under this visit alone is destroyed. */
  giveUp: operation({ access: 'change', roles: desk }).input(z.strictObject({ visitId: VisitId })).output(Visit).errors({ VISIT_NOT_FOUND: {}, VISIT_NOT_OPEN: {} }),
  /** Those who asked to be called (전화 요청). */
  callbacks: operation({ access: 'read', roles: desk })
    .output(z.array(z.object({ visitId: VisitId, name: z.string(), phone: z.string(), when: z.string(), event: EventKind, askedAt: Instant, done: z.boolean() }))),
  /** The call was made: name and number are destroyed. */
  callbackDone: operation({ access: 'change', roles: desk }).input(z.strictObject({ visitId: VisitId })).errors({ VISIT_NOT_FOUND: {} }),
}
