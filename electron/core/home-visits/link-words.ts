import type { Desk } from '../door.ts'
import type { Proposal } from '../handbook/proposal.ts'
import type { BilingualText } from '../kernel/text.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { sayBoth } from '../kernel/say.ts'

type Reader = Pick<Desk, 'db' | 'host'>

/** How a link stands in the plan: the service by its name, an agency by its kind. */
export async function linkWords({ db, host }: Reader, { serviceId, agency }: Extract<Proposal, { kind: 'link' }>): Promise<BilingualText> {
  if (serviceId !== null)
    return (await catalogueInForce(db, host)).services.get(serviceId)?.name ?? { ko: serviceId, en: serviceId }
  const name = sayBoth(host.texts, 'handbook', `agencies.${agency}`)
  return sayBoth(host.texts, 'handbook', 'linkTo', { ko: { agency: name.ko }, en: { agency: name.en } })
}

/** What a proposal is about, as the page says it. */
export async function proposalWords(reader: Reader, proposal: Proposal): Promise<BilingualText> {
  const { texts } = reader.host
  switch (proposal.kind) {
    case 'crisis-check': return sayBoth(texts, 'handbook', 'acts.crisis-check')
    case 'crisis-reason': return sayBoth(texts, 'casework', `reasons.${proposal.reason}`)
    case 'isolation': return sayBoth(texts, 'handbook', `isolation.${proposal.sign}`)
    case 'need': {
      const [area, item] = [sayBoth(texts, 'casework', `areas.${proposal.area}`), sayBoth(texts, 'casework', `items.${proposal.item}`)]
      return { ko: `${area.ko} · ${item.ko}`, en: `${area.en} · ${item.en}` }
    }
    case 'link': return linkWords(reader, proposal)
  }
}
