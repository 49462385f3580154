/** The answers of the paperwork step while they are typed. */
import type { Paperwork as Answers } from '#core/intake/model'
import type { Draft } from '../../../../stores/visit-draft'
import { Paperwork } from '#core/intake/model'
import { client } from '../../../../client/core-client'
import { useVisit } from '../../../../stores/visit'

type Of<Event extends Answers['event']> = Extract<Answers, { event: Event }>
/** A day may be emptied while it is typed. */
type Open<Value> = { -readonly [Key in keyof Value]: Key extends 'movedOn' | 'bornOn' | 'diedOn' ? string | null | undefined : Value[Key] }
export type PaperworkFields = { event?: Answers['event'] } & Partial<Omit<Open<Of<'move-in'>>, 'event'> & Omit<Open<Of<'birth'>>, 'event'> & Omit<Open<Of<'death'>>, 'event'> & Omit<Open<Of<'counselling'>>, 'event'>>

function filled(fields: object) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))
}
const parse = (fields: object) => Paperwork.safeParse(filled(fields))

export function usePaperwork(): Draft<PaperworkFields> {
  return useVisit().draft<PaperworkFields>('paperwork', {
    read: page => ({ ...page.paperwork }) as PaperworkFields,
    ready: fields => parse(fields).success,
    save: (fields, { id, seenVersion }) => client.intake.savePaperwork({ visitId: id, seenVersion, paperwork: Paperwork.parse(filled(fields)) }),
  })
}

/** The sentence at a day that the server refused. */
export function futureField(draft: Draft<PaperworkFields>): string | undefined {
  return draft.problem?.code === 'DAY_IN_FUTURE' ? String(draft.problem.field) : undefined
}
