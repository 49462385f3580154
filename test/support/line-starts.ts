/** Where the lines of a drawn PDF begin: what stands at the left of a column, in pieces as they were painted. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Piece { readonly text: string, readonly left: number, readonly right: number, readonly base: number }

/** Pieces nearer than this, in points, stand in one line. */
const NEAR = 8

export async function lineStartsOf(base64: string): Promise<string[]> {
  const pdf = await getDocument({ data: Uint8Array.from(Buffer.from(base64, 'base64')), useSystemFonts: false, verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items))
  return pages.flatMap((items) => {
    const pieces = items.flatMap((item): Piece[] => 'str' in item && item.str.trim() ? [{ text: item.str.trim(), left: item.transform[4], right: item.transform[4] + item.width, base: item.transform[5] }] : [])
    const follows = (piece: Piece): boolean => pieces.some(other =>
      other !== piece && other.left < piece.left && Math.abs(other.base - piece.base) < 2 && Math.abs(other.right - piece.left) < NEAR)
    return pieces.filter(piece => !follows(piece)).map(({ text }) => text)
  })
}
