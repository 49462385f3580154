/** What becomes of a plan that was finished: the lead's answer, its review, a consent taken back in the middle of it. */
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { StaffId } from '#core/kernel/ids'
import { rowOf } from '../support/case-at-desk'
import { openCounter } from '../support/open-counter'
import { aGoal, aMeasure, approvalOf, finishedPlan, openTasks, planOf, reachedCase, seenOf, selectedFor, sign, writtenPlan } from '../support/planned-case'

describe('the lead\'s approval', () => {
  async function waitingPlan(counter: Counter, askedBy: 'planner' | 'lead' = 'planner') {
    const { caseId } = await reachedCase(counter)
    await selectedFor(counter, caseId, 'integrated')
    const written = await writtenPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    const plan = await counter.as(askedBy).records.finish(seenOf(written))
    return { caseId, plan, answer: { approvalId: (await approvalOf(counter)).id, seenVersion: plan.version } }
  }

  it('shows what waits with the name masked and what is in it', async () => {
    const counter = await openCounter()
    const { caseId } = await waitingPlan(counter)
    expect(await counter.as('lead').plans.waiting()).toMatchObject([{ caseId, kind: 'plan', maskedName: '표*순', askedBy: { name: '표본플래너' }, mine: false, plan: { goals: 1, measures: 0, agreed: false }, closing: null }])
    await expect(counter.as('planner').plans.waiting()).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('sends a plan back with the reason, so that it can be written again', async () => {
    const counter = await openCounter()
    const { caseId, plan, answer } = await waitingPlan(counter)
    await counter.as('lead').plans.return({ ...answer, why: '횟수를 적어 주세요' })
    expect(await counter.as('planner').plans.standing({ caseId })).toMatchObject({ inForce: false, approval: { status: 'returned', answer: '횟수를 적어 주세요' } })
    expect((await counter.as('planner').records.read({ recordId: plan.id })).status).toBe('open')
    const { events } = await counter.as('planner').cases.page({ caseId })
    expect(events).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'approval', note: 'plan:returned' }),
      expect.objectContaining({ kind: 'record-reopened', note: '횟수를 적어 주세요', subject: plan.id }),
    ]))
  })

  it('is given once, for the version that was read, and never by whoever has no right to it', async () => {
    const counter = await openCounter()
    const { answer } = await waitingPlan(counter)
    await expect(counter.as('planner').plans.approve(answer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(counter.as('lead').plans.approve({ ...answer, seenVersion: answer.seenVersion + 1 })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await counter.as('lead').plans.approve(answer)
    await expect(counter.as('lead').plans.approve(answer)).rejects.toMatchObject({ code: 'APPROVAL_NOT_FOUND' })
    await expect(counter.as('lead').plans.return({ ...answer, why: '표본' })).rejects.toMatchObject({ code: 'APPROVAL_NOT_FOUND' })
  })

  it('wants a second lead for one\'s own request, and says so where there is none', async () => {
    const counter = await openCounter()
    const { answer } = await waitingPlan(counter, 'lead')
    await counter.db.insertInto('staff').values({ id: StaffId.parse(counter.host.newId()), name: '표본팀장둘', roles: '["lead"]', areas: '[]', phone: null, active: 1, absent_from: null, absent_until: null, version: 1 }).execute()
    await expect(counter.as('lead').plans.approve(answer)).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED', data: { names: '표본팀장둘' } })
    await counter.db.updateTable('staff').set({ active: 0 }).where('name', '=', '표본팀장둘').execute()
    expect(await counter.as('lead').plans.approve(answer)).toMatchObject({ status: 'approved', alone: true })
  })
})

describe('a review', () => {
  async function inForce(counter: Counter) {
    const { caseId, visitor } = await reachedCase(counter)
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy'), aGoal('goal0002', 'work')], measures: [aMeasure('meas0001')] })
    return { caseId, plan: await sign(counter, plan, visitor.id) }
  }
  const states = { goals: [{ id: 'goal0001', state: 'achieved' as const }], measures: [{ id: 'meas0001', state: 'running' as const }] }

  it('writes how far goals and measures are, keeps the signature, and sets the next day', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, plan } = await inForce(counter)
    counter.at('2026-12-23T10:00')
    const review = { ...seenOf(plan), note: '월세를 냈음', result: 'go-on' as const, ...states }
    await expect(counter.as('planner').plans.review({ ...review, nextOn: null })).rejects.toMatchObject({ code: 'NEXT_REVIEW_NEEDED' })
    await expect(counter.as('planner').plans.review({ ...review, nextOn: '2026-12-22' as never })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    const reviewed = planOf(await counter.as('planner').plans.review({ ...review, nextOn: '2027-03-23' as never }))
    expect(reviewed).toMatchObject({ reviewOn: '2027-03-23', reviews: [{ on: '2026-12-23', result: 'go-on', goals: [{ state: 'achieved' }, { state: 'open' }] }] })
    expect(reviewed.goals.map(({ state }) => state)).toEqual(['achieved', 'open'])
    expect(reviewed.agreed?.name).toBe('표본순')
    expect(await rowOf(counter, caseId)).toMatchObject({ due_clock: 'review', due_on: '2027-03-23' })
    expect(await openTasks(counter, caseId, 'review')).toMatchObject([{ due_on: '2027-03-23' }])
    await expect(counter.as('planner').plans.review({ ...review, nextOn: '2027-03-23' as never })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('asks for the changed plan within the days of a plan, and that plan takes over', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, plan } = await inForce(counter)
    await counter.as('planner').plans.review({ ...seenOf(plan), note: '', result: 'change', ...states, nextOn: null })
    expect(await openTasks(counter, caseId, 'review')).toMatchObject([{ what: '계획 고쳐 쓰기', due_on: '2026-12-08' }])
    expect((await rowOf(counter, caseId)).due_clock).toBeNull()
    const next = await writtenPlan(counter, caseId, { reviewOn: '2027-01-08' as never })
    expect(next.id).not.toBe(plan.id)
    expect(planOf(next).goals.map(({ area }) => area)).toEqual(['work'])
    const { visitor } = { visitor: (await counter.as('planner').cases.page({ caseId })).household.members[0]! }
    await counter.as('planner').records.finish(seenOf(await sign(counter, next, visitor.id)))
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'service', due_clock: 'review', due_on: '2027-01-08' })
    expect(await openTasks(counter, caseId, 'review')).toMatchObject([{ due_on: '2027-01-08', subject: next.id }])
  })

  it('is of a plan in force only', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    const finished = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    await expect(counter.as('planner').plans.review({ ...seenOf(finished), note: '', result: 'close', goals: [], measures: [], nextOn: null })).rejects.toMatchObject({ code: 'PLAN_NOT_IN_FORCE' })
  })
})

