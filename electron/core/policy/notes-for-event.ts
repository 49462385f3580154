/** The notes of an event that fit the paperwork, with the last days that run from it. */
import type { EventNoteView, Paperwork } from '../intake/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { EventNote, NoteKind, NoteWhen } from './event-note.ts'
import type { Holidays } from './working-days.ts'
import { countDeadline } from './count-deadline.ts'

const order: Record<NoteKind, number> = { report: 0, ends: 1, begins: 2 }

/**
 * What must be reported first, then what ends, then what begins; within each the soonest last day first.
 *
 * The day of death stands for the day of learning of it: whoever learned of it later has more time, never less.
 *
 * @param notes of every event
 * @param paperwork as far as it is answered; without its day no deadline runs
 * @param on the day of the visit
 * @param holidays days off, for last days that move
 */
export function notesForEvent(notes: readonly EventNote[], paperwork: Paperwork, on: PlainDate, holidays: Holidays): EventNoteView[] {
  const start = dayOf(paperwork)
  return notes
    .filter(({ event, when }) => event === paperwork.event && fits(when, paperwork))
    .map(note => viewOf(note, start, on, holidays))
    .toSorted((left, right) => order[left.kind] - order[right.kind] || lastDayOf(left).localeCompare(lastDayOf(right)))
}

const lastDayOf = ({ deadline }: EventNoteView): string => deadline?.lastDay ?? '9999'

function dayOf(paperwork: Paperwork): PlainDate | undefined {
  switch (paperwork.event) {
    case 'move-in': return paperwork.movedOn
    case 'birth': return paperwork.bornOn
    case 'death': return paperwork.diedOn
    case 'counselling': return undefined
  }
}

function fits(when: NoteWhen, paperwork: Paperwork): boolean {
  const answers: Readonly<Record<string, unknown>> = paperwork
  return Object.entries(when).every(([field, wanted]) => {
    const answer = answers[field]
    if (answer === undefined || (Array.isArray(answer) && answer.length === 0))
      return true
    const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
    return given.some(one => Array.isArray(wanted) ? (wanted as unknown[]).includes(one) : wanted === one)
  })
}

function viewOf({ id, kind, text, where, phone, basis, confidence, deadline }: EventNote, start: PlainDate | undefined, on: PlainDate, holidays: Holidays): EventNoteView {
  const view: EventNoteView = { id, kind, text, ...(where ? { where } : {}), ...(phone ? { phone } : {}), basis, toCheck: confidence === 'to-be-checked' }
  if (!deadline || !start)
    return view
  const { lastDay, daysLeft } = countDeadline(deadline, start, on, holidays)
  const said = (sentence: string): string => sentence.replace('{lastDay}', lastDay)
  return { ...view, deadline: { lastDay, daysLeft, sentence: { ko: said(deadline.sentence.ko), en: said(deadline.sentence.en) } } }
}
