/** What screens and paper show of a catalogue entry. */
import type { Catalogue } from '../policy/catalogue.ts'
import type { ServiceCard } from './contract.ts'

export function serviceCard(catalogue: Catalogue, id: string): ServiceCard | undefined {
  const entry = catalogue.services.get(id)
  if (!entry)
    return undefined
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
  }
}

/** Cards of every service an answer names; one that left the catalogue since has none. */
export const serviceCards = (catalogue: Catalogue, ids: Iterable<string>): Record<string, ServiceCard> =>
  Object.fromEntries([...new Set(ids)].flatMap((id) => {
    const card = serviceCard(catalogue, id)
    return card ? [[id, card]] : []
  }))
