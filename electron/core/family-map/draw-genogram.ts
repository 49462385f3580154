/**
 * The genogram (가계도) as a picture, with the signs social workers know: square for men, circle for women, a diamond
 * where the sex is not known, crossed out when dead, the age inside, a dashed frame around who lives together.
 */
import type { Drawing, Point, Shape } from '../guide/drawing/shapes.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { FamilyMap, MapPerson, MapTie } from '../records/bodies/family-map.ts'
import type { Placed } from './lay-genogram.ts'
import type { MapWords } from './words-of-map.ts'
import { ageOf } from './age-of.ts'
import { isCouple, isParent, layGenogram, standing } from './lay-genogram.ts'
import { arrowHead, between, parallel, slashes, straight, zigzag } from './strokes.ts'

const half = 17
const rowHeight = 134
const margin = { side: 44, top: 30, bottom: 46 }
/** Below the symbol: the line of a couple. */
const bracket = 52
/** Below the symbol: where its lines may begin, under name and years. */
const under = half + 27
/** Half of how wide name and years below a symbol run. */
const wordsHalf = 20
/** Bars of children that would run into each other hang so far apart. */
const step = 7
const household = { dash: [5, 3] as [number, number], stroke: 'accent' as const, weight: 1.2 }

export function drawGenogram({ people, ties: all }: FamilyMap, today: PlainDate, words: MapWords): Drawing {
  const ties = standing(people, all)
  const placed = new Map(layGenogram(people, ties).map(each => [each.id, each]))
  const at = (id: string): Point => {
    const { x, row } = placed.get(id) ?? { x: 0, row: 0 }
    return [margin.side + x, margin.top + half + row * rowHeight]
  }
  const rows = Math.max(0, ...Array.from(placed.values(), ({ row }) => row))
  return {
    width: Math.max(220, margin.side * 2 + Math.max(0, ...Array.from(placed.values(), ({ x }) => x))),
    height: margin.top + half * 2 + rows * rowHeight + margin.bottom,
    shapes: [
      ...togetherFrame(people, placed, at),
      ...unions(ties, at),
      ...feelings(ties, at),
      ...people.flatMap(person => symbol(person, at(person.id), today, words)),
    ],
    caption: words.genogram.caption,
    alternative: words.sayFamily({ people, ties }, today),
  }
}

function symbol(person: MapPerson, [x, y]: Point, today: PlainDate, words: MapWords): Shape[] {
  const dead = person.died || person.diedOn !== null
  const look = { fill: 'paper' as const, stroke: 'ink' as const, weight: 1.4 }
  const outline = (size: number): Shape => person.sex === 'male'
    ? { shape: 'rect', x: x - size, y: y - size, width: size * 2, height: size * 2, ...look }
    : person.sex === 'female'
      ? { shape: 'circle', x, y, radius: size, ...look }
      : { shape: 'polygon', points: [[x, y - size - 2], [x + size + 2, y], [x, y + size + 2], [x - size - 2, y]], ...look }
  const age = ageOf(person, today)
  return [
    outline(half),
    ...(person.index ? [outline(half - 3.5)] : []),
    ...(dead ? [straight([[x - half, y - half], [x + half, y + half]]), straight([[x + half, y - half], [x - half, y + half]])] : []),
    ...(age !== undefined && !dead ? [{ shape: 'text' as const, x, y: y + 4, text: String(age), size: 11, anchor: 'middle' as const, bold: true }] : []),
    { shape: 'text', x, y: y + half + 12, text: words.nameOf(person), size: 9, anchor: 'middle', bold: person.index },
    ...(person.birth || person.birthYear ? [{ shape: 'text' as const, x, y: y + half + 22, text: years(person), size: 7.5, anchor: 'middle' as const }] : []),
  ]
}

const years = ({ birth, birthYear, diedOn }: MapPerson): string => `${birth?.slice(0, 4) ?? birthYear ?? ''}${diedOn ? `–${diedOn.slice(0, 4)}` : ''}`

