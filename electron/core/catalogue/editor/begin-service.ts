/**
 * The form of a new service of the office, as full as it can be: empty but for the office's district, or taken from a
 * service or an official record that says nearly the same.
 */
import type { Host } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { Item } from './item-rows.ts'
import type { EntryForm } from './model.ts'
import { addYears } from '../../kernel/dates.ts'
import { sayBoth } from '../../kernel/say.ts'

export interface Home { readonly province: string, readonly district: string }

export function beginService(from: Item | undefined, home: Home, today: PlainDate, texts: Host['texts']): EntryForm {
  const empty = emptyForm(home, today, texts)
  if (from?.kind === 'service')
    return copyOf(from.content, empty)
  return from?.kind === 'record' ? fromRecord(from.content, empty, texts) : empty
}

function emptyForm({ province, district }: Home, today: PlainDate, texts: Host['texts']): EntryForm {
  return {
    kind: 'service',
    name: { ko: '', en: '' },
    summary: { ko: '', en: '' },
    level: 'district',
    region: { province, district },
    agency: { ko: district, en: '' },
    stages: [],
    targets: [],
    themes: [],
    lifeEvents: ['move-in'],
    concerns: 'household',
    counts: 'registered',
    criteria: [],
    benefit: { text: { ko: '', en: '' } },
    applyAt: sayBoth(texts, 'catalogue', 'begin.apply-at'),
    how: sayBoth(texts, 'catalogue', 'begin.how'),
    bring: ['identity-card'],
    worth: 2,
    source: { title: '', url: '', readOn: today },
    confidence: 'confirmed',
    reviewBy: addYears(today, 1),
  }
}

/** Everything but whose it is: id, source and level are the office's own. A doubt stays until somebody takes it away. */
function copyOf({ id: _id, bokjiroId: _bokjiroId, from: _from, until: _until, ...service }: WelfareService, empty: EntryForm): EntryForm {
  const { level, region, source, reviewBy, agency } = empty
  return { ...service, level, region, source, reviewBy, agency }
}

/** The publisher's prose fills the texts; conditions have to be read by a person, and until then nobody is told yes. */
function fromRecord(record: OfficialRecord, empty: EntryForm, texts: Host['texts']): EntryForm {
  const text = (ko: string | undefined) => ({ ko: ko?.trim() ?? '', en: '' })
  const place = record.province ? { region: { province: record.province, ...(record.district ? { district: record.district } : {}) } } : { region: undefined }
  return {
    ...empty,
    ...place,
    name: text(record.name),
    summary: text(record.summary ?? record.benefit?.split('\n')[0]),
    level: record.district ? 'district' : record.province ? 'seoul' : 'central',
    agency: text([record.agency, record.department].filter(Boolean).join(' ')),
    stages: [...record.stages],
    targets: [...record.targets],
    themes: [...record.themes],
    criteria: [{ kind: 'office-decides', what: sayBoth(texts, 'catalogue', 'begin.published-conditions') }],
    benefit: { text: text(record.benefit ?? record.summary) },
    ...(record.howToApply ? { how: text(record.howToApply) } : {}),
    ...(record.contacts[0]?.phone ? { phone: record.contacts[0].phone } : {}),
    ...(record.url ? { url: record.url } : {}),
    ...(record.id.startsWith('WLF') ? { bokjiroId: record.id } : {}),
    source: { title: record.laws[0] ?? record.name, url: record.url ?? '', readOn: empty.source && (empty.source as { readOn: string }).readOn, note: [record.forWhom, record.selection].filter(Boolean).join('\n') },
  }
}
