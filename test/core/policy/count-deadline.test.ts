import type { Deadline } from '#core/policy/deadline'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { say } from '#core/eligibility/texts'
import { PlainDate } from '#core/kernel/dates'
import { countDeadline, deadlineSentence } from '#core/policy/count-deadline'
import { holidaySet } from '#core/policy/working-days'
import { readPolicy } from '#server/load-policy'
import { loadEligibilityTexts } from '#server/load-texts'

const resources = join(import.meta.dirname, '../../../resources')
const { catalogue } = await readPolicy(join(resources, 'policy'))
const holidays = holidaySet(catalogue.holidays)
const texts = await loadEligibilityTexts(join(resources, 'texts'))
const day = (text: string): PlainDate => PlainDate.parse(text)

const deadline = (given: Partial<Deadline>): Deadline => ({
  count: 60,
  unit: 'days',
  from: 'birth',
  firstDay: 'included',
  lastDayOnHoliday: 'stays',
  effect: { ko: '효과', en: 'effect' },
  source: { title: 'made up for the test', url: 'https://example.org', readOn: day('2026-01-01') },
  ...given,
})
const lastDay = (given: Partial<Deadline>, start: string): string => countDeadline(deadline(given), day(start), day('2026-11-22'), holidays).lastDay

describe('counting a deadline', () => {
  it('counts the first day where the law says so', () => {
    expect(lastDay({}, '2026-11-12')).toBe('2027-01-10')
    expect(lastDay({ firstDay: 'excluded' }, '2026-11-12')).toBe('2027-01-11')
  })

  it('counts three months as three months, not as ninety days', () => {
    expect(lastDay({ count: 3, unit: 'months', from: 'death', firstDay: 'excluded' }, '2026-11-15')).toBe('2027-02-15')
    expect(lastDay({ count: 90, from: 'death', firstDay: 'excluded' }, '2026-11-15')).toBe('2027-02-13')
  })

  it('ends in a month without the corresponding day on its last day', () => {
    expect(lastDay({ count: 3, unit: 'months', from: 'death', firstDay: 'excluded' }, '2026-11-29')).toBe('2027-02-28')
    expect(lastDay({ count: 3, unit: 'months', from: 'death', firstDay: 'excluded' }, '2026-11-30')).toBe('2027-02-28')
  })

  it('counts whole months from the first of one', () => {
    expect(lastDay({ count: 3, unit: 'months', from: 'death', firstDay: 'excluded' }, '2027-02-28')).toBe('2027-05-31')
  })

  it('begins with the end of the month of the death', () => {
    expect(lastDay({ count: 6, unit: 'months', from: 'end-of-month-of-death', firstDay: 'excluded' }, '2026-11-03')).toBe('2027-05-31')
    expect(lastDay({ count: 6, unit: 'months', from: 'end-of-month-of-death', firstDay: 'excluded' }, '2026-08-31')).toBe('2027-02-28')
  })

  it('moves a last day on a weekend or holiday only where the law moves it', () => {
    expect(countDeadline(deadline({ lastDayOnHoliday: 'next-working-day' }), day('2026-11-12'), day('2026-11-22'), holidays))
      .toEqual({ lastDay: '2027-01-11', daysLeft: 50, moved: true })
    expect(countDeadline(deadline({}), day('2026-11-12'), day('2026-11-22'), holidays)).toEqual({ lastDay: '2027-01-10', daysLeft: 49, moved: false })
    expect(lastDay({ count: 14, from: 'move-in', firstDay: 'excluded', lastDayOnHoliday: 'next-working-day' }, '2026-02-02')).toBe('2026-02-19')
  })

  it('counts the days that are left, below zero once it has passed', () => {
    expect(countDeadline(deadline({}), day('2026-09-01'), day('2026-11-22'), holidays).daysLeft).toBe(-23)
  })
})

describe('telling a deadline', () => {
  const words = { say: (key: string, fillings: Parameters<typeof say>[2]) => say(texts, key, fillings) }

  it('says from when, how long and until when, in both languages', () => {
    const counted = countDeadline(deadline({}), day('2026-11-12'), day('2026-11-22'), holidays)
    expect(deadlineSentence(deadline({}), counted, words)).toEqual({
      ko: '출생일부터 60일 이내, 2027-01-10까지',
      en: 'Within 60 days of the birth: by 2027-01-10',
    })
  })

  it('says that the last day was moved', () => {
    const moving = deadline({ lastDayOnHoliday: 'next-working-day' })
    const counted = countDeadline(moving, day('2026-11-12'), day('2026-11-22'), holidays)
    expect(deadlineSentence(moving, counted, words).ko).toBe('출생일부터 60일 이내, 2027-01-11까지(말일이 쉬는 날이라 다음 근무일까지)')
  })
})
