/**
 * From pdfmake's terms to the bytes of a PDF, by pdfmake's layout and our own measuring and writing.
 *
 * Nothing is opened: the typefaces come from memory, and pictures stand in the definition itself.
 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { FontName } from '../letters/kept-fonts.ts'
import type { PdfDocument } from '../pages/pdfmake-parts.ts'
import type { Element } from '../pages/structure.ts'
import { Buffer } from 'node:buffer'
import { tokenOf } from '../letters/kept-fonts.ts'
import { pagesOf } from '../pages/lay-out-pages.ts'
import { PaintedPages } from '../pages/paint-pages.ts'
import { normalizePageSize, PDFDocument } from '../pages/pdfmake-parts.ts'
import { writeStructure } from '../pages/structure.ts'

export { pagesOf } from '../pages/lay-out-pages.ts'

/** Pages that are laid out and not yet written: whether they will do can be seen before. */
export interface LaidOut {
  readonly pages: number
  readonly write: () => Promise<Uint8Array>
}

const face = (normal: FontName, bold: FontName) => ({ normal: tokenOf(normal), bold: tokenOf(bold) })

export function layOut(definition: TDocumentDefinitions): LaidOut {
  const document = openDocument(definition, { pagesAtEnd: true })
  const pages = pagesOf(definition, document)
  return { pages: pages.length, write: () => bytesOf(document, () => new PaintedPages(document).paintAtEnd(pages)) }
}

class Paper extends PDFDocument {
  readonly parts: Element[] = []

  // pdfkit writes already while it is made, before fields would be set.
  declare private written: string | undefined

  /** Thousands of small pieces, the structure above all, go into the stream as few. pdfkit writes texts as Latin-1. */
  _write(piece: string | Buffer): void {
    if (typeof piece === 'string') {
      this.written = `${this.written ?? ''}${piece}\n`
      this._offset += piece.length + 1
    }
    else {
      this.pushWritten()
      super.push(piece)
      this._offset += piece.length
    }
  }

  override push(piece: Uint8Array | null): boolean {
    if (piece === null)
      this.pushWritten()
    return super.push(piece)
  }

  private pushWritten(): void {
    if (this.written)
      super.push(Buffer.from(this.written, 'latin1'))
    this.written = undefined
  }

  /** Without XMP: pdfkit would write the title into it as if it were XML. Title and language stand in the file itself. */
  endMetadata(): void {}
}

/**
 * A file without pages, with the title and language of the definition.
 *
 * @param way `pagesAtEnd` keeps all pages until the file is ended, else each goes when the next one begins
 * @param way.pagesAtEnd
 */
export function openDocument(definition: TDocumentDefinitions, { pagesAtEnd = false }: { readonly pagesAtEnd?: boolean } = {}): PdfDocument {
  const { width, height } = normalizePageSize(definition.pageSize, definition.pageOrientation)
  return new Paper(fonts(), {}, {}, {}, {
    size: [width, height],
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: definition.displayTitle,
    lang: definition.language,
    autoFirstPage: false,
    bufferPages: pagesAtEnd,
    font: null,
    info: infoOf(definition.info),
  }, null, () => false)
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
  writeStructure(document, document.parts)
  document.end()
  await ended
  return Buffer.concat(chunks)
}
