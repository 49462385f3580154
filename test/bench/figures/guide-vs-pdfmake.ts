/**
 * A family guide with thirty services in full, each with its QR code, drawn with everything warm.
 *
 * Peer: pdfmake as its manual has it, drawing the same words, tables and codes with the same typefaces, in the same run and
 * by turns. It is given the timeline's words without its bars, and no marks.
 */
import type { Figure } from '../run.ts'
import { drawSheet, stopDrawing } from '#server/documents/draw-sheet'
import { guideOfAnother, guideOfThirty, refuseLess, services } from '../guide-of-thirty.ts'
import { medianOf, msOf, rounded } from '../median.ts'
import { drawPlainly, setPlainFonts } from '../plain-pdfmake.ts'

const runs = 15

export async function measure(): Promise<Figure> {
  const guide = await guideOfThirty()
  setPlainFonts()
  const { pdf, pages } = await drawSheet(guide)
  await refuseLess(guide, pdf, 'Our guide')
  await refuseLess(guide, await drawPlainly(guide), 'The guide by pdfmake alone')
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let run = 1; run <= runs; run++) {
    const sheet = guideOfAnother(guide, run)
    ours.push(await msOf(() => drawSheet(sheet)))
    theirs.push(await msOf(() => drawPlainly(sheet)))
  }
  await stopDrawing()
  const value = medianOf(ours)
  return { name: 'guide-vs-pdfmake', value: rounded(value), unit: `ms (${services} services with QR codes, ${pages} pages)`, peer: 'pdfmake as its manual has it', ratio: rounded(medianOf(theirs) / value) }
}
