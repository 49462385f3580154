/** What will be in a booklet, in numbers, for whoever chooses. */
import type { BookletData } from './booklet-data.ts'
import type { BookletSummary } from './model.ts'
import { chaptersOf } from './chapters.ts'

export function summarize({ services, choices, leftOut, agencies, records, ended }: BookletData): BookletSummary {
  const { chapters, homeless } = chaptersOf(services, choices.sections)
  const away = new Set(homeless)
  const inBook = services.filter(service => !away.has(service))
  const count = (test: (service: typeof services[number]) => boolean): number => inBook.filter(test).length
  return {
    services: inBook.length,
    new: count(({ mark }) => mark === 'new'),
    changed: count(({ mark }) => mark === 'changed'),
    ended,
    toCheck: count(({ toCheck }) => toCheck),
    leftOut: { ...leftOut, noSection: homeless.length },
    agencies: agencies.length,
    records: records.length,
    chapters: chapters.map(({ section, full, lines }) => ({ section, full: full.length, lines: lines.length })),
  }
}
