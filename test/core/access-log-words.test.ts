import { describe, expect, it } from 'vitest'
import { operations } from '../support/contract-operations'
import { openCounter, realTexts } from '../support/open-counter'
import { openVisitAt } from '../support/visit-at-desk'

// A quiet one leaves a line as well: where it is refused, and where it writes.
const logged = operations.filter(({ meta }) => !(meta.quiet && meta.roles === 'anyone'))
const wordsOf = (language: 'ko' | 'en', name: string): unknown =>
  name.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], (realTexts[language].app as { log: { operations: unknown } }).log.operations)

describe('the access log', () => {
  it.each(['ko', 'en'] as const)('has words in %s for every operation that leaves a line', (language) => {
    expect(logged.length).toBeGreaterThan(120)
    expect(logged.map(({ name }) => name).filter(name => typeof wordsOf(language, name) !== 'string')).toEqual([])
  })

  it('tells of a step of the visit, which is written without a word on the screen', async () => {
    const { as } = await openCounter()
    const { visitId } = await openVisitAt(as('clerk'), 'move-in')
    await as('clerk').intake.toStep({ visitId, step: 'consent' })
    await expect(as('clerk').paperTexts.read()).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    const lines = await as('admin').audit.list({ limit: 2 })
    expect(lines.map(({ operation, outcome }) => [operation, outcome])).toEqual([['paperTexts.read', 'NOT_PERMITTED'], ['intake.toStep', 'done']])
  })

  it('names no two operations alike, so that a reader can tell them apart', () => {
    for (const language of ['ko', 'en'] as const) {
      const said = logged.map(({ name }) => wordsOf(language, name))
      expect(said.filter((words, place) => said.indexOf(words) !== place)).toEqual([])
    }
  })
})
