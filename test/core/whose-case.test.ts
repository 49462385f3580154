/**
 * Whose case it is, tried with every operation of the contract that names a case or something of one.
 *
 * The inputs are made from the contract's own schemas, so an operation that comes tomorrow is tried without anybody
 * thinking of it; one for which no input can be made fails here with its name.
 */
import type { Client } from '#core/contract'
import type { Role } from '#core/kernel/contract'
import type { RecordKind } from '#core/records/model'
import type { Operation } from '../support/contract-operations'
import type { KnownIds } from '../support/input-for'
import type { Counter, Seat } from '../support/open-counter'
import { createRouterClient } from '@orpc/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { RecordKind as Kinds } from '#core/records/model'
import { router } from '#core/router'
import { inTeams, openCase } from '../support/case-at-desk'
import { call, operations } from '../support/contract-operations'
import { inputsFor, names } from '../support/input-for'
import { openCounter } from '../support/open-counter'
import { day } from '../support/visit-at-desk'

/** Of a case itself and of what is written in it. */
const ofCase = new Set(['caseId', 'caseIds', 'recordId', 'referralId', 'applicationId', 'attachmentId'])
/** Of somebody's own desk: colleagues may be refused too. */
const ofDesk = new Set(['taskId', 'appointmentId', 'appointmentIds', 'transferId', 'approvalId'])
const every = new Set([...ofCase, ...ofDesk])
const denials = new Set(['NOT_PERMITTED', 'CASE_NOT_FOUND', 'RECORD_NOT_FOUND', 'REFERRAL_NOT_FOUND', 'APPLICATION_NOT_FOUND', 'ATTACHMENT_NOT_FOUND', 'TASK_NOT_FOUND', 'APPOINTMENT_NOT_FOUND', 'TRANSFER_NOT_FOUND', 'APPROVAL_NOT_FOUND'])

const about = (wanted: ReadonlySet<string>): readonly Operation[] => operations.filter(({ input }) => names(input as never, wanted))
const permits = ({ meta }: Operation, ...roles: readonly Role[]): boolean => meta.roles !== 'anyone' && roles.some(role => (meta.roles as readonly Role[]).includes(role))

let counter: Counter
let known: readonly KnownIds[]
let meetingId: string
/** Of the case as it stands: whoever has no business with it is refused with the right version too. */
let version: number
/** What nobody else may read of the case. */
const name = '표본비밀'
const secrets = ['표**밀', name]

beforeAll(async () => {
  counter = await openCounter({ drawSheet: async () => ({ base64: '', pages: 1 }) })
  await inTeams(counter, { planner: '표본하나팀', secondPlanner: '표본둘팀' })
  const found = await openCase(counter, { name })
  known = await idsOf(found.id)
  version = (await counter.as('lead').cases.page({ caseId: found.id })).case.version
})

