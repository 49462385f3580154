import { describe, expect, it } from 'vitest'
import { facts } from '#core/eligibility/facts'
import { isKin } from '#core/eligibility/kinship'
import { no, unknown, yes } from '#core/eligibility/kleene'
import { verdictOf } from '#core/eligibility/look-up'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { missingFactTexts } from '#core/eligibility/texts'
import { Lookup } from '#core/eligibility/verdict'
import { aService, household, lookUpWith, texts, today, verdictFor } from '../../support/engine'

const dongjak = { province: '서울특별시', district: '동작구' }
const head = { id: 'a', relation: 'head', livingTogether: true }

describe('criteria about other members', () => {
  const disabledChild = { kind: 'someone', where: { kind: 'all', of: [{ kind: 'age', below: 8 }, { kind: 'fact', fact: 'disability', in: ['severe'] }] } }
  const family = (young: object, old: object) => ({ members: [head, { id: 'b', relation: 'child', birth: '2020-01-01', ...young }, { id: 'c', relation: 'child', birth: '2010-01-01', ...old }].map(member => ({ facts: { disability: 'none' }, birth: '1980-01-01', ...member })) })

  it('hold for the same person', () => {
    expect(verdictFor(aService([disabledChild]), family({ facts: { disability: 'severe' } }, {})).verdict).toBe('likely')
    expect(verdictFor(aService([disabledChild]), family({}, { facts: { disability: 'severe' } })).verdict).toBe('unlikely')
    expect(verdictFor(aService([disabledChild]), family({ facts: {} }, { facts: { disability: 'severe' } })).verdict).toBe('ask-first')
  })

  it('ask about the one who could decide it, and name that person', () => {
    const { findings } = verdictFor(aService([disabledChild]), family({ facts: {} }, {}))
    expect(findings.map(({ ask }) => ask).filter(Boolean)).toEqual([{ about: 'fact', fact: 'disability', memberId: 'b' }])
    expect(findings[0]?.sentence.ko).toMatch(/^자녀분\(2020년생\): /)
  })

  it('say that there is nobody', () => {
    expect(verdictFor(aService([disabledChild]), family({}, {})).findings.map(({ sentence }) => sentence.ko))
      .toEqual(['가구원 중 ‘만 8세 미만, 장애 정도: 심한 장애’에 해당하는 분이 없어요.'])
  })

  it('count to both ends and stay open in between', () => {
    const two = { kind: 'count', where: { kind: 'age', below: 19 }, from: 2 }
    const of = (...births: (string | undefined)[]) => verdictFor(aService([two]), { members: [{ ...head, birth: '1980-01-01' }, ...births.map((birth, at) => ({ id: `c${at}`, relation: 'child', birth }))] }).verdict
    expect(of('2015-01-01', '2018-01-01')).toBe('likely')
    expect(of('2015-01-01')).toBe('unlikely')
    expect(of('2015-01-01', undefined)).toBe('ask-first')
    expect(of('2015-01-01', '2018-01-01', undefined)).toBe('likely')
  })

  it('leave cohabitants out, unless the service is looked up for the cohabitant', () => {
    const old = { kind: 'someone', where: { kind: 'age', from: 65 } }
    const members = [{ ...head, birth: '1990-01-01' }, { id: 'b', relation: 'cohabitant', birth: '1950-01-01' }]
    expect(verdictFor(aService([old]), { members }).verdict).toBe('unlikely')
    expect(verdictFor(aService([old]), { members }, 'b').verdict).toBe('likely')
  })
})

