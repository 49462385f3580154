/** Small drawings: marks of state, tick boxes, QR codes, the emblem, a signature. All vectors, no pictures. */
import type { CanvasElement } from 'pdfmake/interfaces'
import type { Block, Mark } from '#core/guide/sheet'
import { encode } from 'uqr'
import { BoundedMap } from '../letters/bounded-map.ts'
import { ink, MM } from '../paper.ts'

export const markInk: Record<Mark, string> = {
  'likely': ink.likely,
  'ask-first': ink.askFirst,
  'unlikely': ink.unlikely,
  'to-check': ink.askFirst,
  'deadline': ink.deadline,
}

type Stroke = readonly (readonly [x: number, y: number])[]

/** Strokes in a field of 10 x 10. */
const strokesOf: Record<Mark, readonly Stroke[]> = {
  'likely': [[[2.9, 5.2], [4.5, 6.8], [7.2, 3.5]]],
  'ask-first': [[[3.5, 3.9], [3.8, 3], [5, 2.5], [6.2, 3], [6.4, 3.9], [5.9, 4.7], [5, 5.4], [5, 6.1]], [[5, 7.4], [5, 7.6]]],
  'unlikely': [[[3, 5], [7, 5]]],
  'to-check': [[[5, 2.5], [5, 5.8]], [[5, 7.3], [5, 7.5]]],
  'deadline': [[[5, 2.6], [5, 5.2], [6.9, 6.3]]],
}

/** A ring with a tick, a question mark, a bar, an exclamation mark or the hands of a clock. */
export function markIcon(mark: Mark, size: number): CanvasElement[] {
  const color = markInk[mark]
  const lineWidth = size / 11
  return [
    { type: 'ellipse', x: size / 2, y: size / 2, r1: size * 0.45, r2: size * 0.45, lineWidth, lineColor: color },
    ...strokesOf[mark].map(stroke => line(stroke, size / 10, color, lineWidth * 1.25)),
  ]
}

export const tickBox = (size: number): CanvasElement[] =>
  [{ type: 'rect', x: 0, y: 0, w: size, h: size, lineWidth: 0.8, lineColor: ink.text }]

/** A doorway, open to whoever comes. */
export function emblem(size: number): CanvasElement[] {
  const arch = Array.from({ length: 13 }, (_, step) => [5 - 4 * Math.cos(Math.PI * step / 12), 4.6 - 3.8 * Math.sin(Math.PI * step / 12)] as const)
  return [
    line([[1, 9], ...arch, [9, 9]], size / 10, ink.heading, size / 8),
    line([[5, 9], [5, 5.2]], size / 10, ink.heading, size / 8),
  ]
}

/** Side of a QR code, 22 mm. */
export const QR_SIDE = 22 * MM

/**
 * A code as one element of a canvas: a square that holds what is drawn into it (`paint-vector.ts`). Medium error correction
 * survives a fold in the paper.
 */
export const qrCode = (url: string): CanvasElement[] =>
  [{ type: 'rect', x: 0, y: 0, w: QR_SIDE, h: QR_SIDE, strokes: strokesOfCode(url) } as CanvasElement]

/** Choosing the best mask is most of the work of a code; the addresses are the catalogue's, few and nobody's. */
const codes = new BoundedMap<string, string>(1000)

function strokesOfCode(url: string): string {
  let strokes = codes.get(url)
  if (strokes === undefined) {
    const { data, size } = encode(url, { ecc: 'M', border: 0 })
    codes.set(url, strokes = codeStrokes(data, QR_SIDE / size))
  }
  return strokes
}

/**
 * A dashed line for each row of the code, dash and gap as long as its dark and light runs: forty lines where squares would
 * be four hundred. A little wider than a square, so that no light line shows between two rows.
 */
export function codeStrokes(data: readonly (readonly boolean[])[], side: number): string {
  const rows = data.flatMap((row, index) => {
    const [start, end] = [row.indexOf(true), row.lastIndexOf(true) + 1]
    return start < 0 ? [] : [`[${runs(row.slice(start, end)).join(' ')}] 0 d ${start} ${index + 0.5} m ${end} ${index + 0.5} l S`]
  })
  return [`${Math.round(side * 1e5) / 1e5} 0 0 ${Math.round(side * 1e5) / 1e5} 0 0 cm 1.02 w 0 J 0 0 0 RG`, ...rows].join('\n')
}

/** Lengths of the alternating runs of a row, the first one dark. */
function runs(row: readonly boolean[]): number[] {
  const lengths: number[] = []
  row.forEach((dark, index) => {
    if (index > 0 && dark === row[index - 1])
      lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
    else
      lengths.push(1)
  })
  return lengths
}

export const signatureBox = { width: 56 * MM, height: 18 * MM } as const

type Strokes = NonNullable<Extract<Block, { kind: 'signature' }>['strokes']>

/** Strokes as they were drawn, 0 to 1000 in both directions, fitted into the box. */
export const signatureStrokes = (strokes: Strokes): CanvasElement[] =>
  strokes.filter(stroke => stroke.length > 0).map((stroke) => {
    const points = stroke.map(([x, y]) => [within(x) * signatureBox.width, within(y) * signatureBox.height] as const)
    const [first] = points
    return line(points.length === 1 && first ? [first, [first[0] + 0.5, first[1] + 0.5]] : points, 1, ink.text, 1.1)
  })

const within = (thousandth: number): number => Math.min(1000, Math.max(0, thousandth)) / 1000

const line = (points: Stroke, scale: number, lineColor: string, lineWidth: number): CanvasElement => ({
  type: 'polyline',
  points: points.map(([x, y]) => ({ x: x * scale, y: y * scale })),
  lineColor,
  lineWidth,
  lineCap: 'round',
  lineJoin: 'round',
})
