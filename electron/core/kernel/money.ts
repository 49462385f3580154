/** Whole won. Benefits are never paid in fractions, so neither are they stored so. */
import * as z from 'zod'

export const Won = z.int().brand<'Won'>()
export type Won = z.infer<typeof Won>

/** How a notice rounds a share: to whole ones, tens, hundreds or thousands (원, 십원, 백원, 천원 미만 절사·반올림·올림). */
export const Rounding = z.strictObject({
  to: z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1000)]).default(1),
  way: z.enum(['half-up', 'down', 'up']).default('half-up'),
})
export type Rounding = z.infer<typeof Rounding>

const toTheWon: Rounding = { to: 1, way: 'half-up' }

/**
 * A share of a figure in whole won, in integer arithmetic: 32 percent of 6,494,738 is 2,078,316.
 *
 * Thresholds of the standard median income round half up to the won, and so does a share of which nothing else is
 * said; every value published for 2026 and 2027 agrees with that.
 *
 * @param figure whole KRW, or units of another currency with up to two decimals; exact while figure times percent stays under 9 * 10^13
 * @param percent 32 for 32 %, with up to two decimals
 * @param dividedBy 12 for a month's part of a yearly figure
 */
export function shareOf(figure: number, percent: number, dividedBy = 1, { to, way }: Rounding = toTheWon): number {
  const cents = Number.isInteger(figure) ? 1 : 100
  const top = Math.round(figure * cents) * Math.round(percent * 100)
  const bottom = 10_000 * cents * dividedBy * to
  const over = ((top % bottom) + bottom) % bottom
  const isUp = way === 'up' ? over > 0 : way === 'half-up' && over * 2 >= bottom
  return ((top - over) / bottom + (isUp ? 1 : 0)) * to
}
