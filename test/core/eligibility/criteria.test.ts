import { describe, expect, it } from 'vitest'
import { aService, lookUpWith, says, verdictFor } from '../../support/engine'

const seoul = { province: '서울특별시', district: '동작구' }
const alone = (member: object, rest: object = {}) => ({ residence: seoul, members: [{ id: 'a', relation: 'head', livingTogether: true, ...member }], ...rest })

describe('an age', () => {
  it('changes on the birthday', () => {
    expect(says({ kind: 'age', from: 65 }, alone({ birth: '1961-11-23' }))).toBe('unlikely')
    expect(says({ kind: 'age', from: 65 }, alone({ birth: '1961-11-22' }))).toBe('likely')
    expect(says({ kind: 'age', below: 8 }, alone({ birth: '2018-11-23' }))).toBe('likely')
    expect(says({ kind: 'age', below: 8 }, alone({ birth: '2018-11-22' }))).toBe('unlikely')
  })

  it('is counted in months for babies, past the end of February', () => {
    expect(says({ kind: 'age', unit: 'months', from: 1 }, alone({ birth: '2026-01-31' }), '2026-02-28')).toBe('unlikely')
    expect(says({ kind: 'age', unit: 'months', from: 1 }, alone({ birth: '2026-01-31' }), '2026-03-01')).toBe('likely')
  })

  it('may be read at the end of the month', () => {
    expect(says({ kind: 'age', below: 2, at: 'month-end' }, alone({ birth: '2024-11-30' }))).toBe('unlikely')
    expect(says({ kind: 'age', below: 2, at: 'month-end' }, alone({ birth: '2024-12-01' }))).toBe('likely')
  })

  it('may be the one reached in the year', () => {
    expect(says({ kind: 'year-age', from: 20 }, alone({ birth: '2006-12-31' }))).toBe('likely')
    expect(says({ kind: 'year-age', from: 20 }, alone({ birth: '2007-01-01' }))).toBe('unlikely')
  })

  it('is asked for when the birth day is not known', () => {
    const verdict = verdictFor(aService([{ kind: 'age', from: 65 }]), alone({}))
    expect(verdict.verdict).toBe('ask-first')
    expect(verdict.findings[0]).toMatchObject({ outcome: 'not-known', ask: { about: 'birth', memberId: 'a' } })
  })

  it('of a window of birth days includes both ends', () => {
    const born = { kind: 'born', from: '2018-01-01', until: '2018-12-31' }
    expect(['2017-12-31', '2018-01-01', '2018-12-31', '2019-01-01'].map(birth => says(born, alone({ birth }))))
      .toEqual(['unlikely', 'likely', 'likely', 'unlikely'])
  })
})

describe('who a member is', () => {
  it('tells sex, relation and living together, and asks for what is not known', () => {
    expect(says({ kind: 'sex', is: 'female' }, alone({ sex: 'female' }))).toBe('likely')
    expect(says({ kind: 'sex', is: 'female' }, alone({ sex: 'male' }))).toBe('unlikely')
    expect(says({ kind: 'sex', is: 'female' }, alone({}))).toBe('ask-first')
    expect(says({ kind: 'relation', in: ['child', 'head'] }, alone({}))).toBe('likely')
    expect(says({ kind: 'relation', in: ['child'] }, alone({}))).toBe('unlikely')
    expect(says({ kind: 'living-together' }, alone({ livingTogether: false }))).toBe('unlikely')
    expect(says({ kind: 'living-together' }, { members: [{ id: 'a', relation: 'head' }] })).toBe('ask-first')
  })
})

describe('an answer', () => {
  it('that nobody gave is neither no nor zero', () => {
    const single = { kind: 'fact', fact: 'single-parent', in: [false] }
    expect(says(single, alone({}))).toBe('ask-first')
    expect(says(single, alone({}, { facts: { 'single-parent': null } }))).toBe('ask-first')
    expect(says(single, alone({}, { facts: { 'single-parent': false } }))).toBe('likely')
    expect(says({ kind: 'amount', fact: 'monthly-rent', atMost: 300_000 }, alone({}))).toBe('ask-first')
    expect(says({ kind: 'amount', fact: 'monthly-rent', atMost: 300_000 }, alone({}, { facts: { 'monthly-rent': 0 } }))).toBe('likely')
  })

  it('in won is within its borders, both included', () => {
    const rent = { kind: 'amount', fact: 'monthly-rent', atLeast: 100_000, atMost: 300_000 }
    expect([99_999, 100_000, 300_000, 300_001].map(won => says(rent, alone({}, { facts: { 'monthly-rent': won } }))))
      .toEqual(['unlikely', 'likely', 'likely', 'unlikely'])
  })

  it('that is a day lies not too far back and not ahead', () => {
    const since = { kind: 'since', fact: 'lost-job-on', within: { count: 12, unit: 'months' } }
    expect(['2025-11-21', '2025-11-22', '2026-11-22', '2026-11-23'].map(on => says(since, alone({ facts: { 'lost-job-on': on } }))))
      .toEqual(['unlikely', 'likely', 'likely', 'unlikely'])
    const weeks = { kind: 'since', fact: 'gave-birth-on', within: { count: 6, unit: 'weeks' } }
    expect(['2026-10-10', '2026-10-11'].map(on => says(weeks, alone({ facts: { 'gave-birth-on': on } })))).toEqual(['unlikely', 'likely'])
  })
})

