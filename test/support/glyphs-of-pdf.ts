/**
 * What each page shows, glyph by glyph in the order of drawing, for what came out of a printer's driver: it keeps the
 * looks of letters and forgets which letters they are.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Font and place in it; the same sign is the same picture. */
export async function glyphsOfPdf(bytes: Uint8Array): Promise<string[][]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList()
    const glyphs: string[] = []
    let font = ''
    for (const [at, operation] of fnArray.entries()) {
      const [first] = argsArray[at] as readonly [unknown] | null ?? [undefined]
      if (operation === OPS.setFont)
        font = String(first)
      // Between glyphs stand numbers, which only move.
      if (operation === OPS.showText)
        glyphs.push(...(first as readonly unknown[]).flatMap(glyph => glyph !== null && typeof glyph === 'object' && 'originalCharCode' in glyph ? [`${font}/${String(glyph.originalCharCode)}`] : []))
    }
    pages.push(glyphs)
  }
  return pages
}

/**
 * The letters that the glyphs stand for, if each glyph always stands for the same one.
 *
 * @returns the places at which they do not, in words; nothing when every letter came out
 */
export function misprinted(glyphs: readonly string[], letters: string): string[] {
  const wanted = [...letters]
  const known = new Map<string, string>()
  const counted = glyphs.length === wanted.length ? [] : [`${glyphs.length} glyphs for ${wanted.length} letters`]
  return [...counted, ...glyphs.flatMap((glyph, at) => {
    const meant = known.get(glyph) ?? wanted[at] ?? ''
    known.set(glyph, meant)
    return meant === wanted[at] ? [] : [`at ${at}: the sign of ${meant} for ${wanted[at]}`]
  })]
}
