/** What a family wants left out of its paper: names in full, amounts of others, what does not apply. */
import { describe, expect, it } from 'vitest'
import { familyGuide } from '#core/guide/family/family-guide'
import { families, guideOf, languages } from '../../support/family-on-paper'
import { blocksOf, familyOf, stringsOf, textOf, texts, until, verdict } from '../../support/made-up-family'
import { openCounter } from '../../support/open-counter'
import { textOfPdf } from '../../support/text-of-pdf'
import { consentedVisit } from '../../support/visit-at-desk'

const masked = { masked: true, amounts: 'everybody', unlikely: true } as const
const own = { masked: false, amounts: 'visitor', unlikely: true } as const
const everything = (sheet: object): string => stringsOf(sheet).join('\n')
const editions = ['standard', 'large', 'portable', 'portable-a5', 'one-page'] as const

describe('a guide with masked names', () => {
  it.each(editions)('has nobody\'s name in full on it, in any language, but the planner\'s (%s)', (edition) => {
    for (const [name, family] of Object.entries(families)) {
      for (const language of languages) {
        const text = everything(guideOf(family, { edition, language, choices: masked }).sheet)
        expect(family.names.filter(each => text.includes(each)), `${name} ${language}`).toEqual([])
        expect(text).toContain('표본플래너')
      }
    }
    expect(everything(guideOf(families.nine, { choices: masked }).sheet)).toContain('최*기')
    // Without the choice they stand there: the search above finds what it looks for.
    expect(everything(guideOf(families.nine).sheet)).toContain('최보기')
  })

  it('says no birth year beside a relation, in any language; without the choice it does', () => {
    const born = /1948|1950|1955|1952|1983|1985/
    for (const language of languages) {
      const { sheet } = guideOf(families.nine, { language, choices: masked })
      expect(everything(sheet).split('\n').filter(line => born.test(line)), language).toEqual([])
    }
    const asked = { ko: '부모님(1950년생): 만 76세예요.', en: 'parent (born 1950): aged 76.' }
    const data = (choices?: typeof masked) => familyOf([verdict('one', null, { findings: [{ outcome: 'met', sentence: asked }] })], choices ? { choices } : {})
    expect(textOf(familyGuide(data(), texts, 'ko', 'standard'))).toContain('부모님(1950년생): 만 76세예요.')
    expect(textOf(familyGuide(data(masked), texts, 'ko', 'standard'))).toContain('부모님: 만 76세예요.')
    expect(textOf(familyGuide(data(masked), texts, 'en', 'standard'))).toContain('parent: aged 76.')
  })

  it('has none in the file that is printed either', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk, 'move-in', '표본순자', '1944-05-01')
    const asked = (masked: boolean) => ({ request: { document: 'family-guide' as const, visitId: visit.visitId, masked }, language: 'ko' as const, edition: 'standard' as const })
    const hidden = await textOfPdf((await clerk.guide.pdf(asked(true))).base64)
    expect(hidden).not.toContain('표본순자')
    expect(hidden).toContain('표**자')
    expect(await textOfPdf((await clerk.guide.pdf(asked(false))).base64)).toContain('표본순자')
  }, 60_000)
})

describe('a guide without the amounts of others', () => {
  const won = (ko: string) => ({ ko, en: ko })
  const rich = (serviceId: string, memberId: string | null) => verdict(serviceId, memberId, {
    amount: won(`월 ${serviceId} 111,000원`),
    findings: [{ outcome: 'met', sentence: won(`${serviceId} 소득: 2,222,000원. 조건에 맞아요.`), margin: 333_000 }, { outcome: 'met', sentence: won(`${serviceId} 나이가 맞아요.`) }],
  })

  it('leaves the visitor\'s and the household\'s, and of others neither amount nor income, but still says why', () => {
    const text = textOf(familyGuide(familyOf([rich('mine', 'a'), rich('theirs', 'b'), rich('ours', null)], { visitorId: 'a', choices: own }), texts, 'ko', 'standard'))
    expect(text).toContain('월 mine 111,000원')
    expect(text).toContain('mine 소득: 2,222,000원')
    expect(text).toContain('월 ours 111,000원')
    expect(text).not.toMatch(/theirs.*원/)
    expect(text).toContain('theirs 나이가 맞아요.')
  })

  it('leaves out of the household\'s reasons what one member earns', () => {
    const findings = [{ outcome: 'met' as const, sentence: won('일해서 버는 소득: 3,456,000원. 조건에 맞아요.') }, { outcome: 'met' as const, sentence: won('가구 소득: 5,000,000원. 조건에 맞아요.') }]
    const text = (choices?: typeof own) => textOf(familyGuide(familyOf([verdict('ours', null, { findings })], { visitorId: 'a', ...(choices ? { choices } : {}) }), texts, 'ko', 'standard'))
    expect(text()).toContain('3,456,000원')
    expect(text(own)).not.toContain('3,456,000원')
    expect(text(own)).toContain('5,000,000원')
  })

  it.each(editions)('tells nothing that the second earner earns, by the rules that ship (%s)', (edition) => {
    const text = everything(guideOf(families.newborn, { edition, choices: own }).sheet)
    expect(text).not.toContain('3,456,000')
  })
})

