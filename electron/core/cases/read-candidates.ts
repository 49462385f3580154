/** Planners as candidates for a case, and the family as the rules see it. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { Candidate, Family, Setting } from './order-planners.ts'
import { readSettings } from '../center/read-settings.ts'
import { readOfficeText } from '../office-texts/read-office-text.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { readConflicts, readPlanners } from '../staff/read-staff.ts'
import { AssignmentRules, defaultRules } from '../team/rules.ts'
import { emptyHand, readLoads } from './read-loads.ts'

export const readRules = async (db: Store): Promise<AssignmentRules> =>
  (await readOfficeText(db, 'assignment-rules', AssignmentRules))?.body ?? defaultRules

export const readSetting = async ({ db, today }: Pick<Desk, 'db' | 'today'>): Promise<Setting> =>
  ({ limit: (await readSettings(db)).plannerLimit, today, rules: await readRules(db) })

export async function readCandidates({ db, today }: Pick<Desk, 'db' | 'today'>, householdId: string): Promise<Candidate[]> {
  const hands = await readLoads({ db, today })
  const knowing = (await readKnowing(db, [householdId])).get(householdId)
  const conflicts = await readConflicts(db)
  return (await readPlanners(db)).map((staff) => {
    const { cases, weight } = hands.get(staff.id) ?? emptyHand
    return {
      staff,
      openCases: cases,
      weight,
      knows: knowing?.has(staff.id) ?? false,
      conflict: conflicts.get(staff.id)?.has(householdId) ?? false,
    }
  })
}

/** Who has or had a case of a household, by household. */
export async function readKnowing(db: Store, householdIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const knowing = new Map<string, Set<string>>()
  for (const part of inParts(householdIds)) {
    for (const { household_id, planner_id } of await db.selectFrom('welfare_case').select(['household_id', 'planner_id']).distinct().where('household_id', 'in', part).where('planner_id', '!=', '').execute())
      knowing.set(household_id, (knowing.get(household_id) ?? new Set()).add(planner_id))
  }
  return knowing
}

/** A statement takes only so many values. */
function inParts(ids: readonly string[], size = 5_000): (readonly string[])[] {
  const all = [...new Set(ids)]
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size))
}

/** What is known of a family for the rules. The language is the one in which they consented, where that is not Korean. */
export async function readFamilies(db: Store, householdIds: readonly string[]): Promise<ReadonlyMap<string, Omit<Family, 'need'>>> {
  const families = new Map<string, Omit<Family, 'need'>>()
  for (const part of inParts(householdIds)) {
    const languages = new Map((await db.selectFrom('consent').select(['household_id', 'language']).where('household_id', 'in', part).where('language', '!=', 'ko').execute())
      .map(({ household_id, language }) => [household_id, language] as const))
    for (const { id, dong, road, detail } of await db.selectFrom('household').select(['id', 'dong', 'road', 'detail']).where('id', 'in', part).execute())
      families.set(id, { dong, road, detail, language: languages.get(id) ?? null })
  }
  return families
}

/** The need of first priority that was found for a household, in whichever of its cases. */
export async function readNeed(db: Store, householdId: string): Promise<Family['need']> {
  const row = await db.selectFrom('welfare_case').select('main_need').where('household_id', '=', householdId).where('main_need', 'is not', null).orderBy('opened_at', 'desc').executeTakeFirst()
  return NeedArea.nullable().parse(row?.main_need ?? null)
}

export async function readFamily(db: Store, householdId: string): Promise<Family> {
  const found = (await readFamilies(db, [householdId])).get(householdId)
  return { ...found ?? { dong: '', road: '', detail: '', language: null }, need: await readNeed(db, householdId) }
}
