import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { caseNow } from '../support/case-at-desk'
import { madeUpCases } from '../support/made-up-cases'
import { memoryStore, openCounter } from '../support/open-counter'
import { consentedVisit, openVisitAt } from '../support/visit-at-desk'

async function assigned(counter: Counter, event: 'move-in' | 'death' = 'move-in') {
  const visit = await consentedVisit(counter.as('clerk'), event)
  const proposal = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
  const page = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency: proposal.urgency, kind: proposal.kind, plannerId: proposal.planners[0]!.id })
  return { visit, proposal, caseId: page.case!.id, version: (await caseNow(counter, page.case!.id)).version }
}

describe('how urgent a case is proposed to be', () => {
  it('is a crisis when a crisis reason of the Emergency Aid Act is known', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    await visit.fact('crisis-reason', 'job-lost')
    expect(await as('clerk').cases.suggest({ visitId: visit.visitId })).toMatchObject({ urgency: 'crisis', kind: 'crisis' })
  })

  it('presses when the earner died, with the reason said', async () => {
    const { as } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'death')
    await visit.paperwork({ event: 'death', wasEarner: true })
    await visit.sayYes()
    await visit.consent()
    const proposal = await as('clerk').cases.suggest({ visitId: visit.visitId })
    expect(proposal).toMatchObject({ urgency: 'soon', kind: 'counselling' })
    expect(proposal.reasons.map(({ ko }) => ko)).toContain('생계를 맡던 분이 돌아가셨습니다.')
  })

  it('presses for somebody of 75 who lives alone, and not a day before', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const old = await consentedVisit(as('clerk'), 'counselling', '표본칠오', '1951-11-23')
    expect((await as('clerk').cases.suggest({ visitId: old.visitId })).urgency).toBe('soon')
    const younger = await consentedVisit(as('clerk'), 'counselling', '표본칠사', '1951-11-24')
    expect((await as('clerk').cases.suggest({ visitId: younger.visitId })).urgency).toBe('normal')
  })
})

describe('whom a case is given to', () => {
  it('proposes the planner of the area, and the other one while the first is absent', async () => {
    const { as, ids } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    expect((await as('clerk').cases.suggest({ visitId: visit.visitId })).planners[0]!.id).toBe(ids.planner)
    await as('admin').staff.setAbsence({ staffId: ids.planner, absence: { from: '2026-11-23' as never, until: '2026-11-27' as never } })
    const { planners } = await as('clerk').cases.suggest({ visitId: visit.visitId })
    expect(planners.map(({ id, absent }) => [id, absent])).toEqual([[ids.secondPlanner, false], [ids.planner, true]])
  })

  it('asks for a reason when another than the proposed one is chosen', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    const visit = await consentedVisit(as('clerk'))
    const { urgency, kind } = await as('clerk').cases.suggest({ visitId: visit.visitId })
    const other = { ...visit.seen(), urgency, kind, plannerId: ids.secondPlanner }
    await expect(as('clerk').cases.assign(other)).rejects.toMatchObject({ code: 'REASON_NEEDED' })
    await expect(as('clerk').cases.assign({ ...other, plannerId: ids.clerk, why: '표본' })).rejects.toMatchObject({ code: 'NOT_A_PLANNER' })
    const page = await as('clerk').cases.assign({ ...other, why: '전에 만난 적이 있음' })
    expect(page.case?.planner?.id).toBe(ids.secondPlanner)
  })

  it('is proposed without reading every case and household: what is read does not grow with them', async () => {
    const readFor = async (count: number) => {
      let read = 0
      const store = await memoryStore()
      const counter = await openCounter({
        db: store.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            read += result.rows.length
            return result
          },
        }),
      })
      const made = await madeUpCases(counter, count)
      const visit = await consentedVisit(counter.as('clerk'))
      const { household_id } = await counter.db.selectFrom('visit').select('household_id').where('id', '=', visit.visitId).executeTakeFirstOrThrow()
      await counter.db.updateTable('welfare_case').set({ household_id: household_id as never, planner_id: counter.ids.secondPlanner, status: 'closed' }).where('id', '=', made[0]!).execute()
      const before = read
      const { planners } = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
      const seen = read - before
      const open = await counter.db.selectFrom('welfare_case').select(({ fn }) => ['planner_id', fn.countAll().as('count')]).where('status', '!=', 'closed').groupBy('planner_id').execute()
      expect(Object.fromEntries(planners.map(({ id, openCases }) => [id, openCases]))).toEqual(Object.fromEntries(open.map(({ planner_id, count }) => [planner_id, Number(count)])))
      expect(planners.filter(({ reasons }) => reasons.some(({ ko }) => ko === '이 가구를 맡은 적이 있습니다.')).map(({ id }) => id)).toEqual([counter.ids.secondPlanner])
      return seen
    }
    // At most one row for each planner, status and difficulty: 2 × 4 × 5.
    expect(await readFor(400) - await readFor(20)).toBeLessThan(40)
  })

  it('gives a visit to one planner only', async () => {
    const counter = await openCounter()
    const { visit, proposal } = await assigned(counter)
    await visit.reload()
    await expect(counter.as('clerk').cases.assign({ ...visit.seen(), urgency: proposal.urgency, kind: proposal.kind, plannerId: proposal.planners[0]!.id })).rejects.toMatchObject({ code: 'ALREADY_ASSIGNED' })
  })
})

