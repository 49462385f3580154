/** A member while being typed; a new one is created with the first save and then goes on under the same draft. */
import type { Relation, Sex } from '#core/eligibility/household-facts'
import type { VisitPage } from '#core/intake/contract'
import type { PlainDate } from '#core/kernel/dates'
import type { PersonId } from '#core/kernel/ids'
import type { Draft } from '../../../../stores/visit-draft'
import { client } from '../../../../client/core-client'
import { useVisit } from '../../../../stores/visit'

export interface MemberFields {
  name: string
  relation: Relation | ''
  birth: string | null
  sex: Sex | null
  livingTogether: boolean | null
  diedOn: string | null
}

/** Members in the order of the page: those the server knows, and those begun here under a key of their own. */
export interface MemberPlaces { begun: { readonly key: string, id: PersonId | undefined }[], open: string | undefined, leaving: PersonId[], count: number }

const blank = (): MemberFields => ({ name: '', relation: '', birth: null, sex: null, livingTogether: true, diedOn: null })

export function useMemberPlaces(): MemberPlaces {
  return useVisit().form<MemberPlaces>('members', () => ({ begun: [], open: undefined, leaving: [], count: 0 }))
}

function fieldsOf(page: VisitPage, id: PersonId | undefined): MemberFields {
  const found = page.household?.members.find(member => member.id === id)
  if (!found)
    return blank()
  const { name, relation, birth, sex, livingTogether, diedOn } = found
  return { name, relation, birth, sex, livingTogether, diedOn }
}

/** Whom a draft is about; nobody yet before the first save of a new member. */
export function personOf(key: string): PersonId | undefined {
  return useMemberPlaces().begun.find(place => place.key === key)?.id ?? (key.startsWith('member:') ? key.slice('member:'.length) as PersonId : undefined)
}

export function useMemberDraft(key: string): Draft<MemberFields> {
  const visit = useVisit()
  const places = useMemberPlaces()
  const begun = () => places.begun.find(place => place.key === key)
  const personId = () => personOf(key)
  return visit.draft<MemberFields>(key, {
    read: page => fieldsOf(page, personId()),
    ready: ({ name, relation }) => name.trim() !== '' && relation !== '',
    async save({ name, relation, birth, sex, livingTogether, diedOn }, { id, seenVersion }) {
      const known = personId()
      const before = new Set(visit.household?.members.map(member => member.id))
      const page = await client.households.saveMember({
        visitId: id,
        seenVersion,
        ...(known ? { personId: known } : {}),
        name,
        relation: relation as Relation,
        birth: birth as PlainDate | null,
        sex,
        livingTogether: livingTogether ?? null,
        diedOn: diedOn as PlainDate | null,
      })
      const place = begun()
      if (place && !place.id)
        place.id = page.household?.members.find(member => !before.has(member.id))?.id
      return page
    },
  })
}

/** Begins a member with what the paperwork already says of them. */
export function beginMember(known: Partial<MemberFields> = {}): string {
  const places = useMemberPlaces()
  places.count++
  const key = `new:${places.count}`
  places.begun.push({ key, id: undefined })
  places.open = key
  Object.assign(useMemberDraft(key).fields, known)
  return key
}
