/** The consent form as it is printed: where the signature comes to stand. */
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { openCounter, realTexts } from '../support/open-counter'
import { pagesOfPdf } from '../support/text-of-pdf'
import { openVisitAt } from '../support/visit-at-desk'

const bare = (text: string): string => text.replace(/\s/g, '')

describe('the consent form', () => {
  it.each(['ko', 'en'] as const)('is signed in %s on a page on which something stands that is agreed to', async (language) => {
    const { as } = await openCounter()
    const { visitId } = await openVisitAt(as('clerk'), 'move-in')
    const { base64 } = await as('clerk').guide.pdf({ request: { document: 'consent-form', visitId }, language, edition: 'standard' })
    const pages = await pagesOfPdf(Uint8Array.from(Buffer.from(base64, 'base64')))
    const { signature, witness, boxes } = (realTexts[language].guide as unknown as { consent: Record<string, string> }).consent
    const signed = pages.filter(page => page.includes(bare(signature!)) && page.includes(bare(witness!)))
    expect(signed).toHaveLength(1)
    expect(signed[0]).toContain(bare((realTexts[language].consent as unknown as { 'third-party': { title: string } })['third-party'].title))
    expect(signed[0]).toContain(bare(boxes!))
    expect(pages).toHaveLength(2)
  }, 60_000)
})
