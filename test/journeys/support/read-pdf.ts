/** The words of a PDF as pdf.js reads them back, spaces and line ends made one. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export async function readPdf(pdf: Uint8Array): Promise<{ readonly pages: string[], readonly text: string }> {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent()
    pages.push(content.items.map(item => 'str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '').join('').replace(/\s+/g, ' '))
  }
  return { pages, text: pages.join(' ') }
}

/** Lines are broken between words, and a piece may end where another font begins: only the letters are compared. */
export const lettersOf = (text: string): string => text.replace(/\s+/g, '')
