/** The consents that stand for a person: their own, and for a child under 14 or a deceased the visitor's (개인정보 보호법 제22조의2). */
import type { MemberView } from '../households/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { ConsentView } from './model.ts'
import { isRepresented } from '../households/model.ts'

/** @param consents of the household, newest first */
export function consentsFor(person: Pick<MemberView, 'id' | 'birth' | 'diedOn'>, members: readonly Pick<MemberView, 'id' | 'visitor'>[], consents: readonly ConsentView[], today: PlainDate): ConsentView[] {
  const own = consents.filter(({ personId }) => personId === person.id)
  if (own.length > 0 || !isRepresented(person, today))
    return own
  const visitor = members.find(member => member.visitor)
  return consents.filter(({ personId }) => personId === visitor?.id)
}
