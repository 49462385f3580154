/**
 * A catalogue of any size out of the real records: ids changed, texts varied, broken ones sprinkled in.
 *
 * The same numbers give the same files. Broken ones keep their id where a person would still see it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Row = Record<string, unknown>
const folder = import.meta.dirname
const rowsOf = (name: string): Row[] => (JSON.parse(readFileSync(join(folder, 'gov24', `${name}.json`), 'utf8')) as { data: Row[] }).data
const names = ['serviceList', 'serviceDetail', 'supportConditions'] as const

export interface MadeFile { readonly name: string, readonly text: string }
export interface MadeCatalogue { readonly files: readonly MadeFile[], readonly whole: number, readonly broken: number }

/** 정부24 in its three files, one record a line. @param every nth record of the list is broken; 0 for none */
export function manyGov24(count: number, every = 0, word = ''): MadeCatalogue {
  let broken = 0
  const files = names.map((name) => {
    const rows = rowsOf(name)
    const lines = Array.from({ length: count }, (_, index) => {
      const line = JSON.stringify(varied(rows[index % rows.length]!, index, word))
      if (name !== 'serviceList' || every === 0 || index % every !== every - 1)
        return line
      broken += 1
      return spoilt(line, index)
    })
    return { name: `${name}.json`, text: `{"page":1,"perPage":${count},"totalCount":${count},"currentCount":${count},"matchCount":${count},"data":[\n${lines.join(',\n')}\n]}\n` }
  })
  return { files, whole: count, broken }
}

function varied(row: Row, index: number, word: string): Row {
  const round = String(index).padStart(12, '0')
  return {
    ...row,
    서비스ID: `9${round.slice(1)}`,
    ...typeof row.지원내용 === 'string' ? { 지원내용: `${row.지원내용}\r\n&amp;#9312; 표본 ${index}${word}` } : {},
  }
}

/** In turn: a quotation mark lost, a bracket lost, a name left out. */
const spoilt = (line: string, index: number): string => {
  switch (index % 3) {
    case 0: return line.replace('"서비스명":"', '"서비스명":')
    case 1: return line.replace(/\}$/, '')
    default: return line.replace(/"서비스명":"[^"]*",/, '')
  }
}

/** 복지로 지자체 in one list and its details. @param first number of the first id; @param province instead of 서울특별시 */
export function manyLocal(count: number, first = 90_000_000, province = '서울특별시'): MadeCatalogue {
  const details = readdirSync(join(folder, 'bokjiro-xml')).map(name => readFileSync(join(folder, 'bokjiro-xml', name), 'utf8')).filter(text => text.includes('<ctpvNm>'))
  const records = Array.from({ length: count }, (_, index) => details[index % details.length]!
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<servId>.*?<\/servId>/, `<servId>WLF${String(first + index)}</servId>`)
    .replaceAll('서울특별시', province))
  const list = records.map(record => `<servList>${['servId', 'servNm', 'ctpvNm', 'sggNm', 'servDgst', 'lastModYmd', 'inqNum'].map(field => new RegExp(`<${field}>.*?</${field}>`).exec(record)?.[0] ?? '').join('')}</servList>`)
  return {
    files: [
      { name: 'LcgvWelfarelist.xml', text: `<?xml version="1.0"?><wantedList><totalCount>${count}</totalCount><resultCode>0</resultCode>${list.join('\n')}</wantedList>` },
      { name: 'LcgvWelfaredetailed.xml', text: records.join('\n') },
    ],
    whole: count,
    broken: 0,
  }
}
