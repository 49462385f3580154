/**
 * Official services that are offered in person only: help after violence, abuse, exploitation, and after a suicide.
 *
 * A family guide is read by whoever is at home. The publishers mark nothing of the kind, so name and summary are read
 * generously: what is kept off paper for a word too many is still on the screen.
 */
import type { Catalogue } from '../../policy/catalogue.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import { oncePer } from '../once-per.ts'
import { mergeRecords } from './merge-records.ts'

const words = /(?:가정|성|교제|데이트|폭력)\s?(?:폭력|피해)|성매매|성착취|성희롱|성범죄|스토킹|학대|자살|해바라기/

/** Violence, abuse, exploitation, suicide, in the words of publishers. */
export const speaksOfViolence = (text: string): boolean => words.test(text)

export const isDiscreet = ({ services, records }: Catalogue, record: OfficialRecord): boolean =>
  speaksOfViolence(`${record.name} ${record.summary ?? ''}`) || ofDiscreetRules(services, records).has(record.id)

const ofDiscreetRules = oncePer((services: Catalogue['services'], records: Catalogue['records']): ReadonlySet<string> =>
  new Set([...mergeRecords(services, records).ofService].flatMap(([id, of]) => services.get(id)?.discreet ? of.map(record => record.id) : [])))
