/**
 * A guide through a real print system: drawn, sent, and read back from what came out.
 *
 * Runs where a printer that makes files is set up (CUPS with cups-pdf); where there is none, `npm test` says so.
 */
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../journeys/support/read-pdf'
import { glyphsOfPdf, misprinted } from '../support/glyphs-of-pdf'
import { openCounter } from '../support/open-counter'
import { sendTo, virtualPrinter } from '../support/virtual-printer'
import { consentedVisit } from '../support/visit-at-desk'

const printer = virtualPrinter()
const lettersOn = async (pdf: Uint8Array): Promise<string[]> => (await readPdf(pdf)).pages.map(page => page.replace(/[\s\u2060]/g, ''))

describe.skipIf(!printer)('a printer that makes files', () => {
  it.each(['standard', 'large'] as const)('puts out every page and every letter of the family guide (%s)', async (edition) => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'death', '표본순자', '1944-05-01')
    const { base64, pages } = await as('clerk').guide.pdf({ request: { document: 'family-guide', visitId: visit.visitId }, language: 'ko', edition })
    const drawn = Buffer.from(base64, 'base64')
    const wanted = await lettersOn(drawn)
    expect(wanted.join('')).toContain('표본순자')
    const out = await printer!.comesOut(() => sendTo(printer!, drawn, `maji-test-${edition}`))
    const came = await glyphsOfPdf(out)
    expect(came).toHaveLength(pages)
    // A driver that keeps the letters is read like any PDF.
    if ((await lettersOn(out)).join('') === wanted.join(''))
      return
    expect(came.map((page, at) => misprinted(page, wanted[at]!).slice(0, 5))).toEqual(came.map(() => []))
    // Another page is not taken for it.
    expect(misprinted(came[0]!, wanted[1]!)).not.toEqual([])
  }, 120_000)
})
