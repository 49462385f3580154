/** What was looked up for the visit on the counter; one question to the server at a time, the last one wins. */
import type { ServiceCard } from '#core/eligibility/contract'
import type { OfficialAnswer } from '#core/eligibility/model'
import type { Lookup } from '#core/eligibility/verdict'
import type { VisitId } from '#core/kernel/ids'
import type { Problem } from '../client/problem'
import { ref, shallowRef } from 'vue'
import { client } from '../client/core-client'
import { attempt } from '../client/use-call'

/**
 * @param visitId the visit on the counter now
 * @param saved resolves once everything sent so far is on the server
 */
export function createLookup(visitId: () => VisitId | undefined, saved: () => Promise<unknown>) {
  const looked = shallowRef<{ readonly lookup: Lookup, readonly services: Record<string, ServiceCard>, readonly official: OfficialAnswer }>()
  const looking = ref(false)
  const lookupProblem = shallowRef<Problem>()
  let again = false

  function forgetLookup() {
    looked.value = undefined
    lookupProblem.value = undefined
  }

  async function lookUp(): Promise<void> {
    const asked = visitId()
    if (!asked)
      return
    if (looking.value) {
      again = true
      return
    }
    looking.value = true
    again = false
    await saved()
    const outcome = await attempt(() => client.eligibility.lookup({ visitId: asked }))
    if (visitId() === asked) {
      looked.value = outcome.ok ? outcome.answer : looked.value
      lookupProblem.value = outcome.ok ? undefined : outcome.problem
    }
    looking.value = false
    if (again)
      await lookUp()
  }
  return { looked, looking, lookupProblem, lookUp, forgetLookup }
}
