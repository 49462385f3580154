/** Two versions of a text compared word by word: what is the same, what went, what came. */
import type { Stretch } from '../model.ts'
import { diffArrays } from 'diff'

/** Words with the space behind them, so that a change of one word is one stretch. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

/** Beyond so many differing words a text counts as written anew: comparing goes with their square. */
const mostEdits = 2000

export function wordStretches(before: string, after: string): Stretch[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits })
  if (!parts)
    return [{ is: 'gone', text: before }, { is: 'came', text: after }]
  return parts.map(({ added, removed, value }) => ({ is: added ? 'came' : removed ? 'gone' : 'same', text: value.join('') }))
}
