/** How an open question is settled (어떻게 확인하나요): which paper says it, or whom to ask. */
import type { ServiceCard } from '../../eligibility/contract.ts'
import type { FactName } from '../../eligibility/facts.ts'
import type { Question } from '../../eligibility/verdict.ts'
import type { Speaker } from '../speaker.ts'
import { isFactName } from '../../eligibility/facts.ts'

type Way = 'tell' | 'family' | 'disability' | 'care' | 'illness' | 'school' | 'work' | 'pay' | 'pension' | 'decision' | 'insurance' | 'property' | 'lease' | 'alien' | 'veteran'

/** A fact that is not here is told: nobody has a paper about it. */
const ways: Partial<Record<FactName, Way>> = {
  'disability': 'disability',
  'disability-kind': 'disability',
  'long-term-care-grade': 'care',
  'dementia': 'illness',
  'serious-illness': 'illness',
  'mental-illness': 'illness',
  'developmental-delay': 'illness',
  'counselling-referral': 'illness',
  'chronic-illness': 'illness',
  'surgery-needed': 'illness',
  'infertility-diagnosis': 'illness',
  'birth-condition': 'illness',
  'special-copay-registered': 'insurance',
  'birth-order': 'family',
  'student': 'school',
  'school-grade': 'school',
  'school-first-year': 'school',
  'uses-daycare': 'school',
  'lost-job-on': 'work',
  'employment-insured': 'work',
  'employment-insured-days': 'work',
  'priority-support-employer': 'work',
  'earned-income': 'pay',
  'monthly-income': 'pay',
  'couple-yearly-income': 'pay',
  'nationality': 'alien',
  'residence-status': 'alien',
  'veteran': 'veteran',
  'veteran-injury': 'veteran',
  'married-on': 'family',
  'national-pension-insured': 'pension',
  'national-pension-years': 'pension',
  'deceased-pension-insured': 'pension',
  'recognised-income': 'decision',
  'near-poor': 'decision',
  'property': 'property',
  'financial-assets': 'property',
  'health-insurance-type': 'insurance',
  'health-insurance-premium': 'insurance',
  'tenure': 'lease',
  'deposit': 'lease',
  'monthly-rent': 'lease',
  'lease-contract-on': 'lease',
  'single-parent': 'family',
}

/** @param question what is asked; without one an agency decides by what the family cannot answer */
export function wayToSettle({ t, pick }: Speaker, question: Question | undefined, { agency, phone }: Pick<ServiceCard, 'agency' | 'phone'>): string {
  if (!question)
    return phone ? t('open.settle.office', { agency: pick(agency), phone }) : t('open.settle.officeOnly', { agency: pick(agency) })
  return t(`open.settle.${wayOf(question)}`)
}

function wayOf({ about, fact }: Question): Way {
  switch (about) {
    case 'fact': return fact !== undefined && isFactName(fact) ? ways[fact] ?? 'tell' : 'tell'
    case 'birth': case 'sex': case 'living-together': case 'residence': return 'family'
    case 'receives': return 'decision'
    case 'event-day': return 'tell'
  }
}
