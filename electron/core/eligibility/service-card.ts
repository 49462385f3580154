/** What screens and paper show of a catalogue entry. */
import type { Catalogue } from '../policy/catalogue.ts'
import type { ServiceCard } from './contract.ts'
import type { AsPublished } from './model.ts'
import type { OfficialWords } from './official/words.ts'
import { publishedInWords } from './official/describe-match.ts'
import { mergeRecords } from './official/merge-records.ts'

/** @param words with them, what the official catalogues say of the service stands on its card */
export function serviceCard(catalogue: Catalogue, id: string, words?: OfficialWords): ServiceCard | undefined {
  const entry = catalogue.services.get(id)
  if (!entry)
    return undefined
  const published = words ? asPublished(catalogue, id, words) : []
  const changed = catalogue.marks.get(id)?.mark
  const { kind, name, summary, agency, benefit, applyAt, how, phone, url, source, stages, themes, level } = entry
  return {
    id: entry.id,
    kind,
    name,
    summary,
    agency,
    benefit: benefit.text,
    applyAt,
    how,
    ...(phone ? { phone } : {}),
    ...(url ? { url } : {}),
    bring: entry.bring.flatMap((document) => {
      const found = catalogue.documents.get(document)
      return found ? [{ id: found.id, name: found.name, issuedAt: found.issuedAt }] : []
    }),
    source: { title: source.title, url: source.url, readOn: source.readOn },
    stages: [...stages],
    themes: [...themes],
    level,
    ...(entry.discreet ? { discreet: true as const } : {}),
    ...(published.length > 0 ? { asPublished: published } : {}),
    ...(changed ? { changed } : {}),
  }
}

const asPublished = ({ services, records }: Catalogue, id: string, words: OfficialWords): AsPublished[] =>
  (mergeRecords(services, records).ofService.get(id) ?? []).map(record => ({
    id: record.id,
    contacts: record.contacts,
    sites: record.sites,
    forms: record.forms,
    laws: record.laws,
    ...(record.url ? { url: record.url } : {}),
    published: publishedInWords(record, words),
  }))

/** Cards of every service an answer names; one that left the catalogue since has none. */
export const serviceCards = (catalogue: Catalogue, ids: Iterable<string>, words?: OfficialWords): Record<string, ServiceCard> =>
  Object.fromEntries([...new Set(ids)].flatMap((id) => {
    const card = serviceCard(catalogue, id, words)
    return card ? [[id, card]] : []
  }))
