import type { Document, LineCounter, ParsedNode } from 'yaml'

/** The line where a value stands; of a key that is missing, the line of what should hold it. */
export function lineFinder(document: Document.Parsed<ParsedNode>, lines: LineCounter): (path: readonly PropertyKey[]) => number {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      const start = (node as { range?: readonly number[] } | undefined)?.range?.[0]
      if (start !== undefined)
        return Math.max(1, lines.linePos(start).line)
    }
    return 1
  }
}
