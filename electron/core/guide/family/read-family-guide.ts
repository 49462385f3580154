/** Reading what a family guide is made of; the lookup is done anew, so that the paper shows today's figures and whatever was answered last. */
import type { Desk } from '../../door.ts'
import type { VisitRow } from '../../intake/find-visit.ts'
import type { Office } from '../sheet-frame.ts'
import type { GuideAgency, GuideChoices, GuideData } from './guide-data.ts'
import { ORPCError } from '@orpc/server'
import { readCaseOfVisit } from '../../cases/read-case.ts'
import { catalogueInForce } from '../../catalogue/read-in-force.ts'
import { factsOfHousehold, lookupOf } from '../../eligibility/look-up-visit.ts'
import { recordDetails } from '../../eligibility/official/record-details.ts'
import { officialWords } from '../../eligibility/official/words.ts'
import { openlyTold } from '../../eligibility/openly-told.ts'
import { readMarks } from '../../eligibility/read-marks.ts'
import { serviceCards } from '../../eligibility/service-card.ts'
import { eligibilityTexts } from '../../eligibility/texts-of-host.ts'
import { lookAhead } from '../../eligibility/timeline/look-ahead.ts'
import { readHousehold } from '../../households/read-household.ts'
import { withConsent } from '../../intake/hold-visit.ts'
import { visitPage } from '../../intake/visit-page.ts'
import { readAgencies } from '../../referrals/read-agencies.ts'
import { findStaff } from '../../staff/read-staff.ts'

type Reader = Pick<Desk, 'db' | 'host' | 'today' | 'now' | 'caller' | 'about' | 'connection'>

/** @throws {ORPCError} CONSENT_MISSING */
export async function readFamilyGuide(desk: Reader, visit: VisitRow, office: Office, choices: GuideChoices): Promise<GuideData> {
  const { db, host, today } = desk
  const lookup = await lookupOf(desk, visit)
  const household = await readHousehold(db, withConsent(visit).household_id, today)
  if (!household)
    throw new ORPCError('CONSENT_MISSING')
  const page = await visitPage(desk, visit.id)
  const assigned = await readCaseOfVisit(db, visit.id)
  const planner = assigned?.planner ? await findStaff(db, assigned.planner.id) : undefined
  const catalogue = await catalogueInForce(db, host)
  const marks = await readMarks(db, visit.id)
  const words = officialWords(host.texts)
  return {
    on: today,
    office,
    dong: visit.dong,
    event: page.visit.event,
    notes: page.notes,
    members: household.members.map(({ id, name, relation, birth, diedOn }) => ({ id, name, relation, birth, diedOn })),
    visitorId: household.members.find(({ visitor }) => visitor)?.id ?? null,
    marks,
    records: Object.keys(marks).flatMap(id => recordDetails(catalogue, id, words) ?? []),
    lookup,
    ahead: lookAhead(await factsOfHousehold(desk, visit), catalogue, today, eligibilityTexts(host.texts)),
    services: serviceCards(catalogue, lookup.verdicts.map(({ serviceId }) => serviceId)),
    openlyTold: openlyTold(catalogue),
    agencies: await agenciesFor(desk, visit.dong, office),
    planner: planner ? { name: planner.name, phone: planner.phone } : null,
    choices,
    partlyEnglish: host.translation !== undefined,
  }
}

/** In use, and serving everywhere or this place by what the office wrote: its dong, its district or its province. */
async function agenciesFor({ db }: Pick<Reader, 'db'>, dong: string | null, { name }: Office): Promise<GuideAgency[]> {
  const places = [dong, name.dong, name.district, name.province.slice(0, 2)].filter(place => place !== null && place !== '')
  return (await readAgencies(db))
    .filter(({ active, area }) => active && (area === '' || places.some(place => area.includes(place!))))
    .map(({ name, fields, phone, directions, address }) => ({ name, fields, phone, way: directions || address }))
}
