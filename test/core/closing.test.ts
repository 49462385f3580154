import type { Closing } from '#core/records/bodies/closing'
import type { RecordView } from '#core/records/model'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { endAfterCareDue } from '#core/closing/end-after-care'
import { AfterCareSettings } from '#core/closing/model'
import { agencyOf, draftFor } from '../support/linking-at-desk'
import { openCounter } from '../support/open-counter'
import { aGoal, finishedPlan, reachedCase, selectedFor, surveyed } from '../support/planned-case'
import { day, someStrokes } from '../support/visit-at-desk'

const seenOf = ({ id, version }: RecordView) => ({ recordId: id, seenVersion: version })
const rowOf = (counter: Counter, caseId: string) => counter.db.selectFrom('welfare_case').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()
const openTasks = (counter: Counter, caseId: string) => counter.db.selectFrom('case_task').select(['kind', 'what', 'due_on']).where('case_id', '=', caseId).where('done_at', 'is', null).orderBy('due_on').execute()
const seenCase = async (counter: Counter, caseId: string) => ({ caseId: caseId as never, seenVersion: (await rowOf(counter, caseId)).version })

async function writtenClosing(counter: Counter, caseId: string, change: Partial<Closing> = {}): Promise<RecordView> {
  const { records } = counter.as('planner')
  const begun = await records.begin({ caseId: caseId as never, kind: 'closing' })
  const { record } = await records.save({ ...seenOf(begun), body: { ...begun.body, reason: 'improved', summary: '표본 요약', ...change } })
  return record
}
const askedClosing = async (counter: Counter, caseId: string, change: Partial<Closing> = {}): Promise<RecordView> =>
  counter.as('planner').closing.ask(seenOf(await writtenClosing(counter, caseId, change)))
async function approve(counter: Counter): Promise<void> {
  const [waiting] = await counter.as('lead').plans.waiting()
  await counter.as('lead').plans.approve({ approvalId: waiting!.id, seenVersion: waiting!.recordVersion })
}
async function closedCase(counter: Counter, change: Partial<Closing> = {}) {
  const reached = await reachedCase(counter)
  await surveyed(counter, reached.caseId, { economy: { level: 3 } })
  await askedClosing(counter, reached.caseId, change)
  await approve(counter)
  return reached
}

