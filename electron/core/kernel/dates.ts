/**
 * Calendar dates without a clock.
 *
 * Ages, consents and parameters all turn on a day in Korea, never on an instant.
 * `new Date('2026-03-01')` means midnight UTC, so `Date` is banned in `core/`.
 */
import * as z from 'zod'

export const PlainDate = z.iso.date().brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** A moment, for records of who did what and when; ISO 8601 in UTC. */
export const Instant = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/**
 * Age in completed years (만 나이), the only age used in welfare notices.
 *
 * Someone born on 29 February completes a year on 1 March of a common year.
 *
 * @returns whole years; negative when `birth` lies after `on`
 */
export function completedYears(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) >= birth.slice(5) ? years : years - 1
}
