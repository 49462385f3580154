import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PlainDate } from '#core/kernel/dates'
import { shareOf } from '#core/kernel/money'
import { doubtAbout, figureOn, findFigure, PolicyGap } from '#core/policy/figure'
import { Parameter } from '#core/policy/parameter'
import { readPolicy } from '#server/load-policy'

const day = (text: string): PlainDate => PlainDate.parse(text)
const source = { title: 'made up for the test', url: 'https://example.org', readOn: '2026-01-01' }
const bySize = Parameter.parse({
  id: 'line',
  label: { ko: '기준', en: 'line' },
  unit: 'KRW/month',
  by: 'household-size',
  reviewBy: '2026-12-31',
  values: [
    { from: '2025-01-01', value: { 1: 100, 2: 150, 3: 180, beyond: 30 }, source, confidence: 'to-be-checked' },
    { from: '2026-01-01', value: { 1: 110, 2: 160 }, source },
  ],
})

describe('the figure in force on a day', () => {
  it('changes on its first day, not before', () => {
    expect(figureOn(bySize, day('2025-12-31'), 2)).toBe(150)
    expect(figureOn(bySize, day('2026-01-01'), 2)).toBe(160)
  })

  it('adds for each person over the largest row', () => {
    expect(figureOn(bySize, day('2025-06-01'), 3)).toBe(180)
    expect(figureOn(bySize, day('2025-06-01'), 4)).toBe(210)
    expect(figureOn(bySize, day('2025-06-01'), '6')).toBe(270)
  })

  it('names the file to mend when there is no value yet, or none for the size', () => {
    expect(() => figureOn(bySize, day('2024-12-31'), 1)).toThrow(PolicyGap)
    expect(() => figureOn(bySize, day('2024-12-31'), 1)).toThrow(/resources\/policy\/parameters\/line\.yaml/)
    expect(() => figureOn(bySize, day('2026-06-01'), 3)).toThrow(PolicyGap)
    expect(() => figureOn(bySize, day('2026-06-01'))).toThrow(PolicyGap)
    expect(findFigure(bySize, day('2026-06-01'), 3)).toBeUndefined()
  })

  it('is to be checked when its value is, after its review day, and where there is none', () => {
    expect(doubtAbout(bySize, day('2024-01-01'))).toBe('gap')
    expect(doubtAbout(bySize, day('2025-01-01'))).toBe('to-be-checked')
    expect(doubtAbout(bySize, day('2026-12-31'))).toBeUndefined()
    expect(doubtAbout(bySize, day('2027-01-01'))).toBe('past-review')
  })

  it('refuses values out of order', () => {
    const { values, ...rest } = bySize
    expect(Parameter.safeParse({ ...rest, values: [...values].reverse() }).success).toBe(false)
  })
})

describe('the published thresholds', async () => {
  const { catalogue: { parameters } } = await readPolicy(join(import.meta.dirname, '../../../resources/policy'))
  const median = parameters.get('median-income')!

  /** Livelihood benefit (생계급여), 32 percent, as the notices of 2026 and 2027 print it. */
  it.each([
    ['2026-01-01', 1, 820_556],
    ['2026-12-31', 2, 1_343_773],
    ['2026-06-01', 3, 1_714_892],
    ['2026-06-01', 4, 2_078_316],
    ['2026-06-01', 5, 2_418_150],
    ['2026-06-01', 6, 2_737_905],
  ])('on %s for %i come out to the won', (on, size, won) => {
    expect(shareOf(figureOn(median, day(on), size), 32)).toBe(won)
  })

  it('adds 959,198 won for the eighth person in 2026', () => {
    expect(figureOn(median, day('2026-06-01'), 8)).toBe(9_515_150 + 959_198)
    expect(figureOn(median, day('2026-06-01'), 9)).toBe(9_515_150 + 2 * 959_198)
  })
})
