import type { Timeline } from '#core/eligibility/timeline/timeline'
import type { WelfareService } from '#core/policy/welfare-service'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { timelineOf } from '#core/eligibility/timeline/timeline-of'
import { PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { aCatalogue, aService, household, texts } from '../../support/engine'

const shipped = await loadPolicy(join(import.meta.dirname, '../../../resources/policy'))
const seoul = { province: '서울특별시', district: '동작구' }
const head = { id: 'a', relation: 'head', livingTogether: true }

const rowOf = ({ rows }: Timeline, serviceId: string, memberId: string | null = 'a') => rows.find(row => row.serviceId === serviceId && row.memberId === memberId)
const ahead = (given: object, catalogue = shipped, on = '2026-11-22') => timelineOf(household({ residence: seoul, ...given }), catalogue, PlainDate.parse(on), texts)
/** "likely 2026-11-22..2027-03-01", one for each interval. */
const told = (timeline: Timeline, serviceId: string, memberId: string | null = 'a') => rowOf(timeline, serviceId, memberId)?.intervals.map(({ verdict, from, until }) => `${verdict} ${from}..${until}`)
const aheadOf = (service: WelfareService, given: object, on?: string) => ahead(given, aCatalogue(service), on)
const tried = (criteria: readonly unknown[], given: object, service: object = {}, on?: string) => aheadOf(aService(criteria, service), given, on)

describe('looking ahead with the rules of the catalogue', () => {
  it('begins the basic pension on the 65th birthday and opens the application a month before its month', () => {
    const timeline = ahead({ facts: { 'recognised-income': 2_000_000 }, members: [{ ...head, birth: '1962-03-02', facts: { 'civil-service-pension': false, 'marital-status': 'widowed' } }] })
    expect(told(timeline, 'basic-pension')).toEqual(['unlikely 2026-11-22..2027-03-01', 'likely 2027-03-02..2036-11-22'])
    const [change] = rowOf(timeline, 'basic-pension')!.changes
    expect(change).toMatchObject({
      on: '2027-03-02',
      from: 'unlikely',
      to: 'likely',
      because: { ko: '만 65세가 돼요', en: 'turns 65' },
      basis: '기초연금법 제3조제1항',
      sentence: { ko: '2027-03-02부터 받을 수 있어 보여요: 만 65세가 돼요.', en: 'Probably from 2027-03-02: turns 65.' },
      applyFrom: { on: '2027-02-01', toCheck: true },
    })
  })

  it('ends the parental benefit with the month before that of the second birthday', () => {
    const of = (birth: string) => told(ahead({ members: [{ ...head, birth: '1990-01-01' }, { id: 'b', relation: 'child', birth, livingTogether: true, facts: { nationality: 'korean' } }] }), 'parental-benefit', 'b')
    expect(of('2026-01-20')).toEqual(['likely 2026-11-22..2027-12-31', 'unlikely 2028-01-01..2036-11-22'])
    expect(of('2026-01-31')).toEqual(['likely 2026-11-22..2027-12-31', 'unlikely 2028-01-01..2036-11-22'])
    expect(of('2024-12-01')).toEqual(['likely 2026-11-22..2026-11-30', 'unlikely 2026-12-01..2036-11-22'])
  })

  it('pays the child allowance on the days of which the lookup itself says so', () => {
    const members = [{ ...head, birth: '1990-01-01' }, { id: 'b', relation: 'child', birth: '2017-06-15', livingTogether: true, facts: { nationality: 'korean' } }]
    const [first] = rowOf(ahead({ members }), 'child-allowance', 'b')!.intervals
    // 부칙(제21489호) 제2조: who was born in 2017 is paid through 2029 whatever the age
    expect(first).toMatchObject({ verdict: 'likely', from: '2026-11-22' })
    expect(first!.until >= '2029-12-31').toBe(true)
  })

  it('counts 90 days in the city from the day of moving in', () => {
    const timeline = ahead({ residence: { ...seoul, inProvinceSince: '2026-11-20', inDistrictSince: '2026-11-20' }, members: [{ ...head, birth: '1992-01-01', sex: 'female', facts: { pregnant: true } }] })
    expect(told(timeline, 'seoul-pregnant-transport')![0]).toBe('unlikely 2026-11-22..2027-02-17')
    expect(rowOf(timeline, 'seoul-pregnant-transport')!.changes[0]!.because).toEqual({ ko: '지금 사는 곳에 산 지 90일이 돼요', en: 'has lived here for 90 days' })
  })

  it('knows the figures of the next year', () => {
    // 32% of the median for one person: 820,556 won in 2026, 875,533 won in 2027
    const timeline = ahead({ facts: { 'recognised-income': 850_000 }, members: [{ ...head, birth: '1970-01-01' }] })
    const [change] = rowOf(timeline, 'bl-livelihood', null)!.changes
    expect(change).toMatchObject({ on: '2027-01-01', from: 'unlikely', basis: '보건복지부 고시 제2026-157호' })
    expect(change!.because).toEqual({ ko: '2027년 금액이 적용돼요(기준 중위소득)', en: 'the figures of 2027 begin (Standard median income)' })
  })

  it('leaves out what is unlikely all the time and tells nothing of what stays', () => {
    const timeline = ahead({ members: [{ ...head, birth: '1950-01-01', sex: 'male' }] })
    expect(rowOf(timeline, 'parental-benefit')).toBeUndefined()
    expect(rowOf(timeline, 'senior-subway')).toMatchObject({ intervals: [{ verdict: 'likely', from: '2026-11-22', until: '2036-11-22' }], changes: [] })
  })

  it('says what it rests on', () => {
    expect(ahead({ members: [head] }).note.ko).toContain('오늘 알고 있는 그대로')
  })
})

describe('why it changes', () => {
  const because = (timeline: Timeline, memberId: string | null = 'a') => rowOf(timeline, 'tried', memberId)?.changes.map(({ on, because: { ko } }) => `${on} ${ko}`)
  const family = { members: [{ ...head, birth: '1980-02-29' }, { id: 'b', relation: 'child', birth: '2018-01-31', livingTogether: true }] }

  it.each([
    [{ kind: 'age', below: 48 }, ['2028-02-29 만 48세가 돼요']],
    [{ kind: 'age', below: 49 }, ['2029-03-01 만 49세가 돼요']],
    [{ kind: 'age', below: 49, at: 'month-end' }, ['2029-03-01 만 49세가 되는 달이에요']],
    [{ kind: 'age', below: 48, at: 'month-end' }, ['2028-02-01 만 48세가 되는 달이에요']],
    [{ kind: 'age', from: 50, at: '12-31' }, ['2030-01-01 12-31 기준으로 만 50세가 되는 해예요']],
    [{ kind: 'age', from: 50, at: '01-31' }, ['2031-01-01 01-31 기준으로 만 50세가 되는 해예요']],
    [{ kind: 'year-age', from: 50 }, ['2030-01-01 50세가 되는 해예요']],
    [{ kind: 'someone', where: { kind: 'age', unit: 'months', below: 109 } }, ['2027-03-01 자녀분: 만 9세 1개월이 돼요']],
    [{ kind: 'someone', where: { kind: 'age', unit: 'months', below: 120, at: 'month-end' } }, ['2028-01-01 자녀분: 만 10세가 되는 달이에요']],
    [{ kind: 'not', of: { kind: 'relative', is: 'child', where: { kind: 'age', from: 10 } } }, ['2028-01-31 자녀분: 만 10세가 돼요']],
    [{ kind: 'count', where: { kind: 'age', from: 15 }, from: 2 }, ['2033-01-31 자녀분: 만 15세가 돼요']],
    [{ kind: 'count', where: { kind: 'age', from: 15 }, to: 1 }, ['2033-01-31 자녀분: 만 15세가 돼요']],
  ])('%j', (criterion, expected) => expect(because(tried([criterion], family))).toEqual(expected))

  it('is what carried the change, not what turned beside it', () => {
    const both = { kind: 'all', of: [{ kind: 'age', from: 50 }, { kind: 'year-age', from: 45 }] }
    expect(because(tried([both], family))).toEqual(['2030-03-01 만 50세가 돼요'])
    const either = { kind: 'any', of: [{ kind: 'age', from: 50 }, { kind: 'fact', fact: 'disability', in: ['severe'] }] }
    expect(because(tried([either], { members: [{ ...family.members[0], facts: { disability: 'none' } }] }))).toEqual(['2030-03-01 만 50세가 돼요'])
  })

  it('is the end of a period that runs from an event or an answer', () => {
    const event = { event: { kind: 'birth', on: '2026-11-20' }, members: [{ ...head, birth: '1990-01-01', facts: { 'lost-job-on': '2026-08-31' } }] }
    expect(because(tried([{ kind: 'event', is: ['birth'], within: { count: 60, unit: 'days' } }], event))).toEqual(['2027-01-20 출생 뒤 60일 기간이 지나요'])
    expect(because(tried([{ kind: 'since', fact: 'lost-job-on', within: { count: 12, unit: 'months' } }], event))).toEqual(['2027-09-01 ‘일을 그만둔 날’부터 12개월 기간이 지나요'])
  })

  it('is the number of the household once a child who lives apart is 30', () => {
    const away = { facts: { 'recognised-income': 700_000 }, members: [{ ...head, birth: '1960-01-01' }, { id: 'b', relation: 'child', birth: '1999-07-07', livingTogether: false, facts: { 'marital-status': 'single' } }] }
    const line = [{ kind: 'income', atMost: { parameter: 'fixture-line', percent: 50 } }]
    expect(because(tried(line, away, { counts: 'family' }))).toEqual(['2029-07-07 따로 사는 자녀가 만 30세가 되어 가구원 수가 바뀌어요'])
    expect(because(tried(line, away, { counts: 'registered' })) ?? []).toEqual([])
  })

  it('is the first and the last day of the service', () => {
    const timeline = tried([], { members: [head] }, { from: '2027-03-01', until: '2028-02-28' })
    expect(told(timeline, 'tried')).toEqual(['likely 2027-03-01..2028-02-28'])
    expect(because(timeline)).toEqual(['2027-03-01 이 제도가 시작돼요', '2028-02-29 이 제도의 정해진 기간이 끝나요'])
  })

  it('is a birth that is expected', () => {
    expect(because(tried([{ kind: 'age', below: 1 }], { members: [head, { id: 'b', relation: 'child', birth: '2027-05-05' }] }), 'b')).toEqual(['2027-05-05 태어나요', '2028-05-05 만 1세가 돼요'])
  })
})

describe('from when one may apply', () => {
  const source = { title: '시험법 제1조', url: 'https://example.org', readOn: '2026-01-01' }
  const opens = (applyFrom: object, criteria: readonly unknown[], given: object) =>
    rowOf(tried(criteria, given, { applyFrom: { source, ...applyFrom } }), 'tried')?.changes.map(change => change.applyFrom?.on)
  const born = (birth: string) => ({ facts: { 'recognised-income': 480_000 }, members: [{ ...head, birth }] })

  it('is counted back from the day, or from the first of its month', () => {
    const at65 = [{ kind: 'age', from: 65 }]
    expect(opens({ count: 1, unit: 'months', before: 'month-of-start' }, at65, born('1962-03-31'))).toEqual(['2027-02-01'])
    expect(opens({ count: 1, unit: 'months', before: 'start' }, at65, born('1962-03-31'))).toEqual(['2027-02-28'])
    expect(opens({ count: 60, unit: 'days', before: 'start' }, at65, born('1962-03-02'))).toEqual(['2027-01-01'])
  })

  it('is not said of an end, nor of a beginning that no age brings', () => {
    const before = { count: 1, unit: 'months', before: 'start' }
    expect(opens(before, [{ kind: 'age', below: 65 }], born('1962-03-31'))).toEqual([undefined])
    expect(rowOf(timelineOf(household(born('1962-03-31')), aCatalogue(aService([{ kind: 'income', atMost: { parameter: 'fixture-line', percent: 50 } }], { applyFrom: { source, ...before } })), PlainDate.parse('2025-06-01'), texts), 'tried')?.changes.map(({ on, applyFrom }) => [on, applyFrom])).toEqual([['2026-01-01', undefined]])
  })
})
