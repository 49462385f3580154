/**
 * From pdfmake's terms to the bytes of a PDF, by pdfmake's layout and our own measuring and writing.
 *
 * Nothing is opened: the typefaces come from memory, and pictures stand in the definition itself.
 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { FontName } from './kept-fonts.ts'
import type { Page, PdfDocument } from './pdfmake-parts.ts'
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

class Layout extends LayoutBuilder {
  private readonly document: PdfDocument

  constructor(pageSize: object, margins: object, document: PdfDocument) {
    super(pageSize, margins, new SVGMeasure())
    this.document = document
    this.registerTableLayouts(tableLayouts)
  }

  override tryLayoutDocument(...rest: unknown[]): { readonly pages: Page[] } {
    this.docMeasure.textInlines = new MeasuredWords(this.document)
    return super.tryLayoutDocument(...rest)
  }
}

export function layOut(definition: TDocumentDefinitions): LaidOut {
  const size = normalizePageSize(definition.pageSize, definition.pageOrientation)
  const document = new PDFDocument(fonts(), {}, {}, {}, {
    size: [size.width, size.height],
    pdfVersion: definition.version,
    displayTitle: definition.displayTitle,
    lang: definition.language,
    autoFirstPage: false,
    font: null,
    info: infoOf(definition.info),
  }, null, () => false)
  const pages = new Layout(size, normalizePageMargin(definition.pageMargins), document)
    .layoutDocument(definition.content, document, definition.styles ?? {}, definition.defaultStyle ?? {}, definition.background, definition.header, definition.footer, definition.watermark, definition.pageBreakBefore)
  return { pages: pages.length, write: () => write(document, pages) }
}

const fonts = () => ({
  Pretendard: face('pretendard-regular', 'pretendard-bold'),
  Hanja: face('hanja-regular', 'hanja-bold'),
  Chinese: face('chinese-regular', 'chinese-bold'),
})

const infoOf = (info: TDocumentDefinitions['info'] = {}): Record<string, unknown> =>
  ({ Producer: 'pdfmake', ...Object.fromEntries(Object.entries(info).map(([key, value]) => [key[0]!.toUpperCase() + key.slice(1), value])) })

function write(document: PdfDocument, pages: readonly Page[]): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    document.on('data', chunk => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    new PaintedPages(document).renderPages(pages)
    document.end()
  })
}
