/** Records of 복지로's XML: `<servList>` in a list, `<wantedDtl>` in a detail, one or many in a file. */
import type { Piece, Splitter } from './split.ts'
import { parseXmlRecord } from './parse-record.ts'
import { excerpt } from './reading.ts'
import { makeCount, mostOfOne } from './split.ts'

const opening = /<(servList|wantedDtl)(?=[\s>/])/g
/** Longest beginning of a tag that a chunk may cut. */
const tagLength = 16
const list = /<(\/?)wantedList[\s>]/g

export function splitXml(): Splitter {
  const count = makeCount()
  let text = ''
  /** Lists opened and not closed yet. */
  let lists = 0
  const pass = (between: string): void => {
    for (const [, closing] of between.matchAll(list))
      lists += closing === '' ? 1 : -1
    count.skip(between)
  }

  /** From one border to the next; stops where more text is needed. */
  const split = (over: boolean): Piece[] => {
    const pieces: Piece[] = []
    let at = 0
    for (;;) {
      const start = find(opening, text, at)
      if (start === undefined) {
        const tag = text.lastIndexOf('<')
        const kept = over || tag < text.length - tagLength ? text.length : Math.max(at, tag)
        pass(text.slice(at, kept))
        at = kept
        break
      }
      pass(text.slice(at, start.index))
      at = start.index
      const close = `</${start[1]}>`
      const end = text.indexOf(close, at)
      const next = find(opening, end === -1 ? text : text.slice(0, end), at + 1)?.index
      if (next !== undefined) {
        pieces.push(count.take(text.slice(at, next), { broken: 'record-cut' }))
        at = next
      }
      else if (end !== -1) {
        const whole = text.slice(at, end + close.length)
        pieces.push(count.take(whole, parsed(whole)))
        at = end + close.length
      }
      else if (over || text.length - at > mostOfOne) {
        pieces.push(count.take(text.slice(at), { broken: over ? 'record-cut' : 'too-large' }))
        at = text.length
      }
      else {
        break
      }
    }
    text = text.slice(at)
    return pieces
  }

  return {
    push: (chunk) => {
      text += chunk
      return split(false)
    },
    end: () => split(true),
    around: count.around,
    closed: () => lists === 0,
  }
}

function find(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from
  return pattern.exec(text) ?? undefined
}

function parsed(text: string) {
  const read = text.length > mostOfOne ? { broken: 'too-large' as const } : parseXmlRecord(text)
  return 'broken' in read ? { broken: read.broken === 'too-large' ? 'too-large' as const : 'xml-broken' as const, value: excerpt(read.broken) } : { raw: read }
}
