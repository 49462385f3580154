/** Where a household lives, as lists and visit plans put it in order: dong, street, number of the building. 도로명주소법 시행령 제6조. */
import type { Store } from '../host.ts'

/** The last word of the address that ends like a street (로, 길), such as 장승배기로 or 표본로12길. */
export const streetOf = (road: string): string =>
  road.trim().split(/\s+/).findLast(word => /^\S+[로길]$/.test(word)) ?? ''

/** "표본동 표본로"; the dong alone where no street is known. */
export const areaOf = (dong: string, road: string): string => `${dong} ${streetOf(road)}`.trim()

/** Number of the building behind its street and the number behind the hyphen: 12-3 is `[12, 3]`; `undefined` where none is written. */
export function buildingOf(road: string): readonly [number, number] | undefined {
  const street = streetOf(road)
  const behind = street === '' ? road : road.slice(road.lastIndexOf(street) + street.length)
  const found = /(\d+)(?:-(\d+))?/.exec(behind)
  return found ? [Number(found[1]), Number(found[2] ?? 0)] : undefined
}

/** Writes the area of a household's cases anew; called with whatever writes an address. */
export async function refreshArea(db: Store, householdId: string): Promise<void> {
  const household = await db.selectFrom('household').select(['dong', 'road']).where('id', '=', householdId).executeTakeFirst()
  await db.updateTable('welfare_case').set({ area: household ? areaOf(household.dong, household.road) : '' }).where('household_id', '=', householdId).execute()
}
