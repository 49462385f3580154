/** "Did you mean": the known words most like what was written. */

/** How many pairs of letters two words share, for their length: enough to find what was misspelt. */
function likeness(word: string, written: string): number {
  const pairs = (text: string): readonly string[] => Array.from(text.slice(1), (letter, at) => text[at]! + letter)
  const known = new Set(pairs(written))
  return 2 * pairs(word).filter(pair => known.has(pair)).length / (word.length + written.length)
}

/** @returns the most like first, at most so many; those that share nothing come last */
export function nearest(written: string, known: Iterable<string>, most = 3): readonly string[] {
  const asWritten = written.toLowerCase()
  return Array.from(known, word => ({ word, likeness: likeness(word.toLowerCase(), asWritten) }))
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, most)
    .map(({ word }) => word)
}
