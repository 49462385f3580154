import { showTime } from '../../client/dates'

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Whole minutes since a time of this day in Seoul ("14:05"); over midnight counts on. */
export const minutesSince = (starts: string, now: string = new Date().toISOString()): number =>
  (minutesOf(showTime(now)) - minutesOf(starts) + 1440) % 1440