describe('closing a case', () => {
  it('is filled in from the goals of the plan and from the needs of the first survey against today\'s', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, { economy: { level: 4 }, social: { level: 2 } })
    await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy', { goal: '밀린 월세 내기', state: 'achieved' }), aGoal('goal0002', 'social', { goal: '주 1회 모임', state: 'partly' })] })
    counter.at('2027-03-02T10:00')
    await surveyed(counter, caseId, { economy: { level: 1 }, social: { level: 2 } })
    const body = (await counter.as('planner').records.begin({ caseId, kind: 'closing' })).body as Closing
    expect(body).toMatchObject({ on: '2027-03-02', reason: null })
    expect(body.summary).toContain('- [경제] 밀린 월세 내기: 이룸')
    expect(body.summary).toContain('- [사회적 관계] 주 1회 모임: 일부 이룸')
    expect(body.summary).toContain('- 경제: 4 → 1')
    expect((await counter.as('planner').closing.page({ caseId })).needs).toContainEqual({ area: 'economy', first: 4, now: 1 })
  })

  it('proposes "goals reached" only where every goal was', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy', { state: 'achieved' })] })
    expect((await counter.as('planner').records.begin({ caseId, kind: 'closing' })).body).toMatchObject({ reason: 'goals-reached', criteria: ['goals-reached'] })
  })

  it('asks the lead, with the case at closing and its clocks at rest, and names what is missing', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, { economy: { level: 3 } })
    const bare = await writtenClosing(counter, caseId, { reason: null, summary: '' })
    await expect(counter.as('planner').closing.ask(seenOf(bare))).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['reason', 'summary'] } })
    await askedClosing(counter, caseId)
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'closing', status: 'in-contact', due_clock: null })
    expect(await counter.as('lead').plans.waiting()).toMatchObject([{ kind: 'closing', closing: { reason: 'improved' }, plan: null }])
  })

  it('overtakes a plan that waits for the lead', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    await selectedFor(counter, caseId, 'integrated')
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    const asked = await askedClosing(counter, caseId)
    expect((await counter.as('lead').plans.waiting()).map(({ kind }) => kind)).toEqual(['closing'])
    const [waiting] = await counter.as('lead').plans.waiting()
    await counter.as('lead').plans.return({ approvalId: waiting!.id, seenVersion: asked.version, why: '표본' })
    expect(await counter.as('planner').plans.ask(seenOf(plan))).toMatchObject({ approval: { kind: 'plan', status: 'asked' } })
  })

  it('wants to know what becomes of everything that is open, and ends what does not go on', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { db, host, ids } = counter
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, { economy: { level: 3 } })
    const task = async (kind: string, what: string, subject: string | null = null) => {
      const id = host.newId()
      await db.insertInto('case_task').values({ id, case_id: caseId, kind, what, due_on: '2026-12-01', staff_id: ids.planner, subject, created_at: host.now(), created_by: ids.planner, version: 1 }).execute()
      return id
    }
    const referral = host.newId()
    await db.insertInto('referral').values({ id: referral, case_id: caseId, agency_id: host.newId(), agency_name: '표본복지관', field: 'welfare', status: 'in-service', body: '{}', remind_on: '2026-12-05', created_at: host.now(), created_by: ids.planner, version: 1 }).execute()
    const kept = await task('free', '이어지는 일')
    const dropped = await task('free', '끝나는 일')
    await task('referral', '회신 확인', referral)
    await task('review', '계획 점검')
    const { open } = await counter.as('planner').closing.page({ caseId })
    expect(open.map(({ kind, what, dueOn }) => [kind, what.ko, dueOn])).toEqual([['referral', '표본복지관', '2026-12-05'], ['task', '이어지는 일', '2026-12-01'], ['task', '끝나는 일', '2026-12-01']])
    const answer = (id: string, becomes: 'ended' | 'goes-on' | null) => ({ id, what: '', becomes, note: '' })
    const half = await writtenClosing(counter, caseId, { rest: [answer(referral, 'goes-on'), answer(kept, 'goes-on'), answer(dropped, null)] })
    await expect(counter.as('planner').closing.ask(seenOf(half))).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['rest'] } })
    expect((await rowOf(counter, caseId)).stage).toBe('selection')
    await askedClosing(counter, caseId, { rest: [answer(referral, 'goes-on'), answer(kept, 'goes-on'), answer(dropped, 'ended')] })
    await approve(counter)
    expect((await openTasks(counter, caseId)).filter(({ kind }) => kind !== 'after-care').map(({ what }) => what).sort()).toEqual(['이어지는 일', '회신 확인'])
  })

  it('goes back to the stage before with its clock when it is returned or written again', async () => {
    for (const way of ['returned', 'reopened'] as const) {
      const counter = await openCounter({ moment: '2026-11-23T10:00' })
      const { caseId } = await reachedCase(counter)
      await surveyed(counter, caseId, { economy: { level: 3 } })
      const due = (await rowOf(counter, caseId)).due_on
      expect(due).not.toBeNull()
      counter.at('2026-11-25T10:00')
      const asked = await askedClosing(counter, caseId)
      const [waiting] = await counter.as('lead').plans.waiting()
      if (way === 'returned')
        await counter.as('lead').plans.return({ approvalId: waiting!.id, seenVersion: asked.version, why: '가족과 더 이야기해 주세요' })
      else
        await counter.as('planner').records.reopen({ ...seenOf(asked), why: '덧붙일 것' })
      expect(await rowOf(counter, caseId), way).toMatchObject({ stage: 'selection', status: 'in-contact', due_clock: 'selection', due_on: due })
      expect((await counter.as('planner').records.read({ recordId: asked.id })).status).toBe('open')
      expect(await counter.as('lead').plans.waiting()).toEqual([])
    }
  })

  it('of simple guidance needs a reason only; of what was surveyed, planned or selected it needs the lead', async () => {
    const simple = await openCounter()
    const guided = await reachedCase(simple)
    expect((await simple.as('planner').closing.page({ caseId: guided.caseId })).needsApproval).toBe(false)
    expect(await simple.as('planner').cases.close({ ...await seenCase(simple, guided.caseId), why: '안내로 충분' })).toMatchObject({ status: 'closed', stage: 'ended' })
    for (const worked of [
      (counter: Counter, caseId: string) => surveyed(counter, caseId, { economy: { level: 2 } }),
      (counter: Counter, caseId: string) => finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] }),
      (counter: Counter, caseId: string) => selectedFor(counter, caseId, 'integrated'),
    ]) {
      const counter = await openCounter()
      const { caseId } = await reachedCase(counter)
      await worked(counter, caseId)
      await expect(counter.as('planner').cases.close({ ...await seenCase(counter, caseId), why: '표본' })).rejects.toMatchObject({ code: 'CLOSING_NEEDS_APPROVAL' })
      await expect(counter.as('lead').cases.close({ ...await seenCase(counter, caseId), why: '표본' })).rejects.toMatchObject({ code: 'CLOSING_NEEDS_APPROVAL' })
    }
  })

  it('of simple guidance leaves no task and no appointment behind', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    const { db, host, ids } = counter
    await db.insertInto('case_task').values({ id: host.newId(), case_id: caseId, kind: 'retry', what: '다시 연락', due_on: '2026-12-01', staff_id: null, created_at: host.now(), created_by: ids.planner, version: 1 }).execute()
    await db.insertInto('appointment').values({ id: host.newId(), kind: 'visit', case_id: caseId, day: '2026-12-01', starts: null, minutes: 60, status: 'planned', staff_id: ids.planner, place_in_day: 0, created_at: host.now(), version: 1 }).execute()
    await counter.as('planner').cases.close({ ...await seenCase(counter, caseId), why: '안내로 충분' })
    expect(await openTasks(counter, caseId)).toEqual([])
    expect(await db.selectFrom('appointment').select('status').execute()).toEqual([{ status: 'cancelled' }])
    expect((await rowOf(counter, caseId)).next_on).toBeNull()
  })
})

