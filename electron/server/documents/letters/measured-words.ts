/**
 * Measures the words of a text for the lines they will stand in; in place of pdfmake's own `TextInlines`.
 *
 * pdfmake asks for every property of every word through all the nodes around it, and lays out every word anew. Here the look
 * of a text is found once, and a word that was measured in any document before is not measured again (`shaped-words.ts`).
 * What comes out is the same, to the last field; what is not done here goes to pdfmake.
 */
import type { DocumentFont, Inline, Measured, PdfDocument, StyleStack } from '../pages/pdfmake-parts.ts'
import { TextBreaker, TextInlines } from '../pages/pdfmake-parts.ts'
import { BoundedMap } from './bounded-map.ts'
import { shapedWord } from './shaped-words.ts'

/** What pdfmake gives a text whose nodes say nothing else. */
const unsaid = {
  font: 'Roboto',
  bold: false,
  italics: false,
  alignment: 'left',
  fontSize: 12,
  lineHeight: 1,
  fontFeatures: null,
  characterSpacing: 0,
  color: 'black',
  decoration: null,
  decorationColor: null,
  decorationStyle: null,
  decorationThickness: null,
  background: null,
  link: null,
  linkToPage: null,
  linkToDestination: null,
  noWrap: null,
  opacity: 1,
  sup: false,
  sub: false,
}
type Look = typeof unsaid & { readonly noWrap: boolean | null }

/** Properties of which pdfmake makes more than a look. */
const beyond = new Set(['style', 'leadingIndent', 'preserveLeadingSpaces', 'preserveTrailingSpaces', 'wordBreak', 'fontFeatures', 'sup', 'sub', '_textRef'])
const isSaid = (value: unknown): boolean => value !== undefined && value !== null

interface Run { readonly look: Look, readonly font: DocumentFont, readonly height: number }
interface Item { readonly text: string, readonly own: object | undefined }

export class MeasuredWords extends TextInlines {
  /** Looks by the node that says them and the look around it; for this document only. */
  private readonly looks = new Map<object, { readonly around: Look | undefined, readonly look: Look | undefined }>()
  private readonly runs = new Map<Look, Run>()

  constructor(document: PdfDocument) {
    super(document)
  }

  override buildInlines(texts: unknown, style: StyleStack): Measured {
    const items = itemsOf(texts)
    const around = this.lookOf(style)
    const looks = items?.map(({ own }) => own ? this.within(around, own) : around)
    if (!items || !looks?.every(look => look !== undefined))
      return super.buildInlines(texts, style)
    return extent(this.inlinesOf(items, looks), around?.noWrap ?? false)
  }

  private inlinesOf(items: readonly Item[], looks: readonly Look[]): Inline[] {
    const inlines: Inline[] = []
    let last: string | undefined
    for (const [place, { text, own }] of items.entries()) {
      const look = looks[place]!
      const words = look.noWrap ? [{ text }] : breaksOf(text)
      const first = words[0]
      if (last !== undefined && first && breaksOf(last + (look.noWrap ? breaksOf(first.text)[0]?.text : first.text)).length === 1 && inlines.length > 0)
        inlines.at(-1)!.noNewLine = true
      const run = this.runOf(look)
      for (const word of words)
        inlines.push(inlineOf(word, run, own))
      const end = words.at(-1)
      last = place + 1 < items.length && end && !end.lineEnd ? (look.noWrap ? breaksOf(end.text).at(-1)?.text : end.text) : undefined
    }
    return inlines
  }

  private runOf(look: Look): Run {
    let run = this.runs.get(look)
    if (!run) {
      const font = this.pdfDocument.provideFont(look.font, look.bold, look.italics)
      this.runs.set(look, run = { look, font, height: font.lineHeight(look.fontSize) * look.lineHeight })
    }
    return run
  }

  /** @returns nothing where a named style or a property of pdfmake's own is in play */
  private lookOf({ defaultStyle, styleOverrides }: StyleStack): Look | undefined {
    let look = this.within(unsaid, defaultStyle)
    for (const node of styleOverrides)
      look = typeof node === 'string' ? undefined : this.within(look, node)
    return look
  }

