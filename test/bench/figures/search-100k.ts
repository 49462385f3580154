/** Names among 100,000 residents: part of a name, initials, prefix. Peer: `LIKE '%…%'` over the same table. */
import type { Figure } from '../run.ts'
import { sql } from 'kysely'
import { findPersons } from '#core/households/find-persons'
import { gramsOf, initialsOf, nameKey } from '#core/households/name-search-key'
import { readSearchText } from '#core/households/read-search-text'
import { memoryStore } from '../../support/open-counter.ts'
import { medianMs, rounded } from '../median.ts'

const surnames = [...'김이박최정강조윤장임한오서신권황안송류홍']
const syllables = [...'가경광규나다도동라린미민보빈상서선성수숙순승시아연영예용우원유윤은인재정주준지진찬채철태하현혜호홍화환훈희']

export async function measure(): Promise<Figure> {
  const db = await memoryStore()
  let seed = 20_261_122
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const pick = (from: string[]): string => from[random(from.length)]!
  await db.insertInto('household').values({ id: 'h', province: '', district: '', dong: '표본동', road: '', detail: '', address_key: '', in_district_since: null, in_province_since: null, phone: null, phone_digits: null, call_when: null, destroy_on: null, created_at: '', version: 1 }).execute()
  for (let batch = 0; batch < 500; batch++) {
    const people = Array.from({ length: 200 }, (_, index) => ({ id: `p${batch * 200 + index}`, name: `${pick(surnames)}${pick(syllables)}${pick(syllables)}` }))
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('person').values(people.map(({ id, name }) => ({ id, household_id: 'h', name, name_key: nameKey(name), initials: initialsOf(name), relation: 'head', birth: null, sex: null, living_together: 1, died_on: null, visitor: 0, place: 1, created_at: '' }))).execute()
      await transaction.insertInto('person_gram').values(people.flatMap(({ id, name }) => gramsOf(name).map(gram => ({ gram, person_id: id })))).execute()
    })
  }
  await sql`analyze`.execute(db)
  const texts = ['서준', '김서', '민', 'ㄱㅅㅈ', 'ㅅㅈ', '홍희훈']
  const ours = await medianMs(31, async () => {
    for (const text of texts) {
      for (const reading of readSearchText(text))
        await findPersons(db, reading, 20)
    }
  })
  const peer = await medianMs(11, async () => {
    for (const text of texts) {
      const column = /^[\u3131-\u314E]/.test(text) ? 'initials' : 'name_key'
      await sql`select p.* from person p join household h on h.id = p.household_id where ${sql.ref(`p.${column}`)} like ${`%${text}%`} order by p.name_key limit 20`.execute(db)
    }
  })
  await db.destroy()
  return { name: 'search-100k', value: rounded(ours / texts.length), unit: 'ms a search', peer: 'LIKE scan', ratio: rounded(peer / ours) }
}
