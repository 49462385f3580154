/**
 * Puts the parts of one record together: the detail counts before the list, the list fills what it leaves open.
 *
 * What no part of an import speaks of stays as it was known: a list alone takes no text away that only a detail has.
 */
import type { Publisher } from '../../policy/official-record.ts'
import type { OfficialFields, PartKind, ReadProblem, RecordPart } from './reading.ts'
import { OfficialRecord } from '../../policy/official-record.ts'
import { canonicalJson } from '../item-text.ts'

export type Merged = { readonly record: OfficialRecord } | { readonly broken: ReadProblem['reason'] & { readonly field?: string } }

const always = ['name', 'summary', 'agency', 'department', 'stages', 'targets', 'themes', 'provision', 'contacts', 'forPersons'] as const
const prose = ['forWhom', 'selection', 'benefit', 'howToApply'] as const

/** Of which fields a part speaks, so that a field left empty in it is empty. */
const speaksOf: Readonly<Record<Publisher, Readonly<Partial<Record<PartKind, readonly (keyof OfficialFields)[]>>>>> = {
  'bokjiro-central': {
    list: [...always.filter(field => field !== 'contacts'), 'cycle', 'ways', 'url', 'views'],
    detail: [...always, ...prose, 'cycle', 'sites', 'laws', 'forms', 'channels', 'referenceYear'],
  },
  // No local service is without its province: where one names none, the known one stays.
  'bokjiro-local': {
    list: [...always.filter(field => field !== 'contacts'), 'district', 'cycle', 'ways', 'url', 'modifiedOn', 'views'],
    detail: [...always, ...prose, 'district', 'cycle', 'ways', 'sites', 'laws', 'forms', 'modifiedOn', 'from', 'until', 'views'],
  },
  'gov24': {
    list: ['name', 'summary', 'agency', 'department', 'province', 'district', 'themes', 'provision', 'contacts', 'forPersons', 'forWhom', 'selection', 'benefit', 'applyPeriod', 'ways', 'channels', 'url', 'modifiedOn', 'views'],
    detail: ['name', 'agency', 'province', 'district', 'provision', 'contacts', ...prose, 'applyPeriod', 'papers', 'channels', 'sites', 'laws', 'modifiedOn'],
    conditions: ['conditions'],
  },
}

const orderOf = (publisher: Publisher, field: keyof OfficialFields): readonly PartKind[] =>
  // The list of 정부24 says in one sentence what its detail says in ten.
  publisher === 'gov24' && field === 'summary' ? ['list', 'detail'] : ['detail', 'list', 'conditions']

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)

const empty = { agency: '', stages: [], targets: [], themes: [], provision: [], ways: [], contacts: [], sites: [], laws: [], forms: [], channels: [], forPersons: true } as const
const fields = Object.keys(OfficialRecord.shape).filter(field => field !== 'id' && field !== 'publisher') as (keyof OfficialFields)[]

/** @param parts of one id. @param known the record as the office knows it so far */
export function mergeRecord(parts: readonly RecordPart[], known: OfficialRecord | undefined): Merged {
  const [first] = parts
  if (!first)
    return { broken: { code: 'record-wrong' } }
  const { id, publisher } = first
  if (known === undefined && parts.every(({ part }) => part === 'conditions'))
    return { broken: { code: 'only-conditions' } }
  const merged: Record<string, unknown> = { ...empty }
  for (const field of fields) {
    const value = valueOf(parts, publisher, field, known)
    if (!isEmpty(value))
      merged[field] = value
  }
  merged.url ??= addressOf(id, publisher)
  const read = OfficialRecord.safeParse({ id, publisher, ...merged })
  if (!read.success)
    return { broken: { code: 'record-wrong', field: read.error.issues[0]?.path.join('.') ?? '' } }
  return { record: withoutViews(read.data) === withoutViews(known) && known ? known : read.data }
}

function valueOf(parts: readonly RecordPart[], publisher: Publisher, field: keyof OfficialFields, known: OfficialRecord | undefined): unknown {
  for (const kind of orderOf(publisher, field)) {
    // Of two with the same id the later one counts.
    const value = parts.findLast(({ part }) => part === kind)?.fields[field]
    if (!isEmpty(value))
      return value
  }
  return parts.some(({ part }) => speaksOf[publisher][part]?.includes(field)) ? undefined : known?.[field]
}

/** The page of a service in the portal, by its id. */
const addressOf = (id: string, publisher: Publisher): string =>
  publisher === 'gov24'
    ? `https://www.gov.kr/portal/rcvfvrSvc/dtlEx/${id.slice(3)}`
    : `https://www.bokjiro.go.kr/ssis-tbu/twataa/wlfareInfo/moveTWAT52011M.do?wlfareInfoId=${id}&wlfareInfoReldBztpCd=${publisher === 'bokjiro-central' ? '01' : '02'}`

/** Views grow every day; a record of which nothing else changed has not changed. */
const withoutViews = (record: OfficialRecord | undefined): string | undefined =>
  record === undefined ? undefined : canonicalJson({ ...record, views: undefined })
