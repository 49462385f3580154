/** Finds where one JSON object ends, without reading its values; tells where it breaks the rules of brackets and quotes. */

export type Scan
  = | { readonly outcome: 'whole', readonly end: number }
    /** Not valid; `next` where another object seems to begin, because the bracket before it was lost. */
    | { readonly outcome: 'broken', readonly next?: number }
    /** The text ends before the object does. */
    | { readonly outcome: 'more' }

const significant = /[{}[\]",:]/g

/** @param start index of the opening `{` */
export function scanObject(text: string, start: number): Scan {
  const open: string[] = []
  let before = ''
  significant.lastIndex = start
  for (let found = significant.exec(text); found; found = significant.exec(text)) {
    const sign = found[0]
    if (sign === '"') {
      const end = endOfString(text, found.index)
      if (end === undefined)
        return { outcome: 'more' }
      if (end === 'broken')
        return { outcome: 'broken' }
      significant.lastIndex = end
    }
    else if (sign === '{' || sign === '[') {
      // A value stands behind a colon, or in a list: anything else is the next record after a lost bracket.
      if (open.at(-1) === '{' && before !== ':')
        return before === ',' && sign === '{' ? lostBracket(text, found.index) : { outcome: 'broken' }
      open.push(sign)
    }
    else if (sign === '}' || sign === ']') {
      if (open.pop() !== (sign === '}' ? '{' : '['))
        return { outcome: 'broken' }
      if (open.length === 0)
        return { outcome: 'whole', end: found.index + 1 }
    }
    before = sign
  }
  return { outcome: 'more' }
}

function lostBracket(text: string, at: number): Scan {
  const behind = text.slice(at + 1, at + 200).trimStart()
  if (behind === '')
    return { outcome: 'more' }
  return behind.startsWith('"') ? { outcome: 'broken', next: at } : { outcome: 'broken' }
}

/** @returns behind the closing quote; a string never runs over a line */
export function endOfString(text: string, quote: number): number | 'broken' | undefined {
  for (let at = quote + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92)
      at += 1
    else if (code === 34)
      return at + 1
    else if (code === 10 || code === 13)
      return 'broken'
  }
  return undefined
}

/** Between two records, or behind the last. */
const border = /\}\s*(?:,\s*(?=\{\s*")|(?=\]))/g

/** Behind the first border after `from`: where reading goes on after a broken record. */
export function nextBorder(text: string, from: number): number | undefined {
  border.lastIndex = from
  const found = border.exec(text)
  return found ? found.index + 1 : undefined
}
