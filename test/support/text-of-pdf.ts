/** What a drawn PDF says, without blanks and word joiners: lines break where the paper ends, words do not count on it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export async function textOfPdf(base64: string): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(Buffer.from(base64, 'base64')), useSystemFonts: false, verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) =>
    (await (await pdf.getPage(at + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join('')))
  return pages.join('').replace(/[\s\u2060]/g, '')
}