describe('relatives', () => {
  const kinOf = (relations: readonly string[], member: number, other: number, facts: readonly object[] = []) => {
    const { members } = prepareHousehold(household({ members: relations.map((relation, at) => ({ id: `m${at}`, relation, facts: facts[at] ?? {} })) }), today)
    return (['child', 'parent', 'spouse', 'sibling', 'grandchild', 'grandparent'] as const)
      .filter(kinship => isKin(members[other]!, kinship, members[member]!) === yes)
      .concat((['child', 'parent', 'spouse', 'sibling', 'grandchild', 'grandparent'] as const)
        .filter(kinship => isKin(members[other]!, kinship, members[member]!) === unknown).map(kinship => `${kinship}?` as 'child'))
  }

  it.each([
    [['head', 'child'], 0, 1, ['child']],
    [['head', 'child'], 1, 0, ['parent']],
    [['spouse', 'child'], 0, 1, ['child']],
    [['head', 'spouse'], 0, 1, ['spouse']],
    [['head', 'spouse'], 1, 0, ['spouse']],
    [['child', 'child'], 0, 1, ['sibling']],
    [['head', 'parent'], 1, 0, ['child']],
    [['parent', 'child'], 0, 1, ['grandchild']],
    [['child', 'parent'], 0, 1, ['grandparent']],
    [['parent', 'parent'], 0, 1, ['spouse?']],
    [['child', 'grandchild'], 0, 1, ['child?']],
    [['grandchild', 'child'], 0, 1, ['parent?']],
    [['head', 'cohabitant'], 0, 1, []],
    [['head', 'child-in-law'], 0, 1, []],
  ])('of %j: to %i, %i is %j', (relations, member, other, kin) => expect(kinOf(relations, member, other)).toEqual(kin))

  it('are no couple when one is known not to be married', () => {
    expect(kinOf(['parent', 'parent'], 0, 1, [{ 'marital-status': 'widowed' }])).toEqual([])
  })

  it('are nobody to themselves', () => {
    const { members: [only] } = prepareHousehold(household({ members: [head] }), today)
    expect(isKin(only!, 'sibling', only!)).toBe(no)
  })
})

describe('whom a lookup concerns', () => {
  const forAll = aService([], { id: 'for-all' })
  const concerned = (members: readonly object[], on?: string) => lookUpWith([forAll], { members }, on).verdicts.filter(({ serviceId }) => serviceId === 'for-all').map(({ memberId }) => memberId)

  it('leaves out the dead from the day of death, and the unborn', () => {
    const members = [head, { id: 'b', relation: 'spouse', diedOn: '2026-11-22' }, { id: 'c', relation: 'child', birth: '2026-11-23' }]
    expect(concerned(members)).toEqual(['a'])
    expect(concerned(members, '2026-11-21')).toEqual(['a', 'b'])
    expect(concerned(members, '2026-11-23')).toEqual(['a', 'c'])
  })

  it('keeps the household’s services after a death', () => {
    const aid = aService([{ kind: 'event', is: ['death'] }], { id: 'aid', concerns: 'household' })
    expect(verdictFor(aid, { event: { kind: 'death', on: '2026-11-20' }, members: [{ ...head, diedOn: '2026-11-20' }] }, null).verdict).toBe('likely')
  })
})

describe('where and when a service exists', () => {
  const grant = 'fixture-child-grant'
  const answered = (residence: object, on?: string) => lookUpWith([], { residence, members: [{ ...head, birth: '2026-01-01', facts: { disability: 'mild' } }] }, on).verdicts.find(({ serviceId }) => serviceId === grant)

  it('is left out for who lives elsewhere and asked first while it is not known', () => {
    expect(answered(dongjak)?.verdict).toBe('likely')
    expect(answered({ province: '서울특별시', district: '관악구' })).toBeUndefined()
    expect(answered({ province: '경기도' })).toBeUndefined()
    expect(answered({ province: '서울특별시' })?.verdict).toBe('ask-first')
    expect(answered({})?.findings[0]).toMatchObject({ outcome: 'not-known', ask: { about: 'residence' } })
  })

  it('is in force from its first to its last day', () => {
    const timed = aService([], { from: '2026-03-01', until: '2026-11-22' })
    const there = (on: string) => lookUpWith([timed], { members: [head] }, on).verdicts.some(({ serviceId }) => serviceId === 'tried')
    expect(['2026-02-28', '2026-03-01', '2026-11-22', '2026-11-23'].map(there)).toEqual([false, true, true, false])
  })
})

