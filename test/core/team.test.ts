/** The team: conflicts of interest, what the lead sees of everybody, what an account says of a planner. */
import { describe, expect, it } from 'vitest'
import { WorklistFilter } from '#core/worklist/model'
import { offer, openCase } from '../support/case-at-desk'
import { openCounter } from '../support/open-counter'
import { consentedVisit, day } from '../support/visit-at-desk'

describe('a conflict of interest', () => {
  it('is declared by oneself or set by the lead, and only the lead takes it back', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    const found = await openCase(counter)
    const say = (by: 'planner' | 'lead', staffId: string, conflict: boolean, seenVersion: number) => as(by).team.setConflict({ caseId: found.id, seenVersion, staffId: staffId as never, conflict })
    await expect(say('planner', ids.secondPlanner, true, found.version)).rejects.toMatchObject({ code: 'NOT_YOURS_TO_SAY' })
    const declared = await say('planner', ids.planner, true, found.version)
    expect(declared.conflicts).toEqual([{ id: ids.planner, name: '표본플래너' }])
    await expect(say('planner', ids.planner, false, declared.version)).rejects.toMatchObject({ code: 'NOT_YOURS_TO_SAY' })
    expect((await as('lead').team.overview()).conflicted).toMatchObject([{ caseId: found.id, planner: { id: ids.planner } }])
    expect((await say('lead', ids.planner, false, declared.version)).conflicts).toEqual([])
  })

  it('keeps the family from that planner, however it would come', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    const found = await openCase(counter)
    const { version } = await as('lead').team.setConflict({ caseId: found.id, seenVersion: found.version, staffId: ids.secondPlanner, conflict: true })
    await expect(offer(counter, { id: found.id, version })).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' })
    await expect(as('lead').cases.reassign({ caseId: found.id, seenVersion: version, plannerId: ids.secondPlanner, why: '표본' })).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' })
    expect(await as('lead').team.previewLeaving({ staffId: ids.planner })).toMatchObject({ cases: [{ to: null, notTo: [ids.secondPlanner] }] })
    expect((await as('planner').team.ofCase({ caseId: found.id })).takers.map(({ id, conflict }) => [id, conflict])).toEqual([[ids.planner, false], [ids.secondPlanner, true]])
  })
})

