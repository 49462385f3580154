import type { Instant } from '#core/kernel/dates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumberOf, dayOfNumber } from '#core/kernel/calendar'
import { addDays, addMonths, addYears, completedMonths, completedYears, dayOfCompleting, daysBetween, endOfMonth, firstDayOfMonth, lastDayOfPeriod, PlainDate, seoulDayOf, todayInSeoul, weekday } from '#core/kernel/dates'

const day = (text: string): PlainDate => PlainDate.parse(text)

/** Day numbers of the years 1600 to 2399, with every rule of leap years in them. */
const dayNumbers = fc.integer({ min: Date.UTC(1600, 0, 1) / 86_400_000, max: Date.UTC(2399, 11, 31) / 86_400_000 })
const days = dayNumbers.map(dayOfNumber)
const inUtc = (text: PlainDate): Date => new Date(`${text}T00:00:00Z`)

describe('the calendar', () => {
  it('agrees with UTC on every day there and back', () => {
    fc.assert(fc.property(dayNumbers, (number) => {
      const text = dayOfNumber(number)
      expect(text).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      expect(dayNumberOf(text)).toBe(number)
    }), { numRuns: 2000 })
  })

  it('adds and counts days as UTC does', () => {
    fc.assert(fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (start, count) => {
      const end = addDays(start, count)
      expect(inUtc(end).getTime()).toBe(inUtc(start).getTime() + count * 86_400_000)
      expect(daysBetween(start, end)).toBe(count)
    }))
  })

  it('knows the weekday of every day', () => {
    fc.assert(fc.property(days, text => weekday(text) === inUtc(text).getUTCDay()))
    expect(weekday(day('2026-11-22'))).toBe(0)
  })

  it('reaches from the years 0 to 9999 and no further', () => {
    expect(addDays(day('0001-01-01'), -1)).toBe('0000-12-31')
    expect(addDays(day('9999-12-30'), 1)).toBe('9999-12-31')
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  })
})

describe('adding months and years', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (start, count, end) => expect(addMonths(day(start), count)).toBe(end))

  it('takes the last of February where 29 February has no other year', () => {
    expect(addYears(day('2028-02-29'), 1)).toBe('2029-02-28')
    expect(addYears(day('2028-02-29'), 4)).toBe('2032-02-29')
  })

  it('stays in the month that is meant, on the same day or its last', () => {
    fc.assert(fc.property(days, fc.integer({ min: -600, max: 600 }), (start, count) => {
      const end = addMonths(start, count)
      const meant = new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1 + count, 1))
      expect(end.slice(0, 7)).toBe(meant.toISOString().slice(0, 7))
      expect(end.slice(8) === start.slice(8) || (end === endOfMonth(end) && end.slice(8) < start.slice(8))).toBe(true)
    }))
  })

  it('finds the ends of a month', () => {
    expect(endOfMonth(day('2028-02-10'))).toBe('2028-02-29')
    expect(endOfMonth(day('1900-02-10'))).toBe('1900-02-28')
    expect(firstDayOfMonth(day('2026-12-31'))).toBe('2026-12-01')
  })
})

describe('completed years and months', () => {
  it('changes the age on the birthday, not before', () => {
    expect(completedYears(day('1961-11-23'), day('2026-11-22'))).toBe(64)
    expect(completedYears(day('1961-11-22'), day('2026-11-22'))).toBe(65)
  })

  it('completes a year of someone born on 29 February on 1 March', () => {
    expect(completedYears(day('2024-02-29'), day('2025-02-28'))).toBe(0)
    expect(completedYears(day('2024-02-29'), day('2025-03-01'))).toBe(1)
    expect(completedYears(day('2024-02-29'), day('2028-02-29'))).toBe(4)
  })

  it.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-01', 1],
    ['2026-01-31', '2026-03-31', 2],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-12-21', 0],
    ['2026-11-22', '2026-12-22', 1],
    ['2026-12-01', '2026-11-30', -1],
  ])('of a life from %s to %s are %i months', (since, on, months) => expect(completedMonths(day(since), day(on))).toBe(months))

  it('counts twelve months for each year', () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 40_000 }), (birth, later) => {
      const on = addDays(birth, later)
      expect(Math.floor(completedMonths(birth, on) / 12)).toBe(completedYears(birth, on))
    }))
  })
})

describe('the day of completing so many years or months', () => {
  it.each([
    ['1962-03-02', 65, 'years', '2027-03-02'],
    ['2024-02-29', 1, 'years', '2025-03-01'],
    ['2024-02-29', 4, 'years', '2028-02-29'],
    ['2026-01-31', 1, 'months', '2026-03-01'],
    ['2026-01-31', 2, 'months', '2026-03-31'],
    ['2026-11-22', 0, 'months', '2026-11-22'],
    ['2026-11-20', 90, 'days', '2027-02-18'],
  ] as const)('of %s, %i %s, is %s', (since, count, unit, first) => expect(dayOfCompleting(day(since), count, unit)).toBe(first))

  it('is the first on which the age is reached', () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 1200 }), (birth, count) => {
      const [year, month] = [dayOfCompleting(birth, count, 'years')!, dayOfCompleting(birth, count, 'months')!]
      expect([completedYears(birth, year), completedYears(birth, addDays(year, -1))]).toEqual([count, count - 1])
      expect([completedMonths(birth, month), completedMonths(birth, addDays(month, -1))]).toEqual([count, count - 1])
    }))
  })

  it('is none where the calendar ends', () => {
    expect(dayOfCompleting(day('9990-01-01'), 9, 'years')).toBeUndefined()
    expect(dayOfCompleting(day('2026-01-01'), 99_999, 'months')).toBeUndefined()
    expect(dayOfCompleting(day('2026-01-01'), 9_999_999, 'days')).toBeUndefined()
  })
})

describe('the last day of a period', () => {
  it.each([
    ['2026-11-12', 60, 'days', '2027-01-10'],
    ['2026-03-01', 1, 'months', '2026-03-31'],
    ['2026-01-31', 1, 'months', '2026-02-28'],
    ['2027-03-01', 3, 'months', '2027-05-31'],
    ['2026-11-16', 3, 'months', '2027-02-15'],
    ['2028-02-29', 1, 'years', '2029-02-28'],
    ['2026-11-16', 2, 'weeks', '2026-11-29'],
  ] as const)('from %s, %i %s, is %s', (first, count, unit, last) => expect(lastDayOfPeriod(day(first), count, unit)).toBe(last))
})

describe('today in Korea', () => {
  it('turns at 15:00 UTC', () => {
    expect(seoulDayOf('2026-11-21T14:59:59.999Z' as Instant)).toBe('2026-11-21')
    expect(seoulDayOf('2026-11-21T15:00:00Z' as Instant)).toBe('2026-11-22')
    expect(seoulDayOf('2026-12-31T23:00:00Z' as Instant)).toBe('2027-01-01')
  })

  it('comes from the clock that is handed in', () => {
    expect(todayInSeoul(() => '2028-02-28T18:00:00Z' as Instant)).toBe('2028-02-29')
  })
})
