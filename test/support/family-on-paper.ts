/** Guides of made-up families by the rules that ship: what they are made of, and the sheet of any edition and language. */
import type { HouseholdFacts, MemberFacts, Relation } from '#core/eligibility/household-facts'
import type { GuideAgency, GuideData } from '#core/guide/family/guide-data'
import type { Edition, Sheet } from '#core/guide/sheet'
import { join } from 'node:path'
import { lookUp } from '#core/eligibility/look-up'
import { eligibilityTexts } from '#core/eligibility/texts-of-host'
import { familyGuide } from '#core/guide/family/family-guide'
import { translated, translatedCatalogue, translatedTexts } from '#core/guide/languages/translation'
import { PlainDate } from '#core/kernel/dates'
import { guideDataOf } from '#server/commands/guide'
import { loadEventNotes } from '#server/load-event-notes'
import { loadPolicy } from '#server/load-policy'
import { readTexts } from '#server/read-texts'
import { readTranslations } from '#server/read-translations'

const resources = join(import.meta.dirname, '../../resources')
const policy = join(resources, 'policy')
const [catalogue, notes, texts, translations] = await Promise.all([loadPolicy(policy), loadEventNotes(policy), readTexts(join(resources, 'texts')), readTranslations(join(resources, 'texts'))])
const today = PlainDate.parse('2026-11-30')

/** Every language that a guide can be made in. */
export const languages: readonly string[] = ['ko', 'en', ...translations.keys()]

/** Who lives there, by the name on the paper. */
type Person = readonly [name: string, relation: Relation, birth: string, more?: Partial<MemberFacts>]

const residence = { province: '서울특별시', district: '동작구', since: PlainDate.parse('2024-01-05') }
const member = ([, relation, birth, more]: Person, at: number): MemberFacts =>
  ({ id: `m${at}`, relation, birth: PlainDate.parse(birth), livingTogether: true, receives: {}, ...more, facts: { nationality: 'korean', ...more?.facts } })

export interface Family { readonly names: readonly string[], readonly household: HouseholdFacts }

const family = (people: readonly Person[], event: HouseholdFacts['event'], facts: HouseholdFacts['facts']): Family =>
  ({ names: people.map(([name]) => name), household: { event, residence, members: people.map(member), facts, receives: {} } as HouseholdFacts })

export const families = {
  alone: family([['한표본', 'head', '1948-09-20', { sex: 'male' }]], { kind: 'move-in', on: PlainDate.parse('2026-11-27') }, { 'recognised-income': 712_300, 'tenure': 'monthly-rent' }),
  newborn: family([
    ['김하늘', 'head', '1993-06-01', { sex: 'female', facts: { 'earned-income': 2_345_000 } }],
    ['이바다', 'spouse', '1991-10-01', { sex: 'male', facts: { 'earned-income': 3_456_000 } }],
    ['김새봄', 'child', '2026-11-18', { sex: 'female' }],
    ['김여름', 'child', '2023-03-05', { sex: 'male' }],
  ], { kind: 'birth', on: PlainDate.parse('2026-11-18') }, { 'recognised-income': 1_234_000, 'monthly-income': 5_801_000, 'tenure': 'jeonse' }),
  nine: family([
    ['박견본', 'head', '1985-06-01', { sex: 'female' }],
    ['최보기', 'spouse', '1983-10-01', { sex: 'male', facts: { employment: 'looking-for-work' } }],
    ['최가람', 'child', '2026-08-18', { sex: 'female' }],
    ['최나래', 'child', '2021-03-05', { sex: 'male' }],
    ['최다솜', 'child', '2015-03-05', { sex: 'male' }],
    ['최라온', 'child', '2009-05-05', { sex: 'female' }],
    ['정마루', 'parent', '1955-02-02', { sex: 'female' }],
    ['박바른', 'parent', '1950-02-02', { sex: 'male' }],
    ['Alexandra Konstantinopolskaya', 'cohabitant', '2001-02-02', { sex: 'female' }],
  ], { kind: 'move-in', on: PlainDate.parse('2026-11-25') }, { 'recognised-income': 2_500_000, 'near-poor': true, 'tenure': 'monthly-rent' }),
  bereaved: family([
    ['남고인', 'head', '1950-03-04', { sex: 'male', diedOn: PlainDate.parse('2026-11-20') }],
    ['여배우', 'spouse', '1952-05-06', { sex: 'female' }],
    ['남자녀', 'child', '1980-05-06', { sex: 'female' }],
  ], { kind: 'death', on: PlainDate.parse('2026-11-20') }, {}),
} as const

export const planner = { name: '표본플래너', phone: '02-000-0001' }
export const office = { name: { province: '서울특별시', district: '동작구', dong: '보기동' }, phone: '02-000-0000' }
export const agencies: readonly GuideAgency[] = [
  { name: '보기종합복지관', fields: ['welfare', 'care'], phone: '02-000-0201', way: '보기역 2번 출구에서 5분 걸어요.' },
  { name: '예시구보건소', fields: ['health'], phone: '02-000-0205', way: '구청 맞은편 건물 1층이에요.' },
]

interface Asked extends Partial<Pick<GuideData, 'choices' | 'agencies' | 'marks' | 'on'>> { readonly edition?: Edition, readonly language?: string }

/** The guide as the door makes it, without a store. The first of a family stands at the counter. */
export function guideOf({ names, household }: Family, { edition = 'standard', language = 'ko', on = today, ...more }: Asked = {}): { readonly data: GuideData, readonly sheet: Sheet } {
  const translation = translations.get(language)
  const words = translation ? translatedTexts(texts, translation) : texts
  const rules = translation ? translatedCatalogue(catalogue, translation) : catalogue
  const said = eligibilityTexts(words)
  const made = guideDataOf(household, lookUp(household, rules, on, said), rules, translation ? translated(notes, translation) : notes, said)
  const data: GuideData = {
    ...made,
    office,
    dong: '보기동',
    planner,
    agencies,
    members: made.members.map((each, at) => ({ ...each, name: names[at]! })),
    visitorId: made.members[0]!.id,
    partlyEnglish: translation !== undefined,
    ...more,
  }
  return { data, sheet: { ...familyGuide(data, words, language === 'ko' ? 'ko' : 'en', edition), language } }
}