describe('the due day of the first contact', () => {
  it('counts working days over a holiday, a weekend and a day the office added', async () => {
    const counter = await openCounter({ moment: '2026-02-13T10:00' }) // Friday before Seollal, 16 to 18 February
    const { as } = counter
    const visit = await consentedVisit(as('clerk'))
    const due = async () => (await as('clerk').cases.suggest({ visitId: visit.visitId })).dueDays
    expect((await due()).soon).toEqual({ days: 2, due: '2026-02-20' })
    expect((await due()).crisis).toEqual({ days: 0, due: '2026-02-13' })
    await as('lead').center.addHoliday({ date: '2026-02-19' as never, name: '표본 임시공휴일', basis: '표본 공고' })
    expect((await due()).soon.due).toBe('2026-02-23')
  })
})

describe('the planner\'s list', () => {
  it('tells an open screen at once, without a name', async () => {
    const counter = await openCounter()
    const news = await counter.as('planner').cases.watch()
    const heard = news.next()
    const { caseId } = await assigned(counter)
    expect((await heard).value).toEqual({ caseId, plannerId: counter.ids.planner, change: 'opened' })
    await news.return?.(undefined)
  })

  it('shows a new case as new until its planner opens it', async () => {
    const counter = await openCounter()
    const { caseId } = await assigned(counter)
    const list = () => counter.as('planner').cases.list({ scope: 'mine', includeClosed: false })
    expect(await list()).toMatchObject([{ id: caseId, unread: true, maskedName: '표*순' }])
    await counter.as('planner').cases.page({ caseId })
    expect(await list()).toMatchObject([{ unread: false }])
  })

  it('keeps other planners\' cases from a planner, and shows them to the lead', async () => {
    const counter = await openCounter()
    const { caseId } = await assigned(counter)
    await expect(counter.as('secondPlanner').cases.page({ caseId })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('secondPlanner').cases.list({ scope: 'all', includeClosed: false })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    expect((await counter.as('lead').cases.page({ caseId })).case.id).toBe(caseId)
    expect(await counter.as('lead').cases.list({ scope: 'all', includeClosed: false })).toHaveLength(1)
  })
})

describe('contacts', () => {
  it('need a next try unless somebody was reached, and keep the first contact', async () => {
    const counter = await openCounter()
    const { caseId, version } = await assigned(counter)
    const planner = counter.as('planner')
    const contact = { caseId, seenVersion: version, channel: 'call' as const, note: '', nextTry: null }
    await expect(planner.cases.recordContact({ ...contact, outcome: 'not-reached' })).rejects.toMatchObject({ code: 'NEXT_TRY_NEEDED' })
    await expect(planner.cases.recordContact({ ...contact, outcome: 'not-reached', nextTry: '2026-11-22' as never })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    const missed = await planner.cases.recordContact({ ...contact, outcome: 'not-reached', nextTry: '2026-11-24' as never })
    expect(missed.case).toMatchObject({ status: 'not-reached', firstContactAt: null })
    await expect(planner.cases.recordContact({ ...contact, outcome: 'reached' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    const reached = await planner.cases.recordContact({ ...contact, seenVersion: missed.case.version, outcome: 'reached', note: '표본 통화' })
    expect(reached.case).toMatchObject({ status: 'in-contact' })
    expect(reached.events.map(({ kind, outcome }) => [kind, outcome])).toEqual([['stage', null], ['contact', 'reached'], ['contact', 'not-reached'], ['opened', null]])
  })

  it('end with the case, which only its planner or the lead closes', async () => {
    const counter = await openCounter()
    const { caseId, version } = await assigned(counter)
    await expect(counter.as('secondPlanner').cases.close({ caseId, seenVersion: version, why: '표본' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    const closed = await counter.as('planner').cases.close({ caseId, seenVersion: version, why: '안내로 충분' })
    await expect(counter.as('planner').cases.recordContact({ caseId, seenVersion: closed.version, channel: 'call', outcome: 'reached', note: '', nextTry: null })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })
})

describe('the lead', () => {
  it('sees each planner\'s load and moves a case with a reason', async () => {
    const counter = await openCounter()
    const { caseId, version } = await assigned(counter)
    const open = async () => Object.fromEntries((await counter.as('lead').team.overview()).members.map(({ planner, load }) => [planner.name, load.cases]))
    expect(await open()).toEqual({ 표본플래너: 1, 표본플래너둘: 0 })
    await expect(counter.as('planner').cases.reassign({ caseId, seenVersion: version, plannerId: counter.ids.secondPlanner, why: '표본' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await counter.as('lead').cases.reassign({ caseId, seenVersion: version, plannerId: counter.ids.secondPlanner, why: '부재' })
    expect(await open()).toEqual({ 표본플래너: 0, 표본플래너둘: 1 })
    expect(await counter.as('secondPlanner').cases.list({ scope: 'mine', includeClosed: false })).toMatchObject([{ id: caseId, unread: true }])
  })
})

describe('the first look at a case', () => {
  it('counts what its planner has not opened yet, and is found from the household by whose case it is', async () => {
    const counter = await openCounter()
    const { caseId } = await assigned(counter)
    const { householdId } = (await counter.as('lead').cases.page({ caseId })).case
    const unread = async (seat: 'planner' | 'secondPlanner' | 'lead') => (await counter.as(seat).cases.unread()).count
    expect([await unread('planner'), await unread('secondPlanner'), await unread('lead')]).toEqual([1, 0, 0])
    const way = async (seat: 'planner' | 'secondPlanner' | 'lead') => (await counter.as(seat).cases.ofHousehold({ householdId })).caseId
    expect([await way('planner'), await way('secondPlanner'), await way('lead')]).toEqual([caseId, null, caseId])
    await counter.as('planner').cases.page({ caseId })
    expect(await unread('planner')).toBe(0)
    await counter.db.updateTable('welfare_case').set({ status: 'closed' }).execute()
    expect(await way('planner')).toBeNull()
  })

  it('says which records are open or finished, what comes next, and nothing of what is written in them', async () => {
    const counter = await openCounter()
    const { caseId } = await assigned(counter)
    const planner = counter.as('planner')
    expect((await planner.cases.page({ caseId })).glance).toEqual({ records: [], referrals: {}, applications: {}, tasks: [], tasksInAll: 0, appointments: [], files: 0, waiting: [] })
    const record = await planner.records.begin({ caseId, kind: 'needs-survey' })
    const { case: found } = await planner.cases.page({ caseId })
    await planner.cases.recordContact({ caseId, seenVersion: found.version, channel: 'call', outcome: 'not-reached', note: '표본', nextTry: '2026-11-24' as never })
    const { glance } = await planner.cases.page({ caseId })
    expect(glance).toMatchObject({ records: [{ kind: 'needs-survey', status: 'open', count: 1 }], tasks: [{ kind: 'retry', dueOn: '2026-11-24' }], tasksInAll: 1 })
    expect(JSON.stringify(glance)).not.toContain(record.id)
  })
})
