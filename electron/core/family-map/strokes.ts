/** Lines with a meaning between two symbols of a genogram or an ecomap. */
import type { Point, Shape } from '../guide/drawing/shapes.ts'

type Line = readonly [from: Point, to: Point]

const along = ([[x1, y1], [x2, y2]]: Line, share: number): Point => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
export const lengthOf = ([[x1, y1], [x2, y2]]: Line): number => Math.hypot(x2 - x1, y2 - y1)

/** Across the line, one point long. */
const normal = (line: Line): Point => {
  const [[x1, y1], [x2, y2]] = line
  const length = lengthOf(line) || 1
  return [-(y2 - y1) / length, (x2 - x1) / length]
}

const shifted = (line: Line, by: number): Line => {
  const [nx, ny] = normal(line)
  return [[line[0][0] + nx * by, line[0][1] + ny * by], [line[1][0] + nx * by, line[1][1] + ny * by]]
}

/** The same line without what lies within the symbols at its ends. */
export function between(from: Point, to: Point, radiusFrom: number, radiusTo: number): Line {
  const length = lengthOf([from, to]) || 1
  return [along([from, to], Math.min(0.5, radiusFrom / length)), along([from, to], Math.max(0.5, 1 - radiusTo / length))]
}

type Stroke = Extract<Shape, { shape: 'line' }>
type Look = Pick<Stroke, 'stroke' | 'weight' | 'dash'>

export const straight = (line: Line, look: Look = {}): Shape => ({ shape: 'line', x1: line[0][0], y1: line[0][1], x2: line[1][0], y2: line[1][1], ...look })

/** Two or three lines side by side. */
export const parallel = (line: Line, count: 2 | 3, look: Look = {}): Shape[] =>
  (count === 2 ? [-1.6, 1.6] : [-3, 0, 3]).map(by => straight(shifted(line, by), look))

/** A line of teeth. */
export function zigzag(line: Line, look: Look = {}): Shape {
  const teeth = Math.max(3, Math.round(lengthOf(line) / 6))
  const [nx, ny] = normal(line)
  const points = Array.from({ length: teeth + 1 }, (_, place): Point => {
    const [x, y] = along(line, place / teeth)
    const by = place === 0 || place === teeth ? 0 : place % 2 === 0 ? 3.2 : -3.2
    return [x + nx * by, y + ny * by]
  })
  return { shape: 'polyline', points, ...look }
}

/** Short strokes across the middle: one for separated, two for divorced or broken off. */
export function slashes(line: Line, count: 1 | 2, look: Look = {}, share = 0.5): Shape[] {
  const [x, y] = along(line, share)
  const [nx, ny] = normal(line)
  const [dx, dy] = [ny, -nx]
  return (count === 1 ? [0] : [-2.5, 2.5]).map((by): Shape => straight([[x + dx * (by - 2.5) - nx * 6, y + dy * (by - 2.5) - ny * 6], [x + dx * (by + 2.5) + nx * 6, y + dy * (by + 2.5) + ny * 6]], look))
}

/** A filled head at the end of the line. */
export function arrowHead(line: Line, tone: Stroke['stroke'] = 'ink'): Shape {
  const [tipX, tipY] = line[1]
  const length = lengthOf(line) || 1
  const [dx, dy] = [(line[1][0] - line[0][0]) / length, (line[1][1] - line[0][1]) / length]
  const [nx, ny] = normal(line)
  return { shape: 'polygon', points: [[tipX, tipY], [tipX - dx * 7 + nx * 3.5, tipY - dy * 7 + ny * 3.5], [tipX - dx * 7 - nx * 3.5, tipY - dy * 7 - ny * 3.5]], fill: tone, stroke: tone }
}

export const reversed = ([from, to]: Line): Line => [to, from]
export type { Line }
