import type { RuleSetting } from '#core/catalogue/editor/rule-setting'
import type { Criterion } from '#core/eligibility/criteria'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCriterion } from '#core/catalogue/editor/read-criteria'
import { ruleLines } from '#core/catalogue/editor/rule-lines'
import { sentenceOf } from '#core/catalogue/editor/sentence-of'
import { Criterion as CriterionSchema } from '#core/eligibility/criteria'
import { counts, criterion } from '../../support/arbitrary-household'
import { fixture, texts, today } from '../../support/engine'
import { realTexts } from '../../support/open-counter'

const setting = (who: RuleSetting['counts'] = 'registered'): RuleSetting => ({ catalogue: fixture, texts, words: realTexts, on: today, counts: who })
const said = (given: Criterion) => sentenceOf(given, setting())

describe('the sentence of a condition', () => {
  const young: Criterion = { kind: 'age', unit: 'years', below: 19 }
  const severe: Criterion = { kind: 'fact', fact: 'disability', in: ['severe'] }
  const alone: Criterion = { kind: 'household-size', from: 1, to: 1 }

  it('keeps apart what stands inside one another', () => {
    expect(said({ kind: 'all', of: [{ kind: 'any', of: [young, severe] }, alone] }).ko).toBe('(만 19세 미만 또는 장애 정도: 심한 장애), 가구원 1명')
    expect(said({ kind: 'any', of: [{ kind: 'all', of: [young, severe] }, alone] }).en).toBe('(under 19 years of age, Registered disability: severe) or a household of 1')
    expect(said({ kind: 'someone', where: { kind: 'all', of: [young, severe] } }).ko).toBe('만 19세 미만, 장애 정도: 심한 장애인 가구원')
  })

  it('tells a border that depends on who counts as the span from one person to four', () => {
    expect(said({ kind: 'income', measure: 'recognised-income', atMost: { parameter: 'fixture-line', percent: 50 } }).en).toContain('500,000 won to 1,200,000 won')
  })

  it('says that a condition cannot be read where its figure is gone, instead of failing', () => {
    expect(said({ kind: 'income', measure: 'recognised-income', atMost: { parameter: 'gone' } }).ko).toContain('읽을 수 없는 조건')
  })

  it('is whole in both languages for every condition there can be, line by line as well', () => {
    fc.assert(fc.property(criterion, counts, (given, who) => {
      const read = readCriterion(given, ['criteria', 0])
      const lines = ruleLines([read], setting(who as RuleSetting['counts']))
      const sentences = [...lines.flatMap(({ sentence }) => sentence ?? []), ...read.criterion ? [sentenceOf(read.criterion, setting(who as RuleSetting['counts']))] : []]
      for (const { ko, en } of sentences) {
        expect(ko).not.toMatch(/^$|[{}]|undefined|NaN/)
        expect(en).not.toMatch(/^$|[{}]|undefined|NaN/)
      }
      // what the form reads is what the catalogue reads; only a condition without any limit is asked for one
      const whole = CriterionSchema.safeParse(given)
      if (read.criterion)
        expect(read.criterion).toEqual(whole.data)
      else
        expect(JSON.stringify(read)).toMatch(/no-border/)
    }), { numRuns: 500 })
  })
})
