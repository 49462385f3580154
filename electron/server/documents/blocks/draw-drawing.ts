/** A picture of a sheet in vectors and letters; the letters can be searched and copied, and stand above all lines. */
import type { CanvasElement, Content } from 'pdfmake/interfaces'
import type { Shape, Tone } from '#core/guide/drawing/shapes'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { textSize } from '#core/guide/drawing/shapes'
import { fontRuns } from '../letters/font-runs.ts'
import { measureWords } from '../letters/measure-words.ts'
import { tagged } from '../pages/structure.ts'
import { ink, roomOf } from '../paper.ts'
import { words } from './draw-words.ts'

type DrawingBlock = Extract<Block, { kind: 'drawing' }>
type Text = Extract<Shape, { shape: 'text' }>
type Outlined = Exclude<Shape, Text>

/** Of the room between the margins; the rest is for the heading and the caption. */
const HIGHEST = 0.72

const inkOf: Record<Exclude<Tone, 'none'>, string> = {
  ink: ink.text,
  soft: ink.rule,
  accent: ink.accent,
  likely: ink.likely,
  ask: ink.askFirst,
  crisis: ink.crisis,
  paper: '#ffffff',
}
const colorOf = (tone: Tone): string | undefined => tone === 'none' ? undefined : inkOf[tone]

export function drawDrawing(block: DrawingBlock, pen: Pen): Content {
  const { sizes, width, format } = pen
  const drawn = drawnSize(block, pen)
  const scale = drawn.width / block.width
  const left = (width - drawn.width) / 2
  const outlined = block.shapes.flatMap(shape => shape.shape === 'text' ? [] : [shape])
  const texts = block.shapes.flatMap(shape => shape.shape === 'text' ? [shape] : [])
  return {
    stack: [
      tagged('Figure', { stack: [
        { canvas: outlined.flatMap(shape => vectorOf(shape, scale, format.fills)), relativePosition: { x: left, y: 0 } },
        ...texts.map(text => textOf(text, scale, left)),
        // What is placed takes no room by itself: this holds it.
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 0, y2: drawn.height, lineWidth: 0.01, lineColor: inkOf.paper }] },
      ] }, block.alternative),
      ...(block.caption ? [{ ...words(block.caption), fontSize: sizes.meta, color: ink.meta, margin: [0, sizes.gap * 0.6, 0, 0] as [number, number, number, number] }] : []),
    ],
    unbreakable: true,
    margin: [0, sizes.gap, 0, sizes.gap * 1.4],
  }
}

/** Points. Large print draws larger where there is room; nothing ever leaves the column or the page. */
export function drawnSize({ width, height }: Pick<DrawingBlock, 'width' | 'height'>, pen: Pick<Pen, 'sizes' | 'width' | 'format'>): { readonly width: number, readonly height: number } {
  const scale = Math.min(pen.sizes.body / 11, pen.width / width, roomOf(pen.format) * HIGHEST / height)
  return { width: width * scale, height: height * scale }
}

function vectorOf(shape: Outlined, scale: number, fills: boolean): CanvasElement[] {
  const lineColor = colorOf(shape.stroke ?? 'ink')
  // A faint ground only sets apart; what is filled to say something stays filled on every paper.
  const color = 'fill' in shape && (fills || !('faint' in shape && shape.faint)) ? colorOf(shape.fill ?? 'none') : undefined
  if (!lineColor && !color)
    return []
  const look = {
    lineWidth: (shape.weight ?? 1) * scale,
    ...(lineColor ? { lineColor } : {}),
    ...(color ? { color } : {}),
    ...('faint' in shape && shape.faint ? { fillOpacity: 0.14 } : {}),
    ...(shape.dash ? { dash: { length: shape.dash[0] * scale, space: shape.dash[1] * scale } } : { lineCap: 'round' as const }),
    lineJoin: 'round' as const,
  }
  const along = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x: x * scale, y: y * scale }))
  switch (shape.shape) {
    case 'line': return [{ type: 'line', x1: shape.x1 * scale, y1: shape.y1 * scale, x2: shape.x2 * scale, y2: shape.y2 * scale, ...look }]
    case 'rect': return [{ type: 'rect', x: shape.x * scale, y: shape.y * scale, w: shape.width * scale, h: shape.height * scale, r: (shape.radius ?? 0) * scale, ...look }]
    case 'circle': return [{ type: 'ellipse', x: shape.x * scale, y: shape.y * scale, r1: shape.radius * scale, r2: shape.radius * scale, ...look }]
    case 'polygon': return [{ type: 'polyline', points: along(shape.points), closePath: true, ...look }]
    case 'polyline': return [{ type: 'polyline', points: along(shape.points), ...look }]
  }
}

function textOf({ x, y, text, size = textSize, anchor = 'start', bold = false, tone = 'ink' }: Text, scale: number, left: number): Content {
  const fontSize = size * scale
  const letters = text.normalize('NFC')
  const { width, ascent } = measureWords(letters, bold, fontSize)
  const share = { start: 0, middle: 0.5, end: 1 }[anchor]
  return {
    text: fontRuns(letters).map(run => ({ text: run.text, font: run.font })),
    fontSize,
    bold,
    color: colorOf(tone) ?? inkOf.ink,
    lineHeight: 1,
    noWrap: true,
    relativePosition: { x: left + x * scale - width * share, y: y * scale - ascent },
  }
}
