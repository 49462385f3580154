/**
 * What is left after a withdrawal, looked for in every table of the store: health after the consent to it was taken back,
 * another adult's name after theirs, everything after the household's day.
 */
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { destroyDue } from '#core/households/destroy-household'
import { memberRowId } from '#core/records/bodies/first-counselling'
import { agencyOf, draftFor, nameRecipients, openCase } from '../support/linking-at-desk'
import { aPhoto, asBase64 } from '../support/made-up-files'
import { openCounter } from '../support/open-counter'
import { aGoal, aMeasure, surveyed } from '../support/planned-case'
import { day, someStrokes } from '../support/visit-at-desk'

/** Written into fields that are meant for health, and into nothing else. */
const health = '표식병명'
/** The other adult, in the rows about them and in free words. */
const other = '표본배'
/** Written into every free text. */
const words = `표식말 ${other}`
const visitor = '표본순'

const seenRecord = ({ id, version }: { readonly id: string, readonly version: number }) => ({ recordId: id as never, seenVersion: version })

/** A case with everything that can be written about it. */
async function writtenEverywhere(counter: Counter) {
  const planner = counter.as('planner')
  const clerk = counter.as('clerk')
  await nameRecipients(counter, ['보기종합복지관'])
  const hall = await planner.referrals.addAgency({ agency: agencyOf({ name: '보기종합복지관' }) })
  const opened = await openCase(counter, { members: [{ name: other, relation: 'spouse', birth: '1950-01-01' }] })
  const { caseId, visit, personId } = opened
  const spouse = opened.members.find(({ name }) => name === other)!
  await visit.reload()
  const page = await clerk.consent.record({ ...visit.seen(), personId: spouse.id, signer: { name: other, capacity: 'self' }, answers: { 'collect': true, 'sensitive': true, 'third-party': true }, method: 'screen', strokes: someStrokes, confirmedByClerk: false, language: 'ko' })
  const consentOf = (id: string) => page.consents.find(consent => consent.personId === id)!.id

  const first = await planner.cases.page({ caseId })
  await planner.contacts.record({ caseId, seenVersion: first.case.version, channel: 'call', outcome: 'reached', note: words, nextTry: null, nextChannel: null, giftId: null, offers: [] })
  const record = async (kind: 'first-counselling' | 'crisis-check' | 'home-visit' | 'family-map' | 'closing' | 'plan', change: (body: Record<string, unknown>) => Record<string, unknown>) => {
    const begun = await planner.records.begin({ caseId, kind })
    const saved = await planner.records.save({ ...seenRecord(begun), body: { ...begun.body, ...change(begun.body) } })
    expect(saved.outcome).toBe('saved')
    return saved.record
  }
  await record('first-counselling', () => ({
    health,
    members: [{ id: memberRowId(personId), health, work: '', income: null }, { id: memberRowId(spouse.id), health, work: '표식일', income: 1 }],
    inUse: `표본서비스 (${other})`,
    informant: { name: other, relation: '배우자', phone: '010-0000-0099' },
    complaint: words,
  }))
  await surveyed(counter, caseId, { health: { level: 3, words: health, priority: 1 }, economy: { level: 2, words } })
  await record('crisis-check', () => ({ suicideNote: health, reasonsNote: words }))
  const plan = await record('plan', () => ({
    goals: [aGoal('goalhealth1', 'health', { words: health, goal: health, criterion: health }), aGoal('goalmoney1', 'economy', { words })],
    measures: [aMeasure('measure001', { goalId: 'goalhealth1', what: health, provider: health }), aMeasure('measure002', { goalId: 'goalmoney1', what: words })],
    reviewOn: '2026-12-23',
    note: words,
  }))
  await planner.plans.agree({ ...seenRecord(plan), personId: spouse.id, name: null, method: 'screen', strokes: someStrokes, why: '' })
  await record('home-visit', () => ({ health, met: 'family', metWhom: other, talk: words, agreed: words, signature: { name: other, personId: spouse.id, strokes: someStrokes } }))
  await record('family-map', ({ people, ties }) => ({ people, ties }))
  await record('closing', ({ summary }) => ({ summary: `${String(summary)}\n${words}` }))

  const referred = async (draft: Parameters<typeof draftFor>[1]) => {
    const { id, version } = await planner.referrals.begin({ caseId, agencyId: hall.id, draft: draftFor(personId, draft) })
    const sent = await planner.referrals.send({ referralId: id, seenVersion: version })
    return planner.referrals.answer({ referralId: id, seenVersion: sent.version, answer: 'accepted', on: day('2026-11-23'), note: draft?.need === 'health' ? health : words })
  }
  await referred({ need: 'health', why: health, asked: health, health, parts: ['name', 'needs', 'health'] })
  await referred({ why: words, asked: '밑반찬', parts: ['name', 'members'] })
  const { applications } = await planner.applications.begin({ caseId, serviceId: 'basic-pension' as never, personId: null })
  await planner.applications.begin({ caseId, serviceId: 'basic-pension' as never, personId: spouse.id })
  await planner.applications.save({ applicationId: applications[0]!.id, seenVersion: applications[0]!.version, form: '', note: words })
  const photo = { caseId, mediaType: 'image/jpeg' as const, base64: asBase64(aPhoto()), thumbnail: null }
  await planner.attachments.add({ ...photo, purpose: 'health', title: health })
  await planner.attachments.add({ ...photo, purpose: 'home', title: words })
  await planner.worklist.addTask({ caseId, what: words, dueOn: day('2026-11-30') })
  await planner.worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId, day: day('2026-11-30'), starts: null, minutes: 60, place: words, note: words, bring: words, caution: words })

  const lead = counter.as('lead')
  let meeting = await lead.meetings.plan({ kind: 'internal', scope: { of: 'office' }, day: day('2026-11-25'), starts: '10:00', minutes: 60, place: '', weekly: true, attendees: [counter.ids.lead, counter.ids.planner] })
  const { id: meetingId } = meeting.meeting
  if (!meeting.items.some(item => item.caseId === caseId))
    meeting = await lead.meetings.addItem({ meetingId, caseId, question: words })
  meeting = await lead.meetings.begin({ meetingId, seenVersion: meeting.meeting.version })
  const item = meeting.items.find(each => each.caseId === caseId)!
  const saved = await lead.meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: { ...item.draft, question: words, discussion: words, forOutside: health, why: words } })
  meeting = await lead.meetings.putOff({ itemId: item.id, seenVersion: saved.item.version, why: words })
  meeting = await lead.meetings.close({ meetingId, seenVersion: meeting.meeting.version })
  await lead.meetings.add({ meetingId, itemId: item.id, text: words })
  await lead.meetings.add({ meetingId, itemId: null, text: `${words} ${visitor}` })
  return { ...opened, spouse, consentOf, meetingId }
}

