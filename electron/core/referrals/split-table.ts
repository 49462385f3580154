/**
 * Splits a table in text into lines and cells: commas (CSV, RFC 4180), tabs (pasted from a spreadsheet) or semicolons.
 *
 * A quoted cell may hold the separator, line breaks and doubled quotation marks.
 */
export interface TableLine {
  /** As an editor counts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Lines without any content fall out. */
export function splitTable(text: string): TableLine[] {
  const all = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(all.slice(0, all.indexOf('\n') + 1 || all.length))
  const lines: TableLine[] = []
  let [cells, cell, quoted, line, began] = [[] as string[], '', false, 1, 1]
  const endLine = (): void => {
    const done = [...cells, cell].map(each => each.trim())
    if (done.some(each => each !== ''))
      lines.push({ line: began, cells: done })
    ;[cells, cell, began] = [[], '', line + 1]
  }
  for (let at = 0; at < all.length; at++) {
    const letter = all[at]!
    if (quoted) {
      const doubled = letter === '"' && all[at + 1] === '"'
      if (letter === '"' && !doubled) {
        quoted = false
        continue
      }
      cell += letter
      at += doubled ? 1 : 0
      line += letter === '\n' ? 1 : 0
      continue
    }
    if (letter === '"' && cell.trim() === '') {
      [quoted, cell] = [true, '']
    }
    else if (letter === separator) {
      cells.push(cell)
      cell = ''
    }
    else if (letter === '\n') {
      endLine()
      line += 1
    }
    else {
      cell += letter
    }
  }
  endLine()
  return lines
}

/** Whichever stands most often in the first line. */
const separatorOf = (head: string): string =>
  ['\t', ',', ';'].toSorted((one, other) => head.split(other).length - head.split(one).length)[0]!
