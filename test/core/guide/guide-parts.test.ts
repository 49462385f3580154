/** Parts of the family guide: agencies nearby, short addresses, how to settle a question, Korean names, words explained. */
import type { GuideAgency } from '#core/guide/family/guide-data'
import type { Block } from '#core/guide/sheet'
import { describe, expect, it } from 'vitest'
import { familyGuide } from '#core/guide/family/family-guide'
import { shortAddress } from '#core/guide/family/guide-address'
import { glossaryKeys } from '#core/guide/family/guide-glossary'
import { hasRoom } from '#core/guide/family/one-page-room'
import { speaker } from '#core/guide/speaker'
import { families, guideOf } from '../../support/family-on-paper'
import { agencyOf } from '../../support/linking-at-desk'
import { blocksOf, card, familyOf, textOf, texts, verdict } from '../../support/made-up-family'
import { openCounter } from '../../support/open-counter'
import { consentedVisit } from '../../support/visit-at-desk'

const ko = speaker(texts, 'ko')
const guide = (data: ReturnType<typeof familyOf>) => familyGuide(data, texts, 'ko', 'standard')

describe('agencies nearby', () => {
  const agency = (name: string, fields: GuideAgency['fields'], more: Partial<GuideAgency> = {}): GuideAgency => ({ name, fields, phone: '02-000-0200', way: '정류장 앞이에요.', ...more })
  const rowsWith = (agencies: readonly GuideAgency[], themes = ['livelihood']) =>
    blocksOf(guide(familyOf([verdict('one', 'a'), verdict('two', 'a')], { agencies, services: { one: card('one', { themes }), two: card('two', { themes: ['livelihood'] }) } })), 'table').find(({ head }) => head[0] === '기관')?.rows

  it('stand with how to get there and the phone, those that fit most services first', () => {
    expect(rowsWith([agency('법률상담소', ['legal']), agency('복지관', ['welfare'])], ['legal'])).toEqual([['법률상담소', '정류장 앞이에요.', '02-000-0200'], ['복지관', '정류장 앞이에요.', '02-000-0200']])
    expect(rowsWith([agency('고용센터', ['employment'])])).toBeUndefined()
  })

  it('are five at most', () => {
    expect(rowsWith(Array.from({ length: 9 }, (_, at) => agency(`복지관 ${at}`, ['welfare'])))).toHaveLength(5)
  })

  it('tell no shelter and no help for the mind, and nothing of which neither way nor phone is known', () => {
    expect(rowsWith([agency('쉼터', ['welfare', 'safety']), agency('청소년쉼터', ['welfare']), agency('가정폭력상담소', ['welfare']), agency('마음센터', ['welfare', 'mental-health']), agency('모름', ['welfare'], { phone: null, way: '' })])).toBeUndefined()
  })

  it('come from the office\'s directory: in use, and for this place', async () => {
    const { as } = await openCounter()
    const planner = as('planner')
    const fields = ['welfare', 'care', 'health', 'education', 'housing', 'employment'] as const
    const added = async (name: string, more: Parameters<typeof agencyOf>[0]) => planner.referrals.addAgency({ agency: agencyOf({ name, fields: [...fields], area: '', ...more }) })
    await added('보기복지관', { directions: '시장 입구 맞은편이에요.' })
    await added('주소만복지관', { address: '예시로 9' })
    await added('먼곳복지관', { area: '해남군' })
    const { id, version } = await added('닫힌복지관', {})
    await planner.referrals.changeAgency({ agencyId: id, seenVersion: version, agency: agencyOf({ name: '닫힌복지관', fields: [...fields], area: '' }), active: false })
    const visit = await consentedVisit(as('clerk'), 'move-in', '표본순자', '1944-05-01')
    const sheet = await as('clerk').guide.sheet({ request: { document: 'family-guide', visitId: visit.visitId }, language: 'ko', edition: 'standard' })
    const rows = blocksOf(sheet, 'table').find(({ head }) => head[0] === '기관')?.rows.map(([name, way]) => [name, way])
    expect(rows).toEqual([['보기복지관', '시장 입구 맞은편이에요.'], ['주소만복지관', '예시로 9']])
  }, 60_000)
})

describe('the address beside a QR code', () => {
  const bokjiro = 'https://www.bokjiro.go.kr/ssis-tbu/twataa/wlfareInfo/moveTWAT52011M.do?wlfareInfoId=WLF00001164'

  it('is what a person can type or say; the whole one is in the code alone', () => {
    expect(shortAddress(ko, { url: bokjiro, name: { ko: '기초연금', en: 'Basic Pension' }, phone: '1355' })).toBe('bokjiro.go.kr에서 ‘기초연금’ 검색 또는 1355 전화')
    expect(shortAddress(ko, { url: bokjiro, name: { ko: '유족연금(국민연금)', en: 'x' } })).toBe('bokjiro.go.kr에서 ‘유족연금’ 검색 또는 129 전화')
    expect(shortAddress(ko, { url: 'https://www.hometax.go.kr/', name: { ko: '신고', en: 'x' } })).toBe('hometax.go.kr')
    expect(shortAddress(ko, { url: 'https://www.law.go.kr/법령/민법', name: { ko: '법', en: 'x' } })).toBe('law.go.kr/법령/민법')
  })

  it('is short for every service of the catalogue, in every language searched for in Korean', () => {
    for (const language of ['ko', 'en', 'zh']) {
      const { data } = guideOf(families.nine, { language })
      const says = speaker(texts, language === 'ko' ? 'ko' : 'en')
      for (const { url, name, phone } of Object.values(data.services).filter(({ url }) => url !== undefined)) {
        const address = shortAddress(says, { url: url!, name, phone })
        expect(address.length, name.ko).toBeLessThanOrEqual(90)
        expect(address.length).toBeLessThanOrEqual(url!.length + 40)
      }
    }
  })

  it('stands on the sheet beside the code', () => {
    const data = familyOf([verdict('one', 'a')], { services: { one: card('one', { url: bokjiro, name: { ko: '기초연금', en: 'Basic Pension' }, phone: '1355' }) } })
    expect(blocksOf(guide(data), 'service')[0]?.qr).toEqual({ url: bokjiro, caption: '자세히 보기:', address: 'bokjiro.go.kr에서 ‘기초연금’ 검색 또는 1355 전화' })
  })
})

