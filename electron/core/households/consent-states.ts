/**
 * Who of a household has consented, and for whom health may be written down.
 *
 * Under 14 the legal representative decides (개인정보 보호법 제22조의2), so a child follows the adult who consented;
 * the act protects the living, so for the deceased the family's own consent counts.
 */
import type { ConsentView } from '../consent/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { ConsentState } from './model.ts'
import { isRepresented } from './model.ts'

type Person = { readonly id: string } & Parameters<typeof isRepresented>[0]
export interface StateOfConsent { readonly state: ConsentState, readonly sensitiveAllowed: boolean }

/** Of a consent only who gave it, and to what. */
export type GivenConsent = Pick<ConsentView, 'personId' | 'capacity' | 'answers' | 'withdrawn'>

const standsFor = (consent: GivenConsent, item: 'collect' | 'sensitive'): boolean =>
  consent.answers[item] === true && !consent.withdrawn.includes(item)

const newestOfEach = (consents: readonly GivenConsent[]): GivenConsent[] =>
  consents.filter((consent, place) => consents.findIndex(({ personId }) => personId === consent.personId) === place)

/** @param consents newest first: a later answer replaces an earlier one of the same person */
export function consentStateOf(person: Person, consents: readonly GivenConsent[], today: PlainDate): StateOfConsent {
  const own = consents.find(({ personId }) => personId === person.id)
  if (own) {
    const state = standsFor(own, 'collect') ? 'given' : own.withdrawn.includes('collect') ? 'withdrawn' : 'refused'
    return { state: state === 'given' && own.capacity !== 'self' ? 'represented' : state, sensitiveAllowed: state === 'given' && standsFor(own, 'sensitive') }
  }
  if (!isRepresented(person, today))
    return { state: 'pending', sensitiveAllowed: false }
  const standing = newestOfEach(consents).filter(consent => standsFor(consent, 'collect'))
  return { state: standing.length > 0 ? 'represented' : 'pending', sensitiveAllowed: standing.some(consent => standsFor(consent, 'sensitive')) }
}
