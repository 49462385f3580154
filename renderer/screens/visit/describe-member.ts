/** How old somebody is, as the counter says it; the deceased are named as such. */
import type { MemberView } from '#core/households/model'
import type { PlainDate } from '#core/kernel/dates'
import { completedYears } from '#core/kernel/dates'
import { todayHere } from '../../client/dates'

type Say = (key: string, named: Record<string, unknown>) => string

export const ageOf = (birth: PlainDate): number => completedYears(birth, todayHere() as PlainDate)

function monthsOf(birth: PlainDate): number {
  const today = todayHere()
  const months = (Number(today.slice(0, 4)) - Number(birth.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(birth.slice(5, 7))
  return today.slice(8) >= birth.slice(8) ? months : months - 1
}

export function ageInWords({ birth, diedOn }: Pick<MemberView, 'birth' | 'diedOn'>, t: Say): string {
  if (diedOn)
    return t('visit.household.deceased', {})
  if (!birth)
    return t('visit.household.noBirth', {})
  const years = ageOf(birth)
  return years < 2 ? t('visit.household.ageMonths', { months: monthsOf(birth) }) : t('visit.household.age', { age: years })
}

/** `1944-03-02 · 만 82세`. */
export function describeMember(member: MemberView, t: Say): string {
  return member.birth ? `${member.birth} · ${ageInWords(member, t)}` : ageInWords(member, t)
}
