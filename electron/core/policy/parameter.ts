/**
 * Figures that change by notice, each with the day it took effect and its source.
 *
 * The files live in `resources/policy/parameters`, one figure to a file. The host
 * reads them; this module only checks and looks up, so it runs anywhere.
 */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'
import { BilingualText } from '../kernel/text.ts'
import { Confidence, Source } from './source.ts'

/** What a figure may depend on. */
export const Dimension = z.enum([
  /** Keys "1", "2", … and optionally "beyond": the amount added for each person over the largest key. */
  'household-size',
  /** Keys "metropolitan" (특별시·광역시), "city" (시), "rural" (군). */
  'region-class',
  /** Keys "서울특별시" (a province), "서울특별시/동작구" (a district of it), and "elsewhere"; the narrowest holds. */
  'region',
  /** Keys "single" and "couple": one or both of a couple counted. */
  'couple',
])
export type Dimension = z.infer<typeof Dimension>

/** Money is an ISO 4217 code, in whole units of it, alone or by the month or the year. */
export const Unit = z.string().regex(/^(?:[A-Z]{3}(?:\/(?:month|year))?|year|month|day|percent|persons|hours)$/, { error: 'is no unit; write KRW/month, KRW/year or KRW (or another ISO 4217 code), or year, month, day, percent, persons, hours' })
export type Unit = z.infer<typeof Unit>

/** The currency of a unit of money, `undefined` of the others. */
export const currencyOf = (unit: string): string | undefined => /^[A-Z]{3}/.exec(unit)?.[0]

const DatedValue = z.strictObject({
  from: PlainDate,
  /** A number, or a number for each key of the dimension in `by`. */
  value: z.union([z.number(), z.record(z.string().min(1), z.number())]),
  source: Source,
  confidence: Confidence.default('confirmed'),
})

const aPlace = /^[^/]+(?:\/[^/]+)?$/

/** Which keys a value may have, and how that is said to whoever wrote another. */
const keysOf: Readonly<Record<Dimension, { readonly fits: (key: string) => boolean, readonly said: string }>> = {
  'household-size': { fits: key => key === 'beyond' || /^[1-9]\d?$/.test(key), said: '"1", "2", … or beyond' },
  'region-class': { fits: key => ['metropolitan', 'city', 'rural'].includes(key), said: 'metropolitan, city or rural' },
  'region': { fits: key => aPlace.test(key), said: 'a province, province/district or elsewhere' },
  'couple': { fits: key => ['single', 'couple'].includes(key), said: 'single or couple' },
}

function checkKeys({ by, values }: { readonly by: 'nothing' | Dimension, readonly values: readonly z.infer<typeof DatedValue>[] }, context: z.RefinementCtx): void {
  values.forEach(({ value }, at) => {
    const isTable = typeof value === 'object'
    if (isTable !== (by !== 'nothing'))
      context.addIssue({ code: 'custom', path: ['values', at, 'value'], message: isTable ? 'a figure by nothing is one number; write the number, or say in by what it depends on' : `a figure by ${by} has a number for each key: ${by === 'nothing' ? '' : keysOf[by].said}` })
    else if (isTable && by !== 'nothing')
      Object.keys(value).filter(key => !keysOf[by].fits(key)).forEach(key => context.addIssue({ code: 'custom', path: ['values', at, 'value', key], message: `"${key}" is no key of a figure by ${by}; write ${keysOf[by].said}` }))
  })
}

export const Parameter = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  label: BilingualText,
  unit: Unit,
  by: z.union([z.literal('nothing'), Dimension]),
  /** From the day after, verdicts that use the figure are "to be checked". */
  reviewBy: PlainDate,
  /** How many significant figures rounding leaves is the notice's business: the values stand as published. */
  values: z.array(DatedValue).min(1),
}).refine(
  ({ values }) => values.every((value, index) => index === 0 || value.from > values[index - 1]!.from),
  { error: 'values must be in order of their from-date, oldest first, each date once', path: ['values'] },
).superRefine(checkKeys)
export type Parameter = z.infer<typeof Parameter>