describe('an income', () => {
  const line = { kind: 'income', atMost: { parameter: 'fixture-line', percent: 50 } }
  const couple = (livingTogether: boolean | undefined, income: number) => ({
    residence: seoul,
    facts: { 'recognised-income': income },
    members: [{ id: 'a', relation: 'head', livingTogether: true }, { id: 'b', relation: 'spouse', livingTogether }],
  })

  it('is compared with the row of the household to the won', () => {
    expect(says(line, alone({}, { facts: { 'recognised-income': 500_000 } }))).toBe('likely')
    expect(says(line, alone({}, { facts: { 'recognised-income': 500_001 } }))).toBe('unlikely')
    expect(says(line, couple(true, 750_000))).toBe('likely')
  })

  it('is compared with the figure of the day', () => {
    expect(says(line, alone({}, { facts: { 'recognised-income': 500_000 } }), '2025-12-31')).toBe('unlikely')
    expect(says(line, alone({}, { facts: { 'recognised-income': 450_000 } }), '2025-12-31')).toBe('likely')
  })

  it('is open only between the rows while it is not known who counts', () => {
    expect(says(line, couple(undefined, 500_000))).toBe('likely')
    expect(says(line, couple(undefined, 500_001))).toBe('ask-first')
    expect(says(line, couple(undefined, 750_001))).toBe('unlikely')
    expect(verdictFor(aService([line]), couple(undefined, 600_000)).findings[0]?.ask).toEqual({ about: 'living-together', memberId: 'b' })
  })

  it('says how much it is over, with the figure and since when it holds', () => {
    const [finding] = verdictFor(aService([line]), alone({}, { facts: { 'recognised-income': 531_000 } })).findings
    expect(finding).toMatchObject({ outcome: 'not-met', margin: 31_000, figureSince: '2026-01-01' })
    expect(finding?.sentence).toEqual({
      ko: '소득인정액: 기준 500,000원(시험 기준의 50%)보다 31,000원 많습니다.',
      en: 'Recognised income: 31,000 won above the limit of 500,000 won (50% of: Test line).',
    })
  })

  it('is not known, and to be checked, on a day before the first figure', () => {
    const verdict = verdictFor(aService([line]), alone({}, { facts: { 'recognised-income': 1 } }), 'a', '2024-12-31')
    expect(verdict.verdict).toBe('ask-first')
    expect(verdict.toCheck[0]?.ko).toContain('시험 기준')
  })
})

