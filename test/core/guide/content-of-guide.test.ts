/** What a guide says, held against what was handed over: a correction shows, mere time and the family's choices do not. */
import type { GuideData } from '#core/guide/family/guide-data'
import { describe, expect, it } from 'vitest'
import { contentOfGuide } from '#core/guide/family/content-of-guide'
import { families, guideOf, languages } from '../../support/family-on-paper'
import { day } from '../../support/made-up-family'
import { openCounter } from '../../support/open-counter'
import { consentedVisit } from '../../support/visit-at-desk'

const said = (data: GuideData): string => JSON.stringify(contentOfGuide(data))
const { data } = guideOf(families.nine)
const before = said(data)
const pension = 'basic-pension'
/** The card of a service that the guide of this family speaks of. */
const withCard = (more: object): GuideData => ({ ...data, services: { ...data.services, [pension]: { ...data.services[pension]!, ...more } } })
const firstNote = (more: object): GuideData => ({ ...data, notes: data.notes.map((note, at) => at === 0 ? { ...note, ...more } : note) })
const ofPension = (more: object): GuideData => ({ ...data, lookup: { ...data.lookup, verdicts: data.lookup.verdicts.map(each => each.serviceId === pension && each.verdict !== 'unlikely' ? { ...each, ...more } : each) } })
const both = (ko: string) => ({ ko, en: ko })

describe('what a guide says', () => {
  const corrections: Record<string, GuideData> = {
    'a birth year': { ...data, members: data.members.map((member, at) => at === 7 ? { ...member, birth: day('1951-02-02') } : member) },
    'the phone of a service': withCard({ phone: '02-999-9999' }),
    'the place of a service': withCard({ applyAt: both('다른 곳') }),
    'the way to apply': withCard({ how: both('다른 길') }),
    'a paper of a service': withCard({ bring: [{ id: 'x', name: both('새 서류'), issuedAt: both('새 창구') }] }),
    'a reason': ofPension({ findings: [{ outcome: 'met', sentence: both('월 소득인정액이 1원이에요.') }] }),
    'a margin': ofPension({ findings: [{ outcome: 'met', sentence: both('x'), margin: 7 }] }),
    'what is to be checked': ofPension({ toCheck: [both('새로 확인해요.')] }),
    'the words of a note': firstNote({ text: both('다른 알림') }),
    'the phone of a note': firstNote({ phone: '02-999-9999' }),
    'the last day of a note': firstNote({ deadline: { lastDay: day('2027-01-02'), daysLeft: 33, sentence: both('x') } }),
    'the phone of an agency': { ...data, agencies: data.agencies!.map((agency, at) => at === 0 ? { ...agency, phone: '02-999-9999' } : agency) },
    'the way to an agency': { ...data, agencies: data.agencies!.map((agency, at) => at === 0 ? { ...agency, way: '다른 정류장이에요.' } : agency) },
    'the phone of the office': { ...data, office: { ...data.office!, phone: '02-999-9999' } },
    'the planner': { ...data, planner: { name: '다른플래너', phone: '02-000-0001' } },
  }

  it('speaks of the pension in this family, so that its corrections can show', () => {
    expect(data.lookup.verdicts.some(({ serviceId, verdict }) => serviceId === pension && verdict !== 'unlikely')).toBe(true)
  })

  it.each(Object.keys(corrections))('differs once %s is corrected', (what) => {
    expect(said(corrections[what]!)).not.toBe(before)
  })

  it.each(Object.entries(families))('is the same in every language, edition and choice (%s)', (_, family) => {
    const first = said(guideOf(family).data)
    for (const language of languages)
      expect(said(guideOf(family, { language, edition: 'large', choices: { masked: true, amounts: 'visitor', unlikely: false } }).data), language).toBe(first)
  })

  it.each(Object.entries(families))('is the same a day and twelve days later, looked up anew with less of every deadline left (%s)', (_, family) => {
    const first = said(guideOf(family).data)
    expect(said(guideOf(family, { on: day('2026-12-01') }).data)).toBe(first)
    expect(said(guideOf(family, { on: day('2026-12-12') }).data)).toBe(first)
  })

  it('is the same when an age moves on, which the birth day stands for', () => {
    const aged = (age: string): string => said(ofPension({ findings: [{ outcome: 'met', sentence: both(`만 ${age}세예요. ‘만 65세 이상’ 조건에 맞아요.`) }] }))
    expect(aged('77')).toBe(aged('76'))
  })
})

describe('at the counter', () => {
  it('is the same on the next day, and another once a birth year or the phone of an agency is corrected', async () => {
    const { as, at } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'move-in', '표본순자', '1944-05-01')
    const hash = async (language = 'ko', edition: 'standard' | 'large' = 'standard') => (await as('clerk').guide.sheet({ request: { document: 'family-guide', visitId: visit.visitId }, language, edition })).contentHash
    const first = await hash()
    expect(await hash('vi', 'large')).toBe(first)
    const today = (await as('clerk').guide.sheet({ request: { document: 'family-guide', visitId: visit.visitId }, language: 'ko', edition: 'standard' })).footer.match(/\d{4}-\d{2}-\d{2}/)![0]
    const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    at(`${tomorrow}T10:00`)
    expect(await hash()).toBe(first)
    await visit.member({ personId: visit.visitor()!.id, name: '표본순자', birth: '1945-05-01', sex: 'female' })
    expect(await hash()).not.toBe(first)
  }, 60_000)
})
