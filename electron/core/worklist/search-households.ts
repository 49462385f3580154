/**
 * The households that a typed text means, as a query inside the query of the worklist: by the indexes of the search
 * for people (prefix ranges, pairs of syllables and initials), without a limit, because the scope narrows it afterwards.
 */
import type { Expression, SelectQueryBuilder, SqlBool } from 'kysely'
import type { Store } from '../host.ts'
import type { SearchText } from '../households/read-search-text.ts'
import type { Schema } from '../store/schema.ts'
import { expressionBuilder, sql } from 'kysely'
import { addressKey } from '../households/address-key.ts'
import { phoneGram } from '../households/name-search-key.ts'
import { readSearchText } from '../households/read-search-text.ts'

/** The first text after everything that begins with `prefix`. */
const endOfRange = (prefix: string): string => `${prefix}\u{10FFFF}`
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const people = (db: Store) => db.selectFrom('person').select('person.household_id')
const withGram = (db: Store, gram: string) => db.selectFrom('person_gram').select('person_id').where('gram', '=', gram)

/** @returns whether a case's household is one of those meant */
export function meansHousehold(db: Store, text: string): Expression<SqlBool> {
  const found = readSearchText(text).flatMap(reading => householdsOf(db, reading))
  if (found.length === 0)
    return sql<SqlBool>`1 = 0`
  const [first, ...others] = found
  const meant = others.reduce((all, query) => all.union(query), first!)
  // Withdrawn, or to be destroyed: from then on nobody finds it.
  const findable = db.selectFrom('household').select('household.id').where('household.destroy_on', 'is', null).where('household.id', 'in', meant)
  return expressionBuilder<Schema, 'welfare_case'>()('welfare_case.household_id', 'in', findable)
}

type Households = SelectQueryBuilder<Schema, keyof Schema, { household_id: string }>

function householdsOf(db: Store, text: SearchText): Households[] {
  switch (text.by) {
    case 'birth':
      return [people(db).where('person.birth', '=', text.day)]
    case 'phone':
      return text.digits.length === 4
        ? [people(db).where('person.id', 'in', withGram(db, phoneGram(text.digits)))]
        : [db.selectFrom('household').select('household.id as household_id').where('phone_digits', '>=', text.digits).where('phone_digits', '<', endOfRange(text.digits))]
    case 'initials':
      return byLetters(db, 'person.initials', text.initials)
    case 'name':
      return [...byLetters(db, 'person.name_key', text.key), byAddress(db, addressKey(text.key, ''))]
    case 'keyboard':
      return byLetters(db, 'person.name_key', text.key)
  }
}

function byLetters(db: Store, column: 'person.name_key' | 'person.initials', text: string): Households[] {
  const beginning = people(db).where(column, '>=', text).where(column, '<', endOfRange(text))
  const letters = [...text]
  if (letters.length < 2)
    return [beginning]
  const narrowed = people(db).where('person.id', 'in', withGram(db, letters.slice(0, 2).join('')))
  const middle = letters.length > 2
    ? narrowed.where('person.id', 'in', withGram(db, letters.slice(-2).join(''))).where(({ eb, ref, val }) => eb(ref(column), 'like', val(`%${escaped(text)}%`)))
    : narrowed
  return [beginning, middle]
}

/** "표본로 12" finds everybody who lives in a house with that beginning of the address. */
const byAddress = (db: Store, key: string): Households =>
  db.selectFrom('household').select('household.id as household_id').where('address_key', '>=', key).where('address_key', '<', endOfRange(key))
