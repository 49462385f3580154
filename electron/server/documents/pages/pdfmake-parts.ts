/**
 * The pieces of pdfmake that we drive ourselves, with the few members of each that we touch.
 *
 * pdfmake measures every word of every document anew and writes each into the file by itself; our pieces (`measured-words`,
 * `paint-pages`) take the place of those two, everything else is pdfmake's. Its version is pinned in package.json.
 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { GlyphSubset } from '../letters/font-subset.ts'
import type { Font } from '../letters/kept-fonts.ts'
import type { Element } from './structure.ts'
import { createRequire } from 'node:module'

/** A font in one document: pdfkit's `EmbeddedFont`. Lengths in thousandths of the size of the type. */
export interface DocumentFont {
  readonly id: string
  readonly font: Font
  readonly ascender: number
  readonly subset: GlyphSubset
  /** By place in the subset: width, and the letters that the glyph stands for. */
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  readonly lineHeight: (size: number) => number
  readonly ref: () => unknown
}

/** A word, or a piece of one, as it goes into lines; everything in points. */
export interface Inline {
  text: string
  width: number
  readonly height: number
  leadingCut: number
  readonly trailingCut: number
  /** From the left end of the line; known once it stands in one. */
  x?: number
  lineEnd?: boolean
  noNewLine?: boolean
  readonly font: DocumentFont
  readonly fontSize: number
  readonly color: string
  /** What it shares with the words beside it; absent where pdfmake measured it. */
  readonly run?: object
}

export interface Line {
  readonly x: number
  readonly y: number
  readonly inlines: readonly Inline[]
  readonly id?: string
  readonly _outline?: object
  readonly _pageNodeRef?: object
  /** What it is a line of; without one it adorns the page. */
  element?: Element
  readonly getHeight: () => number
  readonly getAscenderHeight: () => number
}

/** An element of a canvas, or a line of a table, at its place on the page. */
export interface Vector {
  readonly type: string
  readonly lineWidth?: number
  readonly lineColor?: string
  readonly color?: unknown
  readonly dash?: { readonly length: number, readonly space?: number, readonly phase?: number }
  readonly lineJoin?: 'miter' | 'round' | 'bevel'
  readonly lineCap?: 'butt' | 'round' | 'square'
  readonly fillOpacity?: number
  readonly strokeOpacity?: number
  readonly linearGradient?: unknown
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly r?: number
  readonly r1: number
  readonly r2: number
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly points: readonly { readonly x: number, readonly y: number }[]
  readonly closePath?: boolean
  /** Operators that draw what stands in a box of ours, from its upper left corner. */
  readonly strokes?: string
  element?: Element
}

export interface Page {
  readonly pageSize: { readonly width: number, readonly height: number }
  readonly items: readonly ({ readonly type: 'line', readonly item: Line } | { readonly type: 'vector', readonly item: Vector } | { readonly type: 'other', readonly item: unknown })[]
  readonly watermark?: unknown
}

/** pdfkit's document with what pdfmake adds to it. */
interface KitDocument {
  readonly page: { readonly fonts: Record<string, unknown>, readonly content: Reference, readonly dictionary: Reference, readonly structParentTreeKey: number }
  readonly addPage: (options: { readonly size: readonly [number, number] }) => void
  readonly addContent: (operators: string) => void
  readonly save: () => void
  readonly restore: () => void
  readonly provideFont: (family: string, bold: boolean, italics: boolean) => DocumentFont
  readonly ref: (data: object) => Reference
  readonly getStructTreeRoot: () => Reference
  /** By page what each of its marked pieces belongs to. */
  readonly getStructParentTree: () => { readonly get: (page: number) => unknown[] }
  readonly end: () => void
  readonly on: { (event: 'data', listener: (chunk: Uint8Array) => void): void, (event: 'end' | 'pageAdded', listener: () => void): void }
  _pdfMakePages?: readonly Page[]
  /** How many bytes were written. */
  _offset: number
  push(piece: Uint8Array | null): boolean
}

