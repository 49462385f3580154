/** A plan from its first goal to the day it is in force. */
import type { Plan } from '#core/records/bodies/plan'
import type { RecordView } from '#core/records/model'
import { describe, expect, it } from 'vitest'
import { rowOf } from '../support/case-at-desk'
import { openCounter } from '../support/open-counter'
import { aGoal, aMeasure, approvalOf, finishedPlan, openTasks, planOf, reachedCase, seenOf, selectedFor, sign, surveyed, writtenPlan } from '../support/planned-case'
import { someStrokes } from '../support/visit-at-desk'

describe('a new plan', () => {
  it('has a goal for each need from level 2 on, in order of priority, in the resident\'s words', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, {
      'economy': { level: 3, words: '월세가 두 달 밀렸어요', priority: 2 },
      'safety': { level: 1, words: '괜찮아요' },
      'social': { level: 2, words: '말할 사람이 없어요' },
      'daily-living': { level: 4, words: '밥을 못 먹어요', priority: 1 },
    })
    const plan = planOf(await counter.as('planner').records.begin({ caseId, kind: 'plan' }))
    expect(plan.goals.map(({ area, words }) => [area, words])).toEqual([
      ['daily-living', '밥을 못 먹어요'],
      ['economy', '월세가 두 달 밀렸어요'],
      ['social', '말할 사람이 없어요'],
    ])
    expect(new Set(plan.goals.map(({ id }) => id)).size).toBe(3)
  })

  it('starts empty where no survey is finished, and names pressing needs for the warning', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    const empty = planOf(await counter.as('planner').records.begin({ caseId, kind: 'plan' }))
    expect(empty.goals).toEqual([])
    expect(await counter.as('planner').plans.standing({ caseId })).toMatchObject({ surveyed: false, pressing: [] })
    await surveyed(counter, caseId, { safety: { level: 4 }, work: { level: 3 } })
    expect(await counter.as('planner').plans.standing({ caseId })).toMatchObject({ surveyed: true, pressing: ['safety'] })
  })

  it('writes nothing of a need about health without the consent to sensitive data', async () => {
    const counter = await openCounter()
    const { caseId, consentId } = await reachedCase(counter)
    await counter.as('clerk').consent.withdraw({ consentId, items: ['sensitive'] })
    await expect(writtenPlan(counter, caseId, { goals: [aGoal('goal0001', 'health')] })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
    expect(planOf(await writtenPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })).goals).toHaveLength(1)
  })

  it('takes what still runs of the plan before along, and adds needs without a goal, or asked about again since', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, { economy: { level: 3 }, work: { level: 3 } })
    await finishedPlan(counter, caseId, {
      goals: [aGoal('goal0001', 'economy'), aGoal('goal0002', 'work', { state: 'achieved' })],
      measures: [aMeasure('meas0001', { goalId: 'goal0001' }), aMeasure('meas0002', { goalId: 'goal0002' }), aMeasure('meas0003', { state: 'done' })],
    })
    const next = await counter.as('planner').records.begin({ caseId, kind: 'plan' })
    expect(planOf(next).goals.map(({ area }) => area)).toEqual(['economy'])
    expect(planOf(next).measures.map(({ id }) => id)).toEqual(['meas0001'])
    expect(planOf(next).agreed).toBeNull()

    await counter.as('planner').records.finish(seenOf(await writtenPlan(counter, caseId)))
    counter.at('2027-01-04T10:00')
    await surveyed(counter, caseId, { economy: { level: 3 }, work: { level: 2, words: '또 그만뒀어요' }, social: { level: 2, priority: 1 } })
    const asked = planOf(await counter.as('planner').records.begin({ caseId, kind: 'plan' }))
    expect(asked.goals.map(({ area, words }) => [area, words])).toEqual([['economy', ''], ['social', ''], ['work', '또 그만뒀어요']])
  })
})

describe('finishing a plan', () => {
  it('names what is missing: a goal in words, who is in charge, the day of the review', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    const bare = await writtenPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy', { goal: ' ' })], measures: [aMeasure('meas0001', { inCharge: '' })], reviewOn: null })
    await expect(counter.as('planner').records.finish(seenOf(bare))).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['goals.goal0001.goal', 'measures.meas0001.inCharge', 'reviewOn'] } })
  })

  it('asks the lead where the case is in integrated management or goes to the district, and nobody otherwise', async () => {
    for (const [track, waits] of [['integrated', 1], ['high-difficulty', 1], ['service-link', 0]] as const) {
      const counter = await openCounter()
      const { caseId } = await reachedCase(counter)
      await selectedFor(counter, caseId, track)
      await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
      expect(await counter.as('lead').plans.waiting(), track).toHaveLength(waits)
    }
  })

  it('waits no more while it is written again, and asks anew when it is finished', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    await selectedFor(counter, caseId, 'integrated')
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    const asked = await approvalOf(counter)
    const opened = await counter.as('planner').records.reopen({ ...seenOf(plan), why: '덧붙일 것이 있음' })
    expect(await counter.as('lead').plans.waiting()).toEqual([])
    await expect(counter.as('lead').plans.approve({ approvalId: asked.id, seenVersion: plan.version })).rejects.toMatchObject({ code: 'APPROVAL_NOT_FOUND' })
    await counter.as('planner').records.finish(seenOf(opened))
    expect(await counter.as('lead').plans.waiting()).toHaveLength(1)
  })
})