describe('who counts', () => {
  const size = (counts: string, members: readonly object[], from: number, to: number) =>
    verdictFor(aService([{ kind: 'household-size', from, to }], { counts }), { members }).verdict
  const head = { id: 'a', relation: 'head', livingTogether: true }

  it('leaves out cohabitants, the dead and who lives apart', () => {
    const members = [head, { id: 'b', relation: 'cohabitant', livingTogether: true }, { id: 'c', relation: 'spouse', livingTogether: true, diedOn: '2026-11-22' }, { id: 'd', relation: 'child', livingTogether: false }]
    expect(size('registered', members, 1, 1)).toBe('likely')
    expect(size('registered', [head, { ...members[2], diedOn: '2026-11-23' }], 2, 2)).toBe('likely')
  })

  it('adds the unmarried child under 30 and the spouse who live apart, where the service counts the family', () => {
    const athome = { 'military-service': 'served', 'in-institution': false }
    const child = { id: 'b', relation: 'child', livingTogether: false, birth: '1996-11-23', facts: { 'marital-status': 'single', ...athome } }
    expect(size('family', [head, child], 2, 2)).toBe('likely')
    expect(size('registered', [head, child], 2, 2)).toBe('unlikely')
    expect(size('family', [head, { ...child, birth: '1996-11-22' }], 1, 1)).toBe('likely')
    expect(size('family', [head, { ...child, facts: { 'marital-status': 'married', ...athome } }], 1, 1)).toBe('likely')
    expect(size('family', [head, { ...child, facts: athome }], 2, 2)).toBe('ask-first')
    expect(size('family', [head, { id: 'b', relation: 'spouse', livingTogether: false, birth: '1960-01-01', facts: { 'in-institution': false } }], 2, 2)).toBe('likely')
  })

  it('leaves out who serves elsewhere, and leaves open who lives in an institution', () => {
    const away = (own: object, facts: object) => ({ id: 'b', relation: 'child', livingTogether: false, birth: '2005-11-23', ...own, facts: { 'marital-status': 'single', 'in-institution': false, ...facts } })
    expect(size('family', [head, away({}, { 'military-service': 'serving' })], 1, 1)).toBe('likely')
    expect(size('family', [head, away({}, { 'military-service': 'none' })], 2, 2)).toBe('likely')
    expect(size('family', [head, away({ sex: 'male' }, {})], 2, 2)).toBe('ask-first')
    expect(size('family', [head, away({ sex: 'female' }, {})], 2, 2)).toBe('likely')
    expect(size('family', [head, away({ sex: 'male', birth: '2008-11-23' }, {})], 2, 2)).toBe('likely')
    expect(size('family', [head, away({ sex: 'male', birth: '2008-11-22' }, {})], 2, 2)).toBe('ask-first')
    expect(size('family', [head, away({}, { 'military-service': 'none', 'in-institution': true })], 2, 2)).toBe('ask-first')
    expect(size('family', [head, { ...away({}, { 'military-service': 'serving' }), livingTogether: true }], 2, 2)).toBe('likely')
  })

  it('judges by the couple’s line when there is a spouse, of whatever age', () => {
    const line = aService([{ kind: 'income', atMost: { parameter: 'fixture-couple-line' } }], { counts: 'couple' })
    const of = (spouse: object | undefined, own: object, income: number) => verdictFor(line, {
      facts: { 'recognised-income': income },
      members: [{ ...head, ...own }, ...(spouse ? [{ id: 'b', relation: 'spouse', livingTogether: true, ...spouse }] : [])],
    }).verdict
    expect(of({ birth: '1980-01-01' }, {}, 3_200_000)).toBe('likely')
    expect(of(undefined, { facts: { 'marital-status': 'widowed' } }, 2_000_001)).toBe('unlikely')
    expect(of(undefined, {}, 2_000_001)).toBe('ask-first')
    expect(of({ diedOn: '2026-10-01' }, {}, 2_000_001)).toBe('unlikely')
  })

  it('reads the income found for the person when others live there', () => {
    const line = aService([{ kind: 'income', atMost: 1_000_000 }], { counts: 'member' })
    const members = (own: object) => [{ id: 'a', relation: 'parent', livingTogether: true, facts: own }, { id: 'b', relation: 'head', livingTogether: true }]
    expect(verdictFor(line, { facts: { 'recognised-income': 5_000_000 }, members: members({ 'recognised-income': 900_000 }) }).verdict).toBe('likely')
    const open = verdictFor(line, { facts: { 'recognised-income': 900_000 }, members: members({}) })
    expect(open.verdict).toBe('ask-first')
    expect(open.findings[0]?.ask).toEqual({ about: 'fact', fact: 'recognised-income', memberId: 'a' })
  })
})

describe('where they live', () => {
  const assets = { kind: 'amount', fact: 'property', atMost: { parameter: 'fixture-assets' } }
  it.each([
    [{ province: '서울특별시' }, 240_000_000, 'likely'],
    [{ province: '부산광역시', district: '기장군' }, 240_000_000, 'likely'],
    [{ province: '경기도', district: '수원시 장안구' }, 150_000_001, 'unlikely'],
    [{ province: '전라남도', district: '해남군' }, 130_000_001, 'unlikely'],
    [{ province: '세종특별자치시' }, 150_000_000, 'likely'],
    [{ province: '경기도' }, 140_000_000, 'ask-first'],
    [{}, 130_000_000, 'likely'],
    [{}, 240_000_001, 'unlikely'],
  ])('%j decides the row of the table', (residence, property, verdict) => {
    expect(says(assets, { residence, facts: { property }, members: [{ id: 'a', relation: 'head' }] })).toBe(verdict)
  })

  it('and since when, to the day', () => {
    const months = { kind: 'resides', district: '동작구', atLeast: { count: 6, unit: 'months' } }
    const since = (inDistrictSince?: string) => says(months, { residence: { ...seoul, inDistrictSince }, members: [{ id: 'a', relation: 'head' }] })
    expect(since('2026-05-22')).toBe('likely')
    expect(since('2026-05-23')).toBe('unlikely')
    expect(since()).toBe('ask-first')
    expect(says(months, { residence: { province: '서울특별시', district: '관악구' }, members: [{ id: 'a', relation: 'head' }] })).toBe('unlikely')
  })

  it('long enough in the district is long enough in the province', () => {
    const year = { kind: 'resides', province: '서울특별시', atLeast: { count: 1, unit: 'years' } }
    expect(says(year, { residence: { ...seoul, inDistrictSince: '2020-01-01' }, members: [{ id: 'a', relation: 'head' }] })).toBe('likely')
    expect(says(year, { residence: { ...seoul, inDistrictSince: '2026-10-01' }, members: [{ id: 'a', relation: 'head' }] })).toBe('ask-first')
  })
})

