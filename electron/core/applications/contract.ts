/** Applying for welfare services: papers, handing in, decision, objection. Every change answers with the whole list. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { ApplicationId, CaseId, PersonId, WelfareServiceId } from '../kernel/ids.ts'
import { Line, Version } from '../kernel/names.ts'
import { ApplicationsOfCase, Decision } from './model.ts'

const seen = { applicationId: ApplicationId, seenVersion: Version }
const changing = { CASE_NOT_FOUND: {}, APPLICATION_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {}, APPLICATION_NOT_SO_FAR: {} } as const
const later = { DAY_IN_FUTURE: { data: z.object({ field: z.string() }) } } as const
const Words = z.string().trim().max(2000)

export const applications = {
  ofCase: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(ApplicationsOfCase)
    .errors({ CASE_NOT_FOUND: {} }),
  begin: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, serviceId: WelfareServiceId, personId: PersonId.nullable() }))
    .output(ApplicationsOfCase)
    .errors({ CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, SERVICE_NOT_FOUND: {}, PERSON_NOT_FOUND: {}, APPLICATION_EXISTS: {}, APPLICATION_NOT_FOUND: {} }),
  /** A paper is there, or is not after all, for every application that needs it. */
  tickPaper: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, paperId: z.string().max(80), have: z.boolean(), seen: z.array(z.strictObject({ applicationId: ApplicationId, version: Version })).max(100) }))
    .output(ApplicationsOfCase)
    .errors({ ...changing, PAPER_NOT_FOUND: {} }),
  save: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, form: Line, note: Words }))
    .output(ApplicationsOfCase)
    .errors(changing),
  handIn: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, on: PlainDate, place: Line.min(1), receipt: Line, form: Line }))
    .output(ApplicationsOfCase)
    .errors({ ...changing, ...later }),
  /** `objectionDue`: as printed on the notice; left out, it is counted by the law. */
  decide: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, ...Decision.shape, objectionDue: PlainDate.optional() }))
    .output(ApplicationsOfCase)
    .errors({ ...changing, ...later, OBJECTION_BEFORE_NOTICE: {} }),
  object: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, on: PlainDate, note: Words }))
    .output(ApplicationsOfCase)
    .errors({ ...changing, ...later, OBJECTION_BEFORE_NOTICE: {} }),
  giveUp: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, why: Line.min(1) }))
    .output(ApplicationsOfCase)
    .errors(changing),
}
