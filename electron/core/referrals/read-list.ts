/**
 * Reading a list of agencies that an office has as a table (CSV, or pasted from a spreadsheet).
 *
 * Columns are named in Korean in the first line: 기관명, 분야, 구분 have to be there. A line that is not right is told
 * with its number and left out; nothing is guessed.
 */
import type { AgencyList, AgencyView, LineTrouble } from './agency.ts'
import { nameKey } from '../households/name-search-key.ts'
import { AgencyDetails, AgencyField } from './agency.ts'
import { splitTable } from './split-table.ts'

type Column = keyof AgencyDetails

/** What a column may be called; the first is how Maji calls it. */
export const columnNames = {
  name: ['기관명', '기관', '이름', '명칭'],
  fields: ['분야', '영역'],
  sector: ['구분', '공공민간', '공공/민간', '유형'],
  area: ['지역', '관할', '관할지역', '이용지역'],
  contact: ['담당', '담당자'],
  phone: ['전화', '전화번호', '연락처'],
  fax: ['팩스', '팩스번호'],
  address: ['주소', '소재지'],
  directions: ['찾아가는길', '오시는길', '교통'],
  note: ['비고', '메모', '내용'],
  capacity: ['정원', '수용', '정원(가구)'],
} as const satisfies Record<Column, readonly string[]>

const fieldWords: Record<AgencyField, readonly string[]> = {
  'welfare': ['복지'],
  'health': ['보건', '의료', '건강'],
  'mental-health': ['정신건강', '정신', '중독'],
  'care': ['돌봄', '요양'],
  'employment': ['고용', '일자리', '취업', '직업'],
  'housing': ['주거', '주택'],
  'education': ['교육', '학습'],
  'legal': ['법률', '권익'],
  'safety': ['안전', '보호', '폭력'],
  'other': ['기타'],
}
const sectorWords = { 공공: 'public', 국가: 'public', 지자체: 'public', 민간: 'private', 위탁: 'private' } as const

type Read = { readonly agency: AgencyDetails } | { readonly reason: LineTrouble, readonly value: string }

/** @param known the directory as it is, to tell what is new */
export function readAgencyList(text: string, known: readonly AgencyView[]): AgencyList {
  const [head, ...lines] = splitTable(text)
  const columns = (head?.cells ?? []).map(columnOf)
  const list: AgencyList = {
    missingColumns: (['name', 'fields', 'sector'] as const).filter(column => !columns.includes(column)),
    unknownColumns: (head?.cells ?? []).filter((name, place) => name !== '' && columns[place] === undefined),
    rows: [],
    troubles: [],
  }
  if (list.missingColumns.length > 0)
    return list
  const byName = new Map(known.map(agency => [nameKey(agency.name), agency]))
  const seen = new Set<string>()
  for (const { line, cells } of lines) {
    const read = readLine(column => cells[columns.indexOf(column)]?.trim() ?? '', column => columns.includes(column), byName)
    const twice = 'agency' in read && seen.has(nameKey(read.agency.name))
    if ('reason' in read || twice) {
      list.troubles.push({ line, ...('reason' in read ? read : { reason: 'twice', value: read.agency.name }) })
      continue
    }
    seen.add(nameKey(read.agency.name))
    const before = byName.get(nameKey(read.agency.name))
    list.rows.push({ line, agency: read.agency, becomes: !before ? 'new' : sameDetails(before, read.agency) ? 'same' : 'changed' })
  }
  return list
}

const bare = (word: string): string => word.replace(/[\s·.]/g, '')
const columnOf = (name: string): Column | undefined =>
  (Object.keys(columnNames) as Column[]).find(column => (columnNames[column] as readonly string[]).some(known => bare(known) === bare(name)))

/** A column that the list does not have keeps what the directory says. */
function readLine(cell: (column: Column) => string, has: (column: Column) => boolean, known: ReadonlyMap<string, AgencyView>): Read {
  const name = cell('name')
  if (name === '')
    return { reason: 'name-missing', value: '' }
  const words = cell('fields').split(/[,/·;]/).map(word => word.trim()).filter(word => word !== '')
  const fields = words.map(fieldOf)
  const unknown = words.find((_, place) => fields[place] === undefined)
  if (words.length === 0 || unknown !== undefined)
    return words.length === 0 ? { reason: 'field-missing', value: '' } : { reason: 'field-unknown', value: unknown ?? '' }
  const sector = Object.entries(sectorWords).find(([word]) => cell('sector').startsWith(word))?.[1]
  if (!sector)
    return { reason: cell('sector') === '' ? 'sector-missing' : 'sector-unknown', value: cell('sector') }
  const number = cell('capacity').replace(/[가구명,\s]/g, '')
  if (number !== '' && !/^\d{1,5}$/.test(number))
    return { reason: 'capacity-not-number', value: cell('capacity') }
  const before = known.get(nameKey(name))
  const text = (column: 'area' | 'contact' | 'address' | 'directions' | 'note'): string => has(column) ? cell(column) : before?.[column] ?? ''
  const phone = (column: 'phone' | 'fax'): string | null => has(column) ? cell(column) || null : before?.[column] ?? null
  const agency = AgencyDetails.safeParse({
    name,
    fields: [...new Set(fields)],
    sector,
    area: text('area'),
    contact: text('contact'),
    phone: phone('phone'),
    fax: phone('fax'),
    address: text('address'),
    directions: text('directions'),
    note: text('note'),
    capacity: has('capacity') ? number === '' ? null : Number(number) : before?.capacity ?? null,
  })
  if (agency.success)
    return { agency: agency.data }
  const at = agency.error.issues[0]?.path[0] as Column | undefined
  return { reason: at === 'phone' || at === 'fax' ? 'phone-malformed' : 'too-long', value: at ? cell(at).slice(0, 40) : '' }
}

const fieldOf = (word: string): AgencyField | undefined =>
  AgencyField.options.find(field => fieldWords[field].some(known => bare(word) === known || bare(word) === `${known}기관`))

const sameDetails = (before: AgencyView, next: AgencyDetails): boolean =>
  (Object.keys(next) as Column[]).every(column => JSON.stringify(before[column]) === JSON.stringify(next[column]))
