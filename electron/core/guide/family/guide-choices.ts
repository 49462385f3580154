/**
 * What a family wants left out of its paper (가림, 금액 빼기): done to the data before anything is written, so that no
 * part of the guide can forget it.
 */
import type { FactKind } from '../../eligibility/facts.ts'
import type { Finding, ServiceVerdict } from '../../eligibility/verdict.ts'
import type { Texts } from '../../host.ts'
import type { GuideChoices, GuideData } from './guide-data.ts'
import { facts } from '../../eligibility/facts.ts'
import { maskName } from '../../kernel/mask.ts'
import { withoutBirthYears } from './birth-years.ts'

export const usualChoices: GuideChoices = { masked: false, amounts: 'everybody', unlikely: true }

/** @param texts of which the labels of facts are read, to know whose money a sentence speaks of, and how a birth year is written */
export function asChosen(data: GuideData, texts: Texts): GuideData {
  const { masked, amounts } = data.choices ?? usualChoices
  const named = masked ? asMasked(data, texts) : data
  return amounts === 'everybody' ? named : { ...named, lookup: { ...named.lookup, verdicts: named.lookup.verdicts.map(verdict => withoutAmounts(verdict, data.visitorId ?? null, ownMoney(texts))) } }
}

/** Names as in lists; and without the birth year that sentences set beside a relation ("부모님(1950년생)"). */
const asMasked = (data: GuideData, texts: Texts): GuideData => ({
  ...data,
  members: data.members.map(member => ({ ...member, name: member.name && maskName(member.name) })),
  lookup: withoutBirthYears(data.lookup, texts),
  ahead: withoutBirthYears(data.ahead, texts),
})

/** Of the visitor everything stays, of the household all but what one member earns, of others no amount at all. */
function withoutAmounts(verdict: ServiceVerdict, visitorId: string | null, labels: readonly string[]): ServiceVerdict {
  if (verdict.memberId !== null && verdict.memberId === visitorId)
    return verdict
  const { amount, ...rest } = verdict
  const tells = verdict.memberId === null ? (finding: Finding) => hasAmount(finding) && labels.some(label => finding.sentence.ko.includes(label)) : hasAmount
  return {
    ...rest,
    ...(verdict.memberId === null && amount ? { amount } : {}),
    findings: verdict.findings.filter(finding => !tells(finding)),
  }
}

/** "월 350,000원", "2억 5천만원": by its Korean original, whatever language it is printed in. */
const hasAmount = ({ sentence, margin }: Finding): boolean => margin !== undefined || /\d[\d,.]*\s*(?:[천만억]+\s*)?원/.test(sentence.ko)

/** What one person earns, among the facts. */
function ownMoney(texts: Texts): string[] {
  const labels = texts.ko.facts ?? {}
  return Object.entries<FactKind>(facts)
    .filter(([, { about, value }]) => about === 'person' && value.type === 'money')
    .flatMap(([name]) => {
      const words = labels[name]
      const label = typeof words === 'object' ? words.label : undefined
      return typeof label === 'string' ? [label] : []
    })
}
