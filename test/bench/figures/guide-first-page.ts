/**
 * From the request at the door until the guide of a sample household stands on the screen: the preview's sheet over HTTP.
 *
 * `drawn` in the unit is how long it takes until the PDF is there, whose first page can be shown then; it is asked for when
 * the clerk prints or saves. Both are medians on a warm server; a preview has 300 ms.
 */
import type { Figure } from '../run.ts'
import { medianMs, rounded } from '../median.ts'
import { lookUpAVisit, sampleFolder, serveSample } from '../serving-sample.ts'

export async function measure(): Promise<Figure> {
  const server = await serveSample(await sampleFolder())
  const { visitId } = await lookUpAVisit(server)
  const asked = { request: { document: 'family-guide', visitId }, language: 'ko', edition: 'standard' } as const
  await server.client.guide.sheet(asked)
  const first = await medianMs(1, () => server.client.guide.pdf(asked))
  const value = await medianMs(11, () => server.client.guide.sheet(asked))
  const drawn = await medianMs(11, () => server.client.guide.pdf(asked))
  await server.close()
  return { name: 'guide-first-page', value: rounded(value), unit: `ms until the preview is there (PDF drawn in ${rounded(drawn)} ms, the first of the day in ${rounded(first)} ms)` }
}
