/** A plan agreed and approved, a closing, after-care to its last day and a case opened again, on every store. */
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endAfterCareDue } from '#core/closing/end-after-care'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { aGoal, finishedPlan, reachedCase, selectedFor, surveyed } from '../support/planned-case.ts'
import { someStrokes } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

describe.each(storeKinds)('plan and closing on %s', (kind) => {
  let counter: Counter
  let caseId: string
  let personId: string
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind), moment: '2026-08-31T10:00' })
    const reached = await reachedCase(counter)
    caseId = reached.caseId
    personId = reached.visitor.id
    await surveyed(counter, caseId, { economy: { level: 3 } })
    await selectedFor(counter, caseId, 'integrated')
  })
  const row = () => counter.db.selectFrom('welfare_case').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()
  const approve = async () => {
    const [waiting] = await counter.as('lead').plans.waiting()
    return counter.as('lead').plans.approve({ approvalId: waiting!.id, seenVersion: waiting!.recordVersion })
  }

  it('goes into force once agreed and approved', async () => {
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    await counter.as('planner').plans.agree({ recordId: plan.id, seenVersion: plan.version, personId: personId as never, name: null, method: 'screen', strokes: someStrokes, why: '' })
    expect((await row()).stage).toBe('plan')
    await approve()
    expect(await row()).toMatchObject({ stage: 'service', due_clock: 'review', due_on: '2026-12-23' })
  })

  it('closes with the lead, runs to the last of a short month, and ends the day after', async () => {
    const begun = await counter.as('planner').records.begin({ caseId: caseId as never, kind: 'closing' })
    const { record } = await counter.as('planner').records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, reason: 'improved' } })
    await counter.as('planner').closing.ask({ recordId: record.id, seenVersion: record.version })
    await approve()
    expect(await row()).toMatchObject({ status: 'after-care', closed_on: '2026-08-31', after_care_until: '2027-02-28', next_on: '2026-09-30' })
    const due = (day: string) => endAfterCareDue(counter.db, counter.host, day as never, counter.ids.clerk)
    expect(await due('2027-02-28')).toBe(0)
    expect(await due('2027-03-01')).toBe(1)
    expect(await row()).toMatchObject({ status: 'closed', stage: 'ended', next_on: null })
  })

  it('opens again with new clocks', async () => {
    counter.at('2027-03-02T10:00')
    expect(await counter.as('planner').closing.reopen({ caseId: caseId as never, seenVersion: (await row()).version, why: '다시 어려워짐' })).toMatchObject({ status: 'in-contact', stage: 'survey', dueClock: 'survey', dueOn: '2027-03-12' })
  })
})
