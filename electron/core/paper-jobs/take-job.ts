/** Taking what was made: logged for the file and for every family in it, in portions that any transport carries. */
import type { Desk } from '../door.ts'
import type { PaperLine, PaperWay } from '../guide/paper-line.ts'
import type { PaperJob } from './jobs.ts'
import { ORPCError } from '@orpc/server'
import { appendLine } from '../audit/append-line.ts'
import { door } from '../door.ts'
import { forgetMade, ownJob } from './jobs.ts'

/** Letters of base64, about two megabytes of the file; a multiple of four, so that each portion can be read alone. */
const portionLength = 3_000_000

const portionsOf = ({ made }: PaperJob): number => Math.max(1, Math.ceil((made?.base64.length ?? 0) / portionLength))
const portionAt = ({ made }: PaperJob, place: number): string => made?.base64.slice(place * portionLength, (place + 1) * portionLength) ?? ''

export const take = door.paperJobs.take.handler(async ({ input, context }) => {
  const { host, session, paper } = context
  const job = ownJob(host, session, input.jobId)
  const { made } = job
  if (job.taken === 'gone')
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  if (!made)
    throw new ORPCError('PAPER_JOB_NOT_DONE')
  paper({ ...job.line, way: input.way, pages: made.pages, copies: null, printer: null } satisfies PaperLine)
  await context.transact(db => noteFamilies({ ...context, db }, job, input.way))
  job.taken = 'portions'
  const base64 = portionAt(job, 0)
  const portions = portionsOf(job)
  forgetAfter(job, 0)
  return { base64, portions, pages: made.pages, fileName: job.fileName }
})

export const portion = door.paperJobs.portion.handler(({ input, context }) => {
  const job = ownJob(context.host, context.session, input.jobId)
  if (job.taken !== 'portions' || input.portion >= portionsOf(job))
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  const base64 = portionAt(job, input.portion)
  forgetAfter(job, input.portion)
  return { base64 }
})

/** The door's own line names the file; each family has one of its own. */
async function noteFamilies({ db, host, now, caller, connection }: Desk, { made }: PaperJob, way: PaperWay): Promise<void> {
  for (const { visitId, line } of made?.families ?? []) {
    const detail = JSON.stringify({ ...line, way, copies: null, printer: null } satisfies PaperLine)
    await appendLine(db, host.hash, { at: now, staffId: caller.staffId, operation: 'paperJobs.guideInBatch', outcome: 'done', subject: `visit:${visitId}`, place: connection.place, detail })
  }
}

function forgetAfter(job: PaperJob, portion: number): void {
  if (job.kind === 'guides-of-day' && portion + 1 >= portionsOf(job))
    forgetMade(job)
}

/** What the window knows of the print. */
export const printed = door.paperJobs.printed.handler(({ input, context }) => {
  const { jobId, pages, copies, printer } = input
  const job = ownJob(context.host, context.session, jobId)
  if (job.taken === 'not')
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  context.paper({ ...job.line, way: 'print', pages, copies, printer } satisfies PaperLine)
})
