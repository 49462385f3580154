import type { CaseSummary } from '../cases/model.ts'
/** Both pictures of a case, members as the household's record has them today. */
import type { Desk } from '../door.ts'
import type { Language } from '../kernel/text.ts'
import type { FamilyMap, MapPerson } from '../records/bodies/family-map.ts'
import type { Pictures } from './contract.ts'
import { readHousehold } from '../households/read-household.ts'
import { beginFamilyMap } from '../records/kinds/family-map.ts'
import { readNewest } from '../records/read-records.ts'
import { drawEcomap } from './draw-ecomap.ts'
import { drawGenogram } from './draw-genogram.ts'
import { wordsOfMap } from './words-of-map.ts'

type Reader = Pick<Desk, 'db' | 'host' | 'today'>

export async function picturesOf(desk: Reader, found: CaseSummary, body: FamilyMap, language: Language, drawn: boolean): Promise<Pictures> {
  const today = { ...body, people: await membersOfToday(desk, found.householdId, body.people) }
  const words = wordsOfMap(desk.host.texts, language)
  return { genogram: drawGenogram(today, desk.today, words), ecomap: drawEcomap(today, words), drawn }
}

export async function familyMapOf(desk: Reader, found: CaseSummary): Promise<{ readonly body: FamilyMap, readonly drawn: boolean }> {
  const kept = await readNewest(desk.db, found.id, 'family-map')
  return kept ? { body: kept.body, drawn: true } : { body: await beginFamilyMap(desk, found), drawn: false }
}

/** What the counter corrects (a name, a birth, a death) is never drawn from an old copy. */
async function membersOfToday({ db, today }: Reader, householdId: string, people: readonly MapPerson[]): Promise<MapPerson[]> {
  const household = await readHousehold(db, householdId, today)
  const members = new Map(household?.members.map(member => [member.id as string, member]))
  return people.map((person) => {
    const member = person.personId === null ? undefined : members.get(person.personId)
    return member
      ? { ...person, name: member.name, sex: member.sex ?? person.sex, birth: member.birth ?? person.birth, died: member.diedOn !== null || person.died, diedOn: member.diedOn ?? person.diedOn }
      : person
  })
}
