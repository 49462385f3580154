/** What every operation of the contract has in common: who may ask, and the refusals of the door itself. */
import { oc } from '@orpc/contract'
import * as z from 'zod'

/** clerk 민원담당, planner 복지플래너, lead 팀장, admin 관리자, outside 외부 위원 (of case meetings). */
export const Role = z.enum(['clerk', 'planner', 'lead', 'admin', 'outside'])
export type Role = z.infer<typeof Role>

export interface OperationMeta {
  /**
   * `change` runs in one transaction with its line in the access log; `read` leaves a line too.
   * `own` is a change that opens its transaction itself (`context.transact`), because it derives a key or
   * draws a PDF first, which must never happen inside one.
   */
  readonly access: 'read' | 'change' | 'own'
  /** Who may ask; `'anyone'` needs no sign-in (set-up, sign-in). */
  readonly roles: readonly Role[] | 'anyone'
  /** Answers also while the screen is locked: unlocking, signing out. */
  readonly whileLocked?: true
  /** Leaves no line in the access log: it says nothing about a resident and would drown what does. */
  readonly quiet?: true
}

/** Refusals that any operation may meet; each has a sentence in `resources/texts/{ko,en}/problems.json`. */
export const operation = (meta: OperationMeta) =>
  oc.$meta<OperationMeta>(meta).errors({
    NOT_SIGNED_IN: {},
    SCREEN_LOCKED: {},
    NOT_PERMITTED: {},
    /** The input is malformed; names the fields, never their values. */
    MALFORMED: { data: z.object({ fields: z.array(z.string()) }) },
    STORE_FULL: {},
    STORE_NOT_WRITABLE: {},
    STORE_NOT_OPEN: {},
  })

/** Everybody who works with residents. */
export const desk = ['clerk', 'planner', 'lead'] as const satisfies readonly Role[]
/** Everybody who works in the office. */
export const staffRoles = ['clerk', 'planner', 'lead', 'admin'] as const satisfies readonly Role[]
/** Everybody who has an account: staff, and outside members of case meetings. */
export const accountRoles = [...staffRoles, 'outside'] as const satisfies readonly Role[]
/** Who works on cases. */
export const caseworkers = ['planner', 'lead'] as const satisfies readonly Role[]
/** Who keeps the catalogue: prepares changes and releases what somebody else prepared. */
export const keepers = ['lead', 'admin'] as const satisfies readonly Role[]
