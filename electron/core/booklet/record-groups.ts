/**
 * Official records of our own district (자치구 공식 기록) as a last chapter: in the publisher's words, nothing claimed.
 * What one of our own services stands for, what is for firms, and what is offered in person only stays out.
 */
import type { RecordDetails } from '../eligibility/model.ts'
import type { OfficialWords } from '../eligibility/official/words.ts'
import type { Block } from '../guide/sheet.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { CenterName } from '../setup/contract.ts'
import type { BookletData } from './booklet-data.ts'
import type { OfYear } from './choose-services.ts'
import type { Indexed } from './index-sheets.ts'
import type { BookletSpeaker } from './speak.ts'
import { mergeRecords } from '../eligibility/official/merge-records.ts'
import { placeOf } from '../eligibility/official/place-of-record.ts'
import { recordDetails } from '../eligibility/official/record-details.ts'
import { qrOf } from '../guide/family/guide-address.ts'
import { recordAnchor } from './booklet-data.ts'
import { inOrder } from './name-index.ts'

/** Enough to see whether it is worth a call; the page behind the address has the rest. */
const MOST_LETTERS = 160

export function districtRecords(catalogue: Catalogue, { province, district }: CenterName, { on }: OfYear, words: OfficialWords): RecordDetails[] {
  const { withRule, twins } = mergeRecords(catalogue.services, catalogue.records)
  const sameAsOther = new Set([...twins.values()].map(({ id }) => id as string))
  return [...catalogue.records.values()]
    .filter(({ id, forPersons, until }) => forPersons && !withRule.has(id) && !sameAsOther.has(id) && (!until || until >= on))
    .filter((record) => {
      const place = placeOf(record)
      return place.reach === 'district' && place.province === province && place.district === district
    })
    .flatMap(({ id }) => recordDetails(catalogue, id, words) ?? [])
    .filter(({ discreet }) => !discreet)
}

export const indexedRecords = (records: readonly RecordDetails[]): Indexed[] => records.map(({ record }) => ({ name: record.name, anchor: recordAnchor(record.id) }))

export function recordEntries(speaker: BookletSpeaker, { records, recordMarks }: Pick<BookletData, 'records' | 'recordMarks'>): Block[] {
  const named = records.map(details => ({ name: details.record.name, details }))
  return inOrder(named, 'ko').map(({ details }) => recordEntry(speaker, details, recordMarks))
}

function recordEntry(speaker: BookletSpeaker, { record, published }: RecordDetails, marks: BookletData['recordMarks']): Block {
  const { b, pick } = speaker
  const mark = marks.get(record.id)
  const phone = record.contacts.slice(0, 2).map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join(b('row.join'))
  const url = record.url && /^https?:\/\/\S+$/.test(record.url) ? record.url : undefined
  return {
    kind: 'entry',
    anchor: recordAnchor(record.id),
    name: record.name,
    ...(mark ? { badge: b(`badge.${mark}`) } : {}),
    summary: cut(record.summary ?? record.benefit ?? ''),
    rows: [
      ...rowOf(b('row.who'), record.forWhom),
      ...rowOf(b('row.what'), record.summary ? record.benefit : undefined),
      ...rowOf(b('row.how'), record.howToApply),
      ...rowOf(b('row.where'), [record.agency, record.department].filter(Boolean).join(' ')),
      ...rowOf(b('row.phone'), phone),
      [b('row.source'), pick(published)],
    ],
    ...qrOf(speaker, { name: { ko: record.name, en: record.name }, url, phone: record.contacts.find(({ phone }) => phone)?.phone }),
  }
}

const rowOf = (label: string, text: string | undefined): [string, string][] => text ? [[label, cut(text)]] : []

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS).toWellFormed()}…` : line
}
