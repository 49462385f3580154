/** Closing a case: the report, the lead's approval, and what becomes of all that is still open. */
import type { Closing } from '#core/records/bodies/closing'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { rowOf } from '../support/case-at-desk'
import { approve, askedClosing, becomes, closedCase, linkedCase, openTasks, seenCase, writtenClosing } from '../support/closed-case'
import { draftFor } from '../support/linking-at-desk'
import { openCounter } from '../support/open-counter'
import { aGoal, finishedPlan, reachedCase, seenOf, selectedFor, surveyed } from '../support/planned-case'
import { day } from '../support/visit-at-desk'

const rejected = { kind: 'rejected' as const, receivedOn: day('2026-11-23'), from: null, amount: '', note: '' }

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
