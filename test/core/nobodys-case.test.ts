/** A case that belongs to nobody for a while (미배정): set aside by the lead, seen by all planners, taken by one. */
import { describe, expect, it } from 'vitest'
import { openCounter } from '../support/open-counter'
import { consentedVisit, day } from '../support/visit-at-desk'

describe('a case that is set aside', () => {
  it('stands among nobody’s cases with its tasks, its visits pass to the lead, and a planner takes it', async () => {
    const counter = await openCounter()
    const visit = await consentedVisit(counter.as('clerk'))
    const { urgency, kind } = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
    const { case: opened } = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency, kind, plannerId: counter.ids.planner, why: '표본' })
    const caseId = opened!.id
    const planner = counter.as('planner')
    await planner.cases.recordContact({ caseId, seenVersion: (await planner.cases.page({ caseId })).case.version, channel: 'call', outcome: 'not-reached', note: '', nextTry: day('2026-11-25') })
    const appointment = await planner.worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId, day: day('2026-11-26'), starts: '10:00', minutes: 30, place: '', note: '', bring: '', caution: '' })

    const lead = counter.as('lead')
    const { version } = (await lead.cases.page({ caseId })).case
    await expect(planner.cases.reassign({ caseId, seenVersion: version, plannerId: null, why: '표본' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    const aside = await lead.cases.reassign({ caseId, seenVersion: version, plannerId: null, why: '담당이 휴직' })
    expect(aside).toMatchObject({ planner: null, unread: true })
    await expect(planner.cases.page({ caseId })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })

    const nobodys = await counter.as('secondPlanner').worklist.list({ scope: 'unassigned', filter: {} } as never)
    expect(JSON.stringify(nobodys)).toContain(caseId)
    const rows = await counter.db.selectFrom('appointment').select('staff_id').where('id', '=', appointment.id).execute()
    expect(rows).toEqual([{ staff_id: counter.ids.lead }])
    const tasks = await counter.db.selectFrom('case_task').select('staff_id').where('case_id', '=', caseId).where('done_at', 'is', null).execute()
    expect(tasks).toEqual([{ staff_id: null }])

    const again = await lead.cases.reassign({ caseId, seenVersion: aside.version, plannerId: counter.ids.secondPlanner, why: '자리가 있음' })
    expect(again.planner?.id).toBe(counter.ids.secondPlanner)
    expect((await counter.as('secondPlanner').cases.page({ caseId })).events.filter(({ kind }) => kind === 'reassigned')).toHaveLength(2)
  })
})
