import type { Strokes } from '../blocks/strokes.ts'
/**
 * Writes laid-out pages into the file; in place of pdfmake's own `Renderer`.
 *
 * pdfmake writes each word as a text of its own and says colour, width and dash of each line anew. Here words that look the
 * same go into one text, and what does not change is not said again. What is not done here is left to pdfmake.
 */
import type { Line, Page, Reference, Vector } from './pdfmake-parts.ts'
import type { Element } from './structure.ts'
import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { paintLine } from './paint-line.ts'
import { paintVector } from './paint-vector.ts'
import { Renderer } from './pdfmake-parts.ts'
import { artifact, isRepeated, markOn } from './structure.ts'

export class PaintedPages extends Renderer {
  private strokes: Strokes = { operators: [], said: new Map() }
  private open: Element | undefined

  override renderPages(pages: readonly Page[]): void {
    for (const page of pages) {
      super.renderPages([page])
      this.flush()
    }
    this.pdfDocument._pdfMakePages = pages
  }

  /** For a document that keeps its pages until its end: each is compressed while the next ones are written. */
  async paintAtEnd(pages: readonly Page[]): Promise<void> {
    await Promise.all(pages.map((page) => {
      this.renderPages([page])
      return press(this.pdfDocument.page.content)
    }))
  }

  override renderLine(line: Line, x: number, y: number): void {
    // An anchor is a blank line that nobody reads.
    const element = line.inlines.some(({ text }) => text.trim() !== '') ? line.element : undefined
    if (!paintLine(line, x, y, () => this.begin(element), this.pdfDocument))
      this.byPdfmake(element, () => super.renderLine(line, x, y))
  }

  override renderVector(vector: Vector): void {
    if (!paintVector(vector, () => this.begin(vector.element)))
      this.byPdfmake(vector.element, () => super.renderVector(vector))
  }

  override renderImage(image: { readonly element?: Element }): void {
    this.byPdfmake(image.element, () => super.renderImage(image))
  }

  override renderSVG(picture: unknown): void {
    this.byPdfmake(undefined, () => super.renderSVG(picture))
  }

  // What these begin lasts until they end it, over strokes of ours.
  override beginClip(room: unknown): void {
    this.flush()
    super.beginClip(room)
  }

  override endClip(): void {
    this.flush()
    super.endClip()
  }

  override beginVerticalAlignment(cell: unknown): void {
    this.flush()
    super.beginVerticalAlignment(cell)
  }

  override endVerticalAlignment(cell: unknown): void {
    this.flush()
    super.endVerticalAlignment(cell)
  }

  override renderWatermark(page: Page): void {
    this.byPdfmake(undefined, () => super.renderWatermark(page))
  }

  /** pdfmake's own strokes begin and end as if nothing had been said. */
  private byPdfmake(element: Element | undefined, draw: () => void): void {
    this.flush()
    this.pdfDocument.addContent(this.mark(element))
    this.pdfDocument.save()
    draw()
    this.pdfDocument.restore()
    this.pdfDocument.addContent('EMC')
  }

  /** Strokes from here on are of an element, or adorn the page. */
  private begin(element: Element = artifact): Strokes {
    if (this.open !== element) {
      this.close()
      this.open = element
      this.strokes.operators.push(this.mark(element))
    }
    return this.strokes
  }

  private mark(element: Element = artifact): string {
    return element === artifact || isRepeated(element, this.pdfDocument) ? '/Artifact BMC' : `/${element.role} <</MCID ${markOn(this.pdfDocument, element)}>> BDC`
  }

  private close(): void {
    if (this.open)
      this.strokes.operators.push('EMC')
    this.open = undefined
  }

  private flush(): void {
    this.close()
    if (this.strokes.operators.length > 0)
      this.pdfDocument.addContent(`q\n${this.strokes.operators.join('\n')}\nQ`)
    this.strokes = { operators: [], said: new Map() }
  }
}

const compress = promisify(deflate)

async function press(content: Reference): Promise<void> {
  const bytes = await compress(Buffer.concat(content.buffer))
  content.data.Filter = 'FlateDecode'
  content.compress = false
  content.buffer = [bytes]
}
