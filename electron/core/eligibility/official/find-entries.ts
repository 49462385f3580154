/** Finds services of ours and official records by parts of their names and agencies, those by name first. */
import type { Catalogue } from '../../policy/catalogue.ts'
import type { FoundEntry } from '../model.ts'
import type { OfficialWords } from './words.ts'
import { oncePer } from '../once-per.ts'
import { placeInWords } from './describe-match.ts'
import { bareWords } from './index-records.ts'
import { mergeRecords } from './merge-records.ts'
import { placeOf } from './place-of-record.ts'

interface Findable { readonly name: string, readonly words: string, readonly entry: FoundEntry }

/** Everything that can be found, the rules of ours first; a record with a rule is found as the rule. */
const findables = oncePer((records: Catalogue['records'], services: Catalogue['services'], words: OfficialWords): readonly Findable[] => {
  const { withRule } = mergeRecords(services, records)
  return [
    ...Array.from(services.values(), ({ id, name, agency }): Findable =>
      ({ name: bareWords(`${name.ko} ${name.en}`), words: bareWords(`${name.ko} ${name.en} ${agency.ko}`), entry: { kind: 'service', id, name, agency } })),
    ...[...records.values()].filter(({ id, forPersons }) => forPersons && !withRule.has(id)).map((record): Findable => {
      const both = (text: string) => ({ ko: text, en: text })
      return {
        name: bareWords(record.name),
        words: bareWords(`${record.name} ${record.agency}`),
        entry: { kind: 'record', id: record.id, name: both(record.name), agency: both(record.agency || record.name), place: placeInWords(placeOf(record), words) },
      }
    }),
  ]
})

export function findEntries({ records, services }: Catalogue, text: string, limit: number, words: OfficialWords): FoundEntry[] {
  const parts = text.trim().split(/\s+/).filter(part => part !== '').map(bareWords)
  if (parts.length === 0)
    return []
  const found = findables(records, services, words).filter(findable => parts.every(part => findable.words.includes(part)))
  return found
    .toSorted((left, right) => Number(right.name.includes(parts[0]!)) - Number(left.name.includes(parts[0]!)))
    .slice(0, limit)
    .map(({ entry }) => entry)
}
