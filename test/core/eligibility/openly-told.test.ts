/** What a paper for the whole family may say does not apply: nothing delicate, nothing protected, nothing nobody asked about. */
import type { FactKind } from '#core/eligibility/facts'
import type { WelfareService } from '#core/policy/welfare-service'
import { describe, expect, it } from 'vitest'
import { builtInFacts } from '#core/eligibility/fact-table'
import { facts } from '#core/eligibility/facts'
import { openlyTold } from '#core/eligibility/openly-told'
import { realCatalogue } from '../../support/open-counter'

const { services } = await realCatalogue()
const like = services.get('basic-pension')!
const told = (given: Partial<WelfareService>): boolean => openlyTold({ services: new Map([[like.id as string, { ...like, discreet: undefined, criteria: [], ...given }]]) }).size === 1
const asking = (fact: string) => [{ kind: 'fact', fact, is: [true] }] as unknown as WelfareService['criteria']

describe('what is told openly', () => {
  it.each(Object.entries<FactKind>(facts))('%s is told where it is neither protected nor delicate, and only there', (fact, { sensitive, delicate }) => {
    expect(told({ criteria: asking(fact) })).toBe(sensitive !== true && delicate === false)
  })

  it('is nothing of a death, of debts within a family, of loneliness or of a marriage', () => {
    for (const fact of ['relation-to-deceased', 'deceased-was-earner', 'child-support-unpaid', 'obligor-rich', 'isolated', 'care-leaver', 'in-institution', 'marital-status', 'bereaved-by-suicide', 'disability'])
      expect(told({ criteria: asking(fact) }), fact).toBe(false)
    expect([told({ criteria: asking('tenure') }), told({}), told({ discreet: true }), told({ criteria: asking('of-another-place') })]).toEqual([true, true, false, false])
  })

  it('is said by every fact itself', () => {
    const unsaid = [...builtInFacts.kinds].filter(([, { sensitive, delicate }]) => (sensitive === true) === (delicate !== undefined))
    expect(unsaid).toEqual([])
  })
})
