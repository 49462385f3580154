/**
 * Finding people by what was typed, by indexes only: prefix ranges, and pairs of syllables or initials.
 *
 * A pair of syllables narrows a name of any length; what is longer is then compared as text.
 */
import type { SelectQueryBuilder } from 'kysely'
import type { Store } from '../host.ts'
import type { Schema } from '../store/schema.ts'
import type { SearchText } from './read-search-text.ts'
import { phoneGram } from './name-search-key.ts'

export interface PersonRow {
  readonly id: string
  readonly household_id: string
  readonly name: string
  readonly birth: string | null
  readonly phone: string | null
  readonly dong: string
}

type People = SelectQueryBuilder<Schema, 'person' | 'household', PersonRow>

const people = (db: Store): People => db.selectFrom('person')
  .innerJoin('household', 'household.id', 'person.household_id')
  .where('household.destroy_on', 'is', null)
  .select(['person.id', 'person.household_id', 'person.name', 'person.birth', 'household.phone', 'household.dong'])

/** The first text after everything that begins with `prefix`. */
const endOfRange = (prefix: string): string => `${prefix}\u{10FFFF}`

const withGram = (query: People, db: Store, gram: string): People =>
  query.where('person.id', 'in', db.selectFrom('person_gram').select('person_id').where('gram', '=', gram))

/** @returns at most `limit`, whole names and beginnings before parts from the middle */
export async function findPersons(db: Store, text: SearchText, limit: number): Promise<readonly PersonRow[]> {
  switch (text.by) {
    case 'birth':
      return people(db).where('person.birth', '=', text.day).orderBy('person.name_key').limit(limit).execute()
    case 'phone':
      return findByPhone(db, text.digits, limit)
    case 'initials': {
      const beginning = await people(db).where('person.initials', '>=', text.initials).where('person.initials', '<', endOfRange(text.initials)).orderBy('person.initials').limit(limit).execute()
      return beginning.length >= limit || text.initials.length < 2
        ? beginning
        : joined(beginning, await inTheMiddle(db, 'person.initials', text.initials, limit), limit)
    }
    case 'name':
    case 'keyboard': {
      const beginning = await people(db).where('person.name_key', '>=', text.key).where('person.name_key', '<', endOfRange(text.key)).orderBy('person.name_key').limit(limit).execute()
      return beginning.length >= limit
        ? beginning
        : joined(beginning, await inTheMiddle(db, 'person.name_key', text.key, limit), limit)
    }
  }
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

function inTheMiddle(db: Store, column: 'person.name_key' | 'person.initials', text: string, limit: number): Promise<readonly PersonRow[]> {
  const letters = [...text]
  const gram = letters.length >= 2 ? letters.slice(0, 2).join('') : text
  const narrowed = withGram(people(db), db, gram)
  const last = letters.slice(-2).join('')
  const both = letters.length > 2 ? withGram(narrowed, db, last) : narrowed
  const compared = letters.length > 2
    ? both.where(({ eb, ref, val }) => eb(ref(column), 'like', val(`%${escaped(text)}%`)))
    : both
  return compared.limit(limit).execute()
}

async function findByPhone(db: Store, digits: string, limit: number): Promise<readonly PersonRow[]> {
  const visitors = people(db).where('person.visitor', '=', 1)
  if (digits.length === 4) {
    return withGram(people(db), db, phoneGram(digits)).where('person.visitor', '=', 1).limit(limit).execute()
  }
  return visitors.where('household.phone_digits', '>=', digits).where('household.phone_digits', '<', endOfRange(digits)).limit(limit).execute()
}

function joined(first: readonly PersonRow[], then: readonly PersonRow[], limit: number): readonly PersonRow[] {
  const seen = new Set(first.map(({ id }) => id))
  return [...first, ...then.filter(({ id }) => !seen.has(id))].slice(0, limit)
}
