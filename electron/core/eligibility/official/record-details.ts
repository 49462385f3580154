/** One record of the official catalogues, whole, with its place and its publisher in words. */
import type { Catalogue } from '../../policy/catalogue.ts'
import type { RecordDetails } from '../model.ts'
import type { OfficialWords } from './words.ts'
import { placeInWords, publishedInWords } from './describe-match.ts'
import { isDiscreet } from './discreet.ts'
import { placeOf } from './place-of-record.ts'

export function recordDetails(catalogue: Catalogue, id: string, words: OfficialWords): RecordDetails | undefined {
  const { records, marks } = catalogue
  const record = records.get(id)
  const changed = marks.get(id)?.mark
  return record && {
    record,
    place: placeInWords(placeOf(record), words),
    published: publishedInWords(record, words),
    ...(changed ? { changed } : {}),
    ...(isDiscreet(catalogue, record) ? { discreet: true as const } : {}),
  }
}
