/**
 * What may be known about a household, beyond names and birth days. The closed list of facts.
 *
 * A fact that has no answer is *not known*: it never counts as no or zero.
 * To add one: a row here, its question in `resources/texts/{ko,en}/facts.json`. Nothing else.
 * Rules of another place may declare facts of their own in `facts.yaml`; those join the list in `fact-table.ts`.
 */
import * as z from 'zod'

export type FactKind = FactShape & (
  /** Health, disability and what else art. 23 of the Personal Information Protection Act protects: needs the person's own consent. */
  | { readonly sensitive: true, readonly delicate?: undefined }
  /** Of how somebody died, who owes whom, who is alone: a paper for the whole family never says that it does not apply. */
  | { readonly sensitive?: undefined, readonly delicate: boolean }
)

interface FactShape {
  readonly about: 'person' | 'household'
  readonly value:
    | { readonly type: 'yes-no' }
    | { readonly type: 'choice', readonly options: readonly string[] }
    /** Whole units of the currency, won in Korea; a flow is a month's. */
    | { readonly type: 'money' }
    | { readonly type: 'count' }
    | { readonly type: 'date' }
  /** How easily it is asked at a counter: 1 at a glance or from the papers, 2 a plain question, 3 needs looking up at home. */
  readonly ease: 1 | 2 | 3
}

