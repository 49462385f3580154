/** Watching and stopping one's own papers. */
import { door } from '../door.ts'
import { viewOf } from './job-view.ts'
import { jobsOf, ownJob } from './jobs.ts'

export const mine = door.paperJobs.mine.handler(({ context: { host, session } }) =>
  [...jobsOf(host).values()].filter(job => job.session === session && job.taken !== 'gone').map(job => viewOf(job, host.now())).toReversed())

export const progress = door.paperJobs.progress.handler(({ input, context: { host, session } }) => viewOf(ownJob(host, session, input.jobId), host.now()))

export const cancel = door.paperJobs.cancel.handler(({ input, context: { host, session } }) => {
  const job = ownJob(host, session, input.jobId)
  job.stopped = true
  jobsOf(host).delete(job.id)
})