/** Surveyed, with two referrals that were sent and two applications: one handed in, one objected to. */
async function linkedCase(counter: Counter) {
  const reached = await reachedCase(counter)
  const { caseId, visitor } = reached
  const planner = counter.as('planner')
  await surveyed(counter, caseId, { economy: { level: 3 } })
  const agency = await planner.referrals.addAgency({ agency: agencyOf({ name: '견본구청', sector: 'public' }) })
  const sent = async () => {
    const { id, version } = await planner.referrals.begin({ caseId, agencyId: agency.id, draft: draftFor(visitor.id) })
    return planner.referrals.send({ referralId: id, seenVersion: version })
  }
  const applied = async (serviceId: string) => {
    const begun = (await planner.applications.begin({ caseId, serviceId: serviceId as never, personId: null })).applications.find(one => one.serviceId === serviceId)!
    const handed = (await planner.applications.handIn({ applicationId: begun.id, seenVersion: begun.version, on: day('2026-11-23'), place: '표본동', receipt: '', form: '' })).applications
    return handed.find(({ id }) => id === begun.id)!
  }
  return { ...reached, first: await sent(), second: await sent(), pension: await applied('basic-pension'), livelihood: await applied('bl-livelihood') }
}
const becomes = (id: string, what: Closing['rest'][number]['becomes'], note = '') => ({ id, what: '', becomes: what, note })
const rejected = { kind: 'rejected' as const, receivedOn: day('2026-11-23'), from: null, amount: '', note: '' }

