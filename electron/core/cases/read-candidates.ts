/** Planners as candidates for a case, and the family as the rules see it. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { Candidate, Family, Setting } from './order-planners.ts'
import { readSettings } from '../center/read-settings.ts'
import { StaffId } from '../kernel/ids.ts'
import { readOfficeText } from '../office-texts/read-office-text.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { readConflicts, readPlanners } from '../staff/read-staff.ts'
import { AssignmentRules, defaultRules } from '../team/rules.ts'
import { endedStatuses } from './model.ts'

export const readRules = async (db: Store): Promise<AssignmentRules> =>
  (await readOfficeText(db, 'assignment-rules', AssignmentRules))?.body ?? defaultRules

export const readSetting = async ({ db, today }: Pick<Desk, 'db' | 'today'>): Promise<Setting> =>
  ({ limit: (await readSettings(db)).plannerLimit, today, rules: await readRules(db) })

const isOpen = (status: string): boolean => !(endedStatuses as readonly string[]).includes(status)

export async function readCandidates(db: Store, householdId: string): Promise<Candidate[]> {
  const rows = await db.selectFrom('welfare_case').select(['planner_id', 'household_id', 'status', 'difficulty']).where('planner_id', '!=', '').execute()
  const conflicts = await readConflicts(db)
  return (await readPlanners(db)).map((staff) => {
    const own = rows.filter(({ planner_id }) => planner_id === staff.id)
    return {
      staff,
      openCases: own.filter(({ status }) => status !== 'closed' && status !== 'withdrawn').length,
      weight: own.filter(({ status }) => isOpen(status)).reduce((sum, { difficulty }) => sum + difficulty, 0),
      knows: own.some(({ household_id }) => household_id === householdId),
      conflict: conflicts.get(StaffId.parse(staff.id))?.has(householdId) ?? false,
    }
  })
}

/** What is known of a family for the rules. The language is the one in which they consented, where that is not Korean. */
export async function readFamilies(db: Store, householdIds: readonly string[]): Promise<ReadonlyMap<string, Omit<Family, 'need'>>> {
  const languages = new Map((await db.selectFrom('consent').select(['household_id', 'language']).where('language', '!=', 'ko').execute())
    .map(({ household_id, language }) => [household_id, language] as const))
  const wanted = new Set(householdIds)
  const rows = await db.selectFrom('household').select(['id', 'dong', 'road', 'detail']).execute()
  return new Map(rows.filter(({ id }) => wanted.has(id)).map(({ id, dong, road, detail }) => [id, { dong, road, detail, language: languages.get(id) ?? null }]))
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
