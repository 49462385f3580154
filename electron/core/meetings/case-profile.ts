/** The few traits of a case that a meeting needs, from its records: age band, kind of household, needs with their levels. */
import type { Store } from '../host.ts'
import type { HouseholdView } from '../households/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CaseCard, HouseholdType } from './model.ts'
import { completedYears } from '../kernel/dates.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { NeedsSurvey } from '../records/bodies/needs-survey.ts'
import { readNewest, readRecords } from '../records/read-records.ts'

/** 0 under 20, then decades up to 80 and over: a very high age alone would give somebody away. */
export const ageBandOf = (birth: PlainDate | null, today: PlainDate): number | null => {
  if (birth === null)
    return null
  const years = completedYears(birth, today)
  return years < 20 ? 0 : Math.min(80, Math.floor(years / 10) * 10)
}

/** 장애, 다문화, 북한이탈주민: health and origin are sensitive data (개인정보 보호법 제23조, 시행령 제18조). */
export const sensitiveTypes: readonly HouseholdType[] = ['disability', 'multicultural', 'defector']

export interface Profile extends Pick<CaseCard, 'ageBand' | 'members' | 'householdTypes' | 'needs' | 'surveyedOn'> {}

export async function readProfile(db: Store, caseId: string, household: HouseholdView, today: PlainDate): Promise<Profile> {
  const living = household.members.filter(({ diedOn }) => diedOn === null)
  const visitor = household.members.find(member => member.visitor)
  const counselling = await readNewest(db, caseId, 'first-counselling')
  const written: readonly HouseholdType[] = counselling?.body.householdTypes ?? []
  const [newest, last] = (await readRecords(db, caseId, 'needs-survey')).map(({ body }) => NeedsSurvey.parse(body))
  return {
    ageBand: ageBandOf(visitor?.birth ?? null, today),
    members: living.length,
    householdTypes: written.length > 0 ? [...written] : living.length === 1 ? ['one-person'] : [],
    needs: newest
      ? NeedArea.options.map(area => ({ area, level: newest.needs[area].level, before: last?.needs[area].level ?? null }))
      : [],
    surveyedOn: newest?.on ?? null,
  }
}
