/** Puts the numbers of pages into lists that were laid out with a word in their place; see `page-list-lines.ts`. */
import type { Inline, Line, Page } from '../pages/pdfmake-parts.ts'
import { PAGES_OF } from '../blocks/page-list-lines.ts'
import { shapedWord } from '../letters/shaped-words.ts'

export const hasPageNumbers = ({ items }: Page): boolean => items.some(({ type, item }) => type === 'line' && (item as Line).id?.startsWith(PAGES_OF))

type Linked = Inline & { linkToDestination?: string | null }

/** @param anchors the number of the page that each came to stand on */
export function putPageNumbers(line: Line & { id?: string | undefined }, anchors: ReadonlyMap<string, string>): void {
  for (const inline of line.inlines as readonly Linked[]) {
    // A line may name what the book does not hold; it leads nowhere.
    if (inline.linkToDestination && !anchors.has(inline.linkToDestination))
      inline.linkToDestination = null
  }
  if (!line.id?.startsWith(PAGES_OF))
    return
  const [, ...wanted] = JSON.parse(line.id.slice(PAGES_OF.length)) as [number, ...string[]]
  line.id = undefined
  // Several on one page are one number.
  const numbers = new Map(wanted.flatMap((anchor) => {
    const number = anchors.get(anchor)
    return number ? [[number, anchor] as const] : []
  }).toReversed())
  const shown = [...numbers].toReversed()
  let end = line.inlines.reduce((width, inline) => width + inline.width, 0)
  // Numbers and the commas between them take turns.
  const texts = (line.inlines as readonly Linked[]).map((inline, at) => {
    const one = shown[at / 2]
    return at % 2 === 0 ? { inline, text: one?.[0] ?? '', anchor: one?.[1] ?? null } : { inline, text: (at + 1) / 2 < shown.length ? inline.text : '', anchor: null }
  })
  for (const { inline, text, anchor } of texts.toReversed()) {
    inline.text = text
    inline.linkToDestination = anchor
    inline.width = shapedWord(inline.font.font, text).width * inline.fontSize / 1000
    end -= inline.width
    inline.x = end
  }
}
