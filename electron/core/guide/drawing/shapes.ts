/**
 * A picture as plain data: a genogram, an ecomap, a radar of needs.
 *
 * Drawn on screen by `renderer/widgets/SheetDrawing.vue` and on paper by `electron/server/documents/draw-drawing.ts`.
 * Meaning never hangs on a tone alone, for many printers are black and white: lines differ by dash or by shape,
 * symbols by outline, and a picture has its words beside it. Shapes are drawn in order, later ones on top, words above all.
 */
import * as z from 'zod'

/** ink for lines and letters, soft for grids, accent for what is looked at; likely, ask and crisis as everywhere; paper covers, none leaves open. */
export const Tone = z.enum(['ink', 'soft', 'accent', 'likely', 'ask', 'crisis', 'paper', 'none'])
export type Tone = z.infer<typeof Tone>

/** Points (1/72 inch), from the upper left corner. */
const Length = z.number().min(-2000).max(2000)
const Point = z.tuple([Length, Length])
export type Point = z.infer<typeof Point>

/** Ink, one point wide and whole, where nothing is said. */
const line = {
  stroke: Tone.optional(),
  weight: z.number().positive().max(12).optional(),
  /** Length of the dash and of the gap. */
  dash: z.tuple([z.number().positive(), z.number().positive()]).optional(),
}

/** Open (none) where nothing is said. */
const area = {
  ...line,
  fill: Tone.optional(),
  /** The fill lets through what is below it. */
  faint: z.boolean().optional(),
}

export const Shape = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('line'), x1: Length, y1: Length, x2: Length, y2: Length, ...line }),
  z.strictObject({ shape: z.literal('rect'), x: Length, y: Length, width: Length, height: Length, radius: z.number().min(0).optional(), ...area }),
  z.strictObject({ shape: z.literal('circle'), x: Length, y: Length, radius: z.number().positive(), ...area }),
  /** Closed by itself. */
  z.strictObject({ shape: z.literal('polygon'), points: z.array(Point).min(3), ...area }),
  z.strictObject({ shape: z.literal('polyline'), points: z.array(Point).min(2), ...line }),
  /** One line of words; y is where the letters stand. */
  z.strictObject({
    shape: z.literal('text'),
    x: Length,
    y: Length,
    text: z.string(),
    /** Points; 9 where nothing is said. */
    size: z.number().positive().max(40).optional(),
    anchor: z.enum(['start', 'middle', 'end']).optional(),
    bold: z.boolean().optional(),
    tone: Tone.optional(),
  }),
])
export type Shape = z.infer<typeof Shape>

export const drawing = {
  /** Points. Wider or higher than the column of the paper, it is drawn smaller. */
  width: z.number().positive().max(2000),
  height: z.number().positive().max(2000),
  shapes: z.array(Shape).max(4000),
  /** Below the picture, for everybody. */
  caption: z.string(),
  /** What the picture shows, in words, for whoever does not see it. */
  alternative: z.string(),
}
export const Drawing = z.strictObject(drawing)
export type Drawing = z.infer<typeof Drawing>

export const textSize = 9