/** Where the words still stand, by table. */
async function placesOf(counter: Counter, text: string): Promise<string[]> {
  const tables = (await counter.db.introspection.getTables()).map(({ name }) => name)
  expect(tables).toContain('case_record_version')
  const found: string[] = []
  for (const table of tables) {
    const rows = await counter.db.selectFrom(table as 'case_event').selectAll().execute()
    if (JSON.stringify(rows).includes(text))
      found.push(table)
  }
  return found
}

describe('nothing is left in the store', () => {
  it('of health, once the consent to sensitive data is withdrawn; what was signed with it is signed no more', async () => {
    const counter = await openCounter()
    const { caseId, consentOf, personId, spouse } = await writtenEverywhere(counter)
    expect(await placesOf(counter, health)).toEqual(expect.arrayContaining(['attachment', 'case_record', 'case_record_version', 'meeting_item', 'referral', 'referral_event']))
    await counter.as('clerk').consent.withdraw({ consentId: consentOf(personId), items: ['sensitive'] })
    // The other adult's consent stands, and with it the row that names them.
    const rowOf = async () => JSON.stringify(await counter.db.selectFrom('case_record').select('body').where('kind', '=', 'first-counselling').execute()).split(health).length - 1
    expect(await rowOf()).toBe(1)
    await counter.as('clerk').consent.withdraw({ consentId: consentOf(spouse.id), items: ['sensitive'] })
    expect(await placesOf(counter, health)).toEqual([])
    const [plan] = (await counter.as('planner').records.list({ caseId })).filter(({ kind }) => kind === 'plan')
    const { body } = await counter.as('planner').records.read({ recordId: plan!.id })
    expect(body).toMatchObject({ agreed: null, goals: [{ area: 'health', goal: '' }, { area: 'economy', words }], measures: [{ id: 'measure002' }] })
    expect((await counter.as('planner').cases.page({ caseId })).events).toContainEqual(expect.objectContaining({ kind: 'plan-agreed', note: 'plan:agreement-cleared' }))
    // Referred for health: the agency is asked to destroy it, the referral itself goes on.
    const referrals = await counter.as('planner').referrals.ofCase({ caseId })
    expect(referrals.map(({ status, body: { need, why, callBack } }) => [status, need, why, callBack?.what]).sort()).toEqual([['accepted', null, '', 'health'], ['accepted', null, words, undefined]])
    expect((await counter.as('planner').cases.page({ caseId })).case.mainNeed).not.toBe('health')
    // Free words that say nowhere what they are about stay.
    expect(await placesOf(counter, '표식말')).toEqual(expect.arrayContaining(['case_event', 'case_task', 'appointment', 'meeting_item']))
  })

  it('of another adult, once theirs is withdrawn, but the consent that proves it; the others stay', async () => {
    const counter = await openCounter()
    const { caseId, consentOf, spouse } = await writtenEverywhere(counter)
    const [map] = (await counter.as('planner').records.list({ caseId })).filter(({ kind }) => kind === 'family-map')
    expect(JSON.stringify((await counter.as('planner').records.read({ recordId: map!.id })).body)).not.toContain('표본')
    expect((await counter.as('planner').familyMap.ofCase({ caseId, language: 'ko' })).genogram.alternative).toContain('표*배')
    await counter.as('clerk').consent.withdraw({ consentId: consentOf(spouse.id), items: ['collect'] })
    expect(await placesOf(counter, other)).toEqual(['consent'])
    expect(await placesOf(counter, '1950')).toEqual([])
    expect(await placesOf(counter, '표식일')).toEqual([])
    expect(await placesOf(counter, spouse.id)).toEqual(expect.not.arrayContaining(['case_record', 'case_record_version', 'person', 'fact']))
    const after = await counter.as('planner').familyMap.ofCase({ caseId, language: 'ko' })
    expect(after.genogram.alternative).not.toContain('표*배')
    expect(after.genogram.alternative).toContain('표*순')
    expect(await placesOf(counter, '표식말')).toEqual(expect.arrayContaining(['case_record', 'case_event', 'meeting', 'appointment']))
  })

  it('of anything that was written, once the household is destroyed', async () => {
    const counter = await openCounter()
    const { consentOf, personId } = await writtenEverywhere(counter)
    expect(await placesOf(counter, '표식말')).toEqual(expect.arrayContaining(['application', 'appointment', 'attachment', 'case_event', 'case_record', 'case_task', 'meeting', 'meeting_item', 'referral']))
    const { destroyOn } = await counter.as('clerk').consent.withdraw({ consentId: consentOf(personId), items: ['collect'] })
    expect(await destroyDue(counter.db, destroyOn!)).toBe(1)
    for (const text of [health, other, visitor, '표식말'])
      expect(await placesOf(counter, text), text).toEqual([])
  })
})

