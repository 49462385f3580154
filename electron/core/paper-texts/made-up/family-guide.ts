/** The family guide of a made-up family with a child just born, looked up in the catalogue in force. */
import type { GuideData } from '../../guide/family/guide-data.ts'
import type { MadeUpAt } from './index.ts'
import { familyOn } from '../../catalogue/editor/try/aged-family.ts'
import { catalogueInForce } from '../../catalogue/read-in-force.ts'
import { lookUp } from '../../eligibility/look-up.ts'
import { serviceCards } from '../../eligibility/service-card.ts'
import { eligibilityTexts } from '../../eligibility/texts-of-host.ts'
import { lookAhead } from '../../eligibility/timeline/look-ahead.ts'
import { notesForEvent } from '../../policy/notes-for-event.ts'
import { holidaySet } from '../../policy/working-days.ts'
import { exampleWithChild, names, phone } from './people.ts'

export async function familyGuide({ db, host, on, office }: MadeUpAt): Promise<GuideData> {
  const catalogue = await catalogueInForce(db, host)
  const words = eligibilityTexts(host.texts)
  const { province, district } = office.name
  const { household } = familyOn(exampleWithChild(host), { province, district }, on)
  const lookup = lookUp(household, catalogue, on, words)
  return {
    on,
    office,
    dong: office.name.dong,
    event: 'birth',
    notes: notesForEvent(host.eventNotes(), { event: 'birth', ...household.event?.on ? { bornOn: household.event.on } : {} }, on, holidaySet(catalogue.holidays)),
    members: household.members.map(({ id, relation, birth, diedOn }) => ({ id, name: relation === 'head' ? names.resident : null, relation, birth: birth ?? null, diedOn: diedOn ?? null })),
    marks: {},
    lookup,
    ahead: lookAhead(household, catalogue, on, words),
    services: serviceCards(catalogue, lookup.verdicts.map(({ serviceId }) => serviceId)),
    planner: { name: names.planner, phone },
  }
}
