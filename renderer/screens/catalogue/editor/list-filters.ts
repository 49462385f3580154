/** What the list is narrowed to; stays over a reload, on this machine and for this window. */
import * as z from 'zod'

const text = z.string().catch('')
const Filters = z.object({
  text,
  kind: text,
  attention: text,
  order: z.enum(['fitting', 'name', 'review', 'changed']).catch('fitting'),
  level: text,
  stage: text,
  target: text,
  theme: text,
  lifeEvent: text,
  publisher: text,
  district: text,
})
export type Filters = z.infer<typeof Filters>
export const emptyFilters: Filters = Filters.parse({})

const place = 'maji.catalogue.filters'

export function keptFilters(): Filters {
  try {
    return Filters.parse(JSON.parse(sessionStorage.getItem(place) ?? '{}'))
  }
  catch {
    return { ...emptyFilters }
  }
}

export function keepFilters(filters: Filters): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(filters))
  }
  catch {
    // nothing is kept where the browser forbids it
  }
}
