/** Draws a sheet with pdfmake in the thread that calls; `draw-sheet.ts` is the door for everybody else. */
import type { Sheet } from '#core/guide/sheet'
import pdfmake from 'pdfmake'
import { fontNames, tokenOf } from './kept-fonts.ts'
import { TIGHTEST } from './paper.ts'
import { sheetDefinition } from './sheet-definition.ts'

export interface DrawnSheet { readonly pdf: Uint8Array, readonly pages: number }

/** pdfmake's in-memory files; its type declarations leave them out. */
interface WithFiles { readonly virtualfs: { readonly writeFileSync: (name: string, content: Uint8Array) => void } }

let ready = false

function makeReady(): void {
  const { virtualfs } = pdfmake as unknown as WithFiles
  for (const name of fontNames)
    virtualfs.writeFileSync(name, tokenOf(name))
  pdfmake.setFonts({
    Pretendard: { normal: 'pretendard-regular', bold: 'pretendard-bold' },
    Hanja: { normal: 'hanja-regular', bold: 'hanja-bold' },
    Chinese: { normal: 'chinese-regular', bold: 'chinese-bold' },
  })
  // The typefaces come from memory and pictures are vectors, so a sheet never opens an address or a file.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  ready = true
}

export async function composePdf(sheet: Sheet): Promise<DrawnSheet> {
  if (!ready)
    makeReady()
  const onNewPage = new Set<number>()
  let tight = 0
  for (;;) {
    let pages = 1
    let lonely: number | undefined
    const definition = sheetDefinition(sheet, { onNewPage, lonely: (group) => { lonely ??= group }, pages: (known) => { pages = known }, tight })
    const pdf = await pdfmake.createPdf(definition).getBuffer()
    if (sheet.edition === 'one-page' && pages > 1 && tight < TIGHTEST) {
      tight += 1
      continue
    }
    if (lonely === undefined || onNewPage.has(lonely))
      return { pdf, pages }
    // Drawn anew with that heading on the next page; what comes after it moves, so one at a time.
    onNewPage.add(lonely)
  }
}
