/** Signing in and out, locking the screen, and the accounts of the office. */
import * as z from 'zod'
import { accountRoles, desk, operation, Role } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { StaffId } from '../kernel/ids.ts'
import { Line, Password, PersonName, Phone, Version } from '../kernel/names.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { SignedIn, SpokenLanguage, StaffMember } from './model.ts'

const wrong = {
  WRONG_PASSWORD: {
    data: z.object({
      triesLeft: z.int(),
      waitSeconds: z.int(),
    }),
  },
  /** Too many wrong passwords: an administrator or the recovery key gives a new one. */
  ACCOUNT_LOCKED: {},
  /** Another wrong try came too soon after the last. */
  WAIT_FIRST: {
    data: z.object({
      waitSeconds: z.int(),
    }),
  },
} as const
const opening = { STORE_DAMAGED: {}, STORE_FROM_NEWER_VERSION: {} } as const

const Profile = {
  name: PersonName,
  roles: z.array(Role).min(1).max(5),
  areas: z.array(Line).max(40),
  phone: Phone.nullable(),
}

/** What a team shares its work by; left out, it stays as it is. */
const Teamwork = {
  team: Line.nullable().optional(),
  deputyId: StaffId.nullable().optional(),
  languages: z.array(SpokenLanguage).max(SpokenLanguage.options.length).optional(),
  specialities: z.array(NeedArea).max(NeedArea.options.length).optional(),
  /** The agency an outside member speaks for. */
  agency: Line.nullable().optional(),
  leavesOn: PlainDate.nullable().optional(),
}

export const staff = {
  signIn: operation({ access: 'own', roles: 'anyone' })
    .input(z.strictObject({
      name: PersonName,
      password: z.string().min(1).max(200),
    }))
    .output(SignedIn)
    .errors({
      ...wrong,
      ...opening,
    }),
  signOut: operation({ access: 'own', roles: accountRoles, whileLocked: true }),
  lock: operation({
    access: 'own',
    roles: accountRoles,
    whileLocked: true,
    quiet: true,
  }),
  unlock: operation({ access: 'own', roles: accountRoles, whileLocked: true })
    .input(z.strictObject({
      password: z.string().min(1).max(200),
    }))
    .output(SignedIn)
    .errors(wrong),
  /** Who is signed in here, or nobody; counts as no activity. */
  current: operation({
    access: 'read',
    roles: 'anyone',
    whileLocked: true,
    quiet: true,
  })
    .output(SignedIn.nullable()),
  /** A key was pressed or the screen touched: starts the idle time anew. */
  touch: operation({ access: 'own', roles: accountRoles, quiet: true }),
  changeOwnPassword: operation({ access: 'own', roles: accountRoles })
    .input(z.strictObject({
      oldPassword: z.string().min(1).max(200),
      newPassword: Password,
    }))
    .errors(wrong),

  list: operation({
    access: 'read',
    roles: [...desk, 'admin'],
    quiet: true,
  })
    .output(z.array(StaffMember)),
  add: operation({
    access: 'own',
    roles: ['admin'],
  })
    .input(z.strictObject({ ...Profile, ...Teamwork, password: Password }))
    .output(StaffMember)
    .errors({ NAME_TAKEN: {}, DEPUTY_NOT_AVAILABLE: {} }),
  change: operation({
    access: 'change',
    roles: ['admin'],
  })
    .input(z.strictObject({
      staffId: StaffId,
      seenVersion: Version,
      roles: Profile.roles,
      areas: Profile.areas,
      phone: Profile.phone,
      active: z.boolean(),
      ...Teamwork,
    }))
    .output(StaffMember)
    .errors({ STAFF_NOT_FOUND: {}, CHANGED_MEANWHILE: {}, LAST_ADMINISTRATOR: {}, DEPUTY_NOT_AVAILABLE: {} }),
  setPassword: operation({
    access: 'own',
    roles: ['admin'],
  })
    .input(z.strictObject({ staffId: StaffId, newPassword: Password }))
    .errors({ STAFF_NOT_FOUND: {} }),
  setAbsence: operation({
    access: 'change',
    roles: ['planner', 'lead', 'admin'],
  })
    .input(z.strictObject({
      staffId: StaffId,
      absence: z.strictObject({ from: PlainDate, until: PlainDate }).nullable(),
      /** Who stands in (대직자); left out, it stays whoever it was. Nobody's deputy may be away on the same days. */
      deputyId: StaffId.nullable().optional(),
    }))
    .output(StaffMember)
    .errors({ STAFF_NOT_FOUND: {}, END_BEFORE_START: {}, DEPUTY_NOT_AVAILABLE: {} }),
}
