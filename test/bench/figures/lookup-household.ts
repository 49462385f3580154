/** Five people against the whole catalogue, with reasons, deadlines and next questions. */
import type { Figure } from '../run.ts'
import { join } from 'node:path'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { loadEligibilityTexts } from '#server/load-texts'
import { medianMs, rounded } from '../median.ts'

const resources = join(import.meta.dirname, '../../../resources')

export async function measure(): Promise<Figure> {
  const catalogue = await loadPolicy(join(resources, 'policy'))
  const texts = await loadEligibilityTexts(join(resources, 'texts'))
  const today = PlainDate.parse('2026-11-22')
  const family = HouseholdFacts.parse({
    event: { kind: 'birth', on: '2026-11-10' },
    residence: { province: '서울특별시', district: '동작구' },
    members: [
      { id: 'father', relation: 'head', birth: '1988-05-01', sex: 'male', livingTogether: true, facts: { employment: 'employed' } },
      { id: 'mother', relation: 'spouse', birth: '1990-05-01', sex: 'female', livingTogether: true },
      { id: 'first', relation: 'child', birth: '2021-03-02', sex: 'female', livingTogether: true },
      { id: 'newborn', relation: 'child', birth: '2026-11-10', sex: 'male', livingTogether: true },
      { id: 'grandmother', relation: 'parent', birth: '1950-05-01', sex: 'female', livingTogether: true },
    ],
  })
  lookUp(family, catalogue, today, texts)
  const value = await medianMs(51, () => lookUp(family, catalogue, today, texts))
  return { name: 'lookup-household', value: rounded(value), unit: `ms (${catalogue.services.size} services, 5 people, all reasons)` }
}
