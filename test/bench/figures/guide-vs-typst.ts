/**
 * The same guide as in `guide-vs-pdfmake`, against Typst in this process: compiled Rust is the limit, and the ratio may be
 * below 1. Typst too keeps its typefaces and what it remembers from sheet to sheet, and is given the codes ready made.
 */
import type { Figure } from '../run.ts'
import { drawSheet, stopDrawing } from '#server/documents/draw-sheet'
import { guideOfAnother, guideOfThirty, refuseLess, services } from '../guide-of-thirty.ts'
import { medianOf, msOf, rounded } from '../median.ts'
import { openTypst } from '../plain-typst.ts'

const runs = 15

export async function measure(): Promise<Figure> {
  const guide = await guideOfThirty()
  const drawByTypst = openTypst()
  const { pages } = await drawSheet(guide)
  await refuseLess(guide, drawByTypst(guide), 'The guide by Typst')
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let run = 1; run <= runs; run++) {
    const sheet = guideOfAnother(guide, run)
    ours.push(await msOf(() => drawSheet(sheet)))
    theirs.push(await msOf(() => drawByTypst(sheet)))
  }
  await stopDrawing()
  const value = medianOf(ours)
  return { name: 'guide-vs-typst', value: rounded(value), unit: `ms (${services} services with QR codes, ${pages} pages)`, peer: 'Typst in the same process', ratio: rounded(medianOf(theirs) / value) }
}
