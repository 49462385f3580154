/** The access log (접속기록): who, when, from where, about whom, what was done or refused. */
import * as z from 'zod'
import { PaperLine } from '../guide/paper-line.ts'
import { operation } from '../kernel/contract.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'

export const AuditLine = z.object({
  seq: z.int(),
  /** Nothing where somebody wrote over it. */
  at: Instant.nullable(),
  staffName: z.string().nullable(),
  operation: z.string(),
  outcome: z.string(),
  /** Kind and id of whom or what it was about; never a name. */
  subject: z.string().nullable(),
  place: z.string(),
  /** Of a document that went out; nothing where somebody wrote over it. */
  paper: PaperLine.nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

export const audit = {
  list: operation({
    access: 'read',
    roles: ['admin', 'lead'],
  })
    .input(z.strictObject({
      from: PlainDate.optional(),
      until: PlainDate.optional(),
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(500).default(100),
    }))
    .output(z.array(AuditLine))
    .errors({ END_BEFORE_START: {} }),
  /** Recomputes the hash chain; `head` is what the daily close sheet prints. */
  verify: operation({
    access: 'read',
    roles: ['admin', 'lead'],
  })
    .output(z.object({
      lines: z.int().nonnegative(),
      head: z.string(),
      intact: z.boolean(),
      brokenAt: z.int().nullable(),
    })),
}