export const facts = {
  // ── about a person ──
  'disability': { about: 'person', value: { type: 'choice', options: ['none', 'mild', 'severe'] }, sensitive: true, ease: 2 },
  'disability-kind': { about: 'person', value: { type: 'choice', options: ['physical', 'brain-lesion', 'visual', 'hearing', 'speech', 'intellectual', 'autism', 'mental', 'internal', 'other'] }, sensitive: true, ease: 2 },
  'long-term-care-grade': { about: 'person', value: { type: 'choice', options: ['none', '1', '2', '3', '4', '5', 'cognitive'] }, sensitive: true, ease: 2 },
  'dementia': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  'serious-illness': { about: 'person', value: { type: 'choice', options: ['none', 'cancer', 'rare', 'heart-brain', 'other-severe'] }, sensitive: true, ease: 2 },
  'mental-illness': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 3 },
  /** A doctor certifies delayed development; stands in for registration as disabled up to 8 years of age (발달재활서비스 의뢰서). */
  'developmental-delay': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  'counselling-referral': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  'difficulty-daily-living': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  /** Under treatment, or in need of it, for six months or more (6개월 이상 치료, 만성질환). */
  'chronic-illness': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  /** An operation a doctor has said is needed: the eyes, a knee (수술이 필요하다는 진단). */
  'surgery-needed': { about: 'person', value: { type: 'choice', options: ['none', 'eye', 'knee', 'other'] }, sensitive: true, ease: 2 },
  /** Left without care at short notice: sudden illness or accident, or the carer died, fell ill or is away (갑작스러운 돌봄 공백). */
  'sudden-care-gap': { about: 'person', value: { type: 'yes-no' }, delicate: true, ease: 1 },
  'pregnant': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 1 },
  'gave-birth-on': { about: 'person', value: { type: 'date' }, sensitive: true, ease: 1 },
  'hospitalised-in-pregnancy': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  'infertility-diagnosis': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  'birth-condition': { about: 'person', value: { type: 'choice', options: ['none', 'premature', 'congenital-anomaly', 'metabolic', 'hearing-loss'] }, sensitive: true, ease: 2 },
  /** Which child of the parents this is: 3 for the third (몇째 자녀). Brothers and sisters who have left home count. */
  'birth-order': { about: 'person', value: { type: 'count' }, delicate: false, ease: 1 },
  'student': { about: 'person', value: { type: 'choice', options: ['none', 'kindergarten', 'elementary', 'middle', 'high', 'university', 'out-of-school'] }, delicate: false, ease: 1 },
  /** The year of the school attended: 3 for the third (몇 학년). */
  'school-grade': { about: 'person', value: { type: 'count' }, delicate: false, ease: 1 },
  'uses-daycare': { about: 'person', value: { type: 'choice', options: ['none', 'daycare', 'kindergarten', 'full-day-idolbom'] }, delicate: false, ease: 1 },
  'employment': { about: 'person', value: { type: 'choice', options: ['employed', 'daily-worker', 'self-employed', 'looking-for-work', 'not-working'] }, delicate: false, ease: 1 },
  'lost-job-on': { about: 'person', value: { type: 'date' }, delicate: false, ease: 2 },
  'employment-insured': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'employment-insured-days': { about: 'person', value: { type: 'count' }, delicate: false, ease: 3 },
  'priority-support-employer': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 3 },
  'earned-income': { about: 'person', value: { type: 'money' }, delicate: false, ease: 2 },
  'military-service': { about: 'person', value: { type: 'choice', options: ['none', 'serving', 'served'] }, delicate: false, ease: 2 },
  'in-institution': { about: 'person', value: { type: 'yes-no' }, delicate: true, ease: 1 },
  'in-hospital': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 1 },
  'nationality': { about: 'person', value: { type: 'choice', options: ['korean', 'foreigner', 'overseas-korean', 'refugee', 'stateless'] }, delicate: false, ease: 1 },
  /** Status of residence of who is no citizen (체류자격): F-5, F-2, F-6, F-4, G-1-6, to work, D-2 and D-4, a visit. */
  'residence-status': { about: 'person', value: { type: 'choice', options: ['citizen', 'permanent', 'resident', 'marriage', 'overseas-korean', 'humanitarian', 'work', 'study', 'visit', 'none'] }, delicate: false, ease: 2 },
  'marriage-migrant': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 1 },
  'north-korean-defector': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 3 },
  'veteran': { about: 'person', value: { type: 'choice', options: ['none', 'war-veteran', 'national-merit', 'survivor-of-merit', 'other'] }, delicate: false, ease: 2 },
  /** Holds an injury grade of a person of national merit (국가유공자 상이등급 1-7급). */
  'veteran-injury': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  'marital-status': { about: 'person', value: { type: 'choice', options: ['single', 'married', 'divorced', 'widowed', 'separated'] }, delicate: true, ease: 1 },
  /** The day the marriage was registered (혼인신고일). */
  'married-on': { about: 'person', value: { type: 'date' }, delicate: false, ease: 2 },
  'care-leaver': { about: 'person', value: { type: 'yes-no' }, delicate: true, ease: 3 },
  'family-carer': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'national-pension-insured': { about: 'person', value: { type: 'choice', options: ['none', 'insured', 'receiving'] }, delicate: false, ease: 2 },
  'national-pension-years': { about: 'person', value: { type: 'count' }, delicate: false, ease: 3 },
  'civil-service-pension': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'driving-licence': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'special-copay-registered': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  /** First year of elementary, middle or high school (입학한 학년). */
  'school-first-year': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 1 },
  /** Holds the card for children's meals (꿈나무카드, 아동급식카드). */
  'child-meal-card': { about: 'person', value: { type: 'yes-no' }, delicate: false, ease: 1 },
  /** Hardly manages the way to a hospital or an office alone (동행이 필요함). */
  'needs-company-outside': { about: 'person', value: { type: 'yes-no' }, sensitive: true, ease: 2 },
  /** What this person is to the one who died: the surviving wife is `spouse`, the surviving son is `child`. */
  'relation-to-deceased': { about: 'person', value: { type: 'choice', options: ['none', 'spouse', 'child', 'parent', 'grandchild', 'grandparent', 'sibling', 'other-relative', 'other'] }, delicate: true, ease: 1 },
  /** Lived on what the deceased earned or gave (국민연금법 제73조의 생계유지). */
  'supported-by-deceased': { about: 'person', value: { type: 'yes-no' }, delicate: true, ease: 2 },
  // ── about the household ──
  'recognised-income': { about: 'household', value: { type: 'money' }, delicate: false, ease: 3 },
  'monthly-income': { about: 'household', value: { type: 'money' }, delicate: false, ease: 2 },
  'property': { about: 'household', value: { type: 'money' }, delicate: false, ease: 3 },
  'financial-assets': { about: 'household', value: { type: 'money' }, delicate: false, ease: 3 },
  'health-insurance-type': { about: 'household', value: { type: 'choice', options: ['employee', 'regional', 'dependant', 'medical-aid', 'none'] }, delicate: false, ease: 2 },
  'health-insurance-premium': { about: 'household', value: { type: 'money' }, delicate: false, ease: 3 },
  /** Own share of medical costs of the last year is more than a tenth of the year's income (과도한 의료비). */
  'high-medical-cost': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'tenure': { about: 'household', value: { type: 'choice', options: ['owned', 'jeonse', 'monthly-rent', 'public-rental', 'free', 'non-housing'] }, delicate: false, ease: 1 },
  'owns-no-home': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'deposit': { about: 'household', value: { type: 'money' }, delicate: false, ease: 2 },
  'monthly-rent': { about: 'household', value: { type: 'money' }, delicate: false, ease: 2 },
  /** The day the lease was signed (임대차계약 체결일). */
  'lease-contract-on': { about: 'household', value: { type: 'date' }, delicate: false, ease: 1 },
  /** Income of both spouses together in the last year, before tax: a year's, unlike every other flow here. */
  'couple-yearly-income': { about: 'household', value: { type: 'money' }, delicate: false, ease: 2 },
  'single-parent': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 1 },
  /** Child support laid down by a court or agreement has not come for three months or three times (양육비 미지급). */
  'child-support-unpaid': { about: 'household', value: { type: 'yes-no' }, delicate: true, ease: 2 },
  'grandparent-family': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 1 },
  'multicultural': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 1 },
  'near-poor': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'crisis-reason': { about: 'household', value: { type: 'choice', options: ['none', 'earner-lost', 'illness', 'neglect-or-abuse', 'domestic-violence', 'disaster', 'business-closed', 'job-lost', 'divorce', 'power-cut', 'released', 'homeless', 'referred', 'other'] }, sensitive: true, ease: 2 },
  'deceased-was-earner': { about: 'household', value: { type: 'yes-no' }, delicate: true, ease: 1 },
  'deceased-pension-insured': { about: 'household', value: { type: 'yes-no' }, delicate: true, ease: 2 },
  'bereaved-by-suicide': { about: 'household', value: { type: 'yes-no' }, sensitive: true, ease: 3 },
  'needs-cooling-heating-help': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 1 },
  /** Few or no contacts, at risk of a lonely death (사회적 고립, 고독사 위험). */
  'isolated': { about: 'household', value: { type: 'yes-no' }, delicate: true, ease: 2 },
  'obligor-rich': { about: 'household', value: { type: 'yes-no' }, delicate: true, ease: 3 },
  'obligor-can-support': { about: 'household', value: { type: 'yes-no' }, delicate: true, ease: 3 },
  'childcare-gap': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 2 },
  'car': { about: 'household', value: { type: 'yes-no' }, delicate: false, ease: 2 },
} as const satisfies Record<string, FactKind>