  private within(around: Look | undefined, node: object): Look | undefined {
    const known = this.looks.get(node)
    if (known && known.around === around)
      return known.look
    const look = around && said(around, node as Readonly<Record<string, unknown>>)
    this.looks.set(node, { around, look })
    return look
  }
}

/** @returns the look around where the node says nothing else, so that looks which are the same are one */
function said(around: Look, node: Readonly<Record<string, unknown>>): Look | undefined {
  let look: Record<string, unknown> | undefined
  for (const key in node) {
    if (!isSaid(node[key]))
      continue
    if (beyond.has(key))
      return undefined
    if (key in unsaid && node[key] !== (look ?? around as Readonly<Record<string, unknown>>)[key])
      (look ??= { ...around })[key] = node[key]
  }
  return (look ?? around) as Look
}

/** Texts within texts, one after the other; a text's own look and what else stands in it stay with it. */
function itemsOf(texts: unknown): Item[] | undefined {
  if (Array.isArray(texts)) {
    const items = texts.map(itemsOf)
    return items.includes(undefined) ? undefined : items.flatMap(each => each ?? [])
  }
  if (typeof texts === 'string')
    return [{ text: texts, own: undefined }]
  if (typeof texts !== 'object' || texts === null || !('text' in texts))
    return undefined
  if (Array.isArray(texts.text))
    return itemsOf(texts.text)
  return typeof texts.text === 'string' ? [{ text: texts.text, own: texts }] : undefined
}

interface Piece { readonly text: string, readonly lineEnd?: boolean }

/** Where a text may break, kept from document to document; most sentences of a guide are the catalogue's. */
const TEXTS = 2000
const breaks = new BoundedMap<string, readonly Piece[]>(TEXTS)

function breaksOf(text: string): readonly Piece[] {
  let pieces = breaks.get(text)
  if (!pieces)
    breaks.set(text, pieces = new TextBreaker().getBreaks([text]))
  return pieces
}

function inlineOf({ text, lineEnd }: Piece, run: Run, own: object | undefined): Inline {
  const { look, font, height } = run
  const scale = look.fontSize / 1000
  const { width, leading, trailing } = shapedWord(font.font, text)
  const inline = {
    text,
    width: width * scale + look.characterSpacing * (text.length - 1),
    height,
    leadingCut: leading * scale,
    trailingCut: trailing * scale,
    font,
    alignment: look.alignment,
    fontSize: look.fontSize,
    fontFeatures: look.fontFeatures,
    characterSpacing: look.characterSpacing,
    color: look.color,
    decoration: look.decoration,
    decorationColor: look.decorationColor,
    decorationStyle: look.decorationStyle,
    decorationThickness: look.decorationThickness,
    background: look.background,
    link: look.link,
    linkToPage: look.linkToPage,
    linkToDestination: look.linkToDestination,
    noWrap: look.noWrap,
    opacity: look.opacity,
    sup: look.sup,
    sub: look.sub,
    run,
    ...(lineEnd ? { lineEnd } : {}),
  }
  return own ? withOwn(inline, own) : inline
}

/** References to pages and the like, which pdfmake looks for in each word. */
function withOwn(inline: Inline, own: object): Inline {
  for (const [key, value] of Object.entries(own)) {
    if (key !== 'text' && !(key in inline))
      (inline as unknown as Record<string, unknown>)[key] = value
  }
  return inline
}

function extent(items: Inline[], noWrap: boolean): Measured {
  let minWidth = 0
  let maxWidth = 0
  let line: { width: number, readonly cut: number } | undefined
  for (const { width, leadingCut, trailingCut, lineEnd } of items) {
    minWidth = Math.max(minWidth, width - leadingCut - trailingCut)
    line ??= { width: 0, cut: leadingCut }
    line.width += width
    maxWidth = Math.max(maxWidth, line.width - line.cut - trailingCut)
    if (lineEnd)
      line = undefined
  }
  return { items, minWidth: noWrap ? maxWidth : minWidth, maxWidth }
}