describe('reasons', () => {
  const old = { kind: 'age', from: 65 }
  const disabled = { kind: 'fact', fact: 'disability', in: ['severe'] }
  const told = (criteria: readonly unknown[], member: object) => verdictFor(aService(criteria), { members: [{ ...head, ...member }] }).findings.map(({ outcome, sentence }) => `${outcome}: ${sentence.ko}`)

  it('of alternatives tell the one that is met', () => {
    expect(told([{ kind: 'any', of: [old, disabled] }], { birth: '1990-01-01', facts: { disability: 'severe' } }))
      .toEqual(['met: 장애 정도: 심한 장애. ‘장애 정도: 심한 장애’ 조건에 맞아요.'])
  })

  it('of alternatives not met tell every one', () => {
    expect(told([{ kind: 'any', of: [old, disabled] }], { birth: '1990-01-01', facts: { disability: 'none' } })).toHaveLength(2)
  })

  it('turn round under not', () => {
    expect(told([{ kind: 'not', of: old }], { birth: '1950-01-01' })).toEqual(['not-met: 만 76세예요. ‘만 65세 이상’에 해당하면 받을 수 없어요.'])
    expect(told([{ kind: 'not', of: old }], { birth: '1990-01-01' })).toEqual(['met: 만 36세예요. 제외 조건(‘만 65세 이상’)에 해당하지 않아요.'])
  })

  it('put first what decided', () => {
    expect(told([disabled, old], { birth: '1990-01-01', facts: { disability: 'severe' } })[0]).toMatch(/^not-met/)
    expect(told([old, disabled], { birth: '1950-01-01' })[0]).toMatch(/^not-known/)
  })

  it('tell once what two criteria ask alike', () => {
    const eitherWay = [old, { kind: 'all', of: [old, disabled] }]
    expect(told(eitherWay, { birth: '1950-01-01', facts: { disability: 'severe' } }).filter(line => line.includes('만 76세예요'))).toHaveLength(1)
    expect(told(eitherWay, { birth: '1990-01-01', facts: { disability: 'severe' } })).toHaveLength(1)
  })

  it('cite the criterion’s own basis where it is another than the entry’s source', () => {
    const { findings } = lookUpWith([], { residence: dongjak, members: [{ ...head, birth: '2026-01-01', facts: { disability: 'mild' } }] }).verdicts.find(({ serviceId }) => serviceId === 'fixture-child-grant')!
    expect(findings.map(({ basis }) => basis)).toEqual([undefined, '시험법 제2조'])
  })

  it('leave no template unfilled and no key without its text, in either language', () => {
    const everything = [old, disabled, { kind: 'born', from: '1950-01-01' }, { kind: 'year-age', from: 20, below: 99 }, { kind: 'sex', is: 'female' }, { kind: 'relation', in: ['head'] }, { kind: 'living-together' }, { kind: 'amount', fact: 'monthly-rent', atMost: 1, atLeast: 0 }, { kind: 'amount', fact: 'birth-order', atLeast: 2 }, { kind: 'since', fact: 'lost-job-on', within: { count: 1, unit: 'years' } }, { kind: 'income', atMost: { parameter: 'fixture-line', percent: 50 } }, { kind: 'household-size', from: 2 }, { kind: 'receives', service: 'fixture-household-help' }, { kind: 'resides', province: '서울특별시', atLeast: { count: 90, unit: 'days' } }, { kind: 'event', is: ['birth', 'death'], within: { count: 3, unit: 'months' } }, { kind: 'office-decides', what: { ko: '구청의 선정 점수', en: 'the score of the district' } }, { kind: 'someone', where: disabled }, { kind: 'relative', is: 'spouse', where: old }, { kind: 'count', where: old, from: 1, to: 2 }]
    const full = { event: { kind: 'birth', on: '2026-11-01' }, residence: { ...dongjak, inProvinceSince: '2020-01-01' }, facts: { 'monthly-rent': 500_000, 'recognised-income': 900_000 }, receives: { 'fixture-household-help': true }, members: [{ ...head, birth: '1950-01-01', sex: 'male', facts: { 'disability': 'mild', 'lost-job-on': '2020-01-01', 'birth-order': 1 } }] }
    for (const given of [full, { members: [head, { id: 'b', relation: 'spouse' }] }]) {
      const services = [...everything, ...everything.map(of => ({ kind: 'not', of }))].map((criterion, at) => aService([criterion], { id: `tried-${at}` }))
      const lookup = lookUpWith(services, given)
      const sentences = [...lookup.verdicts.flatMap(({ findings }) => findings.flatMap(({ sentence }) => [sentence.ko, sentence.en])), ...lookup.questions.flatMap(({ sentence }) => [sentence.ko, sentence.en])]
      expect(sentences.length).toBeGreaterThanOrEqual(80)
      expect(sentences.filter(sentence => /[{}]|undefined|NaN|\b(?:state|condition|unit|question|period|limit|kin|relation|sex|event)\.\w/.test(sentence))).toEqual([])
    }
  })

  it('have a text for every fact and option in both languages', () => {
    expect(missingFactTexts(texts)).toEqual([])
    for (const language of ['ko', 'en'] as const) {
      for (const [name, { about }] of Object.entries(facts))
        expect(texts[language].facts[name]!.question.includes('{who}'), `${language}: ${name}`).toBe(about === 'person')
      expect(Object.keys(texts[language].facts).filter(name => !(name in facts))).toEqual([])
    }
    expect(Object.keys(texts.ko.reasons)).toEqual(Object.keys(texts.en.reasons))
    expect(Object.keys(texts.ko.terms)).toEqual(Object.keys(texts.en.terms))
  })
})

