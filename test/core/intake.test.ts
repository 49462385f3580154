import { describe, expect, it } from 'vitest'
import { parkLeftOpen } from '#core/intake/park-left-open'
import { openCounter } from '../support/open-counter'
import { consentedVisit, day, openVisitAt } from '../support/visit-at-desk'

describe('a visit before consent', () => {
  it('numbers tickets from one each day', async () => {
    const { as, at } = await openCounter()
    expect((await openVisitAt(as('clerk'), 'move-in')).page().visit.ticket).toBe(1)
    expect((await openVisitAt(as('clerk'), 'birth')).page().visit.ticket).toBe(2)
    at('2026-11-24T00:01')
    expect((await openVisitAt(as('clerk'), 'death')).page().visit.ticket).toBe(1)
  })

  it('keeps the answers in memory: no row of the store holds them', async () => {
    const { as, db } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await visit.paperwork({ event: 'move-in', movedOn: day('2026-11-20'), fromDistrict: '표본시', newAddress: '표본대로 77' })
    await visit.sayYes()
    const row = await db.selectFrom('visit').selectAll().where('id', '=', visit.visitId).executeTakeFirstOrThrow()
    expect(row.paperwork).toBeNull()
    expect(JSON.stringify(row)).not.toMatch(/표본시|표본대로/)
    expect((await visit.reload()).paperwork).toMatchObject({ newAddress: '표본대로 77' })
  })

  it('puts the answers on disk with the consent, and not before', async () => {
    const { as, db, host } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await visit.paperwork({ event: 'move-in', movedOn: day('2026-11-20'), newAddress: '표본대로 77' })
    await visit.sayYes()
    await visit.consent()
    const row = await db.selectFrom('visit').selectAll().where('id', '=', visit.visitId).executeTakeFirstOrThrow()
    expect(row.paperwork).toContain('표본대로 77')
    expect(host.unkept.size).toBe(0)
    expect(visit.page().household?.address.road).toBe('표본대로 77')
  })

  it('forgets the answers of somebody who said no, and keeps the reason', async () => {
    const { as, host } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'birth')
    await visit.paperwork({ event: 'birth', bornOn: day('2026-11-10'), childOrder: 2 })
    const page = await visit.sayNo()
    expect(page.visit).toMatchObject({ answer: 'no', refusalReason: 'no-time' })
    expect(page.paperwork).toEqual({ event: 'birth' })
    expect(host.unkept.size).toBe(0)
  })

  it('refuses a day of the event that lies in the future, and names the field', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T23:59' })
    const visit = await openVisitAt(as('clerk'), 'death')
    await expect(visit.paperwork({ event: 'death', diedOn: day('2026-11-24') })).rejects.toMatchObject({ code: 'DAY_IN_FUTURE', data: { field: 'diedOn' } })
    await expect(visit.paperwork({ event: 'death', diedOn: day('2026-11-23') })).resolves.toBeDefined()
  })

  it('asks for a name and number before it notes a call, and destroys them when the call was made', async () => {
    const { as, db } = await openCounter()
    const clerk = as('clerk')
    const visit = await openVisitAt(clerk, 'move-in')
    await expect(clerk.intake.answer({ ...visit.seen(), answer: 'call-me' })).rejects.toMatchObject({ code: 'CALLBACK_NEEDED' })
    await clerk.intake.answer({ ...visit.seen(), answer: 'call-me', callback: { name: '표본순', phone: '010-0000-1234', when: '오후', agreed: true } })
    expect(await clerk.intake.callbacks()).toMatchObject([{ name: '표본순', phone: '010-0000-1234', when: '오후' }])
    await clerk.intake.callbackDone({ visitId: visit.visitId })
    expect(await clerk.intake.callbacks()).toEqual([])
    expect(await db.selectFrom('callback').selectAll().execute()).toEqual([])
  })

  it('refuses to write a household, a fact or a lookup without the consent to collect', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await openVisitAt(clerk, 'move-in')
    await visit.sayYes()
    const missing = { code: 'CONSENT_MISSING' }
    await expect(visit.member({ name: '표본순' })).rejects.toMatchObject(missing)
    await expect(visit.household({ road: '표본로 1' })).rejects.toMatchObject(missing)
    await expect(visit.fact('tenure', 'owned')).rejects.toMatchObject(missing)
    await expect(clerk.eligibility.lookup({ visitId: visit.visitId })).rejects.toMatchObject(missing)
    await expect(clerk.cases.suggest({ visitId: visit.visitId })).rejects.toMatchObject(missing)
  })
})

