/** Writing down one fact at once, and taking it back to "not asked". */
import type { FactName, FactValue } from '#core/eligibility/facts'
import type { VisitPage } from '#core/intake/contract'
import type { PersonId } from '#core/kernel/ids'
import { client } from '../../client/core-client'
import { useVisit } from '../../stores/visit'
import { same } from '../../stores/visit-draft'

export function useFacts() {
  const visit = useVisit()
  const known = (page: VisitPage | undefined, personId: PersonId | null, fact: FactName) =>
    (personId ? page?.household?.members.find(({ id }) => id === personId)?.facts : page?.household?.facts)?.[fact]?.value

  const save = (personId: PersonId | null, fact: FactName, value: FactValue | null | undefined) => visit.act(
    ({ id, seenVersion }) => value === undefined
      ? client.households.forgetFact({ visitId: id, seenVersion, personId, fact })
      : client.households.saveFact({ visitId: id, seenVersion, personId, fact, value }),
    (before, after) => same(known(before, personId, fact), known(after, personId, fact)),
  )
  return { save }
}
