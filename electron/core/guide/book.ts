/** Several sheets in one file: the booklet with its contents and index, or all guides of a day. */
import type { LanguageCode } from '../kernel/text.ts'
import type { Sheet } from './sheet.ts'

export interface BookPart {
  readonly sheet: Sheet
  /**
   * `none` for a cover; `front` small Roman numbers (i, ii), as contents have, whose length nobody knows before;
   * `through` counted on from the part before; `own` begins with 1 and says "n / m", as a guide among other guides.
   */
  readonly numbering: 'none' | 'front' | 'through' | 'own'
  /** Begins on a right-hand page when printed on both sides, with an empty page before it where needed. */
  readonly right: boolean
}

export interface Book {
  /** Title in the file's properties; never a name. */
  readonly title: string
  /** Of the title; of the first part where it is left out. */
  readonly language?: LanguageCode
  readonly parts: readonly BookPart[]
  /** Bound at the side: the inner margin is wider than the outer. */
  readonly bound: boolean
}

export interface DrawingTold {
  /** Parts of all that are drawn. */
  readonly progress?: (done: number, all: number) => void
  /** Asked between parts and every now and then; once it says yes the promise is rejected with `DrawingCancelled`. */
  readonly cancelled?: () => boolean
}