export interface PdfDocument extends KitDocument {
  /** What was laid out for it, in the order in which it is read. */
  readonly parts: Element[]
}

/** An object of the file: pdfkit's `PDFReference`. */
export interface Reference {
  readonly data: Record<string, unknown>
  buffer: Uint8Array[]
  compress: boolean
  readonly end: () => void
}

export interface StyleStack {
  readonly defaultStyle: object
  /** A text is the name of a style. */
  readonly styleOverrides: readonly (object | string)[]
}

export interface Measured { readonly items: Inline[], readonly minWidth: number, readonly maxWidth: number }

export interface LaidOutNodes {
  readonly pages: Page[]
  readonly linearNodeList: readonly { readonly id?: string, readonly positions: readonly { readonly pageNumber: number }[] }[]
}

interface TextInlinesOf { readonly pdfDocument: PdfDocument, buildInlines(texts: unknown, style: StyleStack): Measured }
/** A node of a definition, on its way through the layout. */
export interface LayoutNode { readonly text?: unknown, readonly canvas: readonly Vector[], readonly table?: { readonly headerRows?: number }, element?: Element }
export interface TableRow { readonly cells: readonly (LayoutNode & { readonly _span?: boolean })[], readonly tableNode?: LayoutNode, readonly rowIndex: number }

interface LayoutBuilderOf {
  docMeasure: { textInlines: unknown }
  registerTableLayouts(layouts: object): void
  layoutDocument(content: unknown, document: PdfDocument, styles: object, defaultStyle: object, background: unknown, header: unknown, footer: unknown, watermark: unknown, pageBreakBefore: unknown): Page[]
  tryLayoutDocument(...rest: unknown[]): LaidOutNodes
  processNode(node: LayoutNode, ...rest: unknown[]): void
  processRow(row: TableRow): unknown
  processCanvas(node: LayoutNode): void
  processImage(node: LayoutNode): void
  buildNextLine(node: LayoutNode): Line | null
  addHeadersAndFooters(header: unknown, footer: unknown): void
}
interface RendererOf {
  readonly pdfDocument: PdfDocument
  renderPages(pages: readonly Page[]): void
  renderLine(line: Line, x: number, y: number): void
  renderVector(vector: Vector): void
  renderImage(image: unknown): void
  renderSVG(picture: unknown): void
  beginClip(room: unknown): void
  endClip(): void
  beginVerticalAlignment(cell: unknown): void
  endVerticalAlignment(cell: unknown): void
  renderWatermark(page: Page): void
}

type Fonts = Readonly<Record<string, { readonly normal: unknown, readonly bold: unknown }>>

const fromHere = createRequire(import.meta.url)
const part = <Part>(file: string): Part => (fromHere(`pdfmake/js/${file}.js`) as { default: Part }).default

export const TextInlines = part<new (document: PdfDocument) => TextInlinesOf>('TextInlines')
export const TextBreaker = part<new () => { readonly getBreaks: (texts: readonly string[]) => { readonly text: string, readonly lineEnd?: boolean }[] }>('TextBreaker')
export const LayoutBuilder = part<new (pageSize: object, margins: object, svg: object) => LayoutBuilderOf>('LayoutBuilder')
export const Renderer = part<new (document: PdfDocument) => RendererOf>('Renderer')
export const PDFDocument = part<new (fonts: Fonts, images: object, patterns: object, attachments: object, options: object, files: null, mayOpen: (path: string) => boolean) => KitDocument>('PDFDocument')
export const SVGMeasure = part<new () => object>('SVGMeasure')
export const { tableLayouts } = fromHere('pdfmake/js/tableLayouts.js') as { tableLayouts: object }
export const { normalizePageSize, normalizePageMargin } = fromHere('pdfmake/js/PageSize.js') as {
  normalizePageSize: (size: TDocumentDefinitions['pageSize'], orientation?: string) => Page['pageSize']
  normalizePageMargin: (margins: TDocumentDefinitions['pageMargins']) => object
}