/** Real ids of the case, once for each kind of record. */
async function idsOf(caseId: string): Promise<KnownIds[]> {
  const { db, host, ids } = counter
  const planner = counter.as('planner')
  const { household } = await planner.cases.page({ caseId: caseId as never })
  const personId = household.members[0]!.id
  const agency = await planner.referrals.addAgency({ agency: { name: '표본기관', fields: ['welfare'], sector: 'public', area: '', contact: '', phone: null, fax: null, address: '', note: '', capacity: null } })
  const draft = { personId, field: 'welfare' as const, need: null, why: '표본', asked: '표본', parts: ['name' as const], health: '' }
  const referral = await planner.referrals.begin({ caseId: caseId as never, agencyId: agency.id, draft })
  const applications = await planner.applications.begin({ caseId: caseId as never, serviceId: 'basic-pension' as never, personId })
  const at = host.now()
  const made = { taskId: host.newId(), appointmentId: host.newId(), attachmentId: host.newId(), transferId: host.newId(), approvalId: host.newId() }
  const common = { case_id: caseId, meeting_id: null, created_at: at, version: 1 }
  await db.insertInto('case_task').values({ ...common, id: made.taskId, kind: 'free', what: name, due_on: '2026-11-30', staff_id: ids.planner, who: null, subject: null, created_by: ids.planner, done_at: null, done_by: null }).execute()
  await db.insertInto('appointment').values({ ...common, id: made.appointmentId, kind: 'home-visit', day: '2026-11-30', starts: null, minutes: 60, status: 'planned', staff_id: ids.planner, place: null, note: null, record_id: null, place_in_day: 0 }).execute()
  const records: Partial<Record<RecordKind, string>> = {}
  for (const kind of Kinds.options)
    records[kind] = (await planner.records.begin({ caseId: caseId as never, kind })).id
  await db.insertInto('case_approval').values({ id: made.approvalId, case_id: caseId, kind: 'plan', subject: records.plan ?? null, note: null, asked_at: at, asked_by: ids.planner, status: 'asked', answered_at: null, answered_by: null, answer: null }).execute()
  // Offered to the lead's chair: neither the stranger nor the colleague is whom it is offered to.
  await db.insertInto('case_transfer').values({ id: made.transferId, case_id: caseId, from_staff_id: ids.planner, to_staff_id: ids.lead, why: '표본', asked_at: at, asked_by: ids.planner, status: 'asked', answered_at: null, answer: null }).execute()
  const meeting = await counter.as('lead').meetings.plan({ kind: 'internal', scope: { of: 'planner', staffId: ids.admin }, day: day('2026-11-30'), starts: '14:00', minutes: 60, place: null, weekly: false, attendees: [ids.planner, ids.secondPlanner] })
  meetingId = meeting.meeting.id
  const rest = {
    ...made,
    meetingId,
    caseId,
    caseIds: caseId,
    appointmentIds: made.appointmentId,
    referralId: referral.id,
    applicationId: applications.applications[0]!.id,
    agencyId: agency.id,
    personId,
    serviceId: 'basic-pension',
    staffId: ids.planner,
    plannerId: ids.secondPlanner,
    toStaffId: ids.secondPlanner,
  } as unknown as KnownIds
  return Kinds.options.map(kind => ({ ...rest, recordId: records[kind] ?? '' }))
}

