import type { Desk } from '../door.ts'
import type { Proposal } from '../handbook/proposal.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { say } from '../kernel/say.ts'

/** How a link stands in the plan: the service by its name, an agency by its kind. Records are written in Korean. */
export async function linkWords({ db, host }: Pick<Desk, 'db' | 'host'>, { serviceId, agency }: Extract<Proposal, { kind: 'link' }>): Promise<string> {
  if (serviceId !== null)
    return (await catalogueInForce(db, host)).services.get(serviceId)?.name.ko ?? serviceId
  return say(host.texts, 'ko', 'handbook', 'linkTo', { agency: say(host.texts, 'ko', 'handbook', `agencies.${agency}`) })
}
