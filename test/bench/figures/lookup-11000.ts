/** Five people against 11,000 official records and the rules that ship, all in one lookup; making the index is set-up. */
import type { Figure } from '../run.ts'
import { join } from 'node:path'
import { lookUp } from '#core/eligibility/look-up'
import { lookUpRecords } from '#core/eligibility/official/look-up-records'
import { officialWords } from '#core/eligibility/official/words'
import { PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { loadRecords } from '#server/load-records'
import { loadEligibilityTexts } from '#server/load-texts'
import { readPlaces } from '#server/places'
import { readTexts } from '#server/read-texts'
import { asCatalogue, gov24Records, manyRecords } from '../../support/official-records.ts'
import { familyOfFive } from '../family-of-five.ts'
import { medianMs, rounded } from '../median.ts'

const resources = join(import.meta.dirname, '../../../resources')
const count = 11_000

export async function measure(): Promise<Figure> {
  const rules = await loadPolicy(join(resources, 'policy'))
  const shipped = await loadRecords(join(resources, 'catalogue'))
  const { districts } = await readPlaces(join(resources, 'places/seoul.json'))
  // Every record that a district has lies in Seoul here, which is fuller than the country is.
  const places = Object.entries(districts).flatMap(([province, of]) => of.map(district => ({ province, district })))
  const catalogue = { ...rules, records: asCatalogue(manyRecords([...shipped.records.values(), ...gov24Records()], count, places)) }
  const texts = await loadEligibilityTexts(join(resources, 'texts'))
  const words = officialWords(await readTexts(join(resources, 'texts')))
  const today = PlainDate.parse('2026-11-22')
  const look = () => [lookUp(familyOfFive, catalogue, today, texts), lookUpRecords(familyOfFive, catalogue, today, words)]
  look()
  const value = await medianMs(51, look)
  return { name: 'lookup-11000', value: rounded(value), unit: `ms (5 people, ${catalogue.records.size} official records and ${catalogue.services.size} rules with all reasons)` }
}
