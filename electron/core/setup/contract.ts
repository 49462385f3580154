/** First run: the center, its first administrator, the recovery key; or the made-up sample center. */
import * as z from 'zod'
import { operation } from '../kernel/contract.ts'
import { DongName, Password, PersonName } from '../kernel/names.ts'

export const CenterName = z.strictObject({
  province: z.string().trim().min(1).max(40),
  district: z.string().trim().min(1).max(40),
  dong: DongName,
})
export type CenterName = z.infer<typeof CenterName>

export const SampleAccount = z.object({
  name: z.string(),
  role: z.string(),
  password: z.string(),
})

export const SetupStatus = z.object({
  /** `fresh`: nothing there yet. `locked`: nobody has signed in since the start, so the store is still closed. */
  state: z.enum(['fresh', 'locked', 'open']),
  sample: z.boolean(),
  /** Only in the sample center, where everything is made up. */
  sampleAccounts: z.array(SampleAccount),
  /** Known once the store is open. */
  center: CenterName.nullable(),
  /** Provinces, districts and dongs for choosing from; old and Seoul's only, so free entry stands beside it. */
  needsCode: z.boolean(),
  version: z.string(),
})
export type SetupStatus = z.infer<typeof SetupStatus>

/** 32 characters in groups of four, from an alphabet without look-alikes. */
export const RecoveryKey = z.string().trim().min(32).max(60)

export const setup = {
  status: operation({
    access: 'read',
    roles: 'anyone',
    whileLocked: true,
    quiet: true,
  })
    .output(SetupStatus),
  /** Districts and dongs known from the shipped list; unlisted ones are accepted with a warning. */
  places: operation({
    access: 'read',
    roles: 'anyone',
    whileLocked: true,
    quiet: true,
  })
    .output(z.object({
      provinces: z.array(z.string()),
      districts: z.record(z.string(), z.array(z.string())),
      dongs: z.record(z.string(), z.array(z.string())),
    })),
  create: operation({ access: 'own', roles: 'anyone' })
    .input(z.strictObject({
      center: CenterName,
      administrator: z.strictObject({ name: PersonName, password: Password }),
      code: z.string().max(20).optional(),
    }))
    .output(z.object({
      recoveryKey: z.string(),
    }))
    .errors({ ALREADY_SET_UP: {}, SETUP_NOT_ALLOWED_FROM_HERE: {} }),
  /** One click: a made-up center in a folder of its own. */
  openSample: operation({ access: 'own', roles: 'anyone' })
    .output(SetupStatus)
    .errors({ ALREADY_SET_UP: {}, SETUP_NOT_ALLOWED_FROM_HERE: {} }),
  /** The paper key opens the store and gives an existing account a new password. */
  recover: operation({ access: 'own', roles: 'anyone' })
    .input(z.strictObject({ recoveryKey: RecoveryKey, name: PersonName, newPassword: Password }))
    .errors({
      WRONG_RECOVERY_KEY: {
        data: z.object({
          waitSeconds: z.int(),
        }),
      },
      NO_SUCH_ACCOUNT: {},
      STORE_DAMAGED: {},
      STORE_FROM_NEWER_VERSION: {},
    }),
}
