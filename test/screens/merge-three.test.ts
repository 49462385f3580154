/** Two people's changes put together: what only one of them changed is never lost, what both changed is named. */
import type { Json } from '#core/kernel/places'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, same, valueAt, withValueAt } from '#core/kernel/places'
import { mergeThree, withMine } from '../../renderer/client/merge-three'

const text = fc.constantFrom('', '가', '나다', '라 마')
const row = fc.record({ id: fc.constantFrom('rowaaa', 'rowbbb', 'rowccc', 'rowddd'), what: text, won: fc.option(fc.nat(3)) })
const body = fc.record({
  words: text,
  day: fc.option(fc.constantFrom('2026-11-23', '2026-11-24')),
  home: fc.record({ tenure: fc.option(fc.constantFrom('own', 'jeonse')), rent: fc.option(fc.nat(3)) }),
  ticks: fc.subarray(['one', 'two', 'three', 'four']),
  rows: fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 4 }),
}) as fc.Arbitrary<Json>

const at = (path: readonly string[]) => path.join('/')
const covers = (clash: readonly string[], path: readonly string[]) => at(path).startsWith(at(clash)) || at(clash).startsWith(at(path))

describe('putting two changes of a record together', () => {
  it('keeps whatever only one of the two changed, wherever it stands', () => {
    fc.assert(fc.property(body, body, body, (base, mine, theirs) => {
      const { merged, clashes } = mergeThree(base, mine, theirs)
      for (const [one, other] of [[mine, theirs], [theirs, mine]] as const) {
        for (const { path, after } of differences(base, one)) {
          const alsoChanged = differences(base, other).some(change => covers(change.path, path))
          // Ticks and the order of rows are put together piece by piece: see below.
          if (!alsoChanged && at(path) !== 'ticks' && at(path) !== 'rows' && !clashes.some(clash => covers(clash.path, path)))
            expect(valueAt(merged, path)).toEqual(after)
        }
      }
    }), { numRuns: 2000 })
  })

  it('is the same whoever is asked, where nothing clashes', () => {
    fc.assert(fc.property(body, body, body, (base, mine, theirs) => {
      const here = mergeThree(base, mine, theirs)
      const there = mergeThree(base, theirs, mine)
      expect(here.clashes.map(({ path }) => at(path)).sort()).toEqual(there.clashes.map(({ path }) => at(path)).sort())
      if (here.clashes.length === 0) {
        const inOrder = (merged: Json | undefined) => withValueAt(withValueAt(merged as Json, ['rows'], [...valueAt(merged, ['rows']) as { id: string }[]].sort((one, other) => one.id.localeCompare(other.id))), ['ticks'], [...valueAt(merged, ['ticks']) as string[]].sort())
        expect(inOrder(here.merged)).toEqual(inOrder(there.merged))
      }
    }), { numRuns: 1000 })
  })

  it('names a place only where both changed it, and differently', () => {
    fc.assert(fc.property(body, body, body, (base, mine, theirs) => {
      for (const { path } of mergeThree(base, mine, theirs).clashes) {
        expect(same(valueAt(base, path), valueAt(mine, path))).toBe(false)
        expect(same(valueAt(base, path), valueAt(theirs, path))).toBe(false)
        expect(same(valueAt(mine, path), valueAt(theirs, path))).toBe(false)
      }
    }), { numRuns: 1000 })
  })

  it('gives mine whole or theirs whole at each place, as it was chosen', () => {
    fc.assert(fc.property(body, body, body, (base, mine, theirs) => {
      const { merged, clashes } = mergeThree(base, mine, theirs)
      const kept = withMine(merged as Json, clashes, new Set(clashes.map(({ path }) => at(path))))
      for (const clash of clashes) {
        expect(valueAt(kept, clash.path)).toEqual(clash.mine)
        expect(valueAt(merged, clash.path)).toEqual(clash.theirs)
      }
    }), { numRuns: 1000 })
  })
})

describe('rows and ticks', () => {
  const rows = (...all: [string, string][]): Json => all.map(([id, what]) => ({ id, what }))

  it('keeps the new rows of both and the order they were put in', () => {
    const base = rows(['first1', '가'])
    expect(mergeThree(base, rows(['first1', '가'], ['mine11', '내 것']), rows(['first1', '가'], ['theirs', '동료 것'])).merged)
      .toEqual(rows(['first1', '가'], ['theirs', '동료 것'], ['mine11', '내 것']))
  })

  it('keeps a new order while a colleague changes what stands in a row', () => {
    const base = rows(['aaaaaa', '1'], ['bbbbbb', '2'], ['cccccc', '3'])
    const mine = rows(['cccccc', '3'], ['aaaaaa', '1'], ['bbbbbb', '2'])
    const theirs = rows(['aaaaaa', '1'], ['bbbbbb', '둘'], ['dddddd', '4'], ['cccccc', '3'])
    expect(mergeThree(base, mine, theirs)).toEqual({ merged: rows(['cccccc', '3'], ['aaaaaa', '1'], ['bbbbbb', '둘'], ['dddddd', '4']), clashes: [] })
  })

  it('names a row that one took out and the other changed, and lets either stand', () => {
    const base = rows(['aaaaaa', '1'], ['bbbbbb', '2'])
    const mine = rows(['bbbbbb', '2'])
    const theirs = rows(['aaaaaa', '하나'], ['bbbbbb', '2'])
    const { merged, clashes } = mergeThree(base, mine, theirs)
    expect(clashes).toMatchObject([{ path: ['aaaaaa'], mine: undefined, theirs: { what: '하나' } }])
    expect(merged).toEqual(theirs)
    expect(withMine(merged as Json, clashes, new Set(['aaaaaa']))).toEqual(mine)
    const other = mergeThree(base, theirs, mine)
    expect(withMine(other.merged as Json, other.clashes, new Set(['aaaaaa']))).toEqual(rows(['bbbbbb', '2'], ['aaaaaa', '하나']))
  })

  it('takes a row out when the other left it alone', () => {
    expect(mergeThree(rows(['aaaaaa', '1'], ['bbbbbb', '2']), rows(['bbbbbb', '2']), rows(['aaaaaa', '1'], ['bbbbbb', '둘'])))
      .toEqual({ merged: rows(['bbbbbb', '둘']), clashes: [] })
  })

  it('puts ticks together one by one', () => {
    expect(mergeThree(['a', 'b'], ['a', 'b', 'mine'], ['b', 'theirs'])).toMatchObject({ clashes: [] })
    expect([...mergeThree(['a', 'b'], ['a', 'b', 'mine'], ['b', 'theirs']).merged as string[]].sort()).toEqual(['b', 'mine', 'theirs'])
  })

  it('sets a place to what was written anew, such as both texts joined', () => {
    const { merged, clashes } = mergeThree({ talk: '' }, { talk: '내 말' }, { talk: '동료 말' })
    expect(withMine(merged as Json, clashes, new Set(), new Map([['talk', '동료 말\n내 말']]))).toEqual({ talk: '동료 말\n내 말' })
  })
})
