/** Five people against the whole catalogue, with reasons, deadlines and next questions. */
import type { Figure } from '../run.ts'
import { join } from 'node:path'
import { lookUp } from '#core/eligibility/look-up'
import { PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { loadEligibilityTexts } from '#server/load-texts'
import { familyOfFive } from '../family-of-five.ts'
import { medianMs, rounded } from '../median.ts'

const resources = join(import.meta.dirname, '../../../resources')

export async function measure(): Promise<Figure> {
  const catalogue = await loadPolicy(join(resources, 'policy'))
  const texts = await loadEligibilityTexts(join(resources, 'texts'))
  const today = PlainDate.parse('2026-11-22')
  lookUp(familyOfFive, catalogue, today, texts)
  const value = await medianMs(51, () => lookUp(familyOfFive, catalogue, today, texts))
  return { name: 'lookup-household', value: rounded(value), unit: `ms (${catalogue.services.size} services, 5 people, all reasons)` }
}
