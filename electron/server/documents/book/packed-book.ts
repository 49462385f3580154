/** A book on its way to its thread: an emblem that is on two hundred guides goes over once. */
import type { Book, BookPart } from '#core/guide/book'
import type { Emblem, Sheet } from '#core/guide/sheet'

export interface PackedBook extends Omit<Book, 'parts'> {
  readonly parts: readonly (Omit<BookPart, 'sheet'> & { readonly sheet: Omit<Sheet, 'emblem'>, readonly emblem: number })[]
  readonly emblems: readonly Emblem[]
}

export function packed({ parts, ...book }: Book): PackedBook {
  const emblems: Emblem[] = []
  const placeOf = (emblem: Emblem): number => {
    const known = emblems.findIndex(({ base64 }) => base64 === emblem.base64)
    return known >= 0 ? known : emblems.push(emblem) - 1
  }
  return {
    ...book,
    parts: parts.map(({ sheet: { emblem, ...sheet }, ...part }) => ({ ...part, sheet, emblem: emblem ? placeOf(emblem) : -1 })),
    emblems,
  }
}

export const unpacked = ({ parts, emblems, ...book }: PackedBook): Book => ({
  ...book,
  parts: parts.map(({ sheet, emblem, ...part }) => {
    const own = emblems[emblem]
    return { ...part, sheet: own ? { ...sheet, emblem: own } : sheet }
  }),
})
