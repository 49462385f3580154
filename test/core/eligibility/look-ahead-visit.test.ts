import { describe, expect, it } from 'vitest'
import { openCounter } from '../../support/open-counter'
import { consentedVisit, openVisitAt } from '../../support/visit-at-desk'

describe('looking ahead for a visit', () => {
  it('tells what begins and ends for each member, with the names of the services', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await consentedVisit(as('clerk'), 'birth', '표본엄마', '1990-05-01')
    await visit.member({ name: '표본아기', relation: 'child', birth: '2026-11-10', sex: 'male' })
    const child = visit.page().household!.members[1]!.id
    await as('clerk').households.saveFactForAll({ ...visit.seen(), fact: 'nationality', value: 'korean' })
    const { timeline, services } = await as('planner').eligibility.timeline({ visitId: visit.visitId })
    expect(timeline).toMatchObject({ on: '2026-11-23', until: '2036-11-23' })
    const benefit = timeline.rows.find(({ serviceId, memberId }) => serviceId === 'parental-benefit' && memberId === child)
    expect(benefit?.intervals[0]).toEqual({ verdict: 'likely', from: '2026-11-23', until: '2028-10-31' })
    expect(services['parental-benefit']?.name.ko).toBe('부모급여')
    expect(Object.keys(services).toSorted()).toEqual([...new Set(timeline.rows.map(({ serviceId }) => serviceId))].toSorted())
    expect(timeline.rows.filter(({ changes }) => changes.length === 0)).toEqual([])
  })

  it('marks what is offered in person only, so that no paper shows it', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await consentedVisit(as('clerk'), 'move-in', '표본전입', '1962-03-02')
    const { services } = await as('clerk').eligibility.timeline({ visitId: visit.visitId })
    expect(services['elder-abuse']?.discreet).toBe(true)
    expect(services['basic-pension']?.discreet).toBeUndefined()
  })

  it('needs a visit, and its consent', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const { visitId } = await openVisitAt(as('clerk'), 'move-in')
    await expect(as('clerk').eligibility.timeline({ visitId })).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
    await expect(as('clerk').eligibility.timeline({ visitId: '01900000-0000-7000-8000-000000000001' as never })).rejects.toMatchObject({ code: 'VISIT_NOT_FOUND' })
  })
})
