/** An item as it stands in a catalogue, with what is needed to say it. */
import type { Host } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { ItemKey } from '../model.ts'
import type { Version } from './field-changes.ts'
import { ruleSetting } from '../editor/rule-setting.ts'

export function versionIn(catalogue: Catalogue, { kind, itemId }: ItemKey, host: Pick<Host, 'texts'>, today: PlainDate): Version | undefined {
  const contents = { service: catalogue.services, parameter: catalogue.parameters, record: catalogue.records }
  const content = contents[kind].get(itemId)
  return content && { content, setting: ruleSetting(host, catalogue, today, 'counts' in content ? content.counts : 'registered') }
}
