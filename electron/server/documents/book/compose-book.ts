/**
 * Draws a book into one file, part by part.
 *
 * All parts share the typefaces of one document, so each letter is in the file once. A page is painted as soon as its part
 * is laid out, and then forgotten; one with a list of pages waits until every page has its number. In which order they
 * were painted does not matter: the file names them in their own order at the end.
 */
import type { Book, BookPart } from '#core/guide/book'
import type { DrawnSheet } from '../compose-pdf.ts'
import type { Line, Page, PdfDocument } from '../pages/pdfmake-parts.ts'
import type { InBook } from '../pages/sheet-definition.ts'
import { bytesOf, openDocument, pagesOf } from '../blocks/draw-definition.ts'
import { isOwnMark } from '../blocks/draw-groups.ts'
import { PaintedPages } from '../pages/paint-pages.ts'
import { sheetDefinition } from '../pages/sheet-definition.ts'
import { formatOf, MM, TIGHTEST } from '../paper.ts'
import { pageNumbering } from './book-numbering.ts'
import { hasPageNumbers, putPageNumbers } from './page-numbers.ts'

interface OutlineItem { readonly children: OutlineItem[], readonly dictionary: object, readonly outlineData: { Parent?: object } }

/** What of pdfkit's document only a book touches. */
interface BookDocument extends PdfDocument {
  readonly page: PdfDocument['page'] & { readonly dictionary: object }
  readonly outline: OutlineItem
  readonly _root: { readonly data: { readonly Pages: { readonly data: { Kids: object[] } } } }
  readonly translate: (x: number, y: number) => void
  readonly on: PdfDocument['on'] & ((event: 'pageAdded', listener: () => void) => void)
}

/** `at`: of all pages of the book, from 1. */
interface PlacedPage { readonly page: Page, readonly at: number, readonly place: number, readonly shift: number }

/** `partPages`: of each part, without the empty page before it. */
export interface DrawnBook extends DrawnSheet { readonly partPages: readonly number[] }

/**
 * @param progress is told of each part that is laid out, of the last one when everything is painted
 * @throws {RangeError} for a book without parts
 */
export async function composeBook(book: Book, progress: (done: number, all: number) => void = () => {}): Promise<DrawnBook> {
  const [first] = book.parts
  if (!first)
    throw new RangeError('A book has one part at least.')
  const document = openDocument({ ...sheetDefinition({ ...first.sheet, title: book.title, language: book.language ?? first.sheet.language, groups: [] }, { onNewPage: new Set(), lonely: () => {}, pages: () => {} }) }) as BookDocument
  const partPages: number[] = []
  let pages = 0
  const pdf = await bytesOf(document, () => { pages = paintParts(book, document, progress, partPages) })
  return { pdf, pages, partPages }
}

function paintParts({ parts, bound }: Book, document: BookDocument, progress: (done: number, all: number) => void, partPages: number[]): number {
  const numbering = pageNumbering()
  const anchors = new Map<string, string>()
  const painter = bookPainter(document)
  const waiting: PlacedPage[] = []
  for (const [place, part] of parts.entries()) {
    const { blank, first, number, end } = numbering.begin(part)
    const pages = settledPages(part, document, { cover: part.numbering === 'none', number: (page, all) => ({ text: number(page, all), left: bound && (first + page) % 2 === 1 }) })
    end(pages.length)
    partPages.push(pages.length)
    if (blank)
      painter.paint({ page: emptyPage(part), at: first - 1, place, shift: 0 })
    pages.forEach((page, index) => {
      const at = first + index
      const name = part.numbering === 'own' ? String(index + 1) : number(index + 1, pages.length)
      forLines(page, line => noteAnchor(line, name, anchors))
      const placed = { page, at, place, shift: bound && part.numbering !== 'none' ? innerShift(part.sheet.paper) * (at % 2 === 1 ? 1 : -1) : 0 }
      if (hasPageNumbers(page))
        waiting.push(placed)
      else
        painter.paint(placed)
    })
    if (place + 1 < parts.length)
      progress(place + 1, parts.length)
  }
  for (const placed of waiting) {
    forLines(placed.page, line => putPageNumbers(line, anchors))
    painter.paint(placed)
  }
  painter.arrange()
  progress(parts.length, parts.length)
  return numbering.pages()
}

function emptyPage({ sheet }: BookPart): Page {
  const { width, height } = formatOf(sheet)
  return { pageSize: { width, height }, items: [] }
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

function bookPainter(document: BookDocument) {
  const painter = new PaintedPages(document)
  const painted: { readonly at: number, readonly place: number, readonly page: object, readonly items: readonly OutlineItem[] }[] = []
  let shift = 0
  document.on('pageAdded', () => {
    if (shift !== 0)
      document.translate(shift, 0)
  })
  return {
    paint(placed: PlacedPage): void {
      shift = placed.shift
      painter.renderPages([placed.page])
      painted.push({ at: placed.at, place: placed.place, page: document.page.dictionary, items: document.outline.children.splice(0) })
    },
    /** Pages and bookmarks in the order of the book; what a part is called stands above its headings. */
    arrange(): void {
      const inOrder = painted.toSorted((one, other) => one.at - other.at)
      document._root.data.Pages.data.Kids = inOrder.map(({ page }) => page)
      for (const pages of Map.groupBy(inOrder, ({ place }) => place).values()) {
        const [head, ...under] = pages.flatMap(({ items }) => items)
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