describe('what brought them', () => {
  const birth = { kind: 'event', is: ['birth'], within: { count: 60, unit: 'days' } }
  const at = (event?: object) => says(birth, { event, members: [{ id: 'a', relation: 'head' }] })

  it('counts only within the time, and is asked for when not known', () => {
    expect(at({ kind: 'birth', on: '2026-09-23' })).toBe('likely')
    expect(at({ kind: 'birth', on: '2026-09-22' })).toBe('unlikely')
    expect(at({ kind: 'move-in', on: '2026-11-20' })).toBe('unlikely')
    expect(at({ kind: 'birth' })).toBe('ask-first')
    expect(at()).toBe('ask-first')
  })

  it('may be counted in weeks', () => {
    const weeks = { kind: 'event', is: ['birth'], within: { count: 6, unit: 'weeks' } }
    expect(['2026-10-10', '2026-10-11'].map(on => says(weeks, { event: { kind: 'birth', on }, members: [{ id: 'a', relation: 'head' }] }))).toEqual(['unlikely', 'likely'])
  })
})

describe('what is received already', () => {
  it('is noted on the member or on the household, as the service concerns', () => {
    const grant = { kind: 'receives', service: 'fixture-child-grant' }
    const help = { kind: 'receives', service: 'fixture-household-help' }
    expect(says(grant, alone({ receives: { 'fixture-child-grant': true } }))).toBe('likely')
    expect(says(grant, alone({}, { receives: { 'fixture-child-grant': true } }))).toBe('ask-first')
    expect(says(grant, alone({}, { receives: { 'fixture-child-grant': false } }))).toBe('unlikely')
    expect(says(help, alone({}, { receives: { 'fixture-household-help': true } }))).toBe('likely')
    expect(says(help, alone({}))).toBe('ask-first')
  })
})

describe('a school and a stay', () => {
  it('are asked to the grade and to the status of residence', () => {
    const third = { kind: 'all', of: [{ kind: 'fact', fact: 'student', in: ['elementary'] }, { kind: 'amount', fact: 'school-grade', atLeast: 3 }] }
    expect([2, 3].map(grade => says(third, alone({ facts: { 'student': 'elementary', 'school-grade': grade } })))).toEqual(['unlikely', 'likely'])
    expect(says(third, alone({ facts: { student: 'elementary' } }))).toBe('ask-first')
    const mayStay = { kind: 'fact', fact: 'residence-status', in: ['citizen', 'permanent', 'marriage'] }
    expect(['permanent', 'visit'].map(status => says(mayStay, alone({ facts: { 'residence-status': status } })))).toEqual(['likely', 'unlikely'])
    expect(says(mayStay, alone({}))).toBe('ask-first')
  })
})

describe('what only the office can judge', () => {
  const score = { kind: 'office-decides', what: { ko: '구청의 선정 점수', en: 'the score of the district' } }
  const old = { kind: 'age', from: 65 }
  const ofSeventy = alone({ birth: '1956-01-01', sex: 'male' }, { facts: {} })
  const lookup = (criteria: readonly unknown[]) => lookUpWith([aService(criteria)], ofSeventy)
  const openIn = (criteria: readonly unknown[]) => lookup(criteria).questions.filter(({ settles }) => settles.some(({ serviceId }) => serviceId === 'tried'))

  it('keeps a verdict at best open, and asks nothing', () => {
    expect(says(score, ofSeventy)).toBe('ask-first')
    expect(says({ kind: 'not', of: score }, ofSeventy)).toBe('ask-first')
    expect(verdictFor(aService([old, score]), ofSeventy)).toMatchObject({
      verdict: 'ask-first',
      findings: [{ outcome: 'not-known', sentence: { ko: '‘구청의 선정 점수’ 조건은 담당 기관이 판단해요.' } }, { outcome: 'met' }],
    })
    expect(verdictFor(aService([old, score]), ofSeventy).findings[0]).not.toHaveProperty('ask', expect.anything())
    expect(openIn([old, score])).toEqual([])
  })

  it('settles nothing that is settled, and leaves the questions of the rest', () => {
    expect(says({ kind: 'any', of: [old, score] }, ofSeventy)).toBe('likely')
    expect(verdictFor(aService([{ kind: 'age', below: 65 }, score]), ofSeventy).verdict).toBe('unlikely')
    expect(openIn([score, { kind: 'fact', fact: 'single-parent', in: [true] }]).map(({ question }) => question.fact)).toEqual(['single-parent'])
  })
})