describe('parking a visit to serve the next in line', () => {
  it('keeps it as it was, also what is only in memory, and lets a colleague take it up', async () => {
    const { as } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await visit.paperwork({ event: 'move-in', newAddress: '표본대로 77' })
    await as('clerk').intake.park({ visitId: visit.visitId })
    await expect(visit.sayYes()).rejects.toMatchObject({ code: 'VISIT_NOT_OPEN' })
    const home = await as('secondClerk').intake.home()
    expect(home.parked).toMatchObject([{ id: visit.visitId, mine: false, maskedName: null }])
    const resumed = await as('secondClerk').intake.resume({ visitId: visit.visitId })
    expect(resumed.paperwork).toMatchObject({ newAddress: '표본대로 77' })
  })

  it('shows who it is about only masked, and only after consent', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'move-in', '표본미자')
    await as('clerk').intake.park({ visitId: visit.visitId })
    const home = await as('clerk').intake.home()
    expect(home.parked[0]?.maskedName).toBe('표**자')
  })
})

describe('a visit left open at closing time', () => {
  it('waits among the parked ones the next morning, and today\'s stay open', async () => {
    const { as, db, at } = await openCounter({ moment: '2026-11-23T17:59' })
    const left = await openVisitAt(as('clerk'), 'birth')
    at('2026-11-24T09:00')
    const fresh = await openVisitAt(as('clerk'), 'death')
    await parkLeftOpen(db, day('2026-11-24'))
    const home = await as('clerk').intake.home()
    expect(home.parked.map(({ id }) => id)).toEqual([left.visitId])
    expect(home.today.map(({ id, status }) => [id, status])).toEqual([[fresh.visitId, 'open']])
  })
})

describe('two clerks saving the same visit', () => {
  it('keeps the first and tells the second, and changes nothing of the first', async () => {
    const { as } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'birth')
    const seen = visit.seen()
    await visit.paperwork({ event: 'birth', childOrder: 2 })
    await expect(as('secondClerk').intake.savePaperwork({ ...seen, paperwork: { event: 'birth', childOrder: 3 } })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await visit.reload()).paperwork).toMatchObject({ childOrder: 2 })
  })
})

describe('a visit that is given up', () => {
  it('leaves event, dong, time and ticket, and no name anywhere', async () => {
    const { as, db } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'death', '표본남편')
    await visit.household({ road: '표본로 9', phone: '010-0000-7777' })
    await visit.fact('tenure', 'owned')
    await as('clerk').eligibility.lookup({ visitId: visit.visitId })
    const left = await as('clerk').intake.giveUp({ visitId: visit.visitId })
    expect(left).toMatchObject({ status: 'given-up', event: 'death', ticket: 1 })
    for (const table of ['person', 'person_gram', 'household', 'consent', 'fact', 'lookup', 'callback'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
    expect(JSON.stringify(await db.selectFrom('visit').selectAll().execute())).not.toMatch(/표본남편|표본로/)
  })

  it('leaves a household alone that was known before', async () => {
    const { as, db } = await openCounter()
    const known = await consentedVisit(as('clerk'), 'move-in', '표본미자', '1950-01-01')
    await as('clerk').intake.finish({ visitId: known.visitId })
    const visit = await consentedVisit(as('clerk'), 'counselling', '표본미자', '1950-01-01')
    await as('clerk').households.adopt({ ...visit.seen(), householdId: known.page().household!.id })
    await as('clerk').intake.giveUp({ visitId: visit.visitId })
    expect(await db.selectFrom('person').select('name').execute()).toEqual([{ name: '표본미자' }])
  })
})
