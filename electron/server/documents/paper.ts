/** Measures and inks of the paper by edition: KRDS secondary for headings, thin rules, no fills for a portable printer. */
import type { Edition, Paper, Sheet } from '#core/guide/sheet'

/** Points of a millimetre. */
export const MM = 72 / 25.4

export const ink = {
  text: '#1e2124',
  /** KRDS secondary 70. */
  heading: '#063a74',
  meta: '#464c53',
  rule: '#b1b8be',
  likely: '#1d6f2f',
  askFirst: '#8a5c00',
  unlikely: '#58616a',
  deadline: '#8a5c00',
  /** KRDS primary 60. */
  accent: '#0b50d0',
  /** KRDS danger 60, for a crisis only. */
  crisis: '#bd2c0f',
} as const

/** Sizes in points, and widths that grow with them. Large print keeps even its small print large. */
export interface Sizes {
  readonly body: number
  readonly title: number
  readonly heading: number
  readonly subheading: number
  readonly meta: number
  readonly table: number
  readonly footer: number
  /** Column of the labels beside "where", "phone" and the like. */
  readonly label: number
  readonly gap: number
}

/** The page around the content; points. */
export interface Format {
  readonly paper: Paper
  readonly width: number
  readonly height: number
  /** Left and right. */
  readonly margin: number
  /** Where the line with the emblem begins, and where the content does. */
  readonly headAt: number
  readonly top: number
  /** Below this distance from the edge of the paper nothing is printed. */
  readonly edge: number
  /** What the content leaves free at the foot of the page where the small print has one line. */
  readonly bottom: number
  /** Lines under headings and heads of tables, around boxes, at their left side. */
  readonly strong: number
  readonly side: number
  readonly fills: boolean
}

type Printed = Pick<Sheet, 'edition' | 'paper'>

const standard: Sizes = { body: 11, title: 21, heading: 15, subheading: 12.5, meta: 9, table: 9.7, footer: 8, label: 58, gap: 5 }
const small: Sizes = { body: 9.5, title: 16, heading: 12.5, subheading: 10.5, meta: 8, table: 9, footer: 7, label: 50, gap: 4 }
const large: Sizes = { body: 18, title: 28, heading: 23, subheading: 20, meta: 15, table: 16, footer: 12, label: 92, gap: 8 }
const onePage: Sizes = { body: 11, title: 18, heading: 13.5, subheading: 12, meta: 9, table: 9.7, footer: 8, label: 58, gap: 4 }

/** A sheet for one page begins with large type and is drawn anew with smaller type until it fits. */
const STEPS = [1, 0.94, 0.88, 0.82, 0.77]
export const TIGHTEST = STEPS.length - 1

/** @param tight how often a page to take along was found too long already */
export function sizesOf({ edition, paper }: Printed, tight = 0): Sizes {
  if (edition === 'one-page')
    return scaled(paper === 'a5' ? small : onePage, STEPS[Math.min(tight, TIGHTEST)] ?? 1)
  if (edition === 'large')
    return paper === 'a5' ? { ...large, label: 72 } : large
  return paper === 'a5' || edition === 'portable-a5' ? small : standard
}

const scaled = (sizes: Sizes, by: number): Sizes =>
  Object.fromEntries(Object.entries(sizes).map(([name, points]: [string, number]) => [name, name === 'gap' ? points * by : Math.max(SMALLEST, points * by)])) as unknown as Sizes

const SMALLEST = 7

const sheetOf: Record<Paper, { readonly width: number, readonly height: number }> = { a4: { width: 595.28, height: 841.89 }, a5: { width: 419.53, height: 595.28 } }

/** A portable printer prints thin lines and no fills, up to 8 mm from the edge. */
export function formatOf({ edition, paper }: Printed): Format {
  const size = { paper, ...sheetOf[paper] }
  if (isPortable(edition))
    return { ...size, margin: 8 * MM, headAt: 8 * MM, top: 8 * MM + 22, edge: 8 * MM, bottom: 8 * MM + 24, strong: 0.5, side: 0.5, fills: false }
  const margin = (paper === 'a5' ? 13 : 20) * MM
  return { ...size, margin, headAt: margin - 20, top: margin + 14, edge: margin * 0.65, bottom: margin + 16, strong: 0.9, side: 3, fills: true }
}

const isPortable = (edition: Edition): boolean => edition === 'portable' || edition === 'portable-a5'

/** Between the margins. */
export const columnWidth = ({ width, margin }: Format): number => width - 2 * margin

/** Between the line with the emblem and the small print, less what a judgement by the number of letters may be wrong by. */
export const roomOf = ({ height, top, bottom }: Format): number => (height - top - bottom) * 0.94

/** Distance from line to line, as a multiple of the size of the type. */
export const LEADING = 1.28
