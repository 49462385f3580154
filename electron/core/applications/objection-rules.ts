/**
 * Until when one may object to a decision (이의신청 기한), by the law that the service stands on.
 *
 * The general rule is 90 days from the day the decision was received; a law of its own goes before it (사회보장급여법
 * 제3조). The day itself does not count (민법 제157조); a last day on a Saturday or holiday becomes the next day (민법
 * 제161조, 행정기본법 제6조제1항). All read on 2026-11-30 in the text in force, but 고용보험법, whose text was the one promulgated for 2028.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { Holidays } from '../policy/working-days.ts'
import { addDays } from '../kernel/dates.ts'
import { nextWorkingDay } from '../policy/working-days.ts'

export interface ObjectionRule {
  /** As it is shown, with its article. */
  readonly law: string
  readonly days: number
  /** Ids of the catalogue. */
  readonly services: readonly string[]
  readonly url: string
  /** The text that was read is not the one in force: shown as to be checked (확인 필요). */
  readonly toCheck?: true
}

const law = (name: string): string => `https://www.law.go.kr/법령/${name}`

export const objectionRules: readonly ObjectionRule[] = [
  { law: '긴급복지지원법 제16조제1항', days: 30, url: law('긴급복지지원법'), services: ['emergency-livelihood', 'emergency-medical', 'emergency-housing', 'emergency-facility', 'emergency-education', 'emergency-fuel-electricity', 'emergency-childbirth', 'emergency-funeral'] },
  { law: '국민기초생활 보장법 제38조제1항', days: 90, url: law('국민기초생활보장법'), services: ['bl-livelihood', 'bl-housing', 'bl-housing-youth', 'bl-education', 'childbirth-benefit', 'funeral-benefit'] },
  { law: '의료급여법 제30조제3항', days: 90, url: law('의료급여법'), services: ['bl-medical'] },
  { law: '기초연금법 제22조제2항', days: 90, url: law('기초연금법'), services: ['basic-pension'] },
  { law: '장애인연금법 제18조제2항', days: 90, url: law('장애인연금법'), services: ['disability-pension'] },
  { law: '장애인복지법 제84조제2항', days: 90, url: law('장애인복지법'), services: ['disability-allowance', 'disabled-child-allowance'] },
  { law: '장애인활동 지원에 관한 법률 제36조제1항', days: 90, url: law('장애인활동지원에관한법률'), services: ['disability-activity-support'] },
  { law: '아동수당법 제19조제2항', days: 90, url: law('아동수당법'), services: ['child-allowance', 'parental-benefit'] },
  { law: '한부모가족지원법 제28조제1항', days: 90, url: law('한부모가족지원법'), services: ['single-parent-child-support'] },
  { law: '노인장기요양보험법 제55조제2항', days: 90, url: law('노인장기요양보험법'), services: ['ltc-home', 'ltc-facility', 'ltc-equipment'] },
  { law: '국민연금법 제108조제2항', days: 90, url: law('국민연금법'), services: ['survivor-pension', 'lump-sum-death'] },
  { law: '고용보험법 제87조제2항', days: 90, toCheck: true, url: law('고용보험법'), services: ['unemployment-benefit', 'maternity-leave-benefit', 'parental-leave-benefit'] },
  { law: '재난적의료비 지원에 관한 법률 제23조제2항', days: 90, url: law('재난적의료비지원에관한법률'), services: ['catastrophic-medical'] },
]

export const generalRule: Omit<ObjectionRule, 'services'> = { law: '사회보장급여법 제17조제1항', days: 90, url: law('사회보장급여의이용ㆍ제공및수급권자발굴에관한법률') }

export interface CountedObjection { readonly due: PlainDate, readonly law: string, readonly days: number, readonly toCheck: boolean }

/** @param receivedOn the day the family got the notice */
export function objectionDeadline(serviceId: string, receivedOn: PlainDate, holidays: Holidays): CountedObjection {
  const own = objectionRules.find(({ services }) => services.includes(serviceId))
  const rule = own ?? generalRule
  return { due: nextWorkingDay(addDays(receivedOn, rule.days), holidays), law: rule.law, days: rule.days, toCheck: own === undefined || own.toCheck === true }
}
