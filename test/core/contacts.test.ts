/** Contacts: tries that fail, refusals that come back every quarter, packs from the stock, what was offered. */
import type { CaseId, GiftPackId } from '#core/kernel/ids'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { openCounter } from '../support/open-counter'
import { consentedVisit, day } from '../support/visit-at-desk'

async function aCase(counter: Counter, birth = '1944-05-01'): Promise<CaseId> {
  const visit = await consentedVisit(counter.as('clerk'), 'move-in', '표본순', birth)
  const proposal = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
  const page = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency: proposal.urgency, kind: proposal.kind, plannerId: counter.ids.planner, ...(proposal.planners[0]!.id === counter.ids.planner ? {} : { why: '표본' }) })
  return page.case!.id
}

const nothing = { note: '', nextTry: null, nextChannel: null, giftId: null, offers: [] }

async function contact(counter: Counter, caseId: CaseId, more: Partial<Parameters<ReturnType<Counter['as']>['contacts']['record']>[0]>) {
  const { case: found } = await counter.as('planner').cases.page({ caseId })
  return counter.as('planner').contacts.record({ ...nothing, caseId, seenVersion: found.version, channel: 'visit', outcome: 'reached', ...more })
}

async function aPack(counter: Counter, name: string, fits: readonly string[], stock: number): Promise<GiftPackId> {
  const made = await counter.as('lead').contacts.saveGift({ giftId: null, seenVersion: null, name, fits: fits as never, price: 10_000, active: true })
  if (stock > 0)
    await counter.as('lead').contacts.restock({ giftId: made.id, seenVersion: made.version, change: stock, why: '표본 입고' })
  return made.id
}

describe('whoever refuses', () => {
  it('is asked again in three months by itself, and once only', async () => {
    const counter = await openCounter({ moment: '2026-11-30T10:00' })
    const caseId = await aCase(counter)
    const page = await contact(counter, caseId, { outcome: 'refused' })
    expect(page.case).toMatchObject({ status: 'refused', nextOn: '2027-02-28' })
    await contact(counter, caseId, { outcome: 'refused', nextTry: day('2026-12-10'), nextChannel: 'letter' })
    const found = await counter.as('planner').contacts.ofCase({ caseId })
    expect(found).toMatchObject({ refusals: 2, triesInVain: 2, next: { on: '2026-12-10', channel: 'letter', quarterly: true } })
    expect(await counter.db.selectFrom('case_task').select('id').where('done_at', 'is', null).execute()).toHaveLength(1)
  })

  it('is late with nothing until they are asked again: the first contact was tried', async () => {
    const counter = await openCounter()
    const caseId = await aCase(counter)
    const clock = async () => (await counter.as('planner').clocks.ofCase({ caseId })).clocks.find(one => one.clock === 'first-contact')
    const late = async () => (await counter.as('lead').worklist.heads({ scope: 'all' })).counts.late
    counter.at('2026-11-24T10:00')
    const refused = await contact(counter, caseId, { outcome: 'refused' })
    expect(refused.case).toMatchObject({ status: 'refused', stage: 'first-contact', firstContactAt: null, dueOn: null, dueClock: null, nextOn: '2027-02-24' })
    expect(await clock()).toMatchObject({ doneOn: '2026-11-24' })
    counter.at('2027-01-15T10:00')
    expect(await late()).toBe(0)
    expect((await counter.as('lead').team.overview()).members.find(({ planner }) => planner.id === counter.ids.planner)).toMatchObject({ load: { cases: 1 }, late: 0 })
    // A try in vain afterwards, and a change of urgency, begin nothing anew.
    const { version } = (await contact(counter, caseId, { outcome: 'not-reached', nextTry: day('2027-01-20') })).case
    expect(await counter.as('lead').team.setUrgency({ caseId, seenVersion: version, urgency: 'crisis', why: '표본' })).toMatchObject({ firstContactAt: null, dueOn: null })
    counter.at('2027-02-24T10:00')
    const reached = await contact(counter, caseId, { outcome: 'reached' })
    expect(reached.case).toMatchObject({ status: 'in-contact', stage: 'counselling', firstContactAt: '2027-02-24T01:00:00.000Z', nextOn: null })
    expect(await clock()).toMatchObject({ doneOn: '2026-11-24' })
  })

  it('asks for the closing and takes it back without the first contact being due anew', async () => {
    const counter = await openCounter()
    const caseId = await aCase(counter)
    await contact(counter, caseId, { outcome: 'refused' })
    const { records, closing } = counter.as('planner')
    const begun = await records.begin({ caseId, kind: 'closing' })
    const tasks = await counter.db.selectFrom('case_task').select(['id', 'what']).where('done_at', 'is', null).execute()
    const rest = tasks.map(task => ({ ...task, becomes: 'ended', note: '' }))
    const { record } = await records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, reason: 'refused', summary: '표본', rest } })
    const asked = await closing.ask({ recordId: record.id, seenVersion: record.version })
    expect((await counter.as('planner').cases.page({ caseId })).case.stage).toBe('closing')
    await records.reopen({ recordId: asked.id, seenVersion: asked.version, why: '표본' })
    expect((await counter.as('planner').cases.page({ caseId })).case).toMatchObject({ stage: 'first-contact', dueOn: null })
  })

  it('who was in contact before stands as refused, and is in contact again once reached', async () => {
    const counter = await openCounter()
    const caseId = await aCase(counter)
    await contact(counter, caseId, { outcome: 'reached' })
    expect((await contact(counter, caseId, { outcome: 'refused' })).case.status).toBe('refused')
    const page = await contact(counter, caseId, { outcome: 'reached' })
    expect(page.case).toMatchObject({ status: 'in-contact', nextOn: null, lastContactOn: '2026-11-23', stage: 'counselling' })
    expect(await counter.as('planner').contacts.ofCase({ caseId })).toMatchObject({ triesInVain: 0, refusals: 1, next: null })
  })
})

