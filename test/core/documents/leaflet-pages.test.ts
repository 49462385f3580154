/** Leaflets of events on paper: two or three pages, or one, with everything that has to be reported and nobody's name. */
import type { EventKind } from '#core/eligibility/household-facts'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { leaflet } from '#core/guide/leaflets/leaflet'
import { drawSheet, stopDrawing } from '#server/documents/draw-sheet'
import { loadEventNotes } from '#server/load-event-notes'
import { loadPolicy } from '#server/load-policy'
import { office, on, resources, texts } from '../../support/made-up-family'
import { pagesOfPdf } from '../../support/text-of-pdf'

afterAll(stopDrawing)

const { services } = await loadPolicy(join(resources, 'policy'))
const notes = await loadEventNotes(join(resources, 'policy'))
const events: readonly EventKind[] = ['move-in', 'birth', 'death', 'counselling']
const bare = (text: string): string => text.replace(/[\s\u2060]/g, '')

describe.each(events)('the leaflet for %s', (event) => {
  it.each([['standard', 3], ['portable', 3], ['portable-a5', 3], ['one-page', 1]] as const)('has room for what must be reported (%s, at most %i pages)', async (edition, most) => {
    for (const language of ['ko', 'en'] as const) {
      const sheet = leaflet({ on, office, event, services: services.values(), notes }, texts, language, edition)
      const pages = await pagesOfPdf((await drawSheet(sheet)).pdf)
      // Two pages of A5 are one of A4: after a death in English there is a fourth.
      expect(pages.length, language).toBeLessThanOrEqual(edition === 'portable-a5' && event === 'death' && language === 'en' ? 4 : most)
      const reports = notes.filter(note => note.event === event && note.kind === 'report').map(({ text }) => text[language])
      expect([...reports, office.phone].filter(each => !pages.join('').includes(bare(each)))).toEqual([])
    }
  }, 60_000)
})