export type FactName = keyof typeof facts
export const FactName = z.enum(Object.keys(facts) as [FactName, ...FactName[]])
export const isFactName = (name: string): name is FactName => Object.hasOwn(facts, name)

/** Health and what else is protected. A fact of another place counts as such wherever its kind is not at hand. */
export const isSensitiveFact = (name: string): boolean => !isFactName(name) || 'sensitive' in facts[name]

/** Neither protected nor delicate. A fact of another place says nothing of the kind about itself, so it is not. */
export function isOpenFact(name: string): boolean {
  const kind: FactKind | undefined = isFactName(name) ? facts[name] : undefined
  return kind?.delicate === false
}

/** The name of a fact, built in or declared by a policy folder; whether there is such a fact, the folder's check says. */
export const FactId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
export type FactId = z.infer<typeof FactId>

/** The answer to a fact: a choice's option, yes or no, whole money, a count, or a day. */
export const FactValue = z.union([z.boolean(), z.int(), z.string().max(40)])
export type FactValue = z.infer<typeof FactValue>

/** Whether a value is of the kind its fact asks for; `null` (asked, but not known) always is. */
export const fitsFact = (name: FactName, value: FactValue | null): boolean => fitsKind(facts[name], value)

/** What to write as the answer to a fact, for whoever writes rules or a household. */
export function answersTo({ value }: FactKind): string {
  switch (value.type) {
    case 'yes-no': return 'write true or false'
    case 'choice': return `write one of: ${value.options.join(', ')}`
    case 'money': return 'write a whole amount, not below 0'
    case 'count': return 'write a whole number, not below 0'
    case 'date': return 'write a day as 2026-01-31'
  }
}

export function fitsKind({ value: kind }: FactKind, value: FactValue | null): boolean {
  if (value === null)
    return true
  switch (kind.type) {
    case 'yes-no': return typeof value === 'boolean'
    case 'choice': return typeof value === 'string' && kind.options.includes(value)
    case 'money':
    case 'count': return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    case 'date': return typeof value === 'string' && z.iso.date().safeParse(value).success
  }
}
