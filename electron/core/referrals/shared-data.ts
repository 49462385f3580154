/**
 * What goes along with a referral: of what is ticked, exactly what is known and may go (최소한의 정보).
 *
 * The letter, the preview and the copy that is kept are this one thing. Members stand on their own consent, a child on
 * the visitor's; whoever did not agree is left out and counted.
 */
import type { CaseSummary } from '../cases/model.ts'
import type { RecipientCheck } from '../consent/check-recipient.ts'
import type { Desk } from '../door.ts'
import type { HouseholdView, MemberView } from '../households/model.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { AgencyView } from './agency.ts'
import type { SharedData, SharedPart, SharePreview } from './model.ts'
import { ORPCError } from '@orpc/server'
import { checkRecipient } from '../consent/check-recipient.ts'
import { consentsFor } from '../consent/consents-for.ts'
import { readConsents } from '../consent/read-consents.ts'
import { readHousehold } from '../households/read-household.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { readNewest } from '../records/read-records.ts'

export interface Asked { readonly personId: PersonId, readonly parts: readonly SharedPart[], readonly health: string }
type Reader = Pick<Desk, 'db' | 'today'>
type Recipient = Pick<AgencyView, 'name' | 'sector'>

/** @throws {ORPCError} PERSON_NOT_FOUND */
export async function previewShare(context: Reader, found: Pick<CaseSummary, 'id' | 'householdId'>, agency: Recipient, asked: Asked): Promise<SharePreview> {
  const household = await readHousehold(context.db, found.householdId, context.today)
  const person = household?.members.find(({ id }) => id === asked.personId)
  if (!household || !person)
    throw new ORPCError('PERSON_NOT_FOUND')
  const consents = await readConsents(context.db, household.id)
  const allowed = (member: MemberView): RecipientCheck => checkRecipient(consentsFor(member, household.members, consents, context.today), agency)
  const others = household.members.filter(member => member.id !== person.id && member.diedOn === null)
  const along = others.filter(member => allowed(member).allowed)
  const needs = asked.parts.includes('needs') ? await needsOf(context, found.id) : []
  const data = dataOf(asked, household, person, along, needs)
  return { check: allowed(person), data, leftOut: leftOutOf(asked, data, person, others.length - along.length), sensitiveAllowed: person.sensitiveAllowed }
}

function dataOf({ parts, health }: Asked, household: HouseholdView, person: MemberView, along: readonly MemberView[], needs: readonly NeedArea[]): SharedData {
  const has = (part: SharedPart): boolean => parts.includes(part)
  const { road, detail, district, province } = household.address
  const address = [province, district, road, detail].filter(part => part !== '').join(' ')
  return {
    parts: parts.filter(part => part !== 'health' || (person.sensitiveAllowed && health !== '')),
    name: has('name') ? person.name : null,
    birth: has('birth') ? person.birth : null,
    sex: has('birth') ? person.sex : null,
    phone: has('contact') ? household.phone : null,
    callWhen: has('contact') ? household.callWhen : null,
    address: has('address') && road !== '' ? address : null,
    members: has('members') ? along.map(({ name, relation, birth }) => ({ name, relation, birth })) : [],
    needs: [...needs],
    health: has('health') && person.sensitiveAllowed && health !== '' ? health : null,
    persons: [person.id, ...has('members') ? along.map(({ id }) => id) : []],
  }
}

function leftOutOf({ parts, health }: Asked, data: SharedData, person: MemberView, notAgreed: number): SharePreview['leftOut'] {
  const empty: Partial<Record<SharedPart, boolean>> = { birth: data.birth === null, contact: data.phone === null, address: data.address === null, needs: data.needs.length === 0 }
  return parts.flatMap((part): SharePreview['leftOut'] => {
    if (part === 'members')
      return [...notAgreed > 0 ? [{ part, because: 'no-consent' as const, count: notAgreed }] : [], ...data.members.length === 0 && notAgreed === 0 ? [{ part, because: 'nothing-known' as const, count: 1 }] : []]
    if (part === 'health')
      return person.sensitiveAllowed ? health === '' ? [{ part, because: 'nothing-known', count: 1 }] : [] : [{ part, because: 'no-consent', count: 1 }]
    return empty[part] ? [{ part, because: 'nothing-known', count: 1 }] : []
  })
}

/** The areas of the newest survey in which there is a need, first things first; only their names. */
async function needsOf({ db }: Reader, caseId: string): Promise<NeedArea[]> {
  const survey = await readNewest(db, caseId, 'needs-survey')
  if (!survey)
    return []
  const { needs } = survey.body
  return NeedArea.options.filter(area => (needs[area].level ?? 0) > 0)
    .toSorted((one, other) => (needs[one].priority ?? 99) - (needs[other].priority ?? 99) || (needs[other].level ?? 0) - (needs[one].level ?? 0))
}
