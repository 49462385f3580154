/**
 * Made-up families to try a rule on, kept by ages instead of birth days: an example of a newborn stays one.
 *
 * They ship in `resources/examples/families.json` and are plainly nobody's: no names, round figures.
 */
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Home } from '../begin-service.ts'
import type { MadeUpFamily } from '../model.ts'
import * as z from 'zod'
import { EventKind, HouseholdFacts, Relation, Sex } from '../../../eligibility/household-facts.ts'
import { addDays, addMonths } from '../../../kernel/dates.ts'
import { BilingualText } from '../../../kernel/text.ts'

const Answers = z.record(z.string(), z.union([z.boolean(), z.int(), z.string()]))

export const AgedFamily = z.strictObject({
  id: z.string(),
  name: BilingualText,
  event: z.strictObject({ kind: EventKind, daysAgo: z.int().nonnegative() }),
  /** Months since they have lived in the office's district. */
  livedHere: z.int().nonnegative(),
  members: z.array(z.strictObject({
    id: z.string(),
    relation: Relation,
    sex: Sex,
    livingTogether: z.boolean().default(true),
    age: z.strictObject({ years: z.int().default(0), months: z.int().default(0), days: z.int().default(0) }),
    facts: Answers.default({}),
  })).min(1),
  facts: Answers.default({}),
})
export type AgedFamily = z.infer<typeof AgedFamily>

export function familyOn({ id, name, event, livedHere, members, facts }: AgedFamily, home: Home, today: PlainDate): MadeUpFamily {
  const since = addMonths(today, -livedHere)
  return {
    id,
    name,
    household: HouseholdFacts.parse({
      event: { kind: event.kind, on: addDays(today, -event.daysAgo) },
      residence: { ...home, inProvinceSince: since, inDistrictSince: since },
      members: members.map(({ age: { years, months, days }, ...member }) => ({ ...member, birth: addDays(addMonths(today, -(years * 12 + months)), -days) })),
      facts,
    }),
  }
}
