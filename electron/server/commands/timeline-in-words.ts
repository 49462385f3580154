/** The next years for a person at a terminal, in Korean, the product's first language; `--json` holds both. */
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { EligibilityTexts } from '#core/eligibility/texts'
import type { Timeline } from '#core/eligibility/timeline/timeline'
import type { Catalogue } from '#core/policy/catalogue'

export function timelineInWords({ on, until, release, rows, note }: Timeline, { members }: HouseholdFacts, { services }: Catalogue, { ko: { terms } }: EligibilityTexts): string[] {
  const lines = [`${on} .. ${until} · ${release}`, note.ko]
  for (const id of [...members.map(member => member.id), null]) {
    const changing = rows.filter(({ memberId, changes }) => memberId === id && changes.length > 0)
    const relation = members.find(member => member.id === id)?.relation
    if (changing.length > 0)
      lines.push('', relation ? `${terms[`relation.${relation}`]} ${id}` : terms.household ?? '')
    for (const { serviceId, changes } of changing) {
      lines.push(`  ${services.get(serviceId)?.name.ko ?? serviceId}`)
      lines.push(...changes.map(({ sentence, applyFrom }) => `    ${sentence.ko}${applyFrom ? ` ${applyFrom.sentence.ko}.` : ''}`))
    }
  }
  return lines
}
