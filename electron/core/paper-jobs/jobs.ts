/**
 * Papers that are being made, in the memory of this process: they survive leaving the page and locking the screen, and
 * end with the session of whoever began them.
 *
 * What holds residents is forgotten once it was taken, when its session was ended, and by a timer of the host a quarter of
 * an hour after it was made, whether anybody calls or not.
 *
 * Only the session that began a job sees it. Nothing here draws or reads a resident; that is the work handed in.
 */
import type { HostContext } from '../door.ts'
import type { DrawingTold } from '../guide/book.ts'
import type { PaperLine } from '../guide/paper-line.ts'
import type { Host } from '../host.ts'
import type { Instant } from '../kernel/dates.ts'
import type { VisitId } from '../kernel/ids.ts'
import type { Session } from '../staff/session-book.ts'
import type { PaperJobKind } from './model.ts'
import { ORPCError } from '@orpc/server'
import { secondsBetween } from '../kernel/moments.ts'
import { PaperJobId } from './model.ts'

/** A family's guide in a file of several: which pages, what the access log says of it, and the consents it was made with. */
export interface FamilyPaper {
  readonly visitId: VisitId
  readonly line: Omit<PaperLine, 'way' | 'copies' | 'printer'>
  /** Its first page of the file, from 1. */
  readonly firstPage: number
  /** As `agreements` reads them: once one of them is withdrawn, the paper is not handed out any more. */
  readonly agreed: ReadonlySet<string>
}

export interface MadePaper {
  readonly base64: string
  readonly pages: number
  readonly families: readonly FamilyPaper[]
  readonly leftOut: number
}

export interface PaperJob {
  readonly id: PaperJobId
  readonly kind: PaperJobKind
  readonly session: Session
  readonly line: Pick<PaperLine, 'document' | 'language' | 'edition'>
  readonly fileName: string
  readonly startedAt: Instant
  readonly cancelled: () => boolean
  done: number
  all: number
  stopped: boolean
  failed: boolean
  made: (MadePaper & { readonly at: Instant }) | undefined
  /** `portions`: handed out in part. `gone`: with its last portion what holds residents was forgotten. */
  taken: 'not' | 'portions' | 'gone'
}

export type Work = (told: Required<DrawingTold>) => Promise<MadePaper>

/** Drawing takes a core: two at a time leave room for the counter. */
const mostAtATime = 2
/** What holds residents waits so long for being taken, in seconds. */
const keptFor = 15 * 60

const books = new WeakMap<Host, Map<string, PaperJob>>()

/** Every job that is still of somebody: what ended with its session or waited too long is forgotten here. */
export function jobsOf(host: Host): Map<string, PaperJob> {
  const known = books.get(host) ?? begunBook(host)
  for (const job of known.values()) {
    const waited = job.kind === 'guides-of-day' && job.made ? secondsBetween(job.made.at, host.now()) : 0
    if (waited >= keptFor || job.cancelled())
      known.delete(job.id)
  }
  return known
}

function begunBook(host: Host): Map<string, PaperJob> {
  const jobs = new Map<string, PaperJob>()
  books.set(host, jobs)
  host.sessions.whenEnded(() => void jobsOf(host))
  return jobs
}

/** @throws {ORPCError} PAPER_JOB_RUNNING, PAPER_JOBS_BUSY */
export function refuseWhileBusy(host: Host, session: Session, kind: PaperJobKind): void {
  const running = [...jobsOf(host).values()].filter(({ made, failed }) => !made && !failed)
  if (running.some(job => job.session === session && job.kind === kind))
    throw new ORPCError('PAPER_JOB_RUNNING')
  if (running.length >= mostAtATime)
    throw new ORPCError('PAPER_JOBS_BUSY')
}

/** Begins the work and answers at once. What was made before of the same kind is forgotten. */
export function beginJob({ host, connection, session }: HostContext & { readonly session: Session }, order: Pick<PaperJob, 'kind' | 'line' | 'fileName'>, work: Work): PaperJob {
  refuseWhileBusy(host, session, order.kind)
  const jobs = jobsOf(host)
  for (const before of jobs.values()) {
    if (before.session === session && before.kind === order.kind)
      jobs.delete(before.id)
  }
  const token = connection.token()
  const job: PaperJob = {
    ...order,
    id: PaperJobId.parse(host.newId()),
    session,
    startedAt: host.now(),
    cancelled: () => job.stopped || host.sessions.find(token, host.now()) !== session,
    done: 0,
    all: 0,
    stopped: false,
    failed: false,
    made: undefined,
    taken: 'not',
  }
  jobs.set(job.id, job)
  void run(host, job, work)
  return job
}

async function run(host: Host, job: PaperJob, work: Work): Promise<void> {
  const progress = (done: number, all: number): void => {
    job.done = done
    job.all = all
  }
  try {
    const made = await work({ progress, cancelled: job.cancelled })
    if (job.cancelled())
      return
    job.made = { ...made, at: host.now() }
    // Every family was left out: nothing went wrong, and nothing was made.
    job.failed = made.pages === 0
    forgetInTime(host, job)
  }
  catch (error) {
    job.failed = true
    if (!job.cancelled())
      host.report(`paper-job ${job.kind}`, error)
  }
}

const forgetInTime = (host: Host, { kind }: PaperJob): void => {
  if (kind === 'guides-of-day')
    host.later(keptFor, () => void jobsOf(host))
}

/** What holds residents, once it was taken: only whom it was about is remembered as long again, for what the printer tells. */
export function forgetMade(host: Host, job: PaperJob): void {
  job.taken = 'gone'
  job.made = job.made && { ...job.made, base64: '', at: host.now() }
  forgetInTime(host, job)
}

/** @throws {ORPCError} PAPER_JOB_NOT_FOUND */
export function ownJob(host: Host, session: Session, id: PaperJobId): PaperJob {
  const job = jobsOf(host).get(id)
  if (!job || job.session !== session)
    throw new ORPCError('PAPER_JOB_NOT_FOUND')
  return job
}
