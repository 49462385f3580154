/** Lays a definition out by pdfmake, with our words and with the structure that its nodes name. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { LaidOutNodes, LayoutNode, Line, Page, PdfDocument, TableRow } from './pdfmake-parts.ts'
import type { Element, Tag } from './structure.ts'
import { MeasuredWords } from '../letters/measured-words.ts'
import { LayoutBuilder, normalizePageMargin, normalizePageSize, SVGMeasure, tableLayouts } from './pdfmake-parts.ts'
import { artifact, isGroup, newElement, tagOf, within } from './structure.ts'

/** Lays pages out with the typefaces of a document; nothing is written yet. */
export function pagesOf(definition: TDocumentDefinitions, document: PdfDocument): Page[] {
  const layout = new Layout(definition, document)
  const pages = layout.layoutDocument(definition.content, document, definition.styles ?? {}, definition.defaultStyle ?? {}, definition.background, definition.header, definition.footer, definition.watermark, undefined)
  if (definition.pageBreakBefore)
    layout.tell(definition.pageBreakBefore)
  return pages
}

type Node = Parameters<NonNullable<TDocumentDefinitions['pageBreakBefore']>>[0]

class Layout extends LayoutBuilder {
  private readonly document: PdfDocument
  private laidOut: LaidOutNodes | undefined
  /** What is laid out now. */
  private element: Element

  constructor({ pageSize, pageOrientation, pageMargins }: TDocumentDefinitions, document: PdfDocument) {
    super(normalizePageSize(pageSize, pageOrientation), normalizePageMargin(pageMargins), new SVGMeasure())
    this.document = document
    this.element = newElement({ role: 'Part' })
    // Laid out in vain, a part stays empty and is not written.
    document.parts.push(this.element)
    this.registerTableLayouts(tableLayouts)
  }

  override tryLayoutDocument(...rest: unknown[]): LaidOutNodes {
    this.docMeasure.textInlines = new MeasuredWords(this.document)
    return this.laidOut = super.tryLayoutDocument(...rest)
  }

  override processNode(node: LayoutNode, ...rest: unknown[]): void {
    const tag = tagOf(node) ?? (node.text === undefined || !isGroup(this.element) ? undefined : { role: 'P' as const })
    this.inside(tag, () => super.processNode(node, ...rest))
  }

  /** Of tables that say that they are some: others only set things side by side. */
  override processRow(row: TableRow): unknown {
    const { tableNode, cells, rowIndex } = row
    if (!tableNode || tagOf(tableNode)?.role !== 'Table')
      return super.processRow(row)
    const role = rowIndex < (tableNode.table?.headerRows ?? 0) ? 'TH' : 'TD'
    for (const cell of cells) {
      if (!cell._span)
        Object.assign(cell, { tag: { role } })
    }
    return this.inside({ role: 'TR' }, () => super.processRow(row))
  }

  override processCanvas(node: LayoutNode): void {
    if (this.element.role === 'Figure') {
      for (const vector of node.canvas)
        vector.element = this.element
    }
    super.processCanvas(node)
  }

  override processImage(node: LayoutNode): void {
    if (this.element.role === 'Figure')
      node.element = this.element
    super.processImage(node)
  }

  override buildNextLine(node: LayoutNode): Line | null {
    const line = super.buildNextLine(node)
    if (line)
      line.element = this.element
    return line
  }

  override addHeadersAndFooters(header: unknown, footer: unknown): void {
    this.inside({ role: 'Artifact' }, () => super.addHeadersAndFooters(header, footer))
  }

  private inside<Done>(tag: Tag | undefined, layOut: () => Done): Done {
    const around = this.element
    if (tag && around !== artifact)
      this.element = within(around, tag)
    const done = layOut()
    this.element = around
    return done
  }

  /**
   * Tells of the texts with an id where they came to stand, as pdfmake's `pageBreakBefore` would of every node: that
   * alone takes it a third of the time of a layout. The page is never broken by it.
   */
  tell(ask: NonNullable<TDocumentDefinitions['pageBreakBefore']>): void {
    const named = (this.laidOut?.linearNodeList ?? []).flatMap(({ id, positions }) => id === undefined || positions.length === 0 ? [] : [{ id, pageNumbers: [...new Set(positions.map(({ pageNumber }) => pageNumber))] }])
    const on = (page: number, among: typeof named): Node[] => among.filter(({ pageNumbers }) => pageNumbers.includes(page)) as unknown as Node[]
    named.forEach((node, place) => {
      const page = node.pageNumbers[0] ?? 0
      ask(node as unknown as Node, {
        getFollowingNodesOnPage: () => on(page, named.slice(place + 1)),
        getNodesOnNextPage: () => on(page + 1, named.slice(place + 1)),
        getPreviousNodesOnPage: () => on(page, named.slice(0, place)),
      })
    })
  }
}
