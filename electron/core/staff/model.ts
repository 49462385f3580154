/** A member of staff (직원): one account a person. */
import * as z from 'zod'
import { Role } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { StaffId } from '../kernel/ids.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'

/** Spoken beside Korean: `sign` is Korean Sign Language (한국수어). */
export const SpokenLanguage = z.enum(['en', 'zh', 'vi', 'th', 'ru', 'uz', 'mn', 'ne', 'km', 'id', 'tl', 'ja', 'my', 'sign'])
export type SpokenLanguage = z.infer<typeof SpokenLanguage>

export const StaffMember = z.object({
  id: StaffId,
  name: z.string(),
  roles: z.array(Role).min(1),
  /** 행정동, 통 or street names a planner looks after; free words, matched as parts of an address. */
  areas: z.array(z.string()),
  /** Direct line (직통번호), printed in the guide. */
  phone: z.string().nullable(),
  active: z.boolean(),
  /** Absent from and until these days, both included. */
  absence: z.object({ from: PlainDate, until: PlainDate }).nullable(),
  /** Name of the team (팀); whoever shares it may work on its cases. */
  team: z.string().nullable(),
  /** Stands in while absent (대직자). */
  deputyId: StaffId.nullable(),
  /** Codes of languages spoken beside Korean: `en`, `zh`, `vi` … */
  languages: z.array(z.string()),
  /** Need areas this planner knows best. */
  specialities: z.array(NeedArea),
  /** The agency an outside member speaks for. */
  agency: z.string().nullable(),
  /** Last working day of somebody who leaves. */
  leavesOn: PlainDate.nullable(),
  version: z.int().positive(),
})
export type StaffMember = z.infer<typeof StaffMember>

/** Who is signed in on this connection. */
export const SignedIn = z.object({
  staff: StaffMember,
  /** Minutes without a key or a touch after which the screen locks. */
  idleMinutes: z.int().positive(),
  locked: z.boolean(),
})
export type SignedIn = z.infer<typeof SignedIn>
