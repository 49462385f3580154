/** All handlers of paper-jobs. A registry and nothing else. */
import { bookletHandlers } from '../booklet/booklet-handlers.ts'
import { begin, list } from './guides-of-day.ts'
import { again, portion, printed, take } from './take-job.ts'
import { cancel, mine, progress } from './watch-job.ts'

export const paperJobsHandlers = { booklet: bookletHandlers, guides: { list, begin }, mine, progress, cancel, take, again, portion, printed }
