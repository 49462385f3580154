import { describe, expect, it } from 'vitest'
import { Criterion, Limit } from '#core/eligibility/criteria'
import { lookUp } from '#core/eligibility/look-up'
import { PlainDate } from '#core/kernel/dates'
import { shareOf } from '#core/kernel/money'
import { Parameter } from '#core/policy/parameter'
import { aCatalogue, aService, household, texts, today } from '../../support/engine'

const source = { title: 'made up', url: 'https://example.org', readOn: '2026-01-01' }
const aFigure = (id: string, by: string, value: unknown, unit = 'KRW/month') =>
  Parameter.parse({ id, label: { ko: id, en: id }, unit, by, reviewBy: '2026-12-31', values: [{ from: '2026-01-01', value, source }] })

/** The verdict of one criterion for a household of one, with these figures. */
function says(criterion: unknown, given: Readonly<Record<string, unknown>>, ...figures: readonly Parameter[]) {
  const service = aService([criterion], { concerns: 'household' })
  const catalogue = { ...aCatalogue(service), parameters: new Map(figures.map(figure => [figure.id, figure])), services: new Map([[service.id, service]]) }
  const { verdicts, questions } = lookUp(household({ members: [{ id: 'a', relation: 'head', livingTogether: true }], ...given }), catalogue, today, texts)
  return { verdict: verdicts[0]?.verdict, told: verdicts[0]?.findings[0], asks: questions.map(({ question: { about, fact } }) => fact ?? about) }
}

describe('a share', () => {
  it.each([
    ['half up to the won unless the notice says otherwise', shareOf(6_494_738, 32), 2_078_316],
    ['with two decimals', shareOf(3_000_001, 7.19), 215_700],
    ['a third, which no percentage is', shareOf(1_000_000, 100, 3), 333_333],
    ['of a yearly figure for a month, up to the whole dollar', shareOf(15_650, 130, 12, { to: 1, way: 'up' }), 1696],
    ['that comes out even is not rounded up', shareOf(1200, 100, 12, { to: 1, way: 'up' }), 100],
    ['of a figure with cents', shareOf(646.52, 50, 1, { to: 1, way: 'down' }), 323],
    ['of a figure with cents, half of a cent up', shareOf(1163.75, 200), 2328],
    ['down to ten won', shareOf(1_234_567, 10, 1, { to: 10, way: 'down' }), 123_450],
    ['half up to a thousand won', shareOf(1_234_500, 100, 1, { to: 1000, way: 'half-up' }), 1_235_000],
  ])('%s', (_what, share, expected) => expect(share).toBe(expected))

  it('has at most two decimals, and takes 33.33 and 7.19 as they are', () => {
    expect(['33.33', '7.19', '145', '0.07'].map(percent => Limit.safeParse({ parameter: 'p', percent: Number(percent) }).success)).toEqual([true, true, true, true])
    expect(Limit.safeParse({ parameter: 'p', percent: 33.333 }).success).toBe(false)
  })
})

describe('a border that is a share of another amount', () => {
  // more than a third of the income goes to the rent
  const rule = { kind: 'amount', fact: 'monthly-rent', atLeast: { fact: 'monthly-income', dividedBy: 3, round: { way: 'down' }, plus: 1 } }

  it.each([
    ['exactly a third', { 'monthly-rent': 500_000, 'monthly-income': 1_500_000 }, 'unlikely'],
    ['one won more than a third', { 'monthly-rent': 500_001, 'monthly-income': 1_500_000 }, 'likely'],
    ['more than a third that is no whole number', { 'monthly-rent': 500_000, 'monthly-income': 1_499_999 }, 'likely'],
    ['nothing known of the income', { 'monthly-rent': 500_001 }, 'ask-first'],
    ['an income that the family does not know', { 'monthly-rent': 500_001, 'monthly-income': null }, 'ask-first'],
  ])('%s', (_what, facts, verdict) => expect(says(rule, { facts }).verdict).toBe(verdict))

  it('asks for the amount that is missing, the one or the other', () => {
    expect(says(rule, { facts: { 'monthly-rent': 1 } }).asks).toEqual(['monthly-income'])
    expect(says(rule, { facts: { 'monthly-income': 1 } }).asks).toEqual(['monthly-rent'])
  })

  it('says what it is a share of', () => {
    expect(says(rule, { facts: { 'monthly-rent': 500_000, 'monthly-income': 1_500_000 } }).told?.sentence.en).toContain('500,001 won (Monthly income, divided by 3)')
  })
})

