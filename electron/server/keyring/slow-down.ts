/**
 * Wrong passwords slow the next try down and lock the account at last (개인정보의 안전성 확보조치 기준 제5조 ⑥).
 *
 * From the third wrong one on, the next must wait 2ⁿ seconds, at most five minutes; the tenth locks.
 */
import * as z from 'zod'

export const Failures = z.strictObject({
  count: z.int().nonnegative(),
  /** Milliseconds since 1970, or null without any. */
  lastAt: z.int().nullable(),
})
export type Failures = z.infer<typeof Failures>

export const noFailures: Failures = { count: 0, lastAt: null }
export const lockedAt = 10
const firstWaitAt = 3
const longestWait = 300

function waitAfter(count: number): number {
  return count < firstWaitAt
    ? 0
    : Math.min(longestWait, 2 ** count)
}

/** Seconds until the next try is let in; a clock that was set back never makes it longer than the wait itself. */
export function secondsToWait({ count, lastAt }: Failures, now: number): number {
  if (lastAt === null)
    return 0
  const passed = Math.max(0, (now - lastAt) / 1000)
  return Math.max(0, Math.ceil(waitAfter(count) - passed))
}

export const oneMore = ({ count }: Failures, now: number): Failures => ({ count: count + 1, lastAt: now })
