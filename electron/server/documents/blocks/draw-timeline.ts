/** The years to come as lanes: what stands at the left, bars at its right over thin lines of the years. */
import type { CanvasElement, Content, ContentText, TableCell } from 'pdfmake/interfaces'
import type { Block, Mark } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { ink } from '../paper.ts'
import { words } from './draw-words.ts'
import { markIcon, markInk } from './vectors.ts'

type TimelineBlock = Extract<Block, { kind: 'timeline' }>
type Lane = TimelineBlock['lanes'][number]

/** The part of the width that the names have. */
const NAMES = 0.36
const GAP = 8

export function drawTimeline({ caption, years, lanes, legend }: TimelineBlock, { sizes, width, format: { fills } }: Pen): Content {
  const names = width * NAMES
  const field = width - names - GAP
  const height = sizes.table * 1.1
  const rows: TableCell[][] = lanes.flatMap(lane => [
    ...(lane.who ? [[{ ...words(lane.who), bold: true, fontSize: sizes.table, color: ink.heading, colSpan: 2, margin: [0, sizes.gap * 0.6, 0, 0] } as TableCell, {}]] : []),
    [
      { ...words(lane.label), fontSize: sizes.table, margin: [sizes.gap, 0, GAP, 0] },
      { canvas: laneOf(lane, years, field, height, fills), margin: [0, sizes.table * 0.12, 0, 0] },
    ],
  ])
  return {
    stack: [
      {
        table: { widths: [names, field], dontBreakRows: true, headerRows: 1, body: [[{ ...words(caption), fontSize: sizes.meta, color: ink.meta }, yearLabels(years, field, sizes.meta)], ...rows] },
        layout: bare,
      },
      legendOf(legend, sizes.meta, sizes.gap, fills),
    ],
    unbreakable: true,
    margin: [0, 0, 0, sizes.gap * 1.4],
  }
}

/** Each year's number begins at the line of its first of January. */
function yearLabels(years: TimelineBlock['years'], field: number, fontSize: number): TableCell {
  const starts = years.map(({ at }) => at * field)
  const columns = years.map(({ label }, place) => ({ text: label.slice(2), width: (starts[place + 1] ?? field) - starts[place]!, fontSize, color: ink.meta }))
  return { columns: [{ text: '', width: starts[0] ?? field }, ...columns], columnGap: 0 }
}

function laneOf({ bars, applyFrom }: Lane, years: TimelineBlock['years'], field: number, height: number, fills: boolean): CanvasElement[] {
  return [
    { type: 'line', x1: 0, y1: height / 2, x2: field, y2: height / 2, lineWidth: 0.4, lineColor: ink.rule },
    ...years.map(({ at }): CanvasElement => ({ type: 'line', x1: at * field, y1: 0, x2: at * field, y2: height, lineWidth: 0.3, lineColor: ink.rule })),
    ...bars.flatMap(({ from, to, mark }) => barOf(mark, from * field, Math.max(from * field + 2, to * field), height, fills)),
    ...(applyFrom === undefined ? [] : openingAt(Math.max(0, applyFrom * field - height / 2), height)),
  ]
}

/** Solid where it is likely (a strong frame where nothing is filled), hatched where it has to be asked: told apart without colour. */
function barOf(mark: Mark, from: number, to: number, height: number, fills: boolean): CanvasElement[] {
  const color = markInk[mark]
  const y = height * 0.15
  const h = height * 0.7
  const frame: CanvasElement = { type: 'rect', x: from, y, w: to - from, h, lineWidth: mark === 'likely' && !fills ? 1.3 : 0.7, lineColor: color, color: mark === 'likely' && fills ? color : '#ffffff' }
  if (mark === 'likely')
    return [frame]
  const strokes = Array.from({ length: Math.floor((to - from) / h) }, (_, step): CanvasElement =>
    ({ type: 'line', x1: from + step * h, y1: y + h, x2: from + (step + 1) * h, y2: y, lineWidth: 0.6, lineColor: color }))
  return [frame, ...strokes]
}

/** A clock on a white ground, for it stands where its bar begins. */
const openingAt = (x: number, size: number): CanvasElement[] => [
  { type: 'ellipse', x: x + size / 2, y: size / 2, r1: size * 0.5, r2: size * 0.5, color: '#ffffff', lineWidth: 0 },
  ...moved(markIcon('deadline', size), x, 0),
]

const moved = (drawing: readonly CanvasElement[], x: number, y: number): CanvasElement[] => drawing.map((element) => {
  switch (element.type) {
    case 'ellipse': return { ...element, x: element.x + x, y: element.y + y }
    case 'polyline': return { ...element, points: element.points.map(point => ({ x: point.x + x, y: point.y + y })) }
    default: return element
  }
})

function legendOf(legend: TimelineBlock['legend'], fontSize: number, gap: number, fills: boolean): Content {
  return {
    stack: legend.map(({ mark, text }) => ({
      columns: [
        { canvas: mark === 'deadline' ? markIcon(mark, fontSize) : barOf(mark, 0, fontSize * 2, fontSize, fills), width: fontSize * 2.4, margin: [0, fontSize * 0.2, 0, 0] as [number, number, number, number] },
        { ...words(text), fontSize, color: ink.meta, width: '*' } as ContentText & { width: string },
      ],
    })),
    margin: [0, gap, 0, 0],
  }
}

const bare = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 1,
}
