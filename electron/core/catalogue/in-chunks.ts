/** Long lists in portions that both databases take: SQLite binds at most 32,766 values a statement. */
export function inChunks<Entry>(list: readonly Entry[], size: number): readonly (readonly Entry[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}
