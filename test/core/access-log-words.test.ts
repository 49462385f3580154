import { describe, expect, it } from 'vitest'
import { operations } from '../support/contract-operations'
import { realTexts } from '../support/open-counter'

const logged = operations.filter(({ meta }) => !meta.quiet)
const wordsOf = (language: 'ko' | 'en', name: string): unknown =>
  name.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], (realTexts[language].app as { log: { operations: unknown } }).log.operations)

describe('the access log', () => {
  it.each(['ko', 'en'] as const)('has words in %s for every operation that leaves a line', (language) => {
    expect(logged.length).toBeGreaterThan(60)
    expect(logged.map(({ name }) => name).filter(name => typeof wordsOf(language, name) !== 'string')).toEqual([])
  })

  it('names no two operations alike, so that a reader can tell them apart', () => {
    for (const language of ['ko', 'en'] as const) {
      const said = logged.map(({ name }) => wordsOf(language, name))
      expect(said.filter((words, place) => said.indexOf(words) !== place)).toEqual([])
    }
  })
})