describe('what is open when a case closes', () => {
  it('is ended or given up where the closing says that it is over, with a line on the trail', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, first, second, pension, livelihood, visitor } = await linkedCase(counter)
    const planner = counter.as('planner')
    let objected = (await planner.applications.decide({ applicationId: livelihood.id, seenVersion: livelihood.version, ...rejected })).applications.find(({ id }) => id === livelihood.id)!
    objected = (await planner.applications.object({ applicationId: objected.id, seenVersion: objected.version, on: day('2026-11-23'), note: '' })).applications.find(({ id }) => id === livelihood.id)!
    expect(objected.status).toBe('objection')
    const draft = await planner.referrals.begin({ caseId, agencyId: first.agencyId, draft: draftFor(visitor.id) })
    await askedClosing(counter, caseId, { rest: [becomes(first.id, 'ended', '전화로 마무리'), becomes(second.id, 'handed-over'), becomes(draft.id, 'ended'), becomes(pension.id, 'ended', '가족이 원하지 않음'), becomes(livelihood.id, 'ended')] })
    await approve(counter)
    const referrals = await planner.referrals.ofCase({ caseId })
    expect(referrals.find(({ id }) => id === first.id)).toMatchObject({ status: 'ended', endedOn: '2026-11-23', remindOn: null, events: [{ status: 'ended', note: '전화로 마무리' }, { status: 'sent' }] })
    expect(referrals.find(({ id }) => id === second.id)).toMatchObject({ status: 'sent' })
    expect(referrals.map(({ id }) => id)).not.toContain(draft.id)
    const { applications } = await planner.applications.ofCase({ caseId })
    expect(applications.find(({ id }) => id === pension.id)).toMatchObject({ status: 'given-up', body: { note: '가족이 원하지 않음' } })
    expect(applications.find(({ id }) => id === livelihood.id)).toMatchObject({ status: 'rejected', body: { decision: { kind: 'rejected' } } })
    expect((await openTasks(counter, caseId)).filter(({ kind }) => kind !== 'after-care')).toEqual([])
  })

  it.each(['improved', 'moved'] as const)('goes on to its answer, decision and end after a closing that says "%s"', async (reason) => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, first, second, pension, livelihood, visitor } = await linkedCase(counter)
    await askedClosing(counter, caseId, { reason, rest: [first, second, pension, livelihood].map(({ id }) => becomes(id, 'goes-on')) })
    await approve(counter)
    counter.at('2026-11-25T10:00')
    const planner = counter.as('planner')
    expect((await openTasks(counter, caseId)).filter(({ kind }) => kind === 'referral')).toHaveLength(2)
    const accepted = await planner.referrals.answer({ referralId: first.id, seenVersion: first.version, answer: 'accepted', on: day('2026-11-24'), note: '' })
    const started = await planner.referrals.start({ referralId: first.id, seenVersion: accepted.version, note: '' })
    expect(await planner.referrals.end({ referralId: first.id, seenVersion: started.version, on: day('2026-11-25'), outcome: 'successful', note: '' })).toMatchObject({ status: 'ended', outcome: 'successful' })
    expect((await openTasks(counter, caseId)).filter(({ kind }) => kind === 'referral')).toHaveLength(1)
    const decided = (await planner.applications.decide({ applicationId: pension.id, seenVersion: pension.version, ...rejected })).applications.find(({ id }) => id === pension.id)!
    expect(decided.status).toBe('rejected')
    expect((await planner.applications.object({ applicationId: decided.id, seenVersion: decided.version, on: day('2026-11-25'), note: '' })).applications.find(({ id }) => id === pension.id)!.status).toBe('objection')
    await expect(planner.referrals.begin({ caseId, agencyId: first.agencyId, draft: draftFor(visitor.id) })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await expect(planner.applications.begin({ caseId, serviceId: 'basic-pension' as never, personId: null })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })

  it('lets nothing new leave a case that is closed for good', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, first, second, pension, livelihood, visitor } = await linkedCase(counter)
    const draft = await counter.as('planner').referrals.begin({ caseId, agencyId: first.agencyId, draft: draftFor(visitor.id) })
    await askedClosing(counter, caseId, { reason: 'moved', rest: [first, second, pension, livelihood, draft].map(({ id }) => becomes(id, 'goes-on')) })
    await approve(counter)
    await expect(counter.as('planner').referrals.send({ referralId: draft.id, seenVersion: draft.version })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'closed' })
  })

  it('is looked at again when the lead approves: what came up since wants an answer first', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, { economy: { level: 3 } })
    const asked = await askedClosing(counter, caseId)
    await counter.as('planner').worklist.addTask({ caseId, what: '열쇠 돌려주기', dueOn: day('2026-11-27') })
    await expect(approve(counter)).rejects.toMatchObject({ code: 'CLOSING_REST_OPEN', data: { count: 1 } })
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'in-contact', stage: 'closing' })
    expect((await openTasks(counter, caseId)).map(({ what }) => what)).toEqual(['열쇠 돌려주기'])
    const [waiting] = await counter.as('lead').plans.waiting()
    await counter.as('lead').plans.return({ approvalId: waiting!.id, seenVersion: asked.version, why: '남은 일을 적어 주세요' })
    const [item] = (await counter.as('planner').closing.page({ caseId })).open
    const record = await counter.as('planner').records.read({ recordId: asked.id })
    const { record: saved } = await counter.as('planner').records.save({ ...seenOf(record), body: { ...record.body, rest: [becomes(item!.id, 'ended')] } })
    await counter.as('planner').closing.ask(seenOf(saved))
    await approve(counter)
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'after-care' })
  })
})

