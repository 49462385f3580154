/**
 * Reads one official file as it arrives: pushes of text in, parts of records and problems out.
 *
 * Which format it is the contents tell: XML begins with `<`, JSON with `{` or `[`.
 */
import type { Publisher } from '../../policy/official-record.ts'
import type { PartKind, Place, ReadProblem, RecordPart, Tell } from './reading.ts'
import type { Piece, Splitter } from './split.ts'
import { idOf, readRecord } from './read-record.ts'
import { excerpt } from './reading.ts'
import { splitJson } from './split-json.ts'
import { splitXml } from './split-xml.ts'

/** What a stretch of a file gave. */
export interface Reading {
  readonly parts: readonly RecordPart[]
  readonly problems: readonly ReadProblem[]
}

/** What a whole file was. */
export interface FileSummary {
  readonly file: string
  /** Records by publisher and part, most first. */
  readonly found: readonly { readonly publisher: Publisher, readonly part: PartKind, readonly records: number }[]
  readonly broken: number
  /** Broken records whose id nobody knows. */
  readonly nameless: number
  /** What the publisher says there are in all, where the file says it. */
  readonly total: number | undefined
}

export interface FileReader {
  readonly push: (text: string) => Reading
  readonly end: () => Reading & { readonly summary: FileSummary }
}

/** Notices of one file beyond which no more are told; broken records all are. */
const mostNotices = 2_000

export function makeFileReader(file: string): FileReader {
  let splitter: Splitter | undefined
  let before = ''
  const found = new Map<string, { publisher: Publisher, part: PartKind, records: number }>()
  let [broken, nameless, notices] = [0, 0, 0]

  const readPieces = (pieces: readonly Piece[]): Reading => {
    const parts: RecordPart[] = []
    const problems: ReadProblem[] = []
    for (const piece of pieces) {
      const { record, line } = piece
      const id = 'raw' in piece ? idOf(piece.raw) : piece.id
      const place = (field?: string): Place => ({ file, record, line, ...id === undefined ? {} : { id: excerpt(id) }, ...field === undefined ? {} : { field } })
      const told: ReadProblem[] = []
      const tell: Tell = (code, field, value) => told.push({ severity: 'notice', place: place(field), reason: { code, ...value === undefined ? {} : { value } } })
      const read = 'raw' in piece ? readRecord(piece.raw, tell) : piece
      if ('part' in read) {
        parts.push(read.part)
        const key = `${read.part.publisher} ${read.part.part}`
        const seen = found.get(key) ?? { publisher: read.part.publisher, part: read.part.part, records: 0 }
        found.set(key, { ...seen, records: seen.records + 1 })
        problems.push(...told.slice(0, Math.max(0, mostNotices - notices)))
        notices += told.length
        continue
      }
      broken += 1
      // What is of no known format is no record of any of these catalogues.
      nameless += id === undefined && read.broken !== 'not-recognised' ? 1 : 0
      problems.push({ severity: 'broken', place: place('field' in read ? read.field : undefined), reason: { code: read.broken, ...read.value === undefined ? {} : { value: read.value } } })
    }
    return { parts, problems }
  }

  const begin = (text: string): Splitter | undefined => {
    const first = text.trimStart()[0]
    return first === '<' ? splitXml() : first === '{' || first === '[' ? splitJson() : undefined
  }

  /** What is wrong with the file as a whole, where anything is. */
  const wholeFile = (reason: ReadProblem['reason'] | undefined): ReadProblem[] => reason === undefined ? [] : [{ severity: 'broken', place: { file }, reason }]

  return {
    push: (text) => {
      if (splitter)
        return readPieces(splitter.push(text))
      before = (before + text).replace(/^\uFEFF/, '').slice(0, 1_000_000)
      splitter = begin(before)
      return splitter ? readPieces(splitter.push(before)) : { parts: [], problems: [] }
    },
    end: () => {
      const last = readPieces(splitter?.end() ?? [])
      const around = splitter?.around() ?? ''
      const total = /(?:<totalCount>\s*|"totalCount"\s*:\s*"?)(\d{1,9})/.exec(around)?.[1]
      const whole = wholeFile(found.size === 0 && broken === 0 ? refusalIn(around) : splitter?.closed() === false && !last.problems.some(({ reason }) => reason.code === 'record-cut') ? { code: 'file-cut' } : undefined)
      return {
        parts: last.parts,
        problems: [...last.problems, ...whole],
        summary: { file, found: [...found.values()].toSorted((one, other) => other.records - one.records), broken: broken + whole.length, nameless: nameless + whole.filter(({ reason }) => reason.code !== 'not-recognised').length, total: total === undefined ? undefined : Number(total) },
      }
    },
  }
}

/** The publisher answers with a code instead of records: its own, or that of the gateway before it. */
function refusalIn(around: string): ReadProblem['reason'] {
  const code = /(?:<(?:resultCode|returnReasonCode)>\s*|"(?:resultCode|returnReasonCode|code)"\s*:\s*"?)(-?\d{1,4})/.exec(around)?.[1]
  return code === undefined || Number(code) === 0 ? { code: 'not-recognised' } : { code: 'refused', value: code }
}
