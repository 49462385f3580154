/** Many open cases of made-up people, spread over urgencies, stages, days, streets and planners; the same each time. */
import type { Counter } from './open-counter.ts'
import { CaseStage, Urgency } from '#core/cases/model'
import { gramsOf, initialsOf, nameKey } from '#core/households/name-search-key'
import { addDays, PlainDate } from '#core/kernel/dates'
import { NeedArea } from '#core/records/bodies/need-areas'
import { areaOf } from '#core/worklist/area-of'

const surnames = [...'김이박최정강조윤장임한오서신권황안송류홍']
const syllables = [...'가경광규나다도동라린미민보빈상서선성수숙순승시아연영예용우원유윤은인재정주준지진찬채철태하현혜호홍화환훈희']
const statuses = ['assigned', 'in-contact', 'in-contact', 'not-reached', 'refused'] as const
const batch = 100

/** Two thirds are the planner's, the others the second planner's. @returns ids in the order they were made */
export async function madeUpCases({ db, ids }: Pick<Counter, 'db' | 'ids'>, count: number, today = PlainDate.parse('2026-11-23')): Promise<readonly string[]> {
  let seed = 20_261_123
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const pick = <Item>(from: readonly Item[]): Item => from[random(from.length)]!
  const id = (kind: number, number: number): string => `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
  const made: string[] = []
  for (let first = 0; first < count; first += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - first) }, (_, place) => first + place)
    const people = numbers.map((number) => {
      const name = `${pick(surnames)}${pick(syllables)}${pick(syllables)}`
      const road = `표본로${random(60) + 1}길 ${random(90) + 1}`
      return { number, name, road, household: id(1, number), person: id(2, number) }
    })
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('household').values(people.map(({ household, road }) => ({ id: household, province: '서울특별시', district: '동작구', dong: '표본동', road, detail: '', address_key: nameKey(road), in_district_since: null, in_province_since: null, phone: null, phone_digits: null, call_when: null, destroy_on: null, created_at: '2026-11-01T00:00:00Z', version: 1 }))).execute()
      await transaction.insertInto('person').values(people.map(({ household, person, name }) => ({ id: person, household_id: household, name, name_key: nameKey(name), initials: initialsOf(name), relation: 'head', birth: null, sex: null, living_together: 1, died_on: null, visitor: 1, place: 1, created_at: '2026-11-01T00:00:00Z' }))).execute()
      await transaction.insertInto('person_gram').values(people.flatMap(({ person, name }) => gramsOf(name).map(gram => ({ gram, person_id: person })))).execute()
      await transaction.insertInto('welfare_case').values(people.map(({ number, household, road }) => {
        const status = pick(statuses)
        return {
          id: id(3, number),
          visit_id: null,
          household_id: household,
          event: 'move-in',
          status,
          urgency: pick(Urgency.options),
          kind: 'counselling',
          stage: pick(CaseStage.options.slice(0, 6)),
          difficulty: random(5) + 1,
          planner_id: random(3) === 0 ? ids.secondPlanner : ids.planner,
          opened_at: `${addDays(today, -random(300))}T01:00:00.000Z`,
          first_contact_due: today,
          first_contact_at: null,
          due_clock: 'survey',
          due_on: addDays(today, random(60) - 10),
          paused_since: random(20) === 0 ? addDays(today, -3) : null,
          next_on: random(3) === 0 ? null : addDays(today, random(30) - 5),
          last_contact_on: status === 'assigned' ? null : addDays(today, -random(90)),
          main_need: pick(NeedArea.options),
          area: areaOf('표본동', road),
          unread: Number(random(10) === 0),
          likely: random(9),
          version: 1,
        }
      })).execute()
    })
    made.push(...numbers.map(number => id(3, number)))
  }
  return made
}
