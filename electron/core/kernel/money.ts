/** Whole won. Benefits are never paid in fractions, so neither are they stored so. */
import * as z from 'zod'

export const Won = z.int().brand<'Won'>()
export type Won = z.infer<typeof Won>

/**
 * A share of a figure in whole won, in integer arithmetic: 32 percent of 6,494,738 is 2,078,316.
 *
 * Thresholds of the standard median income round half up to the won; every value published for
 * 2026 and 2027 agrees with that.
 *
 * @param figure KRW
 * @param percent whole percent, 32 for 32 %
 */
export const shareOf = (figure: number, percent: number): number => Math.floor((figure * percent + 50) / 100)