describe('consent taken back in the middle of a plan', () => {
  it('stops what private agencies do and leaves the rest', async () => {
    const counter = await openCounter()
    const { db, host } = counter
    const agency = async (name: string, sector: string) => {
      const id = host.newId()
      await db.insertInto('agency').values({ id, name, fields: '[]', sector, area: '', active: 1, version: 1 }).execute()
      return id
    }
    const [ours, theirs] = [await agency('표본구청', 'public'), await agency('표본복지관', 'private')]
    const { caseId, consentId } = await reachedCase(counter)
    await db.updateTable('consent').set({ answers: JSON.stringify({ 'collect': true, 'sensitive': true, 'third-party': true }) } as never).execute()
    const plan = await finishedPlan(counter, caseId, {
      goals: [aGoal('goal0001', 'economy')],
      measures: [
        aMeasure('meas0001', { agencyId: ours as never, state: 'running' }),
        aMeasure('meas0002', { agencyId: theirs as never, state: 'running' }),
        aMeasure('meas0003', { agencyId: theirs as never, state: 'done' }),
        aMeasure('meas0004'),
      ],
    })
    await counter.as('planner').consent.withdraw({ consentId, items: ['third-party'] })
    const after = await counter.as('planner').records.read({ recordId: plan.id })
    expect(planOf(after).measures.map(({ state }) => state)).toEqual(['running', 'dropped', 'done', 'planned'])
    expect(after.version).toBe(plan.version + 1)
  })

  it('ends the whole work at once: nothing waits for the lead, nothing can be written', async () => {
    const counter = await openCounter()
    const { caseId, consentId, visitor } = await reachedCase(counter)
    await selectedFor(counter, caseId, 'integrated')
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    await counter.as('clerk').consent.withdraw({ consentId, items: ['collect'] })
    expect(await counter.as('lead').plans.waiting()).toEqual([])
    await expect(sign(counter, plan, visitor.id)).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })
})
