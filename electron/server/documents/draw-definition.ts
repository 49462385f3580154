/**
 * From pdfmake's terms to the bytes of a PDF, by pdfmake's layout and our own measuring and writing.
 *
 * Nothing is opened: the typefaces come from memory, and pictures stand in the definition itself.
 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { FontName } from './kept-fonts.ts'
import type { LaidOutNodes, Page, PdfDocument } from './pdfmake-parts.ts'
import { Buffer } from 'node:buffer'
import { tokenOf } from './kept-fonts.ts'
import { MeasuredWords } from './measured-words.ts'
import { PaintedPages } from './paint-pages.ts'
import { LayoutBuilder, normalizePageMargin, normalizePageSize, PDFDocument, SVGMeasure, tableLayouts } from './pdfmake-parts.ts'

/** Pages that are laid out and not yet written: whether they will do can be seen before. */
export interface LaidOut {
  readonly pages: number
  readonly write: () => Promise<Uint8Array>
}

const face = (normal: FontName, bold: FontName) => ({ normal: tokenOf(normal), bold: tokenOf(bold) })

type Node = Parameters<NonNullable<TDocumentDefinitions['pageBreakBefore']>>[0]

class Layout extends LayoutBuilder {
  private readonly document: PdfDocument
  private laidOut: LaidOutNodes | undefined

  constructor(pageSize: object, margins: object, document: PdfDocument) {
    super(pageSize, margins, new SVGMeasure())
    this.document = document
    this.registerTableLayouts(tableLayouts)
  }

  override tryLayoutDocument(...rest: unknown[]): LaidOutNodes {
    this.docMeasure.textInlines = new MeasuredWords(this.document)
    return this.laidOut = super.tryLayoutDocument(...rest)
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

export function layOut(definition: TDocumentDefinitions): LaidOut {
  const document = openDocument(definition, { pagesAtEnd: true })
  const pages = pagesOf(definition, document)
  return { pages: pages.length, write: () => bytesOf(document, () => new PaintedPages(document).paintAtEnd(pages)) }
}

/**
 * A file without pages, with the title and language of the definition.
 *
 * @param way `pagesAtEnd` keeps all pages until the file is ended, else each goes when the next one begins
 * @param way.pagesAtEnd
 */
export function openDocument(definition: TDocumentDefinitions, { pagesAtEnd = false }: { readonly pagesAtEnd?: boolean } = {}): PdfDocument {
  const { width, height } = normalizePageSize(definition.pageSize, definition.pageOrientation)
  return new PDFDocument(fonts(), {}, {}, {}, {
    size: [width, height],
    pdfVersion: definition.version,
    displayTitle: definition.displayTitle,
    lang: definition.language,
    autoFirstPage: false,
    bufferPages: pagesAtEnd,
    font: null,
    info: infoOf(definition.info),
  }, null, () => false)
}

/** Lays pages out with the typefaces of a document; nothing is written yet. */
export function pagesOf(definition: TDocumentDefinitions, document: PdfDocument): Page[] {
  const layout = new Layout(normalizePageSize(definition.pageSize, definition.pageOrientation), normalizePageMargin(definition.pageMargins), document)
  const pages = layout.layoutDocument(definition.content, document, definition.styles ?? {}, definition.defaultStyle ?? {}, definition.background, definition.header, definition.footer, definition.watermark, undefined)
  if (definition.pageBreakBefore)
    layout.tell(definition.pageBreakBefore)
  return pages
}

const fonts = () => ({
  Pretendard: face('pretendard-regular', 'pretendard-bold'),
  Hanja: face('hanja-regular', 'hanja-bold'),
  Chinese: face('chinese-regular', 'chinese-bold'),
})

const infoOf = (info: TDocumentDefinitions['info'] = {}): Record<string, unknown> =>
  ({ Producer: 'pdfmake', ...Object.fromEntries(Object.entries(info).map(([key, value]) => [key[0]!.toUpperCase() + key.slice(1), value])) })

/** The file, once everything that `paint` paints is in it. @throws what pdfkit throws of a picture that is none */
export async function bytesOf(document: PdfDocument, paint: () => void | Promise<void>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve) => {
    document.on('data', chunk => chunks.push(chunk))
    document.on('end', resolve)
  })
  await paint()
  document.end()
  await ended
  return Buffer.concat(chunks)
}
