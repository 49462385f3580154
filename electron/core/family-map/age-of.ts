/** How old somebody of a family map is; of a year alone, the year's difference. */
import type { PlainDate } from '../kernel/dates.ts'
import type { MapPerson } from '../records/bodies/family-map.ts'
import { completedYears } from '../kernel/dates.ts'

export function ageOf({ birth, birthYear }: MapPerson, today: PlainDate): number | undefined {
  if (birth)
    return completedYears(birth, today)
  return birthYear ? Math.max(0, Number(today.slice(0, 4)) - birthYear) : undefined
}