describe('the answer', () => {
  const baby = { residence: dongjak, event: { kind: 'birth', on: '2026-11-12' }, facts: { 'recognised-income': 100 }, members: [{ ...head, birth: '1990-01-01' }, { id: 'b', relation: 'child', livingTogether: true, birth: '2026-11-12', facts: { disability: 'mild' } }] }

  it('is of the shape the contract states', () => {
    expect(Lookup.safeParse(lookUpWith([], baby)).error).toBeUndefined()
  })

  it('puts likely first, then ask first, then unlikely, and running deadlines before others', () => {
    const plain = aService([], { id: 'plain', worth: 3 })
    const order = lookUpWith([plain], baby).verdicts
    expect(order.map(({ verdict }) => verdict)).toEqual([...order.map(({ verdict }) => verdict)].sort((left, right) => ['likely', 'ask-first', 'unlikely'].indexOf(left) - ['likely', 'ask-first', 'unlikely'].indexOf(right)))
    expect(order[0]).toMatchObject({ serviceId: 'fixture-child-grant', memberId: 'b', deadline: { lastDay: '2027-01-11', daysLeft: 50, moved: true } })
  })

  it('names the amount with the year of its figure', () => {
    expect(lookUpWith([], baby).verdicts[0]?.amount).toEqual({ ko: '월 150,000원 (2026년 기준)', en: '150,000 won a month (figures of 2026)' })
    expect(lookUpWith([], baby).figuresOf).toBe('2026')
  })

  it('is to be checked for a doubtful entry, a doubtful value and a figure past its review', () => {
    const line = aService([{ kind: 'income', atMost: { parameter: 'fixture-line' } }])
    const doubts = (on: string) => verdictFor(line, { members: [head] }, 'a', on).toCheck.map(({ ko }) => ko)
    expect(doubts('2026-12-31')).toEqual([])
    expect(doubts('2027-01-01')).toHaveLength(2)
    expect(doubts('2025-06-01')).toEqual(['시험 기준: 공식 자료로 확인되지 않은 값이에요. 확인이 필요해요.'])
    expect(lookUpWith([], { members: [head] }).verdicts.find(({ serviceId }) => serviceId === 'fixture-household-help')?.toCheck).toHaveLength(1)
  })

  it('forgets a deadline that passed more than a year ago, and has none for an older child', () => {
    const of = (birth: string) => lookUpWith([], { residence: dongjak, members: [head, { id: 'b', relation: 'child', birth }] }).verdicts.find(({ serviceId, memberId }) => serviceId === 'fixture-child-grant' && memberId === 'b')?.deadline?.daysLeft
    expect(of('2026-09-01')).toBe(-23)
    expect(of('2024-01-01')).toBeUndefined()
  })

  it('gives the values their names', () => expect([verdictOf(yes), verdictOf(unknown), verdictOf(no)]).toEqual(['likely', 'ask-first', 'unlikely']))
})

