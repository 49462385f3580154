/** Sharing the work of a team: transfers, deputies, leaving, assignment rules, what a lead watches over. */
import * as z from 'zod'
import { CaseSummary, Urgency } from '../cases/model.ts'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { CaseId, StaffId, TransferId } from '../kernel/ids.ts'
import { Line, Version } from '../kernel/names.ts'
import { AssignmentRules, Difficulty, Handed, LeavingPreview, Quality, RulesInForce, Sharing, TeamOverview, WhatIf } from './model.ts'

const seen = { caseId: CaseId, seenVersion: Version }
const held = { CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {} } as const
const transferred = { TRANSFER_NOT_FOUND: {}, TRANSFER_ANSWERED: {} } as const

export const team = {
  /** Loads, lateness and absences of everybody who has cases or may have some. */
  overview: operation({ access: 'read', roles: ['lead'] })
    .output(TeamOverview),
  quality: operation({ access: 'read', roles: ['lead'] })
    .input(z.strictObject({
      /** Without a contact for so many days. */
      contactDays: z.int().min(1).max(3650),
      /** A referral sent so many days ago and not answered. */
      answerDays: z.int().min(1).max(3650),
    }))
    .output(Quality),

  /** Of a case: difficulty, who stands in, what is offered, who could take it. */
  ofCase: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(Sharing)
    .errors({ CASE_NOT_FOUND: {} }),
  setDifficulty: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, difficulty: Difficulty }))
    .output(CaseSummary)
    .errors(held),
  /** The first contact is due on another day then, where it is still to be made. */
  setUrgency: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, urgency: Urgency, why: Line.min(1) }))
    .output(CaseSummary)
    .errors(held),
  /** Planners declare their own conflict of interest (이해충돌), the lead anybody's; only the lead takes one back. */
  setConflict: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, staffId: StaffId, conflict: z.boolean() }))
    .output(Sharing)
    .errors({ ...held, STAFF_NOT_FOUND: {}, NOT_YOURS_TO_SAY: {} }),

  /** What is offered to the caller, what they offered, whom they stand in for. */
  handed: operation({ access: 'read', roles: caseworkers })
    .output(Handed),
  /** Offers a case to another planner, who accepts or returns it; until then it stays where it is. */
  offer: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, toStaffId: StaffId, why: Line.min(1) }))
    .output(Sharing)
    .errors({ ...held, NOT_A_PLANNER: {}, NOT_YOURS_TO_GIVE: {}, OFFERED_ALREADY: {}, CONFLICT_OF_INTEREST: {} }),
  accept: operation({ access: 'change', roles: ['planner'] })
    .input(z.strictObject({ transferId: TransferId }))
    .output(CaseSummary)
    .errors({ ...transferred, CASE_NOT_OPEN: {}, CONFLICT_OF_INTEREST: {} }),
  giveBack: operation({ access: 'change', roles: ['planner'] })
    .input(z.strictObject({ transferId: TransferId, why: Line.min(1) }))
    .output(Handed)
    .errors(transferred),
  takeBack: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ transferId: TransferId }))
    .output(Handed)
    .errors(transferred),

  /** A new planner for every case of somebody who leaves, and what everybody has in hand then; writes nothing. */
  previewLeaving: operation({ access: 'read', roles: ['lead'] })
    .input(z.strictObject({
      staffId: StaffId,
      /** What the lead chose otherwise. */
      chosen: z.array(z.strictObject({ caseId: CaseId, toStaffId: StaffId })).max(2000).default([]),
    }))
    .output(LeavingPreview)
    .errors({ STAFF_NOT_FOUND: {} }),
  /** All cases at once, with their open tasks and appointments, or nothing. */
  redistribute: operation({ access: 'change', roles: ['lead'] })
    .input(z.strictObject({
      staffId: StaffId,
      /** The last working day; the account is switched off afterwards by an administrator. */
      lastDay: PlainDate,
      moves: z.array(z.strictObject({ ...seen, toStaffId: StaffId })).max(2000),
      /** Who takes tasks and appointments without a case; needed where there are some. */
      restTo: StaffId.nullable(),
      why: Line.min(1),
    }))
    .output(z.object({ moved: z.int().nonnegative(), tasks: z.int().nonnegative(), appointments: z.int().nonnegative() }))
    .errors({ ...held, STAFF_NOT_FOUND: {}, NOT_A_PLANNER: {}, DAY_IN_PAST: {}, CASES_LEFT_OVER: { data: z.object({ count: z.int() }) }, TAKER_NEEDED: {}, CONFLICT_OF_INTEREST: {} }),

  rules: operation({ access: 'read', roles: [...caseworkers, 'admin'], quiet: true })
    .output(RulesInForce),
  changeRules: operation({ access: 'change', roles: ['lead'] })
    .input(z.strictObject({
      seenVersion: z.int().nonnegative(),
      /** `null` goes back to those that ship with Maji. */
      rules: AssignmentRules.nullable(),
      why: Line.min(1),
    }))
    .output(RulesInForce)
    .errors({ CHANGED_MEANWHILE: {} }),
  /** Who would have got the cases of the last months under these rules; writes nothing. */
  whatIf: operation({ access: 'read', roles: ['lead'] })
    .input(z.strictObject({ rules: AssignmentRules, months: z.int().min(1).max(24) }))
    .output(WhatIf),
}
