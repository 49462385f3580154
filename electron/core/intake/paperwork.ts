/** Where the answers of the paperwork step live: in memory before consent, on disk with it. */
import type { Host } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { VisitRow } from './find-visit.ts'
import { Paperwork } from './model.ts'

export const paperworkOf = (host: Host, row: VisitRow): Paperwork =>
  row.paperwork !== null
    ? Paperwork.parse(JSON.parse(row.paperwork))
    : host.unkept.get(row.id) ?? Paperwork.parse({ event: row.event })

/** The day of the event the visit is about, when it was told. */
export function eventDay(paperwork: Paperwork): PlainDate | undefined {
  switch (paperwork.event) {
    case 'move-in': return paperwork.movedOn
    case 'birth': return paperwork.bornOn
    case 'death': return paperwork.diedOn
    case 'counselling': return undefined
  }
}

/** The name of the field that holds it, for a refusal that names fields. */
export const eventDayField = { 'move-in': 'movedOn', 'birth': 'bornOn', 'death': 'diedOn', 'counselling': 'day' } as const satisfies Record<Paperwork['event'], string>