describe('the lead\'s view', () => {
  it('counts what everybody has in hand, weighted by difficulty, late by whichever clock, paused never late', async () => {
    const counter = await openCounter()
    const { ids } = counter
    const late = await openCase(counter, { urgency: 'crisis', difficulty: 4, name: '표본하나' })
    const paused = await openCase(counter, { urgency: 'crisis', name: '표본둘' })
    await openCase(counter, { urgency: 'soon', difficulty: 3, name: '표본셋' })
    await counter.as('planner').clocks.pause({ caseId: paused.id, seenVersion: paused.version, reason: 'in-hospital', from: day('2026-11-23') })
    counter.at('2026-11-25T10:00')
    const mine = (await counter.as('lead').team.overview()).members.find(({ planner }) => planner.id === ids.planner)
    expect(mine).toMatchObject({ load: { cases: 3, weight: 8 }, crisis: 2, late: 1, dueToday: 1, paused: 1, afterCare: 0, byDifficulty: [1, 0, 1, 1, 0] })
    expect(late.difficulty).toBe(4)
    await expect(counter.as('planner').team.overview()).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('counts a load alike wherever it is shown: after-care weighs nothing, and late is late by whichever clock', async () => {
    const counter = await openCounter()
    const { ids, db, as } = counter
    await openCase(counter, { planner: 'secondPlanner', name: '표본하나', difficulty: 2 })
    const followed = await openCase(counter, { planner: 'secondPlanner', name: '표본둘', difficulty: 5 })
    await db.updateTable('welfare_case').set({ status: 'after-care', stage: 'after-care', due_on: null, due_clock: null }).where('id', '=', followed.id).execute()
    const surveyed = await openCase(counter, { planner: 'secondPlanner', name: '표본셋' })
    await db.updateTable('welfare_case').set({ first_contact_at: counter.host.now(), due_on: '2026-11-20', due_clock: 'survey' }).where('id', '=', surveyed.id).execute()
    const paused = await openCase(counter, { planner: 'secondPlanner', name: '표본넷' })
    await db.updateTable('welfare_case').set({ first_contact_due: '2026-11-20', due_on: '2026-11-20', paused_since: '2026-11-20' }).where('id', '=', paused.id).execute()
    const mine = await openCase(counter)
    const of = <Line extends { readonly planner: { readonly id: string } }>(lines: readonly Line[]) => lines.find(({ planner }) => planner.id === ids.secondPlanner)
    const taken = { kind: 'reassign' as const, plannerId: ids.secondPlanner, why: '표본' }

    expect(of((await as('lead').team.overview()).members)).toMatchObject({ load: { cases: 3, weight: 4 }, late: 1, paused: 1, afterCare: 1, byDifficulty: [2, 1, 0, 0, 0] })
    expect((await as('planner').team.ofCase({ caseId: mine.id })).takers.find(({ id }) => id === ids.secondPlanner)?.load).toEqual({ cases: 3, weight: 4 })
    expect(of((await as('lead').team.previewLeaving({ staffId: ids.planner })).loads)).toMatchObject({ before: { cases: 3, weight: 4 }, after: { cases: 4, weight: 5 } })
    const visit = await consentedVisit(as('clerk'), 'counselling', '표본다섯')
    expect((await as('clerk').cases.suggest({ visitId: visit.visitId })).planners.find(({ id }) => id === ids.secondPlanner)).toMatchObject({ openCases: 3 })
    expect((await as('lead').worklist.previewBulk({ caseIds: [mine.id], action: taken })).taker).toMatchObject({ openNow: 3, openThen: 4 })
    await db.updateTable('welfare_case').set({ status: 'after-care' }).where('id', '=', mine.id).execute()
    expect((await as('lead').worklist.previewBulk({ caseIds: [mine.id], action: taken })).taker).toMatchObject({ openNow: 3, openThen: 3 })
  })

  it('finds cases without a contact from the day on, as many as the list it leads to', async () => {
    const counter = await openCounter()
    const found = await openCase(counter, { name: '표본하나' })
    const contacted = await openCase(counter, { name: '표본둘' })
    counter.at('2026-11-30T10:00')
    await counter.as('planner').cases.recordContact({ caseId: contacted.id, seenVersion: contacted.version, channel: 'call', outcome: 'reached', note: '', nextTry: null })
    const silent = async (on: string) => {
      counter.at(`${on}T10:00`)
      return (await counter.as('lead').team.quality({ contactDays: 14, answerDays: 14 }))['no-contact']
    }
    expect((await silent('2026-12-06')).count).toBe(0)
    expect(await silent('2026-12-07')).toMatchObject({ count: 1, lines: [{ caseId: found.id, since: '2026-11-23', plannerName: '표본플래너', maskedName: '표**나' }] })
    expect((await silent('2026-12-14')).count).toBe(2)
    const list = await counter.as('lead').worklist.list({ scope: 'all', filter: WorklistFilter.parse({ noContactDays: 14, status: ['assigned', 'in-contact', 'not-reached', 'refused'] }) })
    expect(list).toHaveLength(2)
  })

  it('finds plans whose review is over or was never set, and referrals nobody answered', async () => {
    const counter = await openCounter()
    const { db, ids } = counter
    const [planned, reviewed] = [await openCase(counter, { name: '표본하나' }), await openCase(counter, { name: '표본둘' })]
    await db.updateTable('welfare_case').set({ stage: 'service' }).execute()
    const at = counter.host.now()
    for (const { id } of [planned, reviewed])
      await db.insertInto('case_record').values({ id: counter.host.newId(), case_id: id, kind: 'plan', status: 'finished', body: '{}', started_at: at, started_by: ids.planner, saved_at: at, saved_by: ids.planner, finished_at: at, finished_by: ids.planner, version: 1 }).execute()
    await db.insertInto('case_clock').values({ case_id: reviewed.id, clock: 'review', started_on: '2026-11-23', due_on: '2026-12-20', unit: 'calendar', days: 27, paused_days: 0, done_on: null }).execute()
    await db.insertInto('referral').values({ id: counter.host.newId(), case_id: planned.id, agency_id: counter.host.newId(), agency_name: '표본기관', field: 'health', status: 'sent', body: '{}', sent_on: '2026-11-23', answered_on: null, remind_on: null, ended_on: null, reason_code: null, outcome: null, created_at: at, created_by: ids.planner, version: 1 }).execute()
    const seen = async (on: string) => {
      counter.at(`${on}T10:00`)
      const { 'no-review': review, 'no-answer': answer } = await counter.as('lead').team.quality({ contactDays: 365, answerDays: 14 })
      const listed = async (filter: object) => (await counter.as('lead').worklist.list({ scope: 'all', filter: WorklistFilter.parse(filter) })).length
      // The list it leads to shows as many.
      expect([await listed({ noReview: true }), await listed({ noAnswerDays: 14 })]).toEqual([review.count, answer.count])
      return [review.lines.map(({ caseId }) => caseId), answer.lines.map(({ agency }) => agency)]
    }
    expect(await seen('2026-12-06')).toEqual([[planned.id], []])
    expect(await seen('2026-12-20')).toEqual([[planned.id], ['표본기관']])
    expect(await seen('2026-12-21')).toEqual([[planned.id, reviewed.id], ['표본기관']])
    const { version } = await counter.as('planner').clocks.ofCase({ caseId: reviewed.id })
    await counter.as('planner').clocks.pause({ caseId: reviewed.id, seenVersion: version, reason: 'in-hospital', from: day('2026-12-21') })
    expect(await seen('2026-12-22')).toEqual([[planned.id], ['표본기관']])
  })

  it('sets the difficulty in five steps and keeps the first of two', async () => {
    const counter = await openCounter()
    const found = await openCase(counter)
    const set = (difficulty: number) => counter.as('planner').team.setDifficulty({ caseId: found.id, seenVersion: found.version, difficulty })
    await expect(set(6)).rejects.toMatchObject({ code: 'MALFORMED' })
    await expect(set(0)).rejects.toMatchObject({ code: 'MALFORMED' })
    expect(await set(5)).toMatchObject({ difficulty: 5, version: found.version + 1 })
    await expect(set(4)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })
})

describe('an account', () => {
  it('keeps what is left out and changes what is said', async () => {
    const counter = await openCounter()
    const { ids, as } = counter
    const change = (seenVersion: number, more: object) => as('admin').staff.change({ staffId: ids.planner, seenVersion, roles: ['planner'], areas: ['표본동'], phone: null, active: true, ...more })
    const first = await change(1, { team: '복지1팀', languages: ['vi', 'sign'], specialities: ['health'], deputyId: ids.secondPlanner })
    expect(first).toMatchObject({ team: '복지1팀', languages: ['vi', 'sign'], specialities: ['health'], deputyId: ids.secondPlanner })
    expect(await change(2, {})).toMatchObject({ team: '복지1팀', languages: ['vi', 'sign'], deputyId: ids.secondPlanner })
    expect(await change(3, { team: '', deputyId: null, leavesOn: day('2026-12-31') })).toMatchObject({ team: null, deputyId: null, leavesOn: '2026-12-31' })
    await expect(change(4, { deputyId: ids.admin })).rejects.toMatchObject({ code: 'DEPUTY_NOT_AVAILABLE' })
    await expect(change(4, { languages: ['klingon'] as never })).rejects.toMatchObject({ code: 'MALFORMED' })
  })
})
