/** Whose record it is and which part, by the fields it has: names of files and addresses may say anything. */
import type { Publisher } from '../../policy/official-record.ts'
import type { Values } from './read-values.ts'
import type { OfficialFields, PartKind, RawRecord } from './reading.ts'
import { readCentralDetail, readCentralList } from './read-bokjiro-central.ts'
import { readLocalDetail, readLocalList } from './read-bokjiro-local.ts'
import { readGov24Conditions, readGov24Detail, readGov24List } from './read-gov24.ts'

export interface Format {
  readonly publisher: Publisher
  readonly part: PartKind
  readonly read: (values: Values, raw: RawRecord) => OfficialFields
}

const formats = {
  centralList: { publisher: 'bokjiro-central', part: 'list', read: readCentralList },
  centralDetail: { publisher: 'bokjiro-central', part: 'detail', read: readCentralDetail },
  localList: { publisher: 'bokjiro-local', part: 'list', read: readLocalList },
  localDetail: { publisher: 'bokjiro-local', part: 'detail', read: readLocalDetail },
  gov24List: { publisher: 'gov24', part: 'list', read: readGov24List },
  gov24Detail: { publisher: 'gov24', part: 'detail', read: readGov24Detail },
  gov24Conditions: { publisher: 'gov24', part: 'conditions', read: readGov24Conditions },
} as const satisfies Record<string, Format>

const centralMarks = ['jurMnofNm', 'jurOrgNm', 'tgtrDtlCn', 'wlfareInfoOutlCn', 'lifeArray', 'trgterIndvdlArray', 'intrsThemaArray', 'onapPsbltYn']
const localMarks = ['ctpvNm', 'sggNm', 'bizChrDeptNm', 'sprtTrgtCn', 'lifeNmArray', 'trgterIndvdlNmArray', 'intrsThemaNmArray', 'aplyMtdCn']
const gov24ListMarks = ['서비스목적요약', '사용자구분', '서비스분야', '등록일시', '상세조회URL', '조회수']

/** @returns nothing for a record of no known format */
export function recognise(raw: RawRecord): Format | undefined {
  const has = (field: string): boolean => raw.values.has(field) || raw.groups.has(field)
  if (has('서비스ID') || has('서비스명') || [...raw.values.keys()].some(field => /^JA\d/.test(field))) {
    if ([...raw.values.keys()].some(field => field.startsWith('JA')))
      return formats.gov24Conditions
    return gov24ListMarks.some(has) ? formats.gov24List : formats.gov24Detail
  }
  const central = centralMarks.filter(has).length
  const local = localMarks.filter(has).length
  if (central > local)
    return ['tgtrDtlCn', 'slctCritCn', 'alwServCn', 'wlfareInfoOutlCn', 'crtrYr', 'applmetList', 'baslawList'].some(has) ? formats.centralDetail : formats.centralList
  if (local > 0)
    return ['sprtTrgtCn', 'slctCritCn', 'alwServCn', 'aplyMtdCn', 'enfcBgngYmd', 'baslawList'].some(has) ? formats.localDetail : formats.localList
  return undefined
}
