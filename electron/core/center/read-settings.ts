/** The office's settings, with the defaults a new office starts with. */
import type { Store } from '../host.ts'
import { CenterSettings } from './contract.ts'

const Kept = CenterSettings.omit({ center: true, version: true })

/**
 * Five days until destruction after a withdrawal is the longest that counts as "without delay"
 * (표준 개인정보 보호지침, to be checked with the privacy officer); the days of first contact are the office's own choice.
 */
export const defaultSettings = {
  phone: null,
  idleMinutes: 10,
  firstContactDays: { crisis: 0, soon: 2, normal: 5 },
  plannerLimit: 40,
  destroyAfterDays: 5,
  recipients: [],
} as const

export async function readSettings(db: Store): Promise<CenterSettings> {
  const row = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  return {
    ...Kept.parse({ ...defaultSettings, ...JSON.parse(row.settings) }),
    center: { province: row.province, district: row.district, dong: row.dong },
    version: row.version,
  }
}
