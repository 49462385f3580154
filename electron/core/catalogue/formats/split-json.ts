/**
 * Records of JSON: objects in a list, wherever the list stands (`data` of 정부24, `servList` of 복지로, a bare list),
 * or one record alone. What stands around them is passed over.
 */
import type { Piece, Splitter } from './split.ts'
import { parseJsonRecord } from './parse-record.ts'
import { endOfString, nextBorder, scanObject } from './scan-json.ts'
import { idIn, makeCount, mostOfOne } from './split.ts'

/** Lists inside of a record: contacts, sites, laws, forms, channels. */
const innerList = /"(?:inqpl|baslaw|basfrm|applmet)\w*"\s*:\s*$/
const sign = /["[{\]}]/g

export function splitJson(): Splitter {
  const count = makeCount()
  let text = ''
  let at = 0
  /** Brackets open around the records, outermost first. */
  const around: string[] = []

  const piece = (end: number, outcome: Parameters<typeof count.take>[1]): Piece => {
    const made = count.take(text.slice(at, end), outcome)
    at = end
    return made
  }

  /** @returns nothing where more text is needed */
  const record = (over: boolean): Piece | undefined => {
    const scan = scanObject(text, at)
    if (scan.outcome === 'whole') {
      const read = parseJsonRecord(text.slice(at, scan.end))
      if (!('broken' in read))
        return piece(scan.end, { raw: read })
    }
    else if (scan.outcome === 'more' && !over && text.length - at <= mostOfOne) {
      return undefined
    }
    const next = scan.outcome === 'broken' && scan.next !== undefined ? scan.next : nextBorder(text, at)
    if (next !== undefined)
      return piece(next, { broken: 'json-broken' })
    if (scan.outcome === 'whole')
      return piece(scan.end, { broken: 'json-broken' })
    if (!over && text.length - at <= mostOfOne)
      return undefined
    return piece(text.length, { broken: over ? 'record-cut' : 'too-large' })
  }

  /** Goes on to the next record. @returns whether one begins at `at` */
  const seek = (over: boolean): boolean => {
    sign.lastIndex = at
    for (let found = sign.exec(text); found; found = sign.exec(text)) {
      const { 0: bracket, index } = found
      if (bracket === '"') {
        const end = endOfString(text, index)
        if (end === undefined && !over)
          return pass(index)
        sign.lastIndex = typeof end === 'number' ? end : index + 1
      }
      else if (bracket === '{' && (around.at(-1) === '[' || (around.length === 0 && isAlone(index)))) {
        pass(index)
        return true
      }
      else if (bracket === '{' || bracket === '[') {
        around.push(bracket)
      }
      else {
        around.pop()
      }
    }
    return pass(text.length)
  }
  const pass = (to: number): false => {
    count.skip(text.slice(at, to))
    at = to
    return false
  }
  /** An object that is no envelope: it has an id of its own before any list but its own. */
  const isAlone = (index: number): boolean => {
    const list = text.indexOf('[', index)
    const own = list === -1 ? text.slice(index) : text.slice(index, list)
    return (list === -1 || innerList.test(own)) && (idIn(own) !== undefined)
  }

  const split = (over: boolean): Piece[] => {
    const pieces: Piece[] = []
    while (seek(over)) {
      const made = record(over)
      if (!made)
        break
      pieces.push(made)
    }
    text = text.slice(at)
    at = 0
    return pieces
  }

  return {
    push: (chunk) => {
      text += chunk
      return split(false)
    },
    end: () => split(true),
    around: count.around,
    closed: () => around.length === 0,
  }
}
