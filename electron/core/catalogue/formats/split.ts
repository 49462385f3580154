/**
 * A file in pieces of one record, as its text arrives: chunk after chunk, so that a large file is never held whole.
 *
 * A record that is broken must not take its neighbours with it. So borders are looked for in the text first, and each
 * record is parsed by itself; after a broken one the next border counts.
 */
import type { RawRecord, ReasonCode } from './reading.ts'

export type Piece = {
  /** Of the file, from 1. */
  readonly record: number
  /** On which the record begins, from 1. */
  readonly line: number
} & ({ readonly raw: RawRecord } | { readonly broken: ReasonCode, readonly value?: string, readonly id?: string })

export interface Splitter {
  readonly push: (text: string) => Piece[]
  /** The file is over: what is left is a record cut off, or nothing. */
  readonly end: () => Piece[]
  /** What stood around the records: `totalCount`, `resultCode`. */
  readonly around: () => string
  /** Whatever was opened around the records is closed: the file was not cut between two of them. */
  readonly closed: () => boolean
}

/** Characters of one record beyond which it counts as broken; the largest true one has about 20,000. */
export const mostOfOne = 400_000
/** Characters around the records that are kept. */
const mostAround = 8_000

const written = /(?:<servId>|"servId"\s*:\s*")\s*(WLF\d{8})|"서비스ID"\s*:\s*"([0-9A-Z]{6,40})"/

/** The id of a record that could not be parsed, where its text still tells it. */
export function idIn(text: string): string | undefined {
  const [, bokjiro, gov24] = written.exec(text) ?? []
  return bokjiro ?? (gov24 === undefined ? undefined : `GOV${gov24}`)
}

/** Counts records and lines, and keeps what is around. */
export function makeCount() {
  let record = 0
  let line = 1
  let around = ''
  const pass = (text: string): void => {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      line += 1
  }
  return {
    /** Text between records. */
    skip: (text: string): void => {
      pass(text)
      if (around.length < mostAround)
        around += text.slice(0, mostAround - around.length)
    },
    /** One record with its text. */
    take: (text: string, outcome: { readonly raw: RawRecord } | { readonly broken: ReasonCode, readonly value?: string }): Piece => {
      record += 1
      const begun = line
      pass(text)
      const id = 'broken' in outcome ? idIn(text) : undefined
      return { record, line: begun, ...outcome, ...id === undefined ? {} : { id } }
    },
    around: () => around,
  }
}
