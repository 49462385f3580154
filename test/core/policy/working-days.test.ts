import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, PlainDate, weekday } from '#core/kernel/dates'
import { addWorkingDays, holidaySet, isWorkingDay, nextWorkingDay } from '#core/policy/working-days'
import { readPolicy } from '#server/load-policy'

const day = (text: string): PlainDate => PlainDate.parse(text)
const { catalogue } = await readPolicy(join(import.meta.dirname, '../../../resources/policy'))
const holidays = holidaySet(catalogue.holidays)

describe('the public holidays of Korea', () => {
  it('has Seollal 2026 on 16 to 18 February', () => {
    expect(['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'].map(text => holidays.has(day(text))))
      .toEqual([false, true, true, true, false])
  })

  it.each([
    ['2024-04-10', 'the election of the National Assembly'],
    ['2025-06-03', 'the presidential election'],
    ['2026-06-03', 'the local elections'],
    ['2026-03-02', 'the substitute for 1 March on a Sunday'],
    ['2026-05-25', 'the substitute for Buddha’s Birthday on a Sunday'],
    ['2026-08-17', 'the substitute for 15 August on a Saturday'],
    ['2026-07-17', 'Constitution Day, a holiday again since 2026'],
    ['2027-05-03', 'the substitute for Labour Day on a Saturday'],
    ['2027-02-09', 'the substitute for Seollal on a Sunday'],
    ['2024-10-01', 'a day the government declared'],
  ])('closes the office on %s, %s', text => expect(isWorkingDay(day(text), holidays)).toBe(false))

  it.each([
    ['2026-06-08', 'Memorial Day on a Saturday has no substitute'],
    ['2028-01-03', 'New Year’s Day on a Saturday has none'],
    ['2026-09-28', 'Chuseok has none for a Saturday'],
    ['2025-07-17', 'Constitution Day was none before 2026'],
  ])('opens it on %s: %s', text => expect(isWorkingDay(day(text), holidays)).toBe(true))

  it('names each day once, in both languages, with its basis', () => {
    expect(holidays.size).toBe(catalogue.holidays.length)
    for (const { name, basis } of catalogue.holidays)
      expect([name.ko, name.en, basis].every(text => text.length > 1)).toBe(true)
  })
})

describe('counting working days', () => {
  it('begins the day after', () => {
    expect(addWorkingDays(day('2026-11-20'), 1, holidays)).toBe('2026-11-23')
    expect(addWorkingDays(day('2026-11-23'), 3, holidays)).toBe('2026-11-26')
    expect(addWorkingDays(day('2026-11-22'), 0, holidays)).toBe('2026-11-22')
  })

  it('steps over Seollal with the weekend before it', () => {
    expect(addWorkingDays(day('2026-02-13'), 1, holidays)).toBe('2026-02-19')
  })

  it('steps over the ten days of Chuseok 2025', () => {
    expect(addWorkingDays(day('2025-10-02'), 1, holidays)).toBe('2025-10-10')
  })

  it('moves a day off to the next working day and leaves a working day alone', () => {
    expect(nextWorkingDay(day('2026-02-14'), holidays)).toBe('2026-02-19')
    expect(nextWorkingDay(day('2026-02-13'), holidays)).toBe('2026-02-13')
  })

  it('passes exactly so many working days', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1700 }), fc.integer({ min: 1, max: 40 }), (offset, count) => {
      const start = addDays(day('2024-01-01'), offset)
      const end = addWorkingDays(start, count, holidays)
      let passed = 0
      for (let at = addDays(start, 1); at <= end; at = addDays(at, 1))
        passed += weekday(at) !== 0 && weekday(at) !== 6 && !holidays.has(at) ? 1 : 0
      expect(passed).toBe(count)
      expect(isWorkingDay(end, holidays)).toBe(true)
    }))
  })
})
