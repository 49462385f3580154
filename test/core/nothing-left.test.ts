/** After the day on which a withdrawn household is destroyed, no table of the store holds a word that came from it. */
import type { Client } from '#core/contract'
import type { Schema } from '#core/store/schema'
import type { Counter } from '../support/open-counter'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { destroyDue } from '#core/households/destroy-household'
import { agencyOf, draftFor, nameRecipients, openCase } from '../support/linking-at-desk'
import { aPhoto, asBase64 } from '../support/made-up-files'
import { openCounter } from '../support/open-counter'
import { day } from '../support/visit-at-desk'

const name = '표본거둠'
const said = '아무도몰라야할말'
const hall = '표본종합사회복지관'
/** The household's own: its name, birth day, street, number, and every free text that is written about it below. */
const traces = [name, '표**둠', '1944-05-01', '예시로 1', '101호', '010-0000-0001', said]

type Body = Record<string, unknown>
/** Every free text of a body, whatever its kind, says the word; what it is known by stays. */
const withWords = (body: Body, texts: readonly string[]): Body => ({ ...body, ...Object.fromEntries(texts.map(text => [text, said])) })

async function write({ records }: Client, caseId: string, kind: 'first-counselling' | 'needs-survey' | 'crisis-check' | 'closing', texts: readonly string[]): Promise<void> {
  const begun = await records.begin({ caseId: caseId as never, kind })
  await records.save({ recordId: begun.id, seenVersion: begun.version, body: withWords(begun.body, texts) })
}

async function dump({ db }: Counter): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'`.execute(db)
  const tables = await Promise.all(rows.map(async ({ name: table }) => [table, JSON.stringify(await db.selectFrom(table as keyof Schema).selectAll().execute())] as const))
  return Object.fromEntries(tables)
}
const tablesWith = (dumped: Record<string, string>): string[] => Object.entries(dumped).filter(([, rows]) => traces.some(trace => rows.includes(trace))).map(([table]) => table)

it('leaves no word of a household in any table', async () => {
  const counter = await openCounter({ moment: '2026-11-23T10:00' })
  const { as, ids, db } = counter
  await nameRecipients(counter, [hall])
  const planner = as('planner')
  const agency = await planner.referrals.addAgency({ agency: agencyOf({ name: hall }) })
  const { caseId, personId, consentId } = await openCase(counter, { name })
  const seen = async () => ({ caseId, seenVersion: (await planner.cases.page({ caseId })).case.version })

  await planner.cases.recordContact({ ...await seen(), channel: 'call', outcome: 'reached', note: said, nextTry: null })
  await write(planner, caseId, 'first-counselling', ['complaint', 'talk', 'opinion', 'inUse'])
  await write(planner, caseId, 'needs-survey', ['summary'])
  await write(planner, caseId, 'crisis-check', ['reasonsNote', 'note'])
  await write(planner, caseId, 'closing', ['summary'])
  const visit = await planner.homeVisits.begin({ caseId, appointmentId: null })
  await planner.records.save({ recordId: visit.id, seenVersion: visit.version, body: withWords(visit.body, ['talk', 'agreed', 'next']) })
  await planner.worklist.addTask({ caseId, what: said, dueOn: day('2026-11-24') })
  await planner.worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId, day: day('2026-11-25'), starts: null, minutes: 30, staffId: ids.planner, place: said, note: said, bring: said, caution: said } as never)
  await planner.clocks.pause({ ...await seen(), reason: 'other', from: day('2026-11-23'), note: said })
  await planner.team.setUrgency({ ...await seen(), urgency: 'soon', why: said })
  await planner.team.offer({ ...await seen(), toStaffId: ids.secondPlanner, why: said })
  await planner.attachments.add({ caseId, mediaType: 'image/jpeg', purpose: 'home', title: said, base64: asBase64(aPhoto()), thumbnail: asBase64(aPhoto(200)) })
  const draft = await planner.referrals.begin({ caseId, agencyId: agency.id, draft: draftFor(personId, { asked: said, why: said }) })
  const sent = await planner.referrals.send({ referralId: draft.id, seenVersion: draft.version })
  await planner.referrals.answer({ referralId: sent.id, seenVersion: sent.version, answer: 'accepted', on: day('2026-11-23'), note: said })
  await planner.applications.begin({ caseId, serviceId: 'basic-pension' as never, personId })
  const { meeting } = await as('lead').meetings.plan({ kind: 'outside', scope: { of: 'office' }, day: day('2026-11-23'), starts: '15:00', minutes: 60, place: null, weekly: false, attendees: [ids.lead, ids.planner, ids.outside] })
  const added = await as('lead').meetings.addItem({ meetingId: meeting.id, caseId, question: said }).catch(() => as('lead').meetings.page({ meetingId: meeting.id }))
  const item = added.items.find(each => each.caseId === caseId)!
  const saved = await as('lead').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: { ...item.draft, question: said, discussion: said, forOutside: said, why: said, lead: { sector: 'public', who: '표본동' }, tasks: [{ id: 'task01', what: said, staffId: ids.planner, who: '', dueOn: day('2026-11-30') }] } as never })
  await as('lead').meetings.begin({ meetingId: meeting.id, seenVersion: added.meeting.version })
  await as('lead').meetings.decide({ itemId: item.id, seenVersion: saved.item.version, decision: 'integrated' })
  await as('outside').meetings.outside.saveOpinion({ itemId: item.id, seenVersion: 0, text: said })

  // Looking for the words proves something only where they stood before.
  expect(tablesWith(await dump(counter))).toEqual(expect.arrayContaining(['appointment', 'attachment', 'case_event', 'case_pause', 'case_record', 'case_record_version', 'case_task', 'case_transfer', 'consent', 'household', 'meeting_item', 'person', 'referral', 'referral_event']))

  const { destroyOn } = await as('clerk').consent.withdraw({ consentId, items: ['collect'] })
  expect(await destroyDue(db, destroyOn!)).toBe(1)
  expect(tablesWith(await dump(counter))).toEqual([])
})
