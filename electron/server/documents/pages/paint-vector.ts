/** Writes lines, boxes, curves and codes. */
import type { Strokes } from '../blocks/strokes.ts'
import type { Vector } from './pdfmake-parts.ts'
import { colorOf, number, say } from '../blocks/strokes.ts'

const joins = { miter: 0, round: 1, bevel: 2 }
const caps = { butt: 0, round: 1, square: 2 }

/** @returns whether it was written; what is see-through, shaded or of a kind of its own is pdfmake's */
export function paintVector(vector: Vector, begin: () => Strokes): boolean {
  if (vector.strokes) {
    begin().operators.push(`q 1 0 0 1 ${at(vector.x, vector.y)} cm ${vector.strokes} Q`)
    return true
  }
  const [fill, line] = [vector.color ? colorOf(vector.color) : undefined, colorOf(vector.lineColor ?? 'black')]
  const path = pathOf(vector)
  if (path === undefined || !line || (vector.color && !fill) || vector.linearGradient || (vector.fillOpacity ?? 1) !== 1 || (vector.strokeOpacity ?? 1) !== 1)
    return false
  const strokes = begin()
  const stroked = vector.lineColor !== undefined || !fill
  if (stroked) {
    say(strokes, 'width', `${number(vector.lineWidth || 1)} w`)
    say(strokes, 'dash', dashOf(vector))
    say(strokes, 'join', `${joins[vector.lineJoin ?? 'miter']} j`)
    say(strokes, 'cap', `${caps[vector.lineCap ?? 'butt']} J`)
    say(strokes, 'stroke', `${line} RG`)
  }
  if (fill)
    say(strokes, 'fill', `${fill} rg`)
  strokes.operators.push(`${path} ${fill ? stroked ? 'B' : 'f' : 'S'}`)
  return true
}

function dashOf({ dash }: Vector): string {
  if (!dash)
    return '[] 0 d'
  const lengths = Array.isArray(dash.length) ? dash.length as number[] : [dash.length, dash.space || dash.length]
  return `[${lengths.map(number).join(' ')}] ${number(dash.phase || 0)} d`
}

function pathOf(vector: Vector): string | undefined {
  switch (vector.type) {
    case 'line': return `${at(vector.x1, vector.y1)} m ${at(vector.x2, vector.y2)} l`
    case 'rect': return vector.r ? undefined : `${at(vector.x, vector.y)} ${at(vector.w, vector.h)} re`
    case 'ellipse': return ellipse(vector)
    case 'polyline': return polyline(vector)
    default: return undefined
  }
}

const at = (x: number, y: number): string => `${number(x)} ${number(y)}`

function polyline({ points, closePath }: Vector): string {
  const [first, last] = [points[0], points.at(-1)]
  const closed = points.length > 1 && (closePath || (first!.x === last!.x && first!.y === last!.y))
  return points.map(({ x, y }, place) => `${at(x, y)} ${place === 0 ? 'm' : 'l'}`).join(' ') + (closed ? ' h' : '')
}

/** How far the handles of a quarter of a circle are from its ends, as a share of the radius. */
const KAPPA = 4 * ((Math.sqrt(2) - 1) / 3)

function ellipse({ x, y, r1, r2 }: Vector): string {
  const [ox, oy] = [r1 * KAPPA, r2 * KAPPA]
  return [
    `${at(x - r1, y)} m`,
    `${at(x - r1, y - oy)} ${at(x - ox, y - r2)} ${at(x, y - r2)} c`,
    `${at(x + ox, y - r2)} ${at(x + r1, y - oy)} ${at(x + r1, y)} c`,
    `${at(x + r1, y + oy)} ${at(x + ox, y + r2)} ${at(x, y + r2)} c`,
    `${at(x - ox, y + r2)} ${at(x - r1, y + oy)} ${at(x - r1, y)} c h`,
  ].join(' ')
}
