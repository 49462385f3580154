/**
 * Whether something may be told about a person to a recipient (제3자 제공받는 자).
 *
 * To another state organ or local government the minimum needed may go (사회보장급여법 제15조제4항, 제16조제2항). To anybody
 * else only with the person's consent that names this recipient: whoever changes the recipient has to tell and ask again
 * (개인정보 보호법 제17조제2항). Both read 2026-11-30.
 */
import type { Instant } from '../kernel/dates.ts'
import type { ConsentView } from './model.ts'

/** no-collect: nothing stands any more. refused, withdrawn: the consent to third parties. not-named: to others than this one. not-known: to whom was not written down then. */
export type WhyNot = 'no-collect' | 'refused' | 'withdrawn' | 'not-named' | 'not-known'
export type RecipientCheck
  = | { readonly allowed: true, readonly basis: 'statute' }
    | { readonly allowed: true, readonly basis: 'consent', readonly at: Instant }
    | { readonly allowed: false, readonly because: WhyNot }

/** Spaces do not make another recipient. */
const bare = (name: string): string => name.normalize('NFC').replace(/\s+/g, '').toLowerCase()
export const sameRecipient = (one: string, other: string): boolean => bare(one) === bare(other)

/**
 * @param consents those that stand for the person, newest first
 * @param recipient `public`: 국가기관·지방자치단체
 */
export function checkRecipient(consents: readonly Pick<ConsentView, 'answers' | 'withdrawn' | 'recipients' | 'added' | 'at'>[], recipient: { readonly name: string, readonly sector: 'public' | 'private' }): RecipientCheck {
  const [last] = consents
  if (last === undefined || !collects(last))
    return { allowed: false, because: 'no-collect' }
  if (recipient.sector === 'public')
    return { allowed: true, basis: 'statute' }
  // A later answer replaces an earlier one: what was added before a later "no" counts no more.
  const stillYes = last.answers['third-party'] === true && !last.withdrawn.includes('third-party')
  const added = consents.filter(collects).flatMap(consent => consent.added)
    .findLast(one => !one.withdrawn && (stillYes || one.at >= last.at) && sameRecipient(one.recipient, recipient.name))
  if (added)
    return { allowed: true, basis: 'consent', at: added.at }
  if (last.withdrawn.includes('third-party'))
    return { allowed: false, because: 'withdrawn' }
  if (last.answers['third-party'] !== true)
    return { allowed: false, because: 'refused' }
  if (last.recipients === null)
    return { allowed: false, because: 'not-known' }
  return last.recipients.some(name => sameRecipient(name, recipient.name))
    ? { allowed: true, basis: 'consent', at: last.at }
    : { allowed: false, because: 'not-named' }
}

const collects = ({ answers, withdrawn }: Pick<ConsentView, 'answers' | 'withdrawn'>): boolean => answers.collect === true && !withdrawn.includes('collect')
