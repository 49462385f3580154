/** A paper as whoever began it sees it. */
import type { Instant } from '../kernel/dates.ts'
import type { PaperJob } from './jobs.ts'
import type { PaperJobView } from './model.ts'
import { secondsBetween } from '../kernel/moments.ts'

export function viewOf({ id, kind, failed, made, done, all, startedAt }: PaperJob, now: Instant): PaperJobView {
  const elapsed = secondsBetween(startedAt, now)
  return {
    id,
    kind,
    state: failed ? 'failed' : made ? 'done' : 'running',
    done,
    all,
    secondsLeft: done === 0 || made || failed ? null : Math.max(0, Math.ceil(elapsed / done * (all - done))),
    startedAt,
    pages: made?.pages || null,
    leftOut: made?.leftOut ?? 0,
  }
}