describe('what does not apply', () => {
  const headings = (sheet: Parameters<typeof blocksOf>[0]) => blocksOf(sheet, 'heading').map(({ text }) => text)
  const tableOf = (sheet: Parameters<typeof blocksOf>[0]) => blocksOf(sheet, 'table').find(({ head }) => head[1] === '까닭')
  const no = (id: string, memberId: string | null, ko: string) => verdict(id, memberId, { verdict: 'unlikely', findings: [{ outcome: 'not-met', sentence: { ko, en: ko } }] })
  const given = (more: object = {}) => familyOf([no('pension', 'b', '만 64세예요.'), no('rent', null, '사는 집: 자가.'), no('loan', null, '사는 집: 자가.'), verdict('yes', 'a')], { openlyTold: new Set(['pension', 'rent', 'loan', 'yes']), ...more })
  const rowsOf = (data: ReturnType<typeof given>) => tableOf(familyGuide(data, texts, 'ko', 'standard'))?.rows

  it('is said with its reason in a line, services of one reason together', () => {
    expect(rowsOf(given())).toEqual([['보기 pension', '이바다: 만 64세예요.'], ['보기 rent, 보기 loan', '사는 집: 자가.']])
  })

  it('can be left out', () => {
    const sheet = familyGuide(given({ choices: { masked: false, amounts: 'everybody', unlikely: false } }), texts, 'ko', 'standard')
    expect(headings(sheet)).not.toContain('해당되지 않는 것')
  })

  it('says nothing after a death, and nothing of what may not be told openly', () => {
    expect(rowsOf(given({ event: 'death' }))).toBeUndefined()
    expect(rowsOf(given({ openlyTold: new Set(['rent']) }))).toEqual([['보기 rent', '사는 집: 자가.']])
    expect(rowsOf(given({ openlyTold: undefined }))).toBeUndefined()
  })

  it('says nothing of a service that somebody else of the family can have, nor of one of another stage of life', () => {
    const data = given()
    expect(rowsOf({ ...data, lookup: { ...data.lookup, verdicts: [...data.lookup.verdicts, verdict('pension', 'a')] } })).toEqual([['보기 rent, 보기 loan', '사는 집: 자가.']])
    expect(rowsOf({ ...data, services: { ...data.services, pension: { ...data.services.pension!, stages: ['child'] } } })).toEqual([['보기 rent, 보기 loan', '사는 집: 자가.']])
  })

  it('names by the rules that ship neither health nor how somebody died, and nothing discreet', () => {
    for (const family of [families.alone, families.newborn, families.nine]) {
      const { data, sheet } = guideOf(family)
      const rows = tableOf(sheet)?.rows.flat().join('\n') ?? ''
      expect(rows).not.toBe('')
      expect(rows).not.toMatch(/장애|치매|질환|임신|난임|사망|유족|자살|폭력/)
      expect(data.openlyTold!.size).toBeGreaterThan(50)
    }
  })
})

describe('a deadline on the guide', () => {
  it('says the last day alone where there is little room', () => {
    const data = familyOf([verdict('soon', 'a', { deadline: until('2026-12-01', 9) })])
    expect(blocksOf(familyGuide(data, texts, 'ko', 'one-page'), 'action')[0]?.deadline).toBe('2026-12-01(화)까지 (9일 남음)')
    expect(blocksOf(familyGuide(data, texts, 'ko', 'standard'), 'action')[0]?.deadline).toContain('출생일부터 60일 이내')
  })
})