describe('a figure by region', () => {
  const zones = aFigure('zones', 'region', { '서울특별시': 300, '경기도': 200, '경기도/과천시': 250, 'elsewhere': 100 })
  const rule = { kind: 'amount', fact: 'monthly-rent', atMost: { parameter: 'zones' } }
  const at = (rent: number, residence: Readonly<Record<string, string>>) => says(rule, { residence, facts: { 'monthly-rent': rent } }, zones)

  it.each([
    ['a province', 300, { province: '서울특별시' }, 'likely'],
    ['a district of it without a row of its own', 301, { province: '서울특별시', district: '동작구' }, 'unlikely'],
    ['a district with a row of its own', 250, { province: '경기도', district: '과천시' }, 'likely'],
    ['elsewhere', 101, { province: '강원특별자치도', district: '춘천시' }, 'unlikely'],
    ['a province of which only some districts have a row: what holds in each', 200, { province: '경기도' }, 'likely'],
    ['such a province: what holds in some only', 250, { province: '경기도' }, 'ask-first'],
    ['nowhere known: what holds everywhere', 100, {}, 'likely'],
    ['nowhere known: what holds nowhere', 301, {}, 'unlikely'],
  ])('is read for %s', (_what, rent, residence, verdict) => expect(at(rent, residence as Record<string, string>).verdict).toBe(verdict))

  it('asks where the household lives when that decides', () => expect(at(250, { province: '경기도' }).asks).toEqual(['residence']))

  it('says nothing where there is no row', () => {
    const few = aFigure('zones', 'region', { 서울특별시: 300 })
    expect(says(rule, { residence: { province: '제주특별자치도', district: '제주시' }, facts: { 'monthly-rent': 1 } }, few).verdict).toBe('ask-first')
  })
})

describe('a figure by kind of town', () => {
  const towns = aFigure('towns', 'region-class', { metropolitan: 300, city: 200, rural: 100 })
  const rule = { kind: 'amount', fact: 'monthly-rent', atMost: { parameter: 'towns' } }
  const at = (rent: number, residence: Readonly<Record<string, string>>) => says(rule, { residence, facts: { 'monthly-rent': rent } }, towns).verdict

  it('stays open between the rows where a province joined with its metropolis, of which the notices do not speak yet', () => {
    const haenam = { province: '전남광주통합특별시', district: '해남군' }
    expect(at(100, haenam)).toBe('likely')
    expect(at(101, haenam)).toBe('ask-first')
    expect(at(301, haenam)).toBe('unlikely')
    expect(at(300, { province: '서울특별시', district: '동작구' })).toBe('likely')
    expect(at(101, { province: '전라남도', district: '해남군' })).toBe('unlikely')
  })
})

describe('the table of a figure', () => {
  it.each([
    ['household-size', { 1: 1, beyond: 1 }, true],
    ['household-size', { one: 1 }, false],
    ['household-size', 5, false],
    ['nothing', { 1: 1 }, false],
    ['couple', { single: 1, couple: 2 }, true],
    ['couple', { married: 1 }, false],
    ['region-class', { metropolitan: 1, town: 1 }, false],
    ['region', { '서울특별시/동작구': 1, 'elsewhere': 2 }, true],
  ])('by %s with %j: %s', (by, value, fits) => {
    expect(Parameter.safeParse({ ...aFigure('x', 'nothing', 1), by, values: [{ from: '2026-01-01', value, source }] }).success).toBe(fits)
  })
})

describe('an age by a day of the year', () => {
  // 6 by 31 December, and not yet 18 on it
  const rule = { kind: 'age', from: 6, below: 18, at: '12-31' }
  const on = (birth: string, day: string) => lookUp(household({ members: [{ id: 'a', relation: 'head', birth, livingTogether: true }] }), aCatalogue(aService([rule])), PlainDate.parse(day), texts).verdicts.find(({ serviceId }) => serviceId === 'tried')

  it.each([
    ['reached on that very day, months ahead', '2020-12-31', '2026-01-01', 'likely'],
    ['reached the day after', '2021-01-01', '2026-12-31', 'unlikely'],
    ['counted anew in the next year', '2021-01-01', '2027-01-01', 'likely'],
    ['too old by the day, though not yet today', '2008-12-31', '2026-01-01', 'unlikely'],
    ['too old the day after', '2009-01-01', '2026-12-31', 'likely'],
  ])('%s', (_what, birth, day, verdict) => expect(on(birth, day)?.verdict).toBe(verdict))

  it('is said with the day', () => {
    expect(on('2021-01-01', '2026-12-31')?.findings[0]?.sentence.en).toMatch(/Aged 5 on 12-31 of the year.*aged 6 or over and under 18 on 12-31/)
  })

  it('is no day that some years lack', () => {
    expect(['12-31', '02-28', '02-29', '04-31', '13-01', '1-1'].map(at => Criterion.safeParse({ ...rule, at }).success)).toEqual([true, true, false, false, false, false])
  })
})