describe('after-care', () => {
  it('lasts six months with calls after one, three and six, to the last day of a shorter month', async () => {
    for (const [closed, days] of [
      ['2026-08-31', ['2026-09-30', '2026-11-30', '2027-02-28']],
      ['2027-08-31', ['2027-09-30', '2027-11-30', '2028-02-29']],
      ['2028-02-29', ['2028-03-29', '2028-05-29', '2028-08-29']],
    ] as const) {
      const counter = await openCounter({ moment: `${closed}T10:00` })
      const { caseId } = await closedCase(counter)
      expect(await rowOf(counter, caseId), closed).toMatchObject({ status: 'after-care', stage: 'after-care', closed_on: closed, close_reason: 'improved', after_care_until: days[2], next_on: days[0] })
      expect((await openTasks(counter, caseId)).map(({ kind, due_on }) => [kind, due_on])).toEqual(days.map(day => ['after-care', day]))
    }
  })

  it('is none after a death, a move or lost contact', async () => {
    for (const reason of ['died', 'moved', 'lost-contact'] as const) {
      const counter = await openCounter()
      const { caseId } = await closedCase(counter, { reason })
      expect(await rowOf(counter, caseId), reason).toMatchObject({ status: 'closed', stage: 'ended', close_reason: reason, after_care_until: null })
      expect(await openTasks(counter, caseId)).toEqual([])
    }
  })

  it('records calls: one that was made is the next one that was due, a missed one waits for its next try', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await closedCase(counter)
    const call = async (change: object) => counter.as('planner').closing.recordAfterCare({ ...await seenCase(counter, caseId), channel: 'call', outcome: 'reached', note: '', nextTry: null, ...change })
    counter.at('2026-12-23T10:00')
    await expect(call({ outcome: 'not-reached' })).rejects.toMatchObject({ code: 'NEXT_TRY_NEEDED' })
    await expect(call({ outcome: 'not-reached', nextTry: '2026-12-22' })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    const missed = await call({ outcome: 'not-reached', nextTry: '2026-12-28' })
    expect(missed.due).toEqual(['2026-12-28', '2027-02-23', '2027-05-23'])
    expect((await rowOf(counter, caseId)).next_on).toBe('2026-12-28')
    const made = await call({ note: '잘 지내심' })
    expect(made.due).toEqual(['2027-02-23', '2027-05-23'])
    expect(made.calls.map(({ outcome, note }) => [outcome, note])).toEqual([['reached', '잘 지내심'], ['not-reached', null]])
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'after-care', last_contact_on: '2026-12-23', next_on: '2027-02-23' })
    expect((await call({ outcome: 'needs-help', note: '다시 어려워짐' })).calls[0]).toMatchObject({ outcome: 'needs-help' })
  })

  it('still runs on its last day and ends at the first sign-in after it', async () => {
    const counter = await openCounter({ moment: '2026-08-31T10:00' })
    const { caseId } = await closedCase(counter)
    const { db, host, ids } = counter
    expect(await endAfterCareDue(db, host, '2027-02-28' as never, ids.clerk)).toBe(0)
    await counter.as('planner').closing.recordAfterCare({ ...await seenCase(counter, caseId), channel: 'call', outcome: 'reached', note: '', nextTry: null })
    expect(await endAfterCareDue(db, host, '2027-03-01' as never, ids.clerk)).toBe(1)
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'closed', stage: 'ended', next_on: null })
    expect(await openTasks(counter, caseId)).toEqual([])
    expect((await counter.as('planner').cases.page({ caseId })).events[0]).toMatchObject({ kind: 'closed', note: 'closing:after-care-over', staffName: '표본플래너' })
    expect(await endAfterCareDue(db, host, '2027-03-02' as never, ids.clerk)).toBe(0)
    await expect(counter.as('planner').closing.recordAfterCare({ ...await seenCase(counter, caseId), channel: 'call', outcome: 'reached', note: '', nextTry: null })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })

  it('ends with its appointments and tasks, and keeps the reminder of a referral that goes on', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, first, second, pension, livelihood } = await linkedCase(counter)
    await askedClosing(counter, caseId, { rest: [first, second, pension, livelihood].map(({ id }) => becomes(id, id === first.id ? 'goes-on' : 'ended')) })
    await approve(counter)
    const { db, host, ids } = counter
    await counter.as('planner').worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId, day: day('2027-05-25'), starts: '10:00', minutes: 30, place: '', note: '', bring: '', caution: '' })
    await counter.as('planner').worklist.addTask({ caseId, what: '안부 엽서', dueOn: day('2027-05-26') })
    expect(await endAfterCareDue(db, host, day('2027-05-24'), ids.clerk)).toBe(1)
    expect(await db.selectFrom('appointment').select('status').where('case_id', '=', caseId).execute()).toEqual([{ status: 'cancelled' }])
    expect((await openTasks(counter, caseId)).map(({ kind }) => kind)).toEqual(['referral'])
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'closed', next_on: first.remindOn })
  })

  it('takes an offer to a colleague back when it ends', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await closedCase(counter)
    await counter.as('planner').team.offer({ ...await seenCase(counter, caseId), toStaffId: counter.ids.secondPlanner, why: '표본' })
    expect(await endAfterCareDue(counter.db, counter.host, day('2027-05-24'), counter.ids.clerk)).toBe(1)
    expect(await counter.db.selectFrom('case_transfer').select('status').execute()).toEqual([{ status: 'taken-back' }])
  })

  it('is called at the office\'s own months, which the lead sets and a colleague\'s change is not written over', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const settings = { months: [2, 4], until: 4, source: '우리 구 지침' }
    expect(await counter.as('planner').closing.settings()).toMatchObject({ version: 0, settings: { months: [1, 3, 6], until: 6 } })
    await expect(counter.as('planner').closing.changeSettings({ seenVersion: 0, settings })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await counter.as('lead').closing.changeSettings({ seenVersion: 0, settings })).toEqual({ version: 1, settings })
    await expect(counter.as('admin').closing.changeSettings({ seenVersion: 0, settings: null })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    const { caseId } = await closedCase(counter)
    expect((await counter.as('planner').closing.page({ caseId }))).toMatchObject({ due: ['2027-01-23', '2027-03-23'], afterCareUntil: '2027-03-23' })
    expect(await counter.as('lead').closing.changeSettings({ seenVersion: 1, settings: null })).toMatchObject({ version: 2, settings: { months: [1, 3, 6] } })
    expect(AfterCareSettings.safeParse({ ...settings, months: [4, 2] }).success).toBe(false)
    expect(AfterCareSettings.safeParse({ ...settings, months: [2, 5] }).success).toBe(false)
  })
})

