/** Draws a sheet in the thread that calls; `draw-sheet.ts` is the door for everybody else. */
import type { Sheet } from '#core/guide/sheet'
import { layOut } from './blocks/draw-definition.ts'
import { sheetDefinition } from './pages/sheet-definition.ts'
import { TIGHTEST } from './paper.ts'

export interface DrawnSheet { readonly pdf: Uint8Array, readonly pages: number }

export async function composePdf(sheet: Sheet): Promise<DrawnSheet> {
  const onNewPage = new Set<number>()
  let tight = 0
  for (;;) {
    let lonely: number | undefined
    const laidOut = layOut(sheetDefinition(sheet, { onNewPage, lonely: (group) => { lonely ??= group }, pages: () => {}, tight }))
    if (sheet.edition === 'one-page' && laidOut.pages > 1 && tight < TIGHTEST) {
      tight += 1
      continue
    }
    if (lonely === undefined || onNewPage.has(lonely))
      return { pdf: await laidOut.write(), pages: laidOut.pages }
    // Laid out anew with that heading on the next page; what comes after it moves, so one at a time.
    onNewPage.add(lonely)
  }
}
