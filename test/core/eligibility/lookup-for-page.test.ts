import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { lookupForPage } from '#core/eligibility/lookup-for-page'
import { Lookup } from '#core/eligibility/verdict'
import { loadPolicy } from '#server/load-policy'
import { texts, today } from '../../support/engine'

describe('the lookup as the page gets it', async () => {
  const catalogue = await loadPolicy(join(import.meta.dirname, '../../../resources/policy'))
  const whole = lookUp(HouseholdFacts.parse({
    event: { kind: 'birth', on: '2026-11-10' },
    residence: { province: '서울특별시', district: '동작구' },
    members: [
      { id: 'father', relation: 'head', birth: '1988-05-01', sex: 'male', livingTogether: true },
      { id: 'mother', relation: 'spouse', birth: '1990-05-01', sex: 'female', livingTogether: true },
      { id: 'first', relation: 'child', birth: '2021-03-02', sex: 'female', livingTogether: true },
      { id: 'newborn', relation: 'child', birth: '2026-11-10', sex: 'male', livingTogether: true },
      { id: 'grandmother', relation: 'parent', birth: '1950-05-01', sex: 'female', livingTogether: true },
    ],
  }), catalogue, today, texts)
  const sent = lookupForPage(whole)

  it('has the best twelve questions, and every verdict with every sentence', () => {
    expect(whole.questions.length).toBeGreaterThan(12)
    expect(sent.questions).toEqual(whole.questions.slice(0, 12))
    const sentences = ({ verdicts }: Lookup) => verdicts.map(({ serviceId, memberId, verdict, findings }) => [serviceId, memberId, verdict, findings.map(({ sentence }) => sentence.ko)])
    expect(sentences(sent)).toEqual(sentences(whole))
    expect(Lookup.safeParse(sent).error).toBeUndefined()
  })

  it('stays small enough to arrive at once', () => {
    expect(JSON.stringify(sent).length).toBeLessThan(550_000)
  })
})
