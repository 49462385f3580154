/** Measures and inks of the paper: A4, 20 mm margins, KRDS secondary for headings, thin rules, no fills. */
import type { Edition } from '#core/guide/sheet'

/** Points of a millimetre. */
export const MM = 72 / 25.4

export const page = { width: 595.28, height: 841.89, margin: 20 * MM } as const

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

const standard: Sizes = { body: 11, title: 21, heading: 15, subheading: 12.5, meta: 9, table: 9.7, footer: 8, label: 58, gap: 5 }

export const sizesOf: Record<Edition, Sizes> = {
  'standard': standard,
  'large': { body: 18, title: 28, heading: 23, subheading: 20, meta: 15, table: 16, footer: 12, label: 92, gap: 8 },
  'portable': standard,
  'portable-a5': { body: 9.5, title: 16, heading: 12.5, subheading: 10.5, meta: 8, table: 8.5, footer: 7, label: 50, gap: 4 },
  'one-page': { body: 9.5, title: 16, heading: 12.5, subheading: 10.5, meta: 8, table: 8.5, footer: 7, label: 52, gap: 3.5 },
}

/** Distance from line to line, as a multiple of the size of the type. */
export const LEADING = 1.28
