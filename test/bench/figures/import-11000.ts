/**
 * A catalogue of 11,000 services in three files, sent as the page sends it to a server of its own, and brought into the
 * draft; meanwhile another counter asks for its home again and again. The time is what the person at the import waits.
 */
import type { Figure } from '../run.ts'
import { mostOfPortion } from '#core/catalogue/import/model'
import { sampleAccounts } from '#server/sample/sample-accounts'
import { manyGov24 } from '../../support/official/many-records.ts'
import { rounded } from '../median.ts'
import { anotherClient, sampleFolder, serveSample } from '../serving-sample.ts'

const count = 11_000

export async function measure(): Promise<Figure> {
  const { files } = manyGov24(count, 500)
  const served = await serveSample(await sampleFolder())
  const signIn = (client: typeof served.client, role: string) => {
    const { name, password } = sampleAccounts.find(account => account.role === role)!
    return client.staff.signIn({ name, password })
  }
  const counter = anotherClient(served)
  await signIn(served.client, 'lead')
  await signIn(counter, 'clerk')
  await counter.intake.home()
  const importing = { over: false }
  const answers: number[] = []
  const asking = (async () => {
    while (!importing.over) {
      const begun = performance.now()
      await counter.intake.home()
      answers.push(performance.now() - begun)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  })()

  const begun = performance.now()
  const { importId } = await served.client.catalogue.imports.begin()
  for (const { name, text } of files) {
    for (let at = 0; at < text.length; at += mostOfPortion)
      await served.client.catalogue.imports.add({ importId, pieces: [{ file: name, text: text.slice(at, at + mostOfPortion), last: at + mostOfPortion >= text.length }] })
  }
  const read = performance.now()
  const { taken } = await served.client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })
  const done = performance.now()
  importing.over = true
  await asking
  await served.close()
  if (taken !== count)
    throw new Error(`${taken} of ${count} records were taken.`)
  const sorted = answers.toSorted((one, other) => one - other)
  const at = (share: number): number => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!, 2)
  return {
    name: 'import-11000',
    value: rounded((done - begun) / 1000),
    unit: `s (${rounded((read - begun) / 1000, 2)} reading, ${rounded((done - read) / 1000, 2)} comparing; ${Math.round(count / ((done - begun) / 1000))} records a second; another counter meanwhile: median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, slowest ${at(1)} ms)`,
  }
}
