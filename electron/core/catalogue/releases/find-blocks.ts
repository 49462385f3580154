/** What does not hold together in a catalogue that would be released: a service that names what is not there. */
import type { Host } from '../../host.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { ServiceFault } from '../../policy/check-service.ts'
import type { Block } from '../model.ts'
import { eligibilityTexts } from '../../eligibility/texts-of-host.ts'
import { factLabel, withFactTexts } from '../../eligibility/texts.ts'
import { sayBoth } from '../../kernel/say.ts'
import { checkService } from '../../policy/check-service.ts'
import { inBoth, words } from '../differences/said.ts'

/** Checked once for each catalogue: the release in force is checked by nobody, a draft each time its list is read. */
const checked = new WeakMap<Catalogue, Block[]>()

export function findBlocks(catalogue: Catalogue, host: Pick<Host, 'texts'>): Block[] {
  const known = checked.get(catalogue)
  if (known)
    return known
  const blocks = [...catalogue.services.values()].flatMap(service =>
    checkService(service, catalogue).map((fault): Block => ({ kind: 'service', itemId: service.id, name: service.name, says: sayFault(fault, catalogue, host) })))
  checked.set(catalogue, blocks)
  return blocks
}

function sayFault(fault: ServiceFault, { facts }: Catalogue, host: Pick<Host, 'texts'>): BilingualText {
  const name = 'name' in fault ? nameIn(fault) : { ko: '', en: '' }
  return sayBoth(host.texts, 'releases', `blocks.${fault.kind}`, { ko: { name: name.ko }, en: { name: name.en } })

  function nameIn({ kind, name }: Extract<ServiceFault, { readonly name: string }>): BilingualText {
    switch (kind) {
      case 'value-unfit':
      case 'no-amount':
      case 'no-day':
      case 'fact-of-person': return factLabel(withFactTexts(eligibilityTexts(host.texts), facts), name)
      case 'needs-person': return words({ words: host.texts }, `criterion.${name}`)
      case 'event-missing': return words({ words: host.texts }, `life-event.${name}`)
      default: return inBoth(name)
    }
  }
}