describe('what is told', () => {
  const near = { kind: 'fact', fact: 'near-poor', in: [true] }
  const single = { kind: 'fact', fact: 'single-parent', in: [true] }
  const told = (criterion: unknown, given: object = {}) => verdictFor(aService([criterion]), { members: [{ ...head, birth: '1990-01-01', ...given }] }).findings

  it('of an unlikely verdict is every reason that made it so, and nothing else', () => {
    const { verdict, findings } = verdictFor(aService([{ kind: 'age', from: 20 }, { kind: 'age', from: 65 }, near, { kind: 'sex', is: 'male' }]), { members: [{ ...head, birth: '1990-01-01', sex: 'female' }] })
    expect(verdict).toBe('unlikely')
    expect(findings.map(({ outcome, sentence }) => `${outcome}: ${sentence.ko}`)).toEqual([expect.stringMatching(/^not-met: 만 36세/), expect.stringMatching(/^not-met: 여성/)])
  })

  it('has one line for alternatives that are still open, and keeps what each would ask', () => {
    const findings = told({ kind: 'any', of: [near, single, { kind: 'age', from: 65 }] })
    expect(findings.map(({ sentence }) => sentence.ko)).toEqual(['다음 중 하나에 해당하는지 아직 확인하지 못했어요: 차상위계층, 한부모가족.'])
    expect(findings[0]?.together?.map(({ fact }) => fact)).toEqual(['near-poor', 'single-parent'])
  })

  it('keeps health a line of its own', () => {
    expect(told({ kind: 'any', of: [near, single, { kind: 'fact', fact: 'disability', in: ['severe'] }] })).toHaveLength(2)
  })

  it('has one line for conditions that wait for the same answer', () => {
    const asSpouse = { kind: 'fact', fact: 'relation-to-deceased', in: ['spouse'] }
    const asChild = { kind: 'all', of: [{ kind: 'fact', fact: 'relation-to-deceased', in: ['child'] }, { kind: 'age', below: 99 }] }
    const asParent = { kind: 'all', of: [{ kind: 'fact', fact: 'relation-to-deceased', in: ['parent'] }, { kind: 'age', from: 20 }] }
    const findings = told({ kind: 'any', of: [asSpouse, asChild, asParent] })
    expect(findings.filter(({ outcome }) => outcome === 'not-known').map(({ sentence }) => sentence.ko)).toEqual(['‘고인과의 관계’ 조건은 아직 확인하지 못했어요.'])
  })
})

