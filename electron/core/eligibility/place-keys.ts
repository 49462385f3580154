/**
 * Which rows of a table by region may be a household's, as far as it is known where it lives.
 *
 * A table names districts ("서울특별시/동작구"), whole provinces ("서울특별시") and `elsewhere`; the narrowest holds.
 */
import type { HouseholdFacts } from './household-facts.ts'

export const elsewhere = 'elsewhere'

/** @param named the keys of the table */
export function placeKeys({ province, district }: HouseholdFacts['residence'], named: readonly string[]): readonly string[] {
  const has = (key: string): boolean => named.includes(key)
  if (!province)
    return named
  const around = has(province) ? province : elsewhere
  if (district)
    return [has(`${province}/${district}`) ? `${province}/${district}` : around]
  return [...named.filter(key => key.startsWith(`${province}/`)), around]
}
