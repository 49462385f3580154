/**
 * The ecomap (생태도): the household in the middle, the helpers around it; the line says how strong the tie is, its
 * arrow who gives to whom.
 */
import type { Drawing, Point, Shape } from '../guide/drawing/shapes.ts'
import type { FamilyMap, Helper } from '../records/bodies/family-map.ts'
import type { MapWords } from './words-of-map.ts'
import { arrowHead, between, parallel, reversed, slashes, straight, zigzag } from './strokes.ts'

const width = 480
const helper = { halfWidth: 52, halfHeight: 22 }
const home = 46

export function drawEcomap({ people, helpers }: FamilyMap, words: MapWords): Drawing {
  const rings = Math.max(1, Math.ceil(helpers.length / 10))
  const radius = { x: width / 2 - helper.halfWidth - 6, y: 118 + rings * 34 }
  const height = radius.y * 2 + helper.halfHeight * 2 + 20
  const centre: Point = [width / 2, height / 2]
  const placeOf = (index: number): Point => {
    const ring = index % rings
    const share = 1 - ring * 0.3
    const angle = -Math.PI / 2 + index / helpers.length * Math.PI * 2
    return [centre[0] + Math.cos(angle) * radius.x * (ring === 0 ? 1 : share), centre[1] + Math.sin(angle) * radius.y * share]
  }
  const together = people.filter(person => person.together)
  return {
    width,
    height,
    shapes: [
      ...helpers.flatMap((each, index) => tie(each, centre, placeOf(index))),
      { shape: 'circle', x: centre[0], y: centre[1], radius: home, fill: 'paper', stroke: 'accent', weight: 2 },
      { shape: 'text', x: centre[0], y: centre[1] - 3, text: words.ecomap.household, size: 11, anchor: 'middle', bold: true },
      { shape: 'text', x: centre[0], y: centre[1] + 12, text: words.countOf(together.length), size: 9, anchor: 'middle' },
      ...helpers.flatMap((each, index) => box(each, placeOf(index), words)),
    ],
    caption: words.ecomap.caption,
    alternative: words.sayHelpers(helpers),
  }
}

/** A square frame for offices and agencies, a round one for people. */
function box(each: Helper, [x, y]: Point, words: MapWords): Shape[] {
  const office = each.agencyId !== null || ['public', 'private', 'medical', 'school', 'work'].includes(each.kind)
  return [
    { shape: 'rect', x: x - helper.halfWidth, y: y - helper.halfHeight, width: helper.halfWidth * 2, height: helper.halfHeight * 2, radius: office ? 3 : helper.halfHeight, fill: 'paper', stroke: 'ink', weight: each.strength === 'ended' ? 0.6 : 1.2, ...(each.strength === 'ended' ? { dash: [3, 3] as [number, number] } : {}) },
    { shape: 'text', x, y: y - 8, text: words.kindOf(each), size: 7.5, anchor: 'middle' },
    { shape: 'text', x, y: y + 4, text: short(words.helperName(each), 12), size: 9.5, anchor: 'middle', bold: true },
    ...(each.what ? [{ shape: 'text' as const, x, y: y + 15, text: short(each.what, 14), size: 7.5, anchor: 'middle' as const }] : []),
  ]
}

/** The table beside the picture has the whole. */
const short = (text: string, most: number): string => [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text

function tie({ strength, flow }: Helper, centre: Point, at: Point): Shape[] {
  const [dx, dy] = [at[0] - centre[0], at[1] - centre[1]]
  // Where the line leaves the frame of the helper: the nearer of its two pairs of sides.
  const scale = Math.min(Math.abs(dx) > 0.01 ? helper.halfWidth / Math.abs(dx) : Infinity, Math.abs(dy) > 0.01 ? helper.halfHeight / Math.abs(dy) : Infinity)
  const line = between(centre, at, home + 3, Math.min(1, scale) * Math.hypot(dx, dy) + 3)
  const drawn = {
    strong: () => parallel(line, 3, { weight: 1.1 }),
    ordinary: () => [straight(line, { weight: 1.3 })],
    weak: () => [straight(line, { weight: 1.1, dash: [4, 4] })],
    stressful: () => [zigzag(line, { stroke: 'crisis', weight: 1.2 })],
    ended: () => [straight(line, { weight: 0.9, dash: [2, 4] }), ...slashes(line, 2)],
  }[strength]()
  const heads = strength === 'ended' ? [] : [...(flow !== 'from-family' ? [arrowHead(reversed(line))] : []), ...(flow !== 'to-family' ? [arrowHead(line)] : [])]
  return [...drawn, ...heads]
}