describe('the next question', () => {
  const needs = (id: string, worth: number, ...criteria: unknown[]) => aService(criteria, { id, worth })
  const single = { kind: 'fact', fact: 'single-parent', in: [true] }
  const property = { kind: 'amount', fact: 'property', atMost: 1 }
  const asked = (services: Parameters<typeof lookUpWith>[0], given: object = {}) =>
    lookUpWith(services, { residence: { province: '경기도' }, receives: {}, facts: { 'recognised-income': 9_999_999, ...given }, members: [{ ...head, birth: '1990-01-01' }] }).questions

  it('settles the most worth, and the easy one goes before the hard one', () => {
    const [first, second] = asked([needs('one', 2, single), needs('two', 2, property)])
    expect(first?.question).toEqual({ about: 'fact', fact: 'single-parent', memberId: null })
    expect(second?.question.fact).toBe('property')
    expect(asked([needs('one', 1, single), needs('two', 3, property), needs('three', 3, property)])[0]?.question.fact).toBe('property')
  })

  it('names the services that wait for it, most worth first', () => {
    expect(asked([needs('small', 1, single), needs('great', 3, single)])[0]?.settles).toEqual([{ serviceId: 'great', memberId: 'a' }, { serviceId: 'small', memberId: 'a' }])
  })

  it('does not ask what would change no verdict, or was asked already', () => {
    expect(asked([needs('closed', 3, single, { kind: 'age', from: 65 })])).toEqual([])
    expect(asked([needs('one', 3, single)], { 'single-parent': null })).toEqual([])
  })

  it('is one for the four benefits of basic security, and keeps each of them', () => {
    const benefits = ['bl-livelihood', 'bl-medical', 'bl-housing', 'bl-education']
    const known = benefits.map(id => aService([{ kind: 'sex', is: 'male' }], { id, concerns: 'household' }))
    const reduced = aService([{ kind: 'any', of: benefits.map(service => ({ kind: 'receives', service })) }], { id: 'reduced' })
    const of = (receives: object) => lookUpWith([...known.map(service => ({ ...service, criteria: [] })), reduced], { receives, residence: { province: '경기도' }, facts: { 'recognised-income': 9_999_999 }, members: [{ ...head, birth: '1990-01-01' }] }).questions
    const [first, ...others] = of({})
    expect(first?.together?.map(({ service }) => service)).toEqual(benefits)
    expect(first?.sentence.ko).toMatch(/^기초생활보장 급여/)
    expect(first?.settles).toEqual([{ serviceId: 'reduced', memberId: 'a' }])
    expect(others.filter(({ question }) => question.about === 'receives')).toEqual([])
    const [last] = of({ 'bl-livelihood': false, 'bl-medical': false, 'bl-housing': false })
    expect(last).toMatchObject({ question: { service: 'bl-education' } })
    expect(last?.together).toBeUndefined()
  })

  it('asks the nationality of everybody at once', () => {
    const korean = needs('korean', 3, { kind: 'fact', fact: 'nationality', in: ['korean'] })
    const of = (facts: object) => lookUpWith([korean], { residence: { province: '경기도' }, members: [{ ...head, birth: '1990-01-01', facts }, { id: 'b', relation: 'spouse' }, { id: 'c', relation: 'child' }] }).questions.find(({ question }) => question.fact === 'nationality')
    expect(of({})).toMatchObject({ together: [{ memberId: 'a' }, { memberId: 'b' }, { memberId: 'c' }], sentence: { ko: '가족이 모두 대한민국 국적인가요?' } })
    expect(of({ nationality: 'korean' })?.sentence.ko).toBe('다음 분들은 대한민국 국적인가요? 배우자분, 자녀분')
  })

  it('asks about health only where it settles much more than a plain question', () => {
    const pregnant = { kind: 'fact', fact: 'pregnant', in: [true] }
    expect(asked([needs('one', 2, single), needs('two', 3, pregnant)])[0]?.question.fact).toBe('single-parent')
    expect(asked([needs('one', 1, single), ...[1, 2, 3, 4].map(id => needs(`two-${id}`, 3, pregnant))])[0]?.question.fact).toBe('pregnant')
  })

  it('never asks about health first after a death while anything else is open', () => {
    const pregnant = { kind: 'fact', fact: 'pregnant', in: [true] }
    const many = [1, 2, 3, 4].map(id => needs(`two-${id}`, 3, pregnant))
    const after = (services: Parameters<typeof lookUpWith>[0]) => lookUpWith(services, { event: { kind: 'death', on: '2026-11-20' }, residence: { province: '경기도' }, facts: { 'recognised-income': 9_999_999 }, members: [{ ...head, birth: '1990-01-01' }] }).questions.map(({ question }) => question.fact)
    expect(after([...many, needs('one', 1, single)]).slice(0, 2)).toEqual(['single-parent', 'pregnant'])
  })

  it('is read out politely, to the person it is about', () => {
    const questions = lookUpWith([needs('one', 3, { kind: 'fact', fact: 'disability', in: ['severe'] })], { members: [{ ...head, birth: '1990-01-01' }] }).questions
    expect(questions.find(({ question }) => question.fact === 'disability')?.sentence.ko).toBe('세대주님은 장애인 등록을 하셨나요? 하셨다면 정도를 알려 주세요.')
  })
})