/** What an operation before may have taken away for good. */
async function putBack(): Promise<void> {
  const { attachmentId, caseId } = known[0]!
  await counter.db.insertInto('attachment').values({ id: attachmentId!, case_id: caseId!, record_id: null, person_id: null, media_type: 'image/jpeg', title: '표본', purpose: 'other', keep_until: '2027-11-23', at: counter.host.now(), staff_id: counter.ids.planner, bytes_long: 4, bytes: new Uint8Array([1, 2, 3, 4]), thumbnail: null })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

interface Tried { readonly operation: string, readonly outcome: string, readonly answer: unknown }

/** Every input that an operation accepts for the case, as somebody. With a version of its own making nothing is changed, so one center serves all. */
async function tryAll(client: Client, operation: Operation, wanted: ReadonlySet<string>, seenVersion = 999): Promise<Tried[]> {
  await putBack()
  const inputs = [...new Map(known.map(ids => ({ ...ids, seenVersion }) as unknown as KnownIds).flatMap(ids => inputsFor(operation, ids, wanted)).map(input => [JSON.stringify(input), input])).values()]
  const tried: Tried[] = []
  for (const input of inputs) {
    const outcome = await call(client, operation, input).then(answer => ({ outcome: 'answered', answer }), (error: { code?: string }) => ({ outcome: error.code ?? String(error), answer: undefined }))
    tried.push({ operation: `${operation.name} ${JSON.stringify(Object.keys(input as object))}`, ...outcome })
  }
  return tried
}

/** Refused as if there were no such case, or an answer in which nothing of it stands (a list of rows, a preview line by line). */
function isDenied({ outcome, answer }: Tried, { refusals }: Operation): boolean {
  // All or nothing over several cases: it says no more than that something is not as seen, with the version that is right.
  if (outcome === 'CHANGED_MEANWHILE' && !refusals.some(code => denials.has(code) && code !== 'NOT_PERMITTED'))
    return true
  const said = JSON.stringify(answer ?? null)
  return denials.has(outcome) || (outcome === 'answered' && !secrets.some(secret => said.includes(secret)) && !said.includes('"refused":null'))
}
const isLetThrough = ({ outcome, answer }: Tried): boolean =>
  outcome !== 'INTERNAL_SERVER_ERROR' && !denials.has(outcome) && !(outcome === 'answered' && JSON.stringify(answer ?? null).includes('"refused":"CASE_NOT_FOUND"'))

async function leaks(client: Client, among: readonly Operation[], wanted: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  for (const operation of among)
    found.push(...(await tryAll(client, operation, wanted, version)).filter(tried => !isDenied(tried, operation)).map(({ operation, outcome }) => `${operation}: ${outcome}`))
  return found
}

/** Of an operation about several kinds of record one kind must get through. */
async function shutOut(client: Client, among: readonly Operation[], wanted: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  for (const operation of among) {
    const tried = await tryAll(client, operation, wanted)
    if (!tried.some(isLetThrough))
      found.push(`${operation.name}: ${[...new Set(tried.map(({ outcome }) => outcome))].join(', ')}`)
  }
  return found
}

/** Somebody with an account that none of the usual seats has. */
async function newcomer(roles: readonly Role[], more: { readonly team?: string } = {}): Promise<{ readonly id: string, readonly client: Client }> {
  const { db, host } = counter
  const id = host.newId()
  await db.insertInto('staff').values({ id, name: `표본${id.slice(-6)}`, roles: JSON.stringify(roles), areas: '[]', phone: null, active: 1, absent_from: null, absent_until: null, version: 1, ...more }).execute()
  await db.insertInto('meeting_attendee').values({ meeting_id: meetingId, staff_id: id, presence: 'invited' }).execute()
  host.sessions.start(id, id as never, host.now())
  return { id, client: createRouterClient(router, { context: { host, connection: { place: 'test', local: true, token: () => id, keepToken: () => undefined } } }) as Client }
}

it('the contract names cases and what is in them in many operations, and an input can be made for each', () => {
  expect(about(ofCase).length).toBeGreaterThan(50)
  for (const operation of about(every))
    expect(inputsFor(operation, known[0]!, every).length, operation.name).toBeGreaterThan(0)
})

describe('a case of the first team', () => {
  it('is as if it were not there for a planner of the second team', async () => {
    expect(await leaks(counter.as('secondPlanner'), about(every), every)).toEqual([])
  })

  it.each<Seat>(['clerk', 'admin'])('is closed to the %s', async (seat) => {
    expect(await leaks(counter.as(seat), about(ofCase), ofCase)).toEqual([])
  })

  it('is closed to an outside member of the meeting', async () => {
    const { client } = await newcomer(['outside'])
    const found: string[] = []
    for (const operation of about(every))
      found.push(...(await tryAll(client, operation, every)).filter(({ outcome }) => outcome !== 'NOT_PERMITTED').map(({ operation, outcome }) => `${operation}: ${outcome}`))
    expect(found).toEqual([])
  })

  it('is open to a colleague of the same team, and to the lead', async () => {
    const { client } = await newcomer(['planner'], { team: '표본하나팀' })
    expect(await shutOut(client, about(ofCase).filter(operation => permits(operation, 'planner')), ofCase)).toEqual([])
    expect(await shutOut(counter.as('lead'), about(ofCase).filter(operation => permits(operation, 'lead')), ofCase)).toEqual([])
  })

  it('is closed to a planner without a team, however many others are in none', async () => {
    const { client } = await newcomer(['planner'])
    expect(await leaks(client, about(every), every)).toEqual([])
  })

  it('is open to the deputy only while its planner is absent', async () => {
    const { client, id } = await newcomer(['planner'], { team: '표본둘팀' })
    const { db, ids } = counter
    const among = about(ofCase).filter(operation => permits(operation, 'planner'))
    const absent = (from: string, until: string) => db.updateTable('staff').set({ deputy_id: id, absent_from: day(from), absent_until: day(until) }).where('id', '=', ids.planner).execute()
    await absent('2026-11-24', '2026-11-27')
    expect(await leaks(client, among, ofCase)).toEqual([])
    await absent('2026-11-23', '2026-11-23')
    expect(await shutOut(client, among, ofCase)).toEqual([])
    await absent('2026-11-20', '2026-11-22')
    expect(await leaks(client, among, ofCase)).toEqual([])
  })

  it('is closed at once to a colleague who changes the team', async () => {
    const { client, id } = await newcomer(['planner'], { team: '표본하나팀' })
    const [reading] = about(ofCase).filter(({ name }) => name === 'cases.page')
    expect((await tryAll(client, reading!, ofCase)).every(isLetThrough)).toBe(true)
    await counter.db.updateTable('staff').set({ team: '표본둘팀' }).where('id', '=', id).execute()
    expect((await tryAll(client, reading!, ofCase)).map(({ outcome }) => outcome)).toEqual(['CASE_NOT_FOUND'])
  })
})