describe('a later "no" to sensitive data', () => {
  it('counts as the person\'s answer: nothing more is written, and what was written on the "yes" goes', async () => {
    const counter = await openCounter()
    const { caseId, visit, personId } = await openCase(counter)
    const planner = counter.as('planner')
    const begun = await planner.records.begin({ caseId, kind: 'first-counselling' })
    await planner.records.save({ ...seenRecord(begun), body: { ...begun.body, health, complaint: '표식말' } })
    counter.at('2026-11-24T10:00')
    const clerk = counter.as('clerk')
    const { visit: { version } } = await clerk.intake.page({ visitId: visit.visitId })
    await clerk.consent.record({ visitId: visit.visitId, seenVersion: version, personId, signer: { name: visitor, capacity: 'self' }, answers: { 'collect': true, 'sensitive': false, 'third-party': false }, method: 'screen', strokes: someStrokes, confirmedByClerk: false, language: 'ko' })
    expect(await placesOf(counter, health)).toEqual([])
    const record = await counter.as('planner').records.read({ recordId: begun.id })
    await expect(counter.as('planner').records.save({ ...seenRecord(record), body: { ...record.body, health } })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING', data: { places: ['health'] } })
    expect((await counter.as('planner').records.save({ ...seenRecord(record), body: { ...record.body, talk: '이어서' } })).outcome).toBe('saved')
  })

  it('of one adult leaves the other\'s row, and a row needs the consent of whom it names', async () => {
    const counter = await openCounter()
    const { caseId, personId, members } = await openCase(counter, { members: [{ name: other, relation: 'spouse', birth: '1950-01-01' }] })
    const spouse = members.find(({ name }) => name === other)!
    const planner = counter.as('planner')
    const begun = await planner.records.begin({ caseId, kind: 'first-counselling' })
    const rows = (of: string) => [{ id: memberRowId(of), health, work: '', income: null }]
    await expect(planner.records.save({ ...seenRecord(begun), body: { ...begun.body, members: rows(spouse.id) } })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
    expect((await planner.records.save({ ...seenRecord(begun), body: { ...begun.body, members: rows(personId) } })).outcome).toBe('saved')
    const paper = { caseId, mediaType: 'image/jpeg' as const, purpose: 'health' as const, title: '', base64: asBase64(aPhoto()), thumbnail: null }
    await expect(planner.attachments.add({ ...paper, personId: spouse.id })).rejects.toMatchObject({ code: 'SENSITIVE_NOT_CONSENTED' })
    await expect(planner.attachments.add({ ...paper, personId })).resolves.toMatchObject({ purpose: 'health' })
  })
})