/** Couples by a line below them, their children hanging from its middle; a single parent's from the symbol itself. */
function unions(ties: readonly MapTie[], at: (id: string) => Point): Shape[] {
  const parents = new Map<string, MapTie[]>()
  for (const tie of ties.filter(isParent))
    parents.set(tie.to, [...parents.get(tie.to) ?? [], tie])
  const drawn = ties.filter(isCouple)
  const depth = new Map<string, number>()
  const shapes = drawn.flatMap(({ id, from, to, kind }) => {
    const [[x1, y1], [x2, y2]] = [at(from), at(to)]
    // Somebody's second union hangs a little lower, so that the lines stay apart.
    const level = Math.max(...[from, to].map(each => depth.get(each) ?? 0))
    ;[from, to, id].forEach(each => depth.set(each, each === id ? level : level + 1))
    const y = Math.max(y1, y2) + bracket + level * 5
    const look = kind === 'cohabiting' ? { dash: [4, 3] as [number, number], weight: 1.4 } : { weight: 1.4 }
    const line = [[x1, y], [x2, y]] as const
    return [
      straight([[x1, y1 + under], [x1, y]], look),
      straight([[x2, y2 + under], [x2, y]], look),
      straight([[...line[0]], [...line[1]]], look),
      ...(kind === 'separated' ? slashes([[...line[0]], [...line[1]]], 1, {}, 0.28) : kind === 'divorced' ? slashes([[...line[0]], [...line[1]]], 2, {}, 0.28) : []),
    ]
  })
  const families = new Map<string, Family>()
  for (const [child, own] of parents) {
    const couple = drawn.find(({ from, to }) => own.some(tie => tie.from === from) && own.some(tie => tie.from === to))
    const lone = own.map(tie => tie.from)
    const key = couple?.id ?? lone.join('+')
    const hang = couple ? middleOf(couple, at, bracket + (depth.get(couple.id) ?? 0) * 5) : [at(lone[0]!)[0], at(lone[0]!)[1] + under] as Point
    const family = families.get(key) ?? { from: hang, children: [] }
    family.children.push({ at: at(child), adopted: own.some(({ kind }) => kind === 'adopted') })
    families.set(key, family)
    if (!couple)
      lone.slice(1).forEach(other => shapes.push(straight(between(at(other), at(child), half, half), { dash: [1.5, 2.5] })))
  }
  for (const { from: [x, y], children, level } of leveled([...families.values()])) {
    const bar = Math.min(...children.map(child => child.at[1])) - half - 10 - level * step
    const xs = [x, ...children.map(child => child.at[0])]
    shapes.push(straight([[x, y], [x, bar]], { weight: 1.4 }), straight([[Math.min(...xs), bar], [Math.max(...xs), bar]], { weight: 1.4 }))
    for (const child of children)
      shapes.push(straight([[child.at[0], bar], [child.at[0], child.at[1] - half]], child.adopted ? { dash: [4, 3], weight: 1.4 } : { weight: 1.4 }))
  }
  return shapes
}

interface Family { readonly from: Point, readonly children: { readonly at: Point, readonly adopted: boolean }[] }

/** Of two bars above the same row that overlap, one hangs higher. */
function leveled(families: readonly Family[]): (Family & { readonly level: number })[] {
  const spanOf = ({ from, children }: Family): readonly [row: number, left: number, right: number] => {
    const xs = [from[0], ...children.map(({ at }) => at[0])]
    return [Math.min(...children.map(({ at }) => at[1])), Math.min(...xs), Math.max(...xs)]
  }
  const made: (Family & { readonly level: number })[] = []
  for (const family of families) {
    const [row, left, right] = spanOf(family)
    const taken = new Set(made.flatMap((other) => {
      const [otherRow, otherLeft, otherRight] = spanOf(other)
      return otherRow === row && otherLeft <= right && left <= otherRight ? [other.level] : []
    }))
    let level = 0
    while (taken.has(level))
      level++
    made.push({ ...family, level })
  }
  return made
}

const middleOf = ({ from, to }: MapTie, at: (id: string) => Point, below: number): Point =>
  [(at(from)[0] + at(to)[0]) / 2, Math.max(at(from)[1], at(to)[1]) + below]

/** How far from its middle a line to somebody else leaves a person: past the symbol, downwards past the words below it too. */
function leaves([x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [across, down] = [Math.abs(x2 - x1) / length, (y2 - y1) / length]
  return down > 0 ? Math.max(half + 3, Math.min(under / down, wordsHalf / across)) : half + 3
}

/** How they get on: told by the shape of the line, not by its colour. */
function feelings(ties: readonly MapTie[], at: (id: string) => Point): Shape[] {
  return ties.flatMap(({ from, to, kind }): Shape[] => {
    const line = between(at(from), at(to), leaves(at(from), at(to)), leaves(at(to), at(from)))
    switch (kind) {
      case 'close': return parallel(line, 2, { stroke: 'likely', weight: 1.3 })
      case 'distant': return [straight(line, { dash: [2, 4], weight: 1.2 })]
      case 'conflict': return [zigzag(line, { stroke: 'crisis', weight: 1.2 })]
      case 'violence': return [zigzag(line, { stroke: 'crisis', weight: 2.2 }), arrowHead(line, 'crisis')]
      case 'cut-off': return [straight(line, { weight: 1.2, dash: [5, 4] }), ...slashes(line, 2, { weight: 1.6 })]
      case 'cares-for': return [straight(line, { stroke: 'accent', weight: 1.8 }), arrowHead(line, 'accent')]
      default: return []
    }
  })
}

/** One frame where nobody else stands within it, else a ring around each. */
function togetherFrame(people: readonly MapPerson[], placed: ReadonlyMap<string, Placed>, at: (id: string) => Point): Shape[] {
  const home = people.filter(({ together }) => together)
  if (home.length === 0)
    return []
  const points = home.map(({ id }) => at(id))
  const box = { left: Math.min(...points.map(([x]) => x)) - 30, right: Math.max(...points.map(([x]) => x)) + 30, top: Math.min(...points.map(([, y]) => y)) - 28, bottom: Math.max(...points.map(([, y]) => y)) + 44 }
  const stranger = people.some(({ id, together }) => {
    const [x, y] = at(id)
    return !together && placed.has(id) && x > box.left - half && x < box.right + half && y > box.top - half && y < box.bottom + half
  })
  return stranger
    ? points.map(([x, y]): Shape => ({ shape: 'rect', x: x - 26, y: y - 26, width: 52, height: 70, radius: 14, ...household }))
    : [{ shape: 'rect', x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top, radius: 16, ...household }]
}
