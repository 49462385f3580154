/**
 * The stored households that may be looked at again, page by page: so much of each as a rule may turn on, and nothing
 * else. No name, address or phone is read. Whoever withdrew is found by nobody any more and not here either.
 */
import type { Store } from '../../host.ts'
import type { StoredHousehold } from './screen-page.ts'
import * as z from 'zod'
import { ConsentItem, SignerCapacity } from '../../consent/model.ts'
import { Paperwork } from '../../intake/model.ts'
import { PersonId } from '../../kernel/ids.ts'

/** Few enough to be read between two answers at the counter. */
const householdsOfAPage = 100

const findable = (db: Store) => db.selectFrom('household').where('destroy_on', 'is', null)

export async function countHouseholds(db: Store): Promise<number> {
  const row = await findable(db).select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function* readPages(db: Store): AsyncGenerator<readonly StoredHousehold[]> {
  let last = ''
  for (;;) {
    const rows = await findable(db)
      .select(['id', 'province', 'district', 'in_district_since', 'in_province_since', 'version'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(householdsOfAPage)
      .execute()
    if (rows.length === 0)
      return
    last = rows.at(-1)!.id
    yield await withWhatIsKnown(db, rows)
  }
}

type Found = Pick<StoredHousehold['rows']['row'], 'id' | 'province' | 'district' | 'in_district_since' | 'in_province_since' | 'version'>

async function withWhatIsKnown(db: Store, rows: readonly Found[]): Promise<StoredHousehold[]> {
  const ids = rows.map(({ id }) => id)
  const persons = Map.groupBy(await db.selectFrom('person').select(['household_id', 'id', 'relation', 'birth', 'sex', 'living_together', 'died_on', 'visitor']).where('household_id', 'in', ids).orderBy('place').execute(), ({ household_id }) => household_id)
  const known = Map.groupBy(await db.selectFrom('fact').select(['household_id', 'person_id', 'name', 'value', 'said_by', 'at']).where('household_id', 'in', ids).execute(), ({ household_id }) => household_id)
  const received = Map.groupBy(await db.selectFrom('receives').select(['household_id', 'person_id', 'service_id', 'receives']).where('household_id', 'in', ids).execute(), ({ household_id }) => household_id)
  const consents = Map.groupBy(await db.selectFrom('consent').select(['household_id', 'person_id', 'capacity', 'answers', 'withdrawn']).where('household_id', 'in', ids).orderBy('at', 'desc').orderBy('id', 'desc').execute(), ({ household_id }) => household_id)
  const visits = Map.groupBy(await db.selectFrom('visit').select(['household_id', 'event', 'paperwork']).where('household_id', 'in', ids).orderBy('opened_at', 'desc').execute(), ({ household_id }) => household_id)
  return rows.flatMap((row) => {
    const [visit] = visits.get(row.id) ?? []
    return visit === undefined
      ? []
      : [{
          rows: {
            row: { ...row, dong: '', road: '', detail: '', phone: null, call_when: null },
            persons: (persons.get(row.id) ?? []).map(person => ({ ...person, name: '' })),
            known: known.get(row.id) ?? [],
            received: received.get(row.id) ?? [],
            consents: (consents.get(row.id) ?? []).map(consentOf),
          },
          paperwork: Paperwork.parse(visit.paperwork === null ? { event: visit.event } : JSON.parse(visit.paperwork)),
        }]
  })
}

const Answers = z.record(ConsentItem, z.boolean())

const consentOf = ({ person_id, capacity, answers, withdrawn }: { readonly person_id: string, readonly capacity: string, readonly answers: string, readonly withdrawn: string }): StoredHousehold['rows']['consents'][number] => ({
  personId: PersonId.parse(person_id),
  capacity: SignerCapacity.parse(capacity),
  answers: Answers.parse(JSON.parse(answers)),
  withdrawn: z.array(ConsentItem).parse(JSON.parse(withdrawn)),
})
