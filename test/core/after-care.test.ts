/** After a case was closed: calls in after-care, its end, and opening the case again. */
import { describe, expect, it } from 'vitest'
import { endAfterCareDue } from '#core/closing/end-after-care'
import { AfterCareSettings } from '#core/closing/model'
import { rowOf } from '../support/case-at-desk'
import { approve, askedClosing, becomes, closedCase, linkedCase, openTasks, seenCase } from '../support/closed-case'
import { openCounter } from '../support/open-counter'
import { aGoal, finishedPlan, reachedCase, seenOf, selectedFor } from '../support/planned-case'
import { day, someStrokes } from '../support/visit-at-desk'

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
