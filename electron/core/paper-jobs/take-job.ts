/** Taking what was made: logged for the file and for every family in it, in portions that any transport carries. */
import type { Desk } from '../door.ts'
import type { PaperLine } from '../guide/paper-line.ts'
import type { FamilyPaper, PaperJob } from './jobs.ts'
import { ORPCError } from '@orpc/server'
import { appendLine } from '../audit/append-line.ts'
import { door } from '../door.ts'
import { someWithdrawn } from './agreements.ts'
import { forgetMade, jobsOf, ownJob } from './jobs.ts'

/** Letters of base64, about two megabytes of the file; a multiple of four, so that each portion can be read alone. */
const portionLength = 3_000_000

const portionsOf = ({ made }: PaperJob): number => Math.max(1, Math.ceil((made?.base64.length ?? 0) / portionLength))
const portionAt = ({ made }: PaperJob, place: number): string => made?.base64.slice(place * portionLength, (place + 1) * portionLength) ?? ''

type How = Pick<PaperLine, 'way' | 'copies' | 'printer'>

export const take = door.paperJobs.take.handler(async ({ input, context }) => {
  const { host, session } = context
  const job = ownJob(host, session, input.jobId)
  const { made } = job
  if (job.taken === 'gone')
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  if (!made || job.failed)
    throw new ORPCError('PAPER_JOB_NOT_DONE')
  await goesOut(context, job, { way: input.way, copies: null, printer: null })
  job.taken = 'portions'
  const base64 = portionAt(job, 0)
  const portions = portionsOf(job)
  forgetAfter(context, job, 0)
  return { base64, portions, pages: made.pages, fileName: job.fileName }
})

export const again = door.paperJobs.again.handler(async ({ input, context }) => {
  const job = ownJob(context.host, context.session, input.jobId)
  if (job.taken === 'not')
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  await goesOut(context, job, { way: input.way, copies: null, printer: null })
})

export const portion = door.paperJobs.portion.handler(async ({ input, context }) => {
  const job = ownJob(context.host, context.session, input.jobId)
  await refuseWithdrawn(context, job)
  if (job.taken !== 'portions' || input.portion >= portionsOf(job))
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  const base64 = portionAt(job, input.portion)
  forgetAfter(context, job, input.portion)
  return { base64 }
})

/** What the window knows of the print. */
export const printed = door.paperJobs.printed.handler(async ({ input, context }) => {
  const { jobId, from, pages, copies, printer } = input
  const job = ownJob(context.host, context.session, jobId)
  if (job.taken === 'not')
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  const how: How = { way: 'print', copies, printer }
  context.paper({ ...job.line, ...how, pages } satisfies PaperLine)
  await context.transact(db => noteFamilies({ ...context, db }, job, how, { from, until: from + pages }))
})

/** In one transaction: nobody withdraws between the question and the line. */
async function goesOut(context: Desk, job: PaperJob, how: How): Promise<void> {
  context.paper({ ...job.line, ...how, pages: job.made?.pages ?? 0 } satisfies PaperLine)
  await context.transact(async (db) => {
    await refuseWithdrawn({ ...context, db }, job)
    await noteFamilies({ ...context, db }, job, how)
  })
}

/** A family that withdrew after the paper was made is on it all the same: all of it is forgotten and made anew. */
async function refuseWithdrawn({ db, host }: Pick<Desk, 'db' | 'host'>, job: PaperJob): Promise<void> {
  if (!await someWithdrawn(db, job.made?.families ?? []))
    return
  job.stopped = true
  jobsOf(host).delete(job.id)
  throw new ORPCError('PAPER_JOB_WITHDRAWN')
}

/** The door's own line names the file; each family has one of its own, with those of its pages that went out. */
async function noteFamilies({ db, host, now, caller, connection }: Desk, { made }: PaperJob, how: How, range?: { readonly from: number, readonly until: number }): Promise<void> {
  for (const family of made?.families ?? []) {
    const pages = range ? pagesWithin(family, range) : family.line.pages
    if (range && pages === 0)
      continue
    const detail = JSON.stringify({ ...family.line, ...how, pages } satisfies PaperLine)
    await appendLine(db, host.hash, { at: now, staffId: caller.staffId, operation: 'paperJobs.guideInBatch', outcome: 'done', subject: `visit:${family.visitId}`, place: connection.place, detail })
  }
}

const pagesWithin = ({ firstPage, line }: FamilyPaper, { from, until }: { readonly from: number, readonly until: number }): number =>
  Math.max(0, Math.min(firstPage + line.pages, until) - Math.max(firstPage, from))

function forgetAfter({ host }: Desk, job: PaperJob, portion: number): void {
  if (job.kind === 'guides-of-day' && portion + 1 >= portionsOf(job))
    forgetMade(host, job)
}
