/** Which number stands at the foot of each page of a book, and where an empty page is needed so that a part begins at the right. */
import type { BookPart } from '#core/guide/book'

export interface PartNumbers {
  /** An empty page stands before it. */
  readonly blank: boolean
  /** Of all sheets of paper: 1 is the first right-hand page. */
  readonly first: number
  /** Of the pages of the part, from 1; empty for a cover. */
  readonly number: (page: number, pages: number) => string
  /** Once it is known how many pages it has. */
  readonly end: (pages: number) => void
}

export function pageNumbering(): { readonly begin: (part: Pick<BookPart, 'numbering' | 'right'>) => PartNumbers, readonly pages: () => number } {
  let pages = 0
  let last: BookPart['numbering'] = 'none'
  const counted = { front: 0, through: 0 }
  const count = (numbering: BookPart['numbering'], more: number): void => {
    pages += more
    if (numbering === 'front' || numbering === 'through')
      counted[numbering] += more
  }
  return {
    pages: () => pages,
    begin({ numbering, right }) {
      const blank = right && pages % 2 === 1
      // The empty page belongs to the part before it.
      if (blank)
        count(last, 1)
      const before = { ...counted }
      last = numbering
      return {
        blank,
        first: pages + 1,
        number: (page, all) => {
          switch (numbering) {
            case 'none': return ''
            case 'front': return roman(before.front + page)
            case 'through': return String(before.through + page)
            case 'own': return `${page} / ${all}`
          }
        },
        end: more => count(numbering, more),
      }
    },
  }
}

const numerals = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const

/** Small Roman numbers, from 1 on. */
export function roman(number: number): string {
  let [left, text] = [number, '']
  for (const [value, letters] of numerals) {
    while (left >= value) {
      text += letters
      left -= value
    }
  }
  return text
}
