/** Clocks, pauses, handing over and what a lead reads, on every kind of store alike. */
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultClocks } from '#core/clocks/model'
import { seoulDayOf } from '#core/kernel/dates'
import { defaultRules } from '#core/team/rules'
import { openCase } from '../support/case-at-desk.ts'
import { madeUpCases } from '../support/made-up-cases.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { day } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

describe.each(storeKinds)('sharing the work on %s', (kind) => {
  let counter: Counter
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind) })
  })

  it('pauses a clock, moves its due day and previews other limits', async () => {
    const found = await openCase(counter, { name: '표본하나' })
    const paused = await counter.as('planner').clocks.pause({ caseId: found.id, seenVersion: found.version, reason: 'in-hospital', from: day('2026-11-23') })
    counter.at('2026-11-25T10:00')
    const running = await counter.as('planner').clocks.resume({ caseId: found.id, seenVersion: paused.version, on: day('2026-11-25') })
    expect(running.clocks).toMatchObject([{ clock: 'first-contact', dueOn: '2026-12-02', pausedDays: 2, left: 5 }])
    await counter.db.insertInto('case_clock').values({ case_id: found.id, clock: 'survey', started_on: '2026-11-25', due_on: '2026-12-05', unit: 'calendar', days: 10, paused_days: 0, done_on: null }).execute()
    const wider = { ...defaultClocks, survey: { days: 12, unit: 'calendar' as const, source: '표본' } }
    const { seen, moves } = await counter.as('lead').clocks.preview({ settings: wider })
    expect(moves).toMatchObject([{ from: '2026-12-05', to: '2026-12-07' }])
    await counter.as('lead').clocks.change({ seenVersion: 0, settings: wider, why: '표본', moving: seen })
    expect((await counter.as('planner').clocks.ofCase({ caseId: found.id })).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([['first-contact', '2026-12-02'], ['survey', '2026-12-07']])
  })

  it('offers, returns and hands on', async () => {
    const { ids } = counter
    const found = await openCase(counter, { name: '표본둘', difficulty: 3 })
    const asked = await counter.as('planner').team.offer({ caseId: found.id, seenVersion: found.version, toStaffId: ids.secondPlanner, why: '표본' })
    await counter.as('secondPlanner').team.giveBack({ transferId: asked.offer!.id, why: '표본 까닭' })
    expect((await counter.as('planner').team.handed()).outgoing).toMatchObject([{ status: 'returned', answer: '표본 까닭' }])
    const preview = await counter.as('lead').team.previewLeaving({ staffId: ids.planner })
    expect(preview.loads).toMatchObject([{ before: { cases: 0, weight: 0 }, after: { cases: 2, weight: 4 } }])
    const moves = preview.cases.map(({ found, to }) => ({ caseId: found.id, seenVersion: found.version, toStaffId: to! }))
    const leave = (some: typeof moves) => counter.as('lead').team.redistribute({ staffId: ids.planner, lastDay: day('2026-12-31'), moves: some, restTo: null, why: '표본' })
    await expect(leave([moves[0]!, { ...moves[1]!, seenVersion: 99 }])).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await counter.as('lead').team.overview()).members.map(({ load }) => load.cases)).toEqual([2, 0])
    await leave(moves)
    expect((await counter.as('lead').team.overview()).members.map(({ load, leavesOn }) => [load.cases, load.weight, leavesOn])).toEqual([[0, 0, '2026-12-31'], [2, 4, null]])
  })

  it('replays the past and finds what was left lying', async () => {
    const tried = await counter.as('lead').team.whatIf({ rules: defaultRules, months: 1 })
    expect(tried).toMatchObject({ cases: 2 })
    counter.at('2027-02-01T10:00')
    expect((await counter.as('lead').team.quality({ contactDays: 30, answerDays: 14 }))['no-contact']).toMatchObject({ count: 2 })
  })

  it('counts every case that was left lying and shows the hundred that lie longest', async () => {
    const { db, ids, host } = counter
    await madeUpCases(counter, 230)
    const reached = db.selectFrom('welfare_case').select('id')
    const at = host.now()
    const plan = (caseId: string, finished: string) => ({ id: host.newId(), case_id: caseId, kind: 'plan', status: 'finished', body: '{}', started_at: at, started_by: ids.planner, saved_at: at, saved_by: ids.planner, finished_at: finished, finished_by: ids.planner, version: 1 })
    const all = (await reached.orderBy('id').execute()).map(({ id }) => id)
    await db.updateTable('welfare_case').set({ stage: 'service', paused_since: null }).execute()
    await db.insertInto('case_record').values(all.map((id, place) => plan(id, `2026-${String(place % 9 + 1).padStart(2, '0')}-10T20:00:00.000Z`))).execute()
    await db.insertInto('case_clock').values(all.filter((_, place) => place % 2 === 0).map((id, place) => ({ case_id: id, clock: 'review', started_on: '2026-01-01', due_on: `2026-${String(place % 12 + 1).padStart(2, '0')}-11`, unit: 'calendar', days: 1, paused_days: 0, done_on: null }))).execute()
    await db.insertInto('referral').values(all.map((id, place) => ({ id: host.newId(), case_id: id, agency_id: host.newId(), agency_name: '표본기관', field: 'health', status: 'sent', body: '{}', sent_on: `2026-11-${String(place % 20 + 1).padStart(2, '0')}`, answered_on: null, remind_on: null, ended_on: null, reason_code: null, outcome: null, created_at: at, created_by: ids.planner, version: 1 }))).execute()
    const found = await counter.as('lead').team.quality({ contactDays: 30, answerDays: 14 })
    const longest = (since: readonly string[]) => since.toSorted().slice(0, 100)
    const cases = await db.selectFrom('welfare_case').select(['last_contact_on', 'opened_at']).execute()
    const silent = cases.map(row => row.last_contact_on ?? seoulDayOf(row.opened_at as never)).filter(since => since <= '2027-01-02')
    expect(found['no-contact'].count).toBe(silent.length)
    expect(found['no-contact'].lines.map(({ since }) => since)).toEqual(longest(silent))
    // Finished at eight in the evening of UTC, the next day in Seoul.
    const reviews = all.map((_, place) => place % 2 === 0 ? `2026-${String(place / 2 % 12 + 1).padStart(2, '0')}-11` : `2026-${String(place % 9 + 1).padStart(2, '0')}-11`)
    expect(found['no-review'].count).toBe(all.length)
    expect(found['no-review'].lines.map(({ since }) => since)).toEqual(longest(reviews))
    expect(found['no-answer'].count).toBe(all.length)
    expect(found['no-answer'].lines.map(({ since }) => since)).toEqual(longest(all.map((_, place) => `2026-11-${String(place % 20 + 1).padStart(2, '0')}`)))
  })
})
