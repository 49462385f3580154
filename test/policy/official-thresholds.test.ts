/**
 * The official thresholds reproduced to the won: every amount that an official text publishes is the last one that
 * still meets the border, and one won more does not.
 *
 * Only what was read in the text named beside it stands here. Medians of 2024, and of 2025 but for four people, were
 * found in no official text and are marked to be checked in the figures themselves.
 */
import type { Limit } from '#core/eligibility/criteria'
import type { WelfareService } from '#core/policy/welfare-service'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lookUp } from '#core/eligibility/look-up'
import { PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { aService, household, texts } from '../support/engine'

const shipped = await loadPolicy(join(import.meta.dirname, '../../resources/policy'))

type Measure = 'recognised-income' | 'monthly-income' | 'property' | 'financial-assets' | 'deposit'

interface Published {
  readonly name: string
  /** Where the amounts stand. */
  readonly source: string
  readonly on: string
  readonly limit: Limit
  /** Won by household size, by `single` and `couple`, or for everybody alike. */
  readonly won: Readonly<Record<string, number>>
  readonly measure?: Measure
  readonly residence?: { readonly province: string, readonly district: string }
  /** Services of the catalogue that have this very border. */
  readonly services?: readonly string[]
}

const share = (percent: number): Limit => ({ parameter: 'median-income', percent })
const wholeYear = '2026-07-01'
const supportForTuberculosis = '복지로 WLF00001159 결핵환자 부양가족생활보호비(2026)'
const rareDisease = '정부24 429000000646 희귀질환자 의료비 지원사업(2026-06-08)'
const emergencyAid = '복지로 WLF00003180 긴급복지 생계지원(2026)'
const jeonseRental = '정부24 999000000022 기존주택 전세임대주택 지원사업(2026-04-21)'
const seoulBasicSecurity = '복지로 WLF00002234 서울형 기초보장(2026-08-20)'
const housingVoucher = '복지로 WLF00002255 서울형 주택바우처(2026-08-28)'

const published: readonly Published[] = [
  { name: '2025 기준 중위소득', source: '복지로 WLF00000026 장애인자립자금대여', on: '2025-12-31', limit: share(100), won: { 4: 6_097_773 } },
  { name: '2025 중위소득 50%', source: '복지로 WLF00000026 장애인자립자금대여', on: '2025-12-31', limit: share(50), won: { 4: 3_048_887 } },
  { name: '2026 기준 중위소득', source: `보건복지부 고시 제2025-135호; ${supportForTuberculosis}`, on: '2026-01-01', limit: share(100), won: { 1: 2_564_238, 2: 4_199_292, 3: 5_359_036, 4: 6_494_738, 5: 7_556_719, 6: 8_555_952, 7: 9_515_150, 8: 10_474_348 } },
  { name: '2026 기준 중위소득', source: supportForTuberculosis, on: '2026-12-31', limit: share(100), won: { 1: 2_564_238, 4: 6_494_738, 8: 10_474_348 } },
  { name: '2026 생계급여 32%', source: `복지로 WLF00001132 생계급여(2026); ${supportForTuberculosis}`, on: wholeYear, limit: share(32), won: { 1: 820_556, 2: 1_343_773, 3: 1_714_892, 4: 2_078_316, 5: 2_418_150, 6: 2_737_905, 7: 3_044_848, 8: 3_351_791 }, services: ['bl-livelihood'] },
  { name: '2026 의료급여 40%', source: '복지로 WLF00006079 영등포구 취약계층 대상포진 예방접종(2026)', on: wholeYear, limit: share(40), won: { 1: 1_025_695, 2: 1_679_717, 3: 2_143_614, 4: 2_597_895, 5: 3_022_688, 6: 3_422_381 }, services: ['bl-medical'] },
  { name: '2026 주거급여 48%', source: '복지로 WLF00003201 주거급여(2026)', on: wholeYear, limit: share(48), won: { 1: 1_230_834, 2: 2_015_660, 3: 2_572_337, 4: 3_117_474, 5: 3_627_225 }, services: ['bl-housing'] },
  { name: '2026 차상위 50%', source: '복지로 WLF00003265 장애수당, WLF00003198 장애아동수당(2026)', on: wholeYear, limit: share(50), won: { 4: 3_247_369 }, services: ['disability-allowance', 'near-poor-medical-copay'] },
  { name: '2026 중위소득 140%', source: rareDisease, on: wholeYear, limit: share(140), won: { 1: 3_589_933, 2: 5_879_009, 3: 7_502_650, 4: 9_092_633, 5: 10_579_407, 6: 11_978_333, 7: 13_321_210 } },
  { name: '2026 중위소득 200%', source: rareDisease, on: wholeYear, limit: share(200), won: { 1: 5_128_476, 2: 8_398_584, 3: 10_718_072, 4: 12_989_476, 5: 15_113_438, 6: 17_111_904, 7: 19_030_300 } },
  { name: '2027 기준 중위소득', source: '보건복지부 고시 제2026-157호', on: '2027-01-01', limit: share(100), won: { 1: 2_736_042, 2: 4_480_645, 3: 5_718_091, 4: 6_929_885, 5: 8_063_019, 6: 9_129_201, 7: 10_152_665 } },
  { name: '2026 기초연금 선정기준액', source: '복지로 WLF00001164 기초연금(2026)', on: wholeYear, limit: { parameter: 'basic-pension-threshold' }, won: { single: 2_470_000, couple: 3_952_000 }, services: ['basic-pension'] },
  { name: '2026 장애인연금 선정기준액', source: '복지로 WLF00003249 장애인연금(2026)', on: wholeYear, limit: { parameter: 'disability-pension-threshold' }, won: { single: 1_400_000, couple: 2_240_000 }, services: ['disability-pension'] },
  { name: '2026 긴급복지 재산, 대도시', source: emergencyAid, on: wholeYear, limit: { parameter: 'emergency-assets' }, won: { all: 241_000_000 }, measure: 'property', services: ['emergency-livelihood', 'emergency-housing'] },
  { name: '2026 긴급복지 재산, 중소도시', source: emergencyAid, on: wholeYear, limit: { parameter: 'emergency-assets' }, won: { all: 152_000_000 }, measure: 'property', residence: { province: '경기도', district: '수원시' }, services: ['emergency-livelihood'] },
  { name: '2026 긴급복지 재산, 농어촌', source: emergencyAid, on: wholeYear, limit: { parameter: 'emergency-assets' }, won: { all: 130_000_000 }, measure: 'property', residence: { province: '경기도', district: '가평군' }, services: ['emergency-livelihood'] },
  { name: '2026 도시근로자 소득 50%', source: jeonseRental, on: wholeYear, limit: { parameter: 'urban-worker-income-50' }, won: { 1: 1_741_482, 2: 2_707_856, 3: 3_599_325, 4: 4_124_234, 5: 4_387_536 }, measure: 'monthly-income' },
  { name: '2026 도시근로자 소득 70%', source: jeonseRental, on: wholeYear, limit: { parameter: 'urban-worker-income-70' }, won: { 1: 2_438_074, 2: 3_790_998, 3: 5_039_054, 4: 5_773_926, 5: 6_142_549 }, measure: 'monthly-income' },
  { name: '2026 도시근로자 소득 100%', source: jeonseRental, on: wholeYear, limit: { parameter: 'urban-worker-income-100' }, won: { 1: 3_482_964, 2: 5_415_712, 3: 7_198_649, 4: 8_248_467, 5: 8_775_071, 6: 9_563_282, 7: 10_351_493 }, measure: 'monthly-income', services: ['jeonse-rental'] },
  { name: '2026 서울형 기초보장 재산', source: seoulBasicSecurity, on: wholeYear, limit: { parameter: 'seoul-basic-security-property' }, won: { all: 155_000_000 }, measure: 'property', services: ['seoul-basic-security'] },
  { name: '2026 서울형 기초보장 금융재산', source: seoulBasicSecurity, on: wholeYear, limit: { parameter: 'seoul-basic-security-financial-assets' }, won: { all: 36_000_000 }, measure: 'financial-assets', services: ['seoul-basic-security'] },
  { name: '2026 서울형 긴급복지 재산', source: '복지로 WLF00002235 서울형 긴급복지(2026-06-30)', on: wholeYear, limit: { parameter: 'seoul-emergency-assets' }, won: { all: 409_000_000 }, measure: 'property', services: ['seoul-emergency'] },
  { name: '2026 서울형 긴급복지 금융재산', source: '복지로 WLF00002235 서울형 긴급복지(2026-06-30)', on: wholeYear, limit: { parameter: 'seoul-emergency-financial-assets' }, won: { all: 10_000_000 }, measure: 'financial-assets', services: ['seoul-emergency'] },
  { name: '2026 서울형 주택바우처 재산', source: housingVoucher, on: wholeYear, limit: { parameter: 'seoul-housing-voucher-property' }, won: { all: 160_000_000 }, measure: 'property', services: ['seoul-housing-voucher'] },
  { name: '2026 서울형 주택바우처 금융재산', source: housingVoucher, on: wholeYear, limit: { parameter: 'seoul-housing-voucher-financial-assets' }, won: { all: 65_000_000 }, measure: 'financial-assets', services: ['seoul-housing-voucher'] },
  { name: '2026 서울형 주택바우처 보증금', source: housingVoucher, on: wholeYear, limit: { parameter: 'seoul-housing-voucher-deposit' }, won: { all: 165_000_000 }, measure: 'deposit', services: ['seoul-housing-voucher'] },
  { name: '2026 청년월세 재산', source: '복지로 WLF00004661 청년월세 지원사업(2026)', on: wholeYear, limit: { parameter: 'youth-monthly-rent-property' }, won: { all: 122_000_000 }, measure: 'property', services: ['youth-monthly-rent'] },
]

const basicSecurity = { 'bl-livelihood': false, 'bl-medical': false, 'bl-housing': false, 'bl-education': false }

/** A family of that size, or one person or a couple, of whom the measure is known and no age. */
function familyOf(key: string, measure: Measure, won: number, residence = { province: '서울특별시', district: '동작구' }) {
  const size = key === 'couple' ? 2 : Number(key) || 1
  const head = { id: 'a', relation: 'head', livingTogether: true, facts: { 'marital-status': key === 'couple' ? 'married' : 'widowed' } }
  const others = Array.from({ length: size - 1 }, (_, at) => ({ id: `other-${at}`, relation: at === 0 ? 'spouse' : 'other-relative', livingTogether: true }))
  return household({ residence, facts: { 'near-poor': false, 'single-parent': false, 'tenure': 'monthly-rent', 'deposit': 0, [measure]: won }, receives: basicSecurity, members: [head, ...others] })
}

/** Whether the rule still allows it: nothing else that it wants is known, and the measure does not rule it out. */
function allows(service: WelfareService, on: string, family: ReturnType<typeof familyOf>): boolean {
  const alone = { ...shipped, services: new Map([[service.id, service] as const]) }
  const verdict = lookUp(family, alone, PlainDate.parse(on), texts).verdicts.find(({ serviceId, memberId }) => serviceId === service.id && (memberId ?? 'a') === 'a')
  if (!verdict)
    throw new Error(`${service.id} does not stand in the answer`)
  return verdict.verdict !== 'unlikely'
}

const ruleOf = ({ limit, measure = 'recognised-income' }: Published): WelfareService =>
  aService([measure === 'recognised-income' || measure === 'monthly-income' ? { kind: 'income', measure, atMost: limit } : { kind: 'amount', fact: measure, atMost: limit }], { concerns: 'household' })

const cells = published.flatMap(row => Object.entries(row.won).map(([key, won]) => ({ ...row, key, won, measure: row.measure ?? 'recognised-income' as const })))

describe('the official thresholds reproduced to the won', () => {
  it.each(cells)('$name, $key: $won ($source)', (cell) => {
    const rule = ruleOf(published.find(({ name, on, residence }) => name === cell.name && on === cell.on && residence === cell.residence)!)
    expect(allows(rule, cell.on, familyOf(cell.key, cell.measure, cell.won, cell.residence))).toBe(true)
    expect(allows(rule, cell.on, familyOf(cell.key, cell.measure, cell.won + 1, cell.residence))).toBe(false)
  })

  const borders = cells.flatMap(({ services = [], ...cell }) => services.map(id => ({ ...cell, id })))

  it.each(borders)('are the border of $id: $name, $key', ({ id, on, key, measure, won, residence }) => {
    const service = shipped.services.get(id)!
    const measured = measure === 'recognised-income' && service.criteria.some(criterion => criterion.kind === 'income' && criterion.measure === 'monthly-income') ? 'monthly-income' : measure
    expect(allows(service, on, familyOf(key, measured, won, residence))).toBe(true)
    expect(allows(service, on, familyOf(key, measured, won + 1, residence))).toBe(false)
  })
})

describe('the table of the day of application', () => {
  const livelihood = shipped.services.get('bl-livelihood')!
  const allowsOn = (on: string, won: number) => allows(livelihood, on, familyOf('4', 'recognised-income', won))

  it('is the old one through the last day of the year and the new one from the first', () => {
    expect([allowsOn('2026-12-31', 2_078_316), allowsOn('2026-12-31', 2_078_317)]).toEqual([true, false])
    expect(allowsOn('2027-01-01', 2_078_317)).toBe(true)
  })

  it('names no figure for a day before the first one: such a verdict stays open', () => {
    const figure = shipped.parameters.get('median-income')!
    const before = PlainDate.parse('2023-12-31')
    expect(figure.values[0]!.from > before).toBe(true)
    expect(allowsOn(before, 999_999_999)).toBe(true)
  })

  it('is never above or below its neighbours: every value grows with the household and with the year', () => {
    const { values } = shipped.parameters.get('median-income')!
    const tables = values.map(({ value }) => ['1', '2', '3', '4', '5', '6', '7'].map(size => (value as Record<string, number>)[size]!))
    for (const table of tables)
      expect(table).toEqual(table.toSorted((left, right) => left - right))
    for (const [at, table] of tables.slice(1).entries())
      expect(table.every((won, size) => won > tables[at]![size]!)).toBe(true)
  })

  it('marks what was read in no official text', () => {
    const { values } = shipped.parameters.get('median-income')!
    expect(values.map(({ from, confidence }) => `${from} ${confidence}`)).toEqual(['2024-01-01 to-be-checked', '2025-01-01 to-be-checked', '2026-01-01 confirmed', '2027-01-01 confirmed'])
  })
})
