/**
 * Draws a book into one file, part by part.
 *
 * All parts share the typefaces of one document, so each letter is in the file once. A part without a list of pages is
 * painted as soon as it is laid out and then forgotten; one with a list waits until every page has its number. In which
 * order pages were painted does not matter: the file lists them in their own order at the end.
 */
import type { Book, BookPart } from '#core/guide/book'
import type { DrawnSheet } from './compose-pdf.ts'
import type { Line, Page, PdfDocument } from './pdfmake-parts.ts'
import type { InBook } from './sheet-definition.ts'
import { pageNumbering } from './book-numbering.ts'
import { bytesOf, openDocument, pagesOf } from './draw-definition.ts'
import { isOwnMark } from './draw-groups.ts'
import { hasPageList, putPageNumbers } from './page-numbers.ts'
import { PaintedPages } from './paint-pages.ts'
import { formatOf, MM, TIGHTEST } from './paper.ts'
import { sheetDefinition } from './sheet-definition.ts'

interface OutlineItem { readonly children: OutlineItem[], readonly dictionary: object, readonly outlineData: { Parent?: object } }

/** What of pdfkit's document only a book touches. */
interface BookDocument extends PdfDocument {
  readonly page: PdfDocument['page'] & { readonly dictionary: object }
  readonly outline: OutlineItem
  readonly _root: { readonly data: { readonly Pages: { readonly data: { Kids: object[] } } } }
  readonly translate: (x: number, y: number) => void
  readonly on: PdfDocument['on'] & ((event: 'pageAdded', listener: () => void) => void)
}

interface LaidOutPart { readonly place: number, readonly part: BookPart, readonly first: number, readonly pages: readonly Page[], readonly blank: boolean }

/**
 * @param progress is told of each part that is laid out, of the last one when everything is painted
 * @throws {RangeError} for a book without parts
 */
export async function composeBook(book: Book, progress: (done: number, all: number) => void = () => {}): Promise<DrawnSheet> {
  const [first] = book.parts
  if (!first)
    throw new RangeError('A book has one part at least.')
  const document = openDocument({ ...sheetDefinition({ ...first.sheet, title: book.title, groups: [] }, { onNewPage: new Set(), lonely: () => {}, pages: () => {} }) }) as BookDocument
  let pages = 0
  const pdf = await bytesOf(document, () => { pages = paintParts(book, document, progress) })
  return { pdf, pages }
}

function paintParts({ parts, bound }: Book, document: BookDocument, progress: (done: number, all: number) => void): number {
  const numbering = pageNumbering()
  const anchors = new Map<string, string>()
  const painter = bookPainter(document, bound)
  const waiting: LaidOutPart[] = []
  for (const [place, part] of parts.entries()) {
    const { blank, first, number, end } = numbering.begin(part)
    const pages = settledPages(part, document, { cover: part.numbering === 'none', number: (page, all) => ({ text: number(page, all), left: bound && (first + page) % 2 === 1 }) })
    end(pages.length)
    pages.forEach((page, at) => forLines(page, line => noteAnchor(line, part.numbering === 'own' ? String(at + 1) : number(at + 1, pages.length), anchors)))
    const laidOut: LaidOutPart = { place, part, first, pages, blank }
    if (hasPageList(part.sheet))
      waiting.push(laidOut)
    else
      painter.paint(laidOut)
    if (place + 1 < parts.length)
      progress(place + 1, parts.length)
  }
  for (const laidOut of waiting) {
    laidOut.pages.forEach(page => forLines(page, line => putPageNumbers(line, anchors)))
    painter.paint(laidOut)
  }
  painter.arrange()
  progress(parts.length, parts.length)
  return numbering.pages()
}

/** Laid out anew as long as a heading stands alone; what comes after it moves, so one at a time. */
function settledPages({ sheet }: BookPart, document: PdfDocument, inBook: InBook): readonly Page[] {
  const onNewPage = new Set<number>()
  let tight = 0
  for (;;) {
    let lonely: number | undefined
    const pages = pagesOf(sheetDefinition(sheet, { onNewPage, tight, inBook, pages: () => {}, lonely: (section) => {
      if (!onNewPage.has(section))
        lonely ??= section
    } }), document)
    if (sheet.edition === 'one-page' && pages.length > 1 && tight < TIGHTEST)
      tight += 1
    else if (lonely === undefined)
      return pages
    else
      onNewPage.add(lonely)
  }
}

function forLines(page: Page, tell: (line: Line) => void): void {
  for (const item of page.items) {
    if (item.type === 'line')
      tell(item.item)
  }
}

/** Marks that only laying out needs do not become places in the file. */
function noteAnchor(line: Line & { id?: string | undefined }, number: string, anchors: Map<string, string>): void {
  if (line.id === undefined)
    return
  if (isOwnMark(line.id))
    line.id = undefined
  else if (!anchors.has(line.id))
    anchors.set(line.id, number)
}

/** Points by which a page of a bound book is nearer to its outer edge. */
const innerShift = (paper: 'a4' | 'a5'): number => (paper === 'a5' ? 2 : 3) * MM

function bookPainter(document: BookDocument, bound: boolean) {
  const painter = new PaintedPages(document)
  const painted: { readonly at: number, readonly page: object }[] = []
  const outlines: { readonly place: number, readonly items: readonly OutlineItem[] }[] = []
  let shift = 0
  document.on('pageAdded', () => {
    if (shift !== 0)
      document.translate(shift, 0)
  })
  const paintPage = (page: Page, at: number): void => {
    painter.renderPages([page])
    painted.push({ at, page: document.page.dictionary })
  }
  return {
    paint({ place, part, first, pages, blank }: LaidOutPart): void {
      const before = document.outline.children.length
      if (blank) {
        const { width, height } = formatOf(part.sheet)
        shift = 0
        paintPage({ pageSize: { width, height }, items: [] }, first - 1)
      }
      pages.forEach((page, at) => {
        const right = (first + at) % 2 === 1
        shift = !bound || part.numbering === 'none' ? 0 : innerShift(part.sheet.paper) * (right ? 1 : -1)
        paintPage(page, first + at)
      })
      outlines.push({ place, items: document.outline.children.splice(before) })
    },
    /** Pages and bookmarks in the order of the book; what a part is called stands above its headings. */
    arrange(): void {
      document._root.data.Pages.data.Kids = painted.toSorted((one, other) => one.at - other.at).map(({ page }) => page)
      for (const { items: [head, ...under] } of outlines.toSorted((one, other) => one.place - other.place)) {
        if (!head)
          continue
        document.outline.children.push(head)
        for (const item of under) {
          item.outlineData.Parent = head.dictionary
          head.children.push(item)
        }
      }
    },
  }
}