describe('opening a case again', () => {
  it('starts from the needs with new clocks, out of after-care and after it ended', async () => {
    for (const reason of ['improved', 'moved'] as const) {
      const counter = await openCounter({ moment: '2026-11-23T10:00' })
      const { caseId } = await closedCase(counter, { reason })
      await counter.db.updateTable('welfare_case').set({ track: 'integrated' }).execute()
      counter.at('2027-01-04T10:00')
      await expect(counter.as('clerk').closing.reopen({ ...await seenCase(counter, caseId), why: '표본' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
      await expect(counter.as('secondPlanner').closing.reopen({ ...await seenCase(counter, caseId), why: '표본' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
      const opened = await counter.as('planner').closing.reopen({ ...await seenCase(counter, caseId), why: '다시 월세가 밀림' })
      expect(opened, reason).toMatchObject({ status: 'in-contact', stage: 'survey', track: null, dueClock: 'survey', dueOn: '2027-01-14', afterCareUntil: null, nextOn: null })
      expect(await rowOf(counter, caseId)).toMatchObject({ closed_on: null, close_reason: null })
      expect((await counter.as('planner').cases.page({ caseId })).events).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'reopened', note: '다시 월세가 밀림' })]))
      const again = await counter.as('planner').records.begin({ caseId, kind: 'closing' })
      expect(again.status).toBe('open')
    }
  })

  it('leaves a plan of the time before behind: it is in force no more', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, visitor } = await reachedCase(counter)
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    await counter.as('planner').plans.agree({ ...seenOf(plan), personId: visitor.id, name: null, method: 'screen', strokes: someStrokes, why: '' })
    expect(await counter.as('planner').plans.standing({ caseId })).toMatchObject({ inForce: true, ofBefore: false })
    await askedClosing(counter, caseId)
    await approve(counter)
    counter.at('2027-01-04T10:00')
    await counter.as('planner').closing.reopen({ ...await seenCase(counter, caseId), why: '표본' })
    expect(await counter.as('planner').plans.standing({ caseId })).toMatchObject({ inForce: false, ofBefore: true })
    await selectedFor(counter, caseId, 'integrated')
    await counter.as('planner').records.begin({ caseId, kind: 'plan' })
    expect(await counter.as('planner').plans.standing({ caseId })).toMatchObject({ inForce: false, ofBefore: false, needsApproval: true, approval: null })
  })

  it('is refused where consent was withdrawn after the closing', async () => {
    const counter = await openCounter()
    const { caseId, consentId } = await closedCase(counter, { reason: 'moved' })
    await counter.as('clerk').consent.withdraw({ consentId, items: ['collect'] })
    await expect(counter.as('planner').closing.reopen({ ...await seenCase(counter, caseId), why: '표본' })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })
})

describe('what is written about a closing', () => {
  it('goes with the household', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, consentId } = await closedCase(counter)
    await counter.as('clerk').consent.withdraw({ consentId, items: ['collect'] })
    const { destroyHousehold } = await import('#core/households/destroy-household')
    await destroyHousehold(counter.db, (await rowOf(counter, caseId)).household_id)
    for (const table of ['case_record', 'case_record_version', 'case_approval', 'case_task'] as const)
      expect(await counter.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  })
})
