/** Papers that take long: the booklet, all guides of a day. Begun, watched, cancelled, taken. */
import * as z from 'zod'
import { booklet } from '../booklet/contract.ts'
import { PaperWay } from '../guide/paper-line.ts'
import { Edition } from '../guide/sheet.ts'
import { desk, operation, staffRoles } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { VisitId } from '../kernel/ids.ts'
import { GuideOfDay, mostGuides, PaperJobId, PaperJobView } from './model.ts'

/** Of somebody else, of another sign-in, or forgotten: the same answer. */
const ofOne = { PAPER_JOB_NOT_FOUND: {} } as const
const one = { jobId: PaperJobId }

export const paperJobs = {
  booklet,
  guides: {
    /** Visits of a day whose household agreed, in the order of their tickets, by masked name. */
    list: operation({ access: 'read', roles: desk })
      .input(z.strictObject({ day: PlainDate }))
      .output(z.array(GuideOfDay)),
    /**
     * `edition`: one for all; `null`: each as it was given last, else the standard one. `masked`: names as in lists
     * on every guide; otherwise each as its household got it last, so that a masked one stays masked.
     */
    begin: operation({ access: 'own', roles: desk })
      .input(z.strictObject({ day: PlainDate, visitIds: z.array(VisitId).min(1).max(mostGuides), edition: Edition.nullable(), masked: z.boolean().default(false) }))
      .output(PaperJobView)
      .errors({ VISIT_NOT_FOUND: {}, PAPER_JOB_RUNNING: {}, PAPER_JOBS_BUSY: {} }),
  },
  /** The caller's own, the newest first. */
  mine: operation({ access: 'read', roles: staffRoles, quiet: true })
    .output(z.array(PaperJobView)),
  progress: operation({ access: 'read', roles: staffRoles, quiet: true })
    .input(z.strictObject(one))
    .output(PaperJobView)
    .errors(ofOne),
  /** Stops it, or forgets what it made. */
  cancel: operation({ access: 'own', roles: staffRoles })
    .input(z.strictObject(one))
    .errors(ofOne),
  /**
   * The file, or its first portion; a line in the access log for it and for each family in it. What holds residents is
   * forgotten once its last portion was taken.
   */
  take: operation({ access: 'own', roles: staffRoles })
    .input(z.strictObject({ ...one, way: PaperWay.default('print') }))
    .output(z.object({ base64: z.string(), portions: z.int().positive(), pages: z.int().positive(), fileName: z.string() }))
    .errors({ ...ofOne, PAPER_JOB_NOT_DONE: {}, PAPER_JOB_WITHDRAWN: {} }),
  /** What was taken, and is still held at the seat because it was not printed, goes out once more, or on another way. */
  again: operation({ access: 'own', roles: staffRoles })
    .input(z.strictObject({ ...one, way: PaperWay }))
    .errors({ ...ofOne, PAPER_JOB_WITHDRAWN: {} }),
  /** A further portion of what was taken, from 1 on. */
  portion: operation({ access: 'read', roles: staffRoles, quiet: true })
    .input(z.strictObject({ ...one, portion: z.int().positive() }))
    .output(z.object({ base64: z.string() }))
    .errors({ ...ofOne, PAPER_JOB_WITHDRAWN: {} }),
  /** What came of a print where the window knows it: copies and printer, into the access log, of the file and of each family on its pages. */
  printed: operation({ access: 'own', roles: staffRoles })
    .input(z.strictObject({ ...one, /** The first page that was printed. */ from: z.int().positive().default(1), pages: z.int().positive(), copies: z.int().min(1).max(999), printer: z.string().max(200).nullable() }))
    .errors(ofOne),
}
