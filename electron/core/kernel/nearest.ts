/** "Did you mean": the known words most like what was written. */

/** Letters and pairs of letters: two letters that changed places are still told as a misspelling. */
const partsIn = (word: string): readonly string[] => [...word, ...Array.from(word.slice(1), (letter, at) => word[at]! + letter)]

/** How many parts two words share, from 0 to 1. */
function likeness(word: string, written: string): number {
  const [parts, left] = [partsIn(word.toLowerCase()), partsIn(written.toLowerCase())]
  const open = [...left]
  const shared = parts.filter((part) => {
    const at = open.indexOf(part)
    if (at >= 0)
      open.splice(at, 1)
    return at >= 0
  })
  return 2 * shared.length / (parts.length + left.length)
}

function ranked(written: string, known: Iterable<string>): readonly { readonly word: string, readonly likeness: number }[] {
  return Array.from(known, word => ({ word, likeness: likeness(word, written) })).sort((left, right) => right.likeness - left.likeness)
}

/** @returns the most like first, at most so many, however little they have in common */
export const nearest = (written: string, known: Iterable<string>, most = 3): readonly string[] =>
  ranked(written, known).slice(0, most).map(({ word }) => word)

/** Less than this is another word, no misspelling. */
const misspelt = 0.45

export const findMeant = (written: string, known: Iterable<string>): string | undefined =>
  ranked(written, known).find(({ likeness }) => likeness >= misspelt)?.word
