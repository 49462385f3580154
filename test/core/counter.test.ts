import { describe, expect, it } from 'vitest'
import { openCounter } from '../support/open-counter'

describe('a visit at the counter', () => {
  it('runs from the ticket to the planner and the first contact', async () => {
    const { as, ids } = await openCounter()
    const clerk = as('clerk')
    let page = await clerk.intake.open({ event: 'move-in', channel: 'counter' })
    const visitId = page.visit.id
    const seen = () => ({ visitId, seenVersion: page.visit.version })
    page = await clerk.intake.savePaperwork({ ...seen(), paperwork: { event: 'move-in', movedOn: '2026-11-20' as never, whole: 'whole', fromProvince: '경기도', fromDistrict: '수원시', newAddress: '표본로 1' } })
    expect(page.paperworkKept).toBe('memory')
    page = await clerk.intake.answer({ ...seen(), answer: 'yes' })
    page = await clerk.consent.record({ ...seen(), signer: { name: '표본순', capacity: 'self' }, answers: { 'collect': true, 'sensitive': true, 'third-party': false }, method: 'screen', strokes: [[[0, 0, 0], [500, 500, 100]]], confirmedByClerk: false, language: 'ko' })
    expect(page.paperworkKept).toBe('disk')
    const visitor = page.household!.members[0]!
    page = await clerk.households.saveMember({ ...seen(), personId: visitor.id, name: visitor.name, relation: 'head', birth: '1944-05-01' as never, sex: 'female', livingTogether: true, diedOn: null })
    const { lookup } = await clerk.eligibility.lookup({ visitId })
    expect(lookup.verdicts.length).toBeGreaterThan(5)
    const suggestion = await clerk.cases.suggest({ visitId })
    page = await clerk.cases.assign({ ...seen(), urgency: suggestion.urgency, kind: suggestion.kind, plannerId: suggestion.planners[0]!.id })
    expect(page.case?.planner?.id).toBe(ids.planner)
    const planner = as('planner')
    const [found] = await planner.cases.list({ scope: 'mine', includeClosed: false })
    const opened = await planner.cases.page({ caseId: found!.id })
    const after = await planner.cases.recordContact({ caseId: found!.id, seenVersion: opened.case.version, channel: 'call', outcome: 'reached', note: '표본 통화', nextTry: null })
    expect(after.case.firstContactAt).not.toBeNull()
  })
})