describe('how an open question is settled', () => {
  const openOn = (fact: 'tenure' | 'health-insurance-premium' | 'isolated' | undefined, phone: string | null = '1577-0000') => {
    const open = verdict('open', null, { verdict: 'ask-first', findings: [{ outcome: 'not-known', sentence: { ko: '담당 기관이 판단해요.', en: 'x' }, ...(fact ? { ask: { about: 'fact', fact, memberId: null } } : {}) }] })
    const { phone: _, ...service } = card('open')
    return blocksOf(guide(familyOf([open], { services: { open: { ...service, ...(phone ? { phone } : {}) } } })), 'table').find(({ head }) => head[0] === '확인할 것')?.rows[0]?.[1]
  }

  it('says which paper has it or whom to ask', () => {
    expect(openOn('tenure')).toBe('집 계약서에 있어요.')
    expect(openOn('health-insurance-premium')).toContain('국민건강보험공단(1577-1000)')
    expect(openOn('isolated')).toContain('복지플래너에게 말해 주세요')
  })

  it('names the office that decides where the family cannot answer', () => {
    expect(openOn(undefined)).toBe('보기 기관에서 정해요. 여기에 물어보세요: 1577-0000')
    expect(openOn(undefined, null)).toBe('보기 기관에서 정해요. 주민센터에서 함께 물어봐요.')
  })
})

describe('a guide in another language', () => {
  it('says that the Korean text decides, and what stands in English', () => {
    expect(textOf(guideOf(families.alone).sheet)).not.toContain('기준이 되는 글')
    const english = textOf(guideOf(families.alone, { language: 'en' }).sheet)
    expect(english).toContain('The Korean text decides.')
    expect(english).not.toContain('stands in English')
    expect(guideOf(families.alone, { language: 'zh' }).data.partlyEnglish).toBe(true)
    const partly = familyGuide(familyOf([], { partlyEnglish: true }), texts, 'en', 'standard')
    expect(textOf(partly)).toContain('What is not translated stands in English.')
  })

  it('has the Korean name of each service and paper beside the translated one', () => {
    const named = { ko: '기초연금', en: 'Basic Pension' }
    const data = familyOf([verdict('one', 'a')], { services: { one: card('one', { name: named, bring: [{ id: 'p', name: { ko: '통장 사본', en: 'Bank book' }, issuedAt: { ko: '은행', en: 'Bank' } }] }) } })
    const sheet = familyGuide(data, texts, 'en', 'standard')
    expect(blocksOf(sheet, 'service')[0]?.name).toBe('Basic Pension (기초연금)')
    expect(blocksOf(sheet, 'action')[0]?.what).toBe('Apply for Basic Pension (기초연금) (김하늘)')
    expect(textOf(sheet)).toContain('□ Bank book (통장 사본)')
    expect(blocksOf(familyGuide(data, texts, 'ko', 'standard'), 'service')[0]?.name).toBe('기초연금')
  })
})

describe('words explained', () => {
  it('are those that the guide says, with what explains them, in every language', () => {
    const data = familyOf([verdict('one', 'a')], { services: { one: card('one', { summary: { ko: '차상위 가구가 받아요.', en: 'For the near-poor.' } }) } })
    const terms = (language: 'ko' | 'en') => blocksOf(familyGuide(data, texts, language, 'standard'), 'table').at(-1)?.rows.map(([term]) => term)
    expect(terms('ko')).toEqual(['수급자', '차상위', '중위소득', '소득인정액'])
    expect(terms('en')).toHaveLength(4)
    expect(textOf(guide(familyOf([verdict('one', 'a')])))).not.toContain('낱말 풀이')
  })

  it('leave no word of the list unexplained in a guide by the rules that ship', () => {
    for (const family of Object.values(families)) {
      const { sheet } = guideOf(family)
      const explained = blocksOf(sheet, 'table').find(({ head }) => head[0] === '낱말')?.rows.map(([term]) => term) ?? []
      const used = glossaryKeys(texts).map(key => ko.t(`glossary.word.${key}.term`)).filter(term => textOf(sheet).includes(term))
      expect(used.filter(term => !explained.includes(term))).toEqual([])
    }
  })
})

describe('the judgement what has room on one page', () => {
  const line: Block = { kind: 'paragraph', tone: 'plain', text: '가'.repeat(50) }
  const page = (lines: number): Block[] => Array.from<Block>({ length: lines }).fill(line)

  it('says no before the page is full', () => {
    expect(hasRoom([page(30)])).toBe(true)
    expect(hasRoom([page(60)])).toBe(false)
  })
})
