/** From spawning `maji serve --sample` on a center that exists to the first answer, and to the first lookup. */
import type { Figure } from '../run.ts'
import { rounded } from '../median.ts'
import { lookUpAVisit, sampleFolder, serveSample } from '../serving-sample.ts'

const runs = 5

export async function measure(): Promise<Figure> {
  const data = await sampleFolder()
  const times: { answer: number, lookup: number }[] = []
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    const server = await serveSample(data)
    await server.client.setup.status()
    const answer = performance.now() - begun
    await lookUpAVisit(server)
    times.push({ answer, lookup: performance.now() - begun })
    await server.close()
  }
  const { answer, lookup } = times.sort((one, other) => one.answer - other.answer)[Math.floor(runs / 2)]!
  return { name: 'start-to-first-answer', value: rounded(answer), unit: `ms from spawning to setup.status (signed in and looked up after ${rounded(lookup)} ms)` }
}
