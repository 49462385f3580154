import type { TimelineRow } from './timeline.ts'

/** What begins, ends or changes, and what can be had all along. What stays open all along belongs to the questions. */
export const isWorthShowing = ({ intervals, changes }: TimelineRow): boolean =>
  changes.length > 0 || intervals.every(({ verdict }) => verdict === 'likely')
