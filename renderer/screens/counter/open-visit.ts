import type { Router } from 'vue-router'
/** Opens a visit and goes to its page; used by the four entries of the counter and by the search. */
import type { EventKind } from '#core/eligibility/household-facts'
import type { Channel } from '#core/intake/model'
import type { Problem } from '../../client/problem'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'

/** @returns what went wrong, or nothing */
export async function openVisit(event: EventKind, channel: Channel, router: Router): Promise<Problem | undefined> {
  const outcome = await attempt(() => client.intake.open({ event, channel }))
  if (!outcome.ok)
    return outcome.problem
  await router.push(`/visits/${outcome.answer.visit.id}`)
  return undefined
}