describe('a try in vain', () => {
  it('needs the day of the next one, which is not in the past', async () => {
    const counter = await openCounter()
    const caseId = await aCase(counter)
    await expect(contact(counter, caseId, { outcome: 'not-reached' })).rejects.toMatchObject({ code: 'NEXT_TRY_NEEDED' })
    await expect(contact(counter, caseId, { outcome: 'not-reached', nextTry: day('2026-11-22') })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    const page = await contact(counter, caseId, { outcome: 'not-reached', nextTry: day('2026-11-23'), channel: 'call', nextChannel: 'visit' })
    expect(page.case).toMatchObject({ status: 'not-reached', firstContactAt: null, nextOn: '2026-11-23' })
    expect((await counter.as('planner').contacts.ofCase({ caseId })).next).toEqual({ on: '2026-11-23', channel: 'visit', quarterly: false })
  })
})

describe('a gift pack', () => {
  it('goes out of the stock with the visit it was given at, and never below none', async () => {
    const counter = await openCounter()
    const caseId = await aCase(counter)
    const mat = await aPack(counter, '표본 미끄럼 방지 매트', ['unsteady'], 1)
    await contact(counter, caseId, { giftId: mat })
    expect((await counter.as('planner').contacts.gifts())[0]).toMatchObject({ stock: 0 })
    const before = await counter.as('planner').contacts.ofCase({ caseId })
    expect(before.lines[0]).toMatchObject({ gift: '표본 미끄럼 방지 매트' })
    await expect(contact(counter, caseId, { giftId: mat })).rejects.toMatchObject({ code: 'GIFT_OUT_OF_STOCK' })
    expect((await counter.as('planner').contacts.ofCase({ caseId })).lines).toHaveLength(1)
    await expect(counter.as('lead').contacts.restock({ giftId: mat, seenVersion: (await counter.as('lead').contacts.gifts())[0]!.version, change: -1, why: '표본' })).rejects.toMatchObject({ code: 'GIFT_OUT_OF_STOCK' })
  })

  it('that suits the household comes first, with the reason; what they had before comes later', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const [mat, porridge] = [await aPack(counter, '표본 매트', ['unsteady'], 5), await aPack(counter, '표본 죽', ['ill', 'anybody'], 5)]
    const order = async (caseId: CaseId) => (await counter.as('planner').contacts.ofCase({ caseId })).gifts.map(({ id, because }) => [id, because])
    expect(await order(await aCase(counter, '1951-11-23'))).toEqual([[mat, ['unsteady']], [porridge, ['anybody']]])
    const younger = await aCase(counter, '1951-11-24') // 75 tomorrow
    expect(await order(younger)).toEqual([[porridge, ['anybody']], [mat, []]])
    await contact(counter, younger, { giftId: porridge })
    expect((await order(younger)).map(([id]) => id)).toEqual([mat, porridge])
  })

  it('is kept by the lead alone', async () => {
    const counter = await openCounter()
    await expect(counter.as('planner').contacts.saveGift({ giftId: null, seenVersion: null, name: '표본', fits: [], price: 0, active: true })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('what was offered', () => {
  it('stands with the newest answer', async () => {
    const counter = await openCounter()
    const caseId = await aCase(counter)
    await contact(counter, caseId, { offers: [{ kind: 'wellbeing-check', answer: 'declined' }, { kind: 'care-sos', answer: 'accepted' }] })
    await contact(counter, caseId, { offers: [{ kind: 'wellbeing-check', answer: 'accepted' }] })
    const found = await counter.as('planner').contacts.ofCase({ caseId })
    expect(found.accepted.toSorted()).toEqual(['care-sos', 'wellbeing-check'])
  })
})
