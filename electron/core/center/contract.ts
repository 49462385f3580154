/** The office's own settings and the public holidays it adds. */
import * as z from 'zod'
import { accountRoles, operation, staffRoles } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { Line, Phone, Version } from '../kernel/names.ts'
import { CenterName } from '../setup/contract.ts'

export const CenterSettings = z.object({
  center: CenterName,
  phone: z.string().nullable(),
  /** Minutes until the screen locks. */
  idleMinutes: z.int().min(1).max(60),
  /** Working days until the first contact, by urgency. */
  firstContactDays: z.object({ crisis: z.int().min(0).max(30), soon: z.int().min(0).max(30), normal: z.int().min(0).max(30) }),
  /** Open cases beyond which a planner is no longer proposed. An agreement of the team, no rule in law. */
  plannerLimit: z.int().min(1).max(1000),
  /** Days after a withdrawal until what may not be kept is destroyed. */
  destroyAfterDays: z.int().min(0).max(30),
  /** Named private bodies to which the third-party consent extends (제3자 제공받는 자). */
  recipients: z.array(z.string().min(1).max(80)).max(20),
  version: Version,
})
export type CenterSettings = z.infer<typeof CenterSettings>

export const AddedHoliday = z.object({ date: PlainDate, name: z.string(), basis: z.string() })
export type AddedHoliday = z.infer<typeof AddedHoliday>

export const center = {
  settings: operation({ access: 'read', roles: accountRoles, quiet: true })
    .output(CenterSettings),
  change: operation({ access: 'change', roles: ['admin', 'lead'] })
    .input(z.strictObject({
      seenVersion: Version,
      phone: Phone.nullable(),
      idleMinutes: CenterSettings.shape.idleMinutes,
      firstContactDays: CenterSettings.shape.firstContactDays,
      plannerLimit: CenterSettings.shape.plannerLimit,
      destroyAfterDays: CenterSettings.shape.destroyAfterDays,
      recipients: CenterSettings.shape.recipients,
    }))
    .output(CenterSettings)
    .errors({ CHANGED_MEANWHILE: {} }),
  /** Holidays in force for a year: the shipped ones and the office's own. */
  holidays: operation({ access: 'read', roles: staffRoles, quiet: true })
    .input(z.strictObject({ year: z.int().min(2000).max(2100) }))
    .output(z.array(z.object({ date: PlainDate, name: z.string(), basis: z.string(), added: z.boolean() }))),
  addHoliday: operation({ access: 'change', roles: ['admin', 'lead'] })
    .input(z.strictObject({ date: PlainDate, name: Line.min(1), basis: Line.min(1) }))
    .output(AddedHoliday)
    .errors({ HOLIDAY_EXISTS: {} }),
  removeHoliday: operation({ access: 'change', roles: ['admin', 'lead'] })
    .input(z.strictObject({ date: PlainDate }))
    .errors({ HOLIDAY_NOT_FOUND: {} }),
}
