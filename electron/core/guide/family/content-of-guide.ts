/**
 * What a family guide says, as plain data: everything of the family, the catalogue, the office and its directory that
 * comes to stand on it, by its Korean original.
 *
 * What mere time changes is left out: a deadline counts with its last day and not with the days that are left, an age
 * with the birth day, and the years to come, whose window moves on every day, with the birth days and verdicts that
 * they follow from. What the family chose for its paper, language and edition change nothing of it.
 */
import type { ServiceCard } from '../../eligibility/contract.ts'
import type { RecordDetails } from '../../eligibility/model.ts'
import type { Finding, ServiceVerdict } from '../../eligibility/verdict.ts'
import type { EventNoteView } from '../../intake/model.ts'
import type { GuideData } from './guide-data.ts'
import { nameableAgencies, wantedFields } from './guide-agencies.ts'
import { guideEntries, receivedServices } from './guide-entries.ts'

export function contentOfGuide(data: GuideData) {
  const { event, dong, members, planner, office, marks, notes, lookup, records = [], openlyTold, services } = data
  const entries = guideEntries(data, data.on)
  const wanted = wantedFields(entries)
  return {
    event,
    dong,
    office: office && [office.name.province, office.name.district, office.name.dong, office.phone, office.paper?.footer?.ko ?? null],
    members: members.map(({ id, name, relation, birth, diedOn }) => [id, name, relation, birth, diedOn]),
    planner: planner && [planner.name, planner.phone],
    marks: sorted(Object.entries(marks)),
    notes: sorted(notes.map(noteOf)),
    verdicts: sorted(entries.map(({ verdict }) => verdictOf(verdict))),
    services: sorted([...new Map(entries.map(({ card }) => [card.id, card])).values()].map(cardOf)),
    received: sorted(receivedServices(data).map(({ id, name }) => [id, name.ko])),
    unlikely: sorted(lookup.verdicts.filter(({ serviceId, verdict }) => verdict === 'unlikely' && openlyTold?.has(serviceId))
      .map(({ serviceId, memberId, findings }) => [serviceId, memberId, services[serviceId]?.name.ko ?? null, findings.map(findingOf)])),
    questions: sorted(lookup.questions.map(({ question, sentence }) => [question.about, question.fact ?? null, question.service ?? null, question.memberId, ageless(sentence.ko)])),
    records: sorted(records.filter(({ discreet }) => !discreet).map(recordOf)),
    agencies: sorted(nameableAgencies(data).filter(({ fields }) => fields.some(field => wanted.has(field))).map(({ name, phone, way }) => [name, phone, way])),
  }
}

const noteOf = ({ id, kind, text, where, phone, toCheck, deadline }: EventNoteView) =>
  [id, kind, text.ko, where?.ko ?? null, phone ?? null, toCheck, deadline ? [deadline.lastDay, deadline.sentence.ko] : null]

const verdictOf = ({ serviceId, memberId, verdict, amount, deadline, findings, toCheck }: ServiceVerdict) =>
  [serviceId, memberId, verdict, amount?.ko ?? null, deadline ? [deadline.lastDay, deadline.sentence.ko] : null, findings.map(findingOf), toCheck.map(({ ko }) => ko)]

const findingOf = ({ outcome, sentence, margin }: Finding) => [outcome, ageless(sentence.ko), margin ?? null]

const cardOf = ({ id, kind, name, summary, agency, applyAt, how, phone, url, bring }: ServiceCard) =>
  [id, kind, name.ko, summary.ko, agency.ko, applyAt.ko, how.ko, phone ?? null, url ?? null, bring.map(({ name, issuedAt }) => [name.ko, issuedAt.ko])]

const recordOf = ({ record, place, published }: RecordDetails) =>
  [record.id, record.name, record.agency, record.summary ?? null, record.forWhom ?? null, record.benefit ?? null, record.url ?? null, record.contacts.map(({ name, phone }) => [name ?? null, phone ?? null]), place.ko, published.ko]

/** "만 41세예요", "생후 3개월이에요", "올해 기준 41세예요": an age as of today, which the birth day stands for. The ages of a condition stay. */
const ageless = (sentence: string): string => sentence.replace(/(만|생후|올해 기준) \d+(세예요|개월이에요)/g, '$1 $2')

/** The order of a lookup follows the deadlines that run, and with them the day. */
const sorted = (rows: readonly unknown[]): string[] => rows.map(row => JSON.stringify(row)).toSorted()
