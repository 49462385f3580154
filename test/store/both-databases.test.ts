/** Whatever the counter promises, it promises on SQLite, on PGlite and on Debian's PostgreSQL alike. */
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkChain } from '#core/audit/verify-chain'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { consentedVisit, openVisitAt } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

describe.each(storeKinds)('the counter on %s', (kind) => {
  let counter: Counter
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind) })
  })

  it('has every table of the first migration', async () => {
    const tables = (await counter.db.introspection.getTables()).map(({ name }) => name)
    expect(tables).toEqual(expect.arrayContaining([
      'center',
      'staff',
      'visit',
      'consent',
      'household',
      'person',
      'person_gram',
      'fact',
      'lookup',
      'welfare_case',
      'audit_line',
    ]))
  })

  it('finds people by a part of the name, by initial consonants, by phone and in the wrong keyboard mode', async () => {
    const visit = await consentedVisit(counter.as('clerk'), 'move-in', '김표본')
    await visit.household({ road: '표본로 1', phone: '010-0000-4321' })
    await consentedVisit(counter.as('clerk'), 'move-in', '감포분')
    const names = async (text: string) => (await counter.as('clerk').households.search({ text })).map(({ maskedName }) => maskedName)
    expect(await names('표본')).toEqual(['김*본'])
    expect(await names('ㄱㅍㅂ')).toHaveLength(2)
    expect(await names('김표')).toEqual(['김*본'])
    expect(await names('4321')).toEqual(['김*본'])
    expect(await names('rlavyqhs')).toEqual(['김*본'])
    expect(await names('이표본')).toEqual([])
  })

  it('keeps the first of two changes made from the same version', async () => {
    const visit = await openVisitAt(counter.as('clerk'), 'birth')
    const seen = visit.seen()
    await counter.as('clerk').intake.answer({ ...seen, answer: 'yes' })
    await expect(counter.as('secondClerk').intake.answer({ ...seen, answer: 'no' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await visit.reload()).visit.answer).toBe('yes')
  })

  it('rolls back what was written before a refusal', async () => {
    const before = await counter.db.selectFrom('visit').select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
    const visit = await openVisitAt(counter.as('clerk'), 'move-in')
    await visit.sayYes()
    await expect(counter.as('clerk').consent.record({
      ...visit.seen(),
      signer: { name: '표본순', capacity: 'self' },
      answers: { 'collect': true, 'sensitive': false, 'third-party': false },
      method: 'screen',
      confirmedByClerk: true,
      language: 'ko',
    }))
      .rejects
      .toMatchObject({ code: 'SIGNATURE_MISSING' })
    // The version that was held for the refused write is the old one again.
    expect((await visit.reload()).visit.version).toBe(visit.seen().seenVersion)
    const after = await counter.db.selectFrom('visit').select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
    expect(Number(after.count)).toBe(Number(before.count) + 1)
  })

  it('goes from consent to lookup, case and first contact', async () => {
    const visit = await consentedVisit(counter.as('clerk'), 'counselling', '박예시')
    await visit.household({ road: '예시로 2' })
    const { lookup } = await counter.as('clerk').eligibility.lookup({ visitId: visit.visitId })
    expect(lookup.verdicts.length).toBeGreaterThan(0)
    const suggestion = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
    await visit.reload()
    const page = await counter.as('clerk').cases.assign({
      ...visit.seen(),
      urgency: suggestion.urgency,
      kind: suggestion.kind,
      plannerId: suggestion.planners[0]!.id,
    })
    const seat = page.case!.planner!.id === counter.ids.planner
      ? 'planner'
      : 'secondPlanner'
    const mine = await counter.as(seat).cases.list({ scope: 'mine' })
    expect(mine.find(({ id }) => id === page.case!.id)?.status).toBe('assigned')
  })

  it('keeps the access log as one whole chain, and tells where it was broken', async () => {
    const whole = await counter.as('admin').audit.verify()
    expect(whole).toMatchObject({ intact: true, brokenAt: null })
    expect(whole.lines).toBeGreaterThan(10)
    await counter.db.updateTable('audit_line').set({ outcome: 'done' } as never).where('outcome', '!=', 'done').execute()
    const broken = await checkChain(counter.db, counter.host.hash)
    expect(broken.intact).toBe(false)
    expect(broken.brokenAt).toBeGreaterThan(0)
  })
})
