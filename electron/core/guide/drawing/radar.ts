/**
 * A radar: for each area a spoke, the further out the greater. Two lines at most, told apart by dash and by the sign
 * at each point as well as by colour; an area without a value leaves a gap in its line.
 */
import type { Drawing, Point, Shape } from './shapes.ts'
import { widthOf } from './lay-text.ts'

export interface RadarLine {
  readonly label: string
  /** One for each area, in their order; `null`: not known. */
  readonly values: readonly (number | null)[]
}

export interface Radar {
  readonly areas: readonly string[]
  /** Of the outermost ring; the centre is 0. */
  readonly most: number
  readonly now: RadarLine
  readonly before?: RadarLine | undefined
  readonly caption: string
  readonly alternative: string
}

/** Low enough that the table of ten areas fits below it on one page. */
const size = { width: 440, height: 284, radius: 96, middle: [220, 132] as const }
const letters = 10

export function radarDrawing({ areas, most, now, before, caption, alternative }: Radar): Drawing {
  const [cx, cy] = size.middle
  const at = (place: number, value: number): Point => {
    const angle = 2 * Math.PI * place / areas.length
    const reach = size.radius * value / most
    return [round(cx + reach * Math.sin(angle)), round(cy - reach * Math.cos(angle))]
  }
  const ring = (value: number): Shape => ({ shape: 'polygon', points: areas.map((_, place) => at(place, value)), stroke: 'soft', weight: value === most ? 0.9 : 0.5 })
  return {
    width: size.width,
    height: size.height,
    caption,
    alternative,
    shapes: [
      ...Array.from({ length: most }, (_, step) => ring(step + 1)),
      ...areas.map((_, place): Shape => ({ shape: 'line', x1: cx, y1: cy, x2: at(place, most)[0], y2: at(place, most)[1], stroke: 'soft', weight: 0.5 })),
      ...(before ? [...outline(before.values, at, { stroke: 'ink', weight: 1.4, dash: [5, 3] }), ...points(before.values, at, beforeSign)] : []),
      ...outline(now.values, at, { stroke: 'accent', weight: 2.2, fill: 'accent', faint: true }),
      ...points(now.values, at, nowSign),
      ...Array.from({ length: most }, (_, step): Shape => ({ shape: 'text', x: cx + 3, y: round(at(0, step + 1)[1] + 8), text: String(step + 1), size: 7 })),
      ...areas.map((label, place) => labelAt(label, at(place, most + most * 0.13), place / areas.length)),
      ...legendOf(now, before),
    ],
  }
}

type Line = Pick<Extract<Shape, { shape: 'polygon' }>, 'stroke' | 'weight' | 'dash' | 'fill' | 'faint'>
type At = (place: number, value: number) => Point

/** Closed where every area has a value; otherwise a piece for each stretch without a gap. */
function outline(values: RadarLine['values'], at: At, line: Line): Shape[] {
  const { fill: _, faint: __, ...stroke } = line
  if (values.every(value => value !== null))
    return [{ shape: 'polygon', points: values.map((value, place) => at(place, value ?? 0)), ...line }]
  return values.flatMap((value, place): Shape[] => {
    const next = (place + 1) % values.length
    const after = values[next]
    if (value === null || after === null || after === undefined)
      return []
    return [{ shape: 'polyline', points: [at(place, value), at(next, after)], ...stroke }]
  })
}

type Sign = (point: Point) => Shape
const nowSign: Sign = ([x, y]) => ({ shape: 'circle', x, y, radius: 3.4, stroke: 'paper', weight: 0.8, fill: 'accent' })
const beforeSign: Sign = ([x, y]) => ({ shape: 'rect', x: x - 3, y: y - 3, width: 6, height: 6, weight: 1.2, fill: 'paper' })
const points = (values: RadarLine['values'], at: At, sign: Sign): Shape[] =>
  values.flatMap((value, place) => value === null ? [] : [sign(at(place, value))])

/** Beside the right half it begins at its spoke, beside the left half it ends there; above and below it is centred. */
function labelAt(text: string, [x, y]: Point, turn: number): Shape {
  const anchor = turn === 0 || turn === 0.5 ? 'middle' : turn < 0.5 ? 'start' : 'end'
  const drop = turn === 0 ? 0 : turn === 0.5 ? letters * 0.9 : letters * 0.35
  return { shape: 'text', x, y: round(y + drop), text, size: letters, anchor }
}

function legendOf(now: RadarLine, before: RadarLine | undefined): Shape[] {
  const y = size.height - 12
  const widths = [now, ...(before ? [before] : [])].map(({ label }) => 34 + widthOf(label, 9))
  const start = (size.width - widths.reduce((sum, width) => sum + width + 18, -18)) / 2
  const entry = (x: number, { label }: RadarLine, line: Line, sign: Sign): Shape[] => [
    { shape: 'polyline', points: [[x, y - 3], [x + 26, y - 3]], ...line },
    sign([x + 13, y - 3]),
    { shape: 'text', x: x + 31, y, text: label, size: 9 },
  ]
  return [
    ...entry(round(start), now, { stroke: 'accent', weight: 2.2 }, nowSign),
    ...(before ? entry(round(start + (widths[0] ?? 0) + 18), before, { stroke: 'ink', weight: 1.4, dash: [5, 3] }, beforeSign) : []),
  ]
}

const round = (length: number): number => Math.round(length * 100) / 100