describe('the resident\'s agreement', () => {
  it('is written with strokes, on paper or spoken with the reason, and stands on the trail without a name', async () => {
    const counter = await openCounter()
    const { caseId, visitor } = await reachedCase(counter)
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    await expect(sign(counter, plan, visitor.id, { strokes: null })).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' })
    await expect(sign(counter, plan, visitor.id, { method: 'spoken', strokes: null })).rejects.toMatchObject({ code: 'SPOKEN_WHY_MISSING' })
    await expect(sign(counter, plan, null)).rejects.toMatchObject({ code: 'SIGNER_NAME_MISSING' })
    await expect(sign(counter, plan, counter.ids.planner)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
    const signed = await sign(counter, plan, visitor.id)
    expect(planOf(signed).agreed).toMatchObject({ name: '표본순', method: 'screen', strokes: someStrokes })
    const { events } = await counter.as('planner').cases.page({ caseId })
    expect(events.find(({ kind }) => kind === 'plan-agreed')).toMatchObject({ note: 'plan:agreed-screen', subject: plan.id })
    expect(JSON.stringify(events)).not.toContain('표본순')
  })

  it('is not taken for a plan that lacks its goals', async () => {
    const counter = await openCounter()
    const { caseId, visitor } = await reachedCase(counter)
    const bare = await writtenPlan(counter, caseId, { goals: [] })
    await expect(sign(counter, bare, visitor.id)).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE' })
  })

  it('is never touched by a save, goes when goals or measures change, and the signed version stays in the history', async () => {
    const counter = await openCounter()
    const { caseId, visitor } = await reachedCase(counter)
    const plan = await writtenPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')], measures: [aMeasure('meas0001')] })
    const signed = await sign(counter, plan, visitor.id)
    const save = async (from: RecordView, change: Partial<Plan>) => (await counter.as('planner').records.save({ ...seenOf(from), body: { ...planOf(from), ...change } })).record
    const noted = await save(signed, { note: '덧붙임', agreed: null })
    expect(planOf(noted).agreed?.name).toBe('표본순')
    const running = await save(noted, { measures: [aMeasure('meas0001', { state: 'running' })] })
    expect(planOf(running).agreed?.name).toBe('표본순')
    const changed = await save(running, { measures: [aMeasure('meas0001', { frequency: '주 3회', state: 'running' })], agreed: planOf(signed).agreed })
    expect(planOf(changed).agreed).toBeNull()
    const { events } = await counter.as('planner').cases.page({ caseId })
    expect(events[0]).toMatchObject({ kind: 'plan-agreed', note: 'plan:agreement-cleared' })
    const history = await counter.as('planner').records.history({ recordId: plan.id })
    expect(history.map(({ version, body }) => [version, (body as Plan).agreed !== null])).toContainEqual([running.version, true])
    await save(changed, { goals: [aGoal('goal0001', 'economy', { goal: '다른 목표' })] })
    expect((await counter.as('planner').records.history({ recordId: plan.id })).some(({ version }) => version === running.version)).toBe(true)
  })
})

describe('a plan in force', () => {
  it('needs both agreement and approval, in either order, and starts the review on its day', async () => {
    for (const first of ['signature', 'approval'] as const) {
      const counter = await openCounter({ moment: '2026-11-23T10:00' })
      const { caseId, visitor } = await reachedCase(counter)
      await selectedFor(counter, caseId, 'integrated')
      let plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
      const approve = async () => counter.as('lead').plans.approve({ approvalId: (await approvalOf(counter)).id, seenVersion: plan.version })
      if (first === 'signature')
        plan = await sign(counter, plan, visitor.id)
      else
        await approve()
      expect((await rowOf(counter, caseId)).stage, first).toBe('plan')
      expect((await counter.as('planner').plans.standing({ caseId })).inForce).toBe(false)
      if (first === 'signature')
        await approve()
      else
        plan = await sign(counter, plan, visitor.id)
      expect(await rowOf(counter, caseId), first).toMatchObject({ stage: 'service', due_clock: 'review', due_on: '2026-12-23' })
      expect((await counter.as('planner').plans.standing({ caseId })).inForce).toBe(true)
      expect(await openTasks(counter, caseId, 'review')).toMatchObject([{ due_on: '2026-12-23', subject: plan.id }])
    }
  })

  it('needs the agreement alone where no approval is asked for', async () => {
    const counter = await openCounter()
    const { caseId, visitor } = await reachedCase(counter)
    const open = await writtenPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    const signed = await sign(counter, open, visitor.id)
    expect((await rowOf(counter, caseId)).stage).toBe('counselling')
    await counter.as('planner').records.finish(seenOf(signed))
    expect((await rowOf(counter, caseId)).stage).toBe('service')
  })

  it('is approved for what was finished: opened and finished again it needs the lead once more', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, visitor } = await reachedCase(counter)
    await selectedFor(counter, caseId, 'integrated')
    const plan = await sign(counter, await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] }), visitor.id)
    await counter.as('lead').plans.approve({ approvalId: (await approvalOf(counter)).id, seenVersion: plan.version })
    counter.at('2026-11-24T10:00')
    await counter.as('planner').records.finish(seenOf(await counter.as('planner').records.reopen({ ...seenOf(plan), why: '고칠 것이 있음' })))
    expect(await counter.as('planner').plans.standing({ caseId })).toMatchObject({ inForce: false, approval: { status: 'asked' } })
  })

  it('asks again once the meeting takes the case into integrated management', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    await counter.as('planner').plans.ask(seenOf(plan))
    expect(await counter.as('lead').plans.waiting()).toEqual([])
    await selectedFor(counter, caseId, 'integrated')
    expect(await counter.as('planner').plans.ask(seenOf(plan))).toMatchObject({ approval: { status: 'asked' } })
    await counter.as('planner').plans.ask(seenOf(plan))
    expect(await counter.as('lead').plans.waiting()).toHaveLength(1)
  })
})
