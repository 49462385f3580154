/** Both pictures of a case, members as the household's record has them today. */
import type { CaseSummary } from '../cases/model.ts'
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
  const today = await mapOfToday(desk, found, body)
  const words = wordsOfMap(desk.host.texts, language)
  return { genogram: drawGenogram(today, desk.today, words), ecomap: drawEcomap(today, words), drawn }
}

async function mapOfToday(desk: Reader, found: CaseSummary, body: FamilyMap): Promise<FamilyMap> {
  const people = await membersOfToday(desk, found.householdId, body.people)
  const there = new Set(people.map(({ id }) => id))
  return { ...body, people, ties: body.ties.filter(({ from, to }) => there.has(from) && there.has(to)) }
}

/** The newest record, members as they are today; without one, as the household tells it. */
export async function familyMapOf(desk: Reader, found: CaseSummary): Promise<{ readonly body: FamilyMap, readonly drawn: boolean }> {
  const kept = await readNewest(desk.db, found.id, 'family-map')
  return { body: await mapOfToday(desk, found, kept?.body ?? await beginFamilyMap(desk, found)), drawn: kept !== undefined }
}

/**
 * Members are named and dated by the household's record of today, so that what the counter corrects is never drawn from an
 * old copy; who is no longer there is not drawn, and no tie to them.
 */
async function membersOfToday({ db, today }: Reader, householdId: string, people: readonly MapPerson[]): Promise<MapPerson[]> {
  const household = await readHousehold(db, householdId, today)
  const members = new Map(household?.members.map(member => [member.id as string, member]))
  return people.flatMap((person) => {
    if (person.personId === null)
      return [person]
    const member = members.get(person.personId)
    return member ? [{ ...person, name: member.name, sex: member.sex, birth: member.birth, died: member.diedOn !== null, diedOn: member.diedOn }] : []
  })
}
