/** Who of a household agreed that health and the like (민감정보) is written down, and did not take it back. 개인정보 보호법 제23조. */
import type { Desk } from '../door.ts'
import { readHousehold } from '../households/read-household.ts'
import { memberRowId } from './bodies/first-counselling.ts'

/** By the newest answer of each person: a later "no" replaces an earlier "yes". */
export interface SensitiveConsent {
  /** The person who came to the counter: counts where a field names nobody. */
  readonly visitor: boolean
  /** Rows of members (`memberRowId`) who agreed, or for whom an adult did. */
  readonly rows: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
}

export const nobodyAgreed: SensitiveConsent = { visitor: false, rows: new Set(), persons: new Set() }

export async function readSensitiveConsent({ db, today }: Pick<Desk, 'db' | 'today'>, householdId: string): Promise<SensitiveConsent> {
  const members = (await readHousehold(db, householdId, today))?.members ?? []
  const agreed = members.filter(({ sensitiveAllowed }) => sensitiveAllowed)
  return {
    visitor: agreed.some(({ visitor }) => visitor),
    rows: new Set(agreed.map(({ id }) => memberRowId(id))),
    persons: new Set(agreed.map(({ id }) => id)),
  }
}
