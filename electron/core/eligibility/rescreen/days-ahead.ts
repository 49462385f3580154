/** The days ahead on which figures begin, in force or in the draft: what the yearly notices bring. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import { draftCatalogue } from '../../catalogue/draft/read-draft-catalogue.ts'
import { catalogueInForce } from '../../catalogue/read-in-force.ts'
import { door } from '../../door.ts'

type Beginning = Map<PlainDate, Map<string, Catalogue['parameters'] extends ReadonlyMap<string, infer Figure> ? Figure : never>>

function beginningAfter({ parameters }: Catalogue, today: PlainDate): Beginning {
  const days: Beginning = new Map()
  for (const figure of parameters.values()) {
    for (const { from } of figure.values.filter(value => value.from > today))
      days.set(from, (days.get(from) ?? new Map()).set(figure.id, figure))
  }
  return days
}

export const daysAhead = door.eligibility.rescreen.days.handler(async ({ context: { db, host, today } }) => {
  const inForce = beginningAfter(await catalogueInForce(db, host), today)
  const drafted = beginningAfter(await draftCatalogue(db, host), today)
  return [...new Set([...inForce.keys(), ...drafted.keys()])].sort().map(on => ({
    on,
    figures: [...new Map([...inForce.get(on) ?? [], ...drafted.get(on) ?? []]).values()].map(({ label }) => label),
    inDraft: !inForce.has(on),
  }))
})
