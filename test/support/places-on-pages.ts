/** Where the words of a PDF stand, read back with pdf.js. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Points; y from the top edge of the page down to the foot of the letters. */
export interface Placed { readonly text: string, readonly x: number, readonly y: number, readonly width: number, readonly size: number }
export interface PageRead { readonly width: number, readonly height: number, readonly words: readonly Placed[], readonly links: readonly string[] }
export interface BookRead {
  readonly pages: readonly PageRead[]
  readonly title: unknown
  readonly language: unknown
  readonly outline: readonly { readonly title: string, readonly under: readonly string[] }[]
  /** Page that a named place is on, from 1. */
  readonly pageOf: (name: string) => Promise<number | undefined>
}

export async function readPages(pdf: Uint8Array): Promise<BookRead> {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages: PageRead[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const annotations = await page.getAnnotations() as readonly { readonly dest?: unknown }[]
    pages.push({
      width,
      height,
      words: items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '')
          return []
        const [, , , size, x, y] = item.transform as number[]
        return [{ text: item.str, x: x!, y: height - y!, width: item.width, size: Math.abs(size!) }]
      }),
      links: annotations.flatMap(({ dest }) => typeof dest === 'string' ? [dest] : []),
    })
  }
  const details = (await document.getMetadata()).info as Record<string, unknown>
  const outline = (await document.getOutline() ?? []).map(({ title, items }) => ({ title, under: items.map(({ title: below }: { title: string }) => below) }))
  return {
    pages,
    title: details.Title,
    language: details.Language,
    outline,
    pageOf: async (name) => {
      const place = await document.getDestination(name)
      return place ? await document.getPageIndex(place[0] as Parameters<typeof document.getPageIndex>[0]) + 1 : undefined
    },
  }
}

/** What is read on a page, line by line; without blanks. */
export const textOf = ({ words }: PageRead): string => words.map(({ text }) => text).join('').replace(/\s/g, '')

/** Shapes filled with anything but white, on all pages. */
export async function filledShapes(pdf: Uint8Array): Promise<number> {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
  let count = 0
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList()
    let color = '#000000'
    const kept: string[] = []
    for (const [at, operator] of fnArray.entries()) {
      const args = argsArray[at] as unknown[]
      if (operator === OPS.save)
        kept.push(color)
      else if (operator === OPS.restore)
        color = kept.pop() ?? '#000000'
      else if (operator === OPS.setFillRGBColor)
        color = String(args[0])
      else if (operator === OPS.constructPath && [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke].includes(args[0] as number) && color !== '#ffffff')
        count += 1
    }
  }
  return count
}
