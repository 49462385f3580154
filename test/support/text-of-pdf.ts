/** What a drawn PDF says, without blanks and word joiners: lines break where the paper ends, words do not count on it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const bare = (text: string): string => text.replace(/[\s\u2060]/g, '')

/** Page by page. */
export async function pagesOfPdf(pdf: Uint8Array): Promise<string[]> {
  const found = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: found.numPages }, async (_, at) =>
    (await (await found.getPage(at + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join('')))
  return pages.map(bare)
}

export const textOfPdf = async (base64: string): Promise<string> => (await pagesOfPdf(Uint8Array.from(Buffer.from(base64, 'base64')))).join('')
