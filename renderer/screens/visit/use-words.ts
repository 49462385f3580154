/** Words of the catalogue and of facts in the language of the page. */
import type { FactName, FactValue } from '#core/eligibility/facts'
import type { Relation } from '#core/eligibility/household-facts'
import type { BilingualText } from '#core/kernel/text'
import { useI18n } from 'vue-i18n'
import { facts } from '#core/eligibility/facts'
import { showDay } from '../../client/dates'

/** `1,234,567`; units stand beside it in words. */
export const showNumber = (value: number): string => value.toLocaleString('ko-KR')

export function useWords() {
  const { t, te, tm, locale } = useI18n()
  const say = (text: BilingualText): string => text[locale.value === 'en' ? 'en' : 'ko']
  const label = (fact: FactName): string => t(`facts.${fact}.label`)
  /** @param who whose fact it is, as the resident would say it; facts of the household need nobody */
  const question = (fact: FactName, who = ''): string => t(`facts.${fact}.question`, { who })
  /** Keys of `terms` are flat, such as `relation.head`. */
  const term = (key: string): string => (tm('terms') as Readonly<Record<string, string>>)[key] ?? key
  const relation = (of: Relation): string => term(`relation.${of}`)
  const person = (name: string): string => t('visit.household.person', { name })
  const option = (fact: FactName, value: string): string => t(`facts.${fact}.options.${value}`)
  const unit = (fact: FactName): string => te(`facts.${fact}.unit`) ? t(`facts.${fact}.unit`) : ''

  function value(fact: FactName, known: FactValue | null): string {
    if (known === null)
      return t('visit.household.unknown')
    const { type } = facts[fact].value
    if (typeof known === 'boolean')
      return t(known ? 'visit.paperwork.yes' : 'visit.paperwork.no')
    if (typeof known === 'number')
      return type === 'money' ? t('visit.household.won', { amount: showNumber(known) }) : showNumber(known)
    return type === 'date' ? showDay(known) : option(fact, known)
  }
  return { t, locale, say, label, question, option, unit, value, term, relation, person }
}
