import type { Client } from '#core/contract'
import type { Compared, LookingAgain } from '#core/eligibility/rescreen/model'
import type { Catalogue } from '#core/policy/catalogue'
import type { Parameter } from '#core/policy/parameter'
import type { Counter } from '../support/open-counter'
import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogueInForce } from '#core/catalogue/read-in-force'
import { factsOfVisit } from '#core/eligibility/facts-of-visit'
import { lookUp } from '#core/eligibility/look-up'
import { readHousehold } from '#core/households/read-household'
import { Paperwork } from '#core/intake/model'
import { PlainDate } from '#core/kernel/dates'
import { router } from '#core/router'
import { propose, put, release } from '../support/catalogue-at-desk'
import { aService, fixture, texts } from '../support/engine'
import { openCounter } from '../support/open-counter'
import { consentedVisit } from '../support/visit-at-desk'

const moment = '2026-11-25T10:00'
const today = PlainDate.parse('2026-11-25')
const newYear = PlainDate.parse('2027-01-01')
const help = 'fixture-household-help'

let counter: Counter
beforeEach(async () => { counter = await openCounter({ moment, catalogue: fixture }) })
afterEach(() => counter.close())

const line = (values: Parameter['values']): Parameter => ({ ...fixture.parameters.get('fixture-line')!, values: [...fixture.parameters.get('fixture-line')!.values, ...values] })
/** The line raised by a tenth, or by whatever, from a day on. */
const raised = (from: string, one: number) => line([{ ...fixture.parameters.get('fixture-line')!.values.at(-1)!, from: PlainDate.parse(from), value: { 1: one, 2: one + 500_000, beyond: 400_000 } }])

/** A household of one, of whom everything is known that the fixture's help turns on. */
async function aHousehold(income: number, name = '표본순') {
  const visit = await consentedVisit(counter.as('clerk'), 'move-in', name, '1944-05-01')
  await visit.fact('recognised-income', income)
  await visit.fact('single-parent', false)
  await visit.fact('disability', 'severe', visit.visitor()!.id)
  return { visit, householdId: visit.page().household!.id }
}

async function look(compared: Compared, seat: 'lead' | 'admin' = 'lead') {
  const events: LookingAgain[] = []
  for await (const event of await counter.as(seat).eligibility.rescreen.look(compared))
    events.push(event)
  const last = events.at(-1)
  return { events, done: last?.phase === 'done' ? last : undefined }
}

const raiseInDraft = (from = '2027-01-01', one = 1_100_000) => propose(counter, 'admin', [put('parameter', raised(from, one))])
const inDraft = { with: 'draft', on: newYear } as const
const toLikely = { serviceId: help as never, before: 'unlikely', after: 'likely' } as const

describe('what changes', () => {
  it('finds whom a raised line in the draft makes likely, on the day it begins and not before', async () => {
    await aHousehold(1_050_000)
    await aHousehold(900_000, '표본돌')
    await raiseInDraft()
    const { done } = await look(inDraft)
    expect(done).toMatchObject({ looked: 2, leftOut: 0, groups: [{ serviceId: help, before: 'unlikely', after: 'likely', households: 1, verdicts: 1, toldNo: 0, name: { en: 'Test household help' } }] })
    expect((await look({ with: 'draft', on: today })).done?.groups).toEqual([])
  })

  it('looks up only the services whose rules or figures differ', async () => {
    await raiseInDraft()
    const { done } = await look(inDraft)
    // both of the fixture's services use the line; a third would not
    expect(done?.services).toBe(2)
  })

  it('tells the other direction, and a service that ends', async () => {
    await aHousehold(900_000)
    await raiseInDraft('2027-01-01', 800_000)
    expect((await look(inDraft)).done?.groups).toMatchObject([{ before: 'likely', after: 'unlikely' }])
    await propose(counter, 'admin', [{ kind: 'service', itemId: help, body: null }])
    expect((await look(inDraft)).done?.groups).toMatchObject([{ before: 'likely', after: null }])
  })

  it('compares two releases', async () => {
    await expect(look({ with: 'release', from: 1, to: 99, on: today })).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
    await aHousehold(1_050_000)
    await counter.as('lead').catalogue.releases.list()
    await raiseInDraft()
    await release(counter.as('lead'))
    const { releases } = await counter.as('lead').catalogue.releases.list()
    const [to, from] = releases.map(({ number }) => number)
    const { done } = await look({ with: 'release', from: from!, to: to!, on: newYear })
    expect(done?.groups).toMatchObject([{ before: 'unlikely', after: 'likely', households: 1 }])
  })

  it('tells of one day against the day before: figures that begin, and who turns an age', async () => {
    const catalogue: Catalogue = { ...fixture, parameters: new Map([...fixture.parameters, ['fixture-line', raised('2027-01-01', 1_100_000)]]) }
    await counter.close()
    counter = await openCounter({ moment, catalogue })
    await aHousehold(1_050_000)
    expect((await counter.as('lead').eligibility.rescreen.days())[0]).toMatchObject({ on: newYear, inDraft: false, figures: [{ en: 'Test line' }] })
    expect((await look({ with: 'day', on: newYear })).done?.groups).toMatchObject([{ before: 'unlikely', after: 'likely' }])
    expect((await look({ with: 'day', on: PlainDate.parse('2027-01-02') })).done?.groups).toEqual([])
  })

  it('is the same as looking everybody up twice', async () => {
    const numbers = fc.sample(fc.record({ income: fc.constantFrom(899_999, 1_000_000, 1_000_001, 1_100_000, 1_100_001), known: fc.boolean() }), { numRuns: 12, seed: 7 })
    for (const [at, { income, known }] of numbers.entries()) {
      const visit = await consentedVisit(counter.as('clerk'), 'move-in', `표본${at}`, '1944-05-01')
      await visit.fact('recognised-income', income)
      if (known)
        await visit.fact('disability', 'severe', visit.visitor()!.id)
    }
    await raiseInDraft()
    const { done } = await look(inDraft)
    const before = await catalogueInForce(counter.db, counter.host)
    const after: Catalogue = { ...before, parameters: new Map([...before.parameters, ['fixture-line', raised('2027-01-01', 1_100_000)]]) }
    const expected = new Map<string, number>()
    for (const { id } of await counter.db.selectFrom('household').select('id').execute()) {
      const household = factsOfVisit((await readHousehold(counter.db, id, today))!, Paperwork.parse({ event: 'move-in' }))
      const [was, is] = [before, after].map(catalogue => new Map(lookUp(household, catalogue, newYear, texts).verdicts.map(({ serviceId, memberId, verdict }) => [`${serviceId} ${memberId}`, verdict])))
      for (const [subject, verdict] of is!) {
        const key = `${subject.split(' ')[0]} ${was!.get(subject)} ${verdict}`
        if (was!.get(subject) !== verdict)
          expected.set(key, (expected.get(key) ?? 0) + 1)
      }
    }
    expect(expected.size).toBeGreaterThan(1)
    expect(new Map(done!.groups.map(({ serviceId, before: was, after: is, verdicts }) => [`${serviceId} ${was} ${is}`, verdicts]))).toEqual(expected)
  })
})

describe('whoever is looked at', () => {
  it('has consented: nobody who withdrew, and of a household only members whose consent stands', async () => {
    const { visit } = await aHousehold(1_050_000)
    await raiseInDraft()
    expect((await look(inDraft)).done?.groups).toHaveLength(1)
    await counter.as('clerk').consent.withdraw({ consentId: visit.page().consents[0]!.id, items: ['collect'] })
    expect((await look(inDraft)).done).toMatchObject({ looked: 0, groups: [] })
  })

  it('is a child with the adult who consented, and no adult who was not asked', async () => {
    const { visit } = await aHousehold(1_050_000)
    await visit.member({ name: '표본돌', relation: 'spouse', birth: '1942-03-03', sex: 'male' })
    await visit.member({ name: '표본솔', relation: 'child', birth: '2020-03-03', sex: 'female' })
    await propose(counter, 'admin', [put('service', aService([], { id: 'for-everybody' }))])
    const { done } = await look({ with: 'draft', on: today })
    expect(done?.groups).toMatchObject([{ serviceId: 'for-everybody', before: null, after: 'likely', households: 1, verdicts: 2 }])
    const { shown } = await counter.as('lead').eligibility.rescreen.households({ run: done!.run, direction: { serviceId: 'for-everybody' as never, before: null, after: 'likely' } })
    expect(shown[0]?.who).toEqual(['표*순', '표*솔'])
  })

  it('withdraws between the run and the list: then nobody is shown', async () => {
    const { visit } = await aHousehold(1_050_000)
    await raiseInDraft()
    const { done } = await look(inDraft)
    await counter.as('clerk').consent.withdraw({ consentId: visit.page().consents[0]!.id, items: ['collect'] })
    expect((await counter.as('lead').eligibility.rescreen.households({ run: done!.run, direction: toLikely })).shown).toEqual([])
  })
})

describe('the list of a direction', () => {
  it('puts first who was told no, with why it is likely now, masked, and each read stands in the log', async () => {
    await aHousehold(1_060_000, '표본일')
    const told = await aHousehold(1_050_000, '표본이')
    await counter.as('clerk').eligibility.lookup({ visitId: told.visit.visitId })
    await raiseInDraft()
    const { done } = await look(inDraft)
    expect(done?.groups[0]).toMatchObject({ households: 2, toldNo: 1 })
    const { total, shown } = await counter.as('lead').eligibility.rescreen.households({ run: done!.run, direction: toLikely })
    expect(total).toBe(2)
    expect(shown.map(({ toldNo, who }) => [toldNo, who])).toEqual([[true, ['표*이']], [false, ['표*일']]])
    expect(shown[0]!.why[0]!.en).toContain('1,100,000 won')
    expect(shown[0]).toMatchObject({ visitId: told.visit.visitId, case: null, mark: null })
    const lines = await counter.db.selectFrom('audit_line').select(['operation', 'subject']).where('operation', '=', 'eligibility.rescreen.households').execute()
    expect(lines.map(({ subject }) => subject)).toEqual([...shown.map(({ householdId }) => `household:${householdId}`), `service:${help}`])
  })

  it('names the open case and its planner', async () => {
    const { visit } = await aHousehold(1_050_000)
    await counter.as('clerk').eligibility.lookup({ visitId: visit.visitId })
    await visit.reload()
    const { urgency, kind, planners } = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
    await counter.as('clerk').cases.assign({ ...visit.seen(), urgency, kind, plannerId: planners[0]!.id })
    await raiseInDraft()
    const { done } = await look(inDraft)
    const { shown } = await counter.as('lead').eligibility.rescreen.households({ run: done!.run, direction: toLikely })
    expect(shown[0]!.case).toMatchObject({ planner: planners[0]!.name })
  })

  it('is the lead’s: an administrator sees counts, a clerk nothing', async () => {
    const { done } = await look(inDraft, 'admin')
    await expect(counter.as('admin').eligibility.rescreen.households({ run: done!.run, direction: toLikely })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(counter.as('clerk').eligibility.rescreen.look(inDraft)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('of a run that is not kept any more says so', async () => {
    await expect(counter.as('lead').eligibility.rescreen.households({ run: 'gone' as never, direction: toLikely })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' })
  })
})

describe('looking', () => {
  it('tells how far it is and nothing about anybody', async () => {
    const { householdId, visit } = await aHousehold(1_050_000)
    await raiseInDraft()
    const { events } = await look(inDraft)
    expect(events[0]).toEqual({ phase: 'looking', done: 0, of: 1 })
    expect(events.at(-2)).toEqual({ phase: 'looking', done: 1, of: 1 })
    const told = JSON.stringify(events)
    for (const secret of [householdId, visit.visitId, visit.visitor()!.id, '표본순', '1944', '1050000'])
      expect(told).not.toContain(secret)
  })

  it('stops when nobody listens any more, and another look can begin at once', async () => {
    await aHousehold(1_050_000)
    await raiseInDraft()
    const events = await counter.as('lead').eligibility.rescreen.look(inDraft)
    expect((await events.next()).value).toMatchObject({ phase: 'looking', done: 0 })
    await expect(counter.as('admin').eligibility.rescreen.look(inDraft).then(async each => each.next())).rejects.toMatchObject({ code: 'LOOKING_AGAIN_ALREADY' })
    await events.return?.(undefined)
    expect((await look(inDraft, 'admin')).done?.looked).toBe(1)
  })

  it('keeps nobody waiting for a page that is gone without a word', async () => {
    await aHousehold(1_050_000)
    await raiseInDraft()
    const gone = await counter.as('lead').eligibility.rescreen.look(inDraft)
    await gone.next()
    counter.at('2026-11-25T10:02')
    expect((await look(inDraft, 'admin')).done?.looked).toBe(1)
    // and if it was only slow, it does not go on beside the other
    expect(await gone.next()).toMatchObject({ done: true })
  })

  it('ends with the session of whoever looks', async () => {
    await aHousehold(1_050_000)
    await raiseInDraft()
    const events = await counter.as('lead').eligibility.rescreen.look(inDraft)
    await events.next()
    counter.host.sessions.end(counter.connectionOf('lead').token()!)
    expect(await events.next()).toMatchObject({ done: true })
  })

  it('is logged as refused when it was refused', async () => {
    const lead = counter.as('lead')
    await expect(lead.eligibility.rescreen.look({ with: 'release', from: 1, to: 99, on: today })).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
    const events = await lead.eligibility.rescreen.look(inDraft)
    await expect(counter.as('admin').eligibility.rescreen.look(inDraft)).rejects.toMatchObject({ code: 'LOOKING_AGAIN_ALREADY' })
    await events.return?.(undefined)
    expect(await outcomes()).toEqual(['RELEASE_NOT_FOUND', 'done', 'LOOKING_AGAIN_ALREADY'])
  })

  it('says of a draft that does not hold together that it has to be mended first, and lets the next begin', async () => {
    await aHousehold(1_050_000)
    await propose(counter, 'admin', [put('service', aService([{ kind: 'income', measure: 'recognised-income', atMost: { parameter: 'no-such-figure' } }], { id: 'without-its-figure' }))])
    await expect(look(inDraft)).rejects.toMatchObject({ code: 'DRAFT_DOES_NOT_HOLD', data: { count: 1 } })
    expect(await outcomes()).toEqual(['DRAFT_DOES_NOT_HOLD'])
    expect((await look({ with: 'day', on: newYear })).done?.looked).toBe(1)
  })

  it('gives whatever breaks on the way an incident number, and ends its turn', async () => {
    await aHousehold(1_050_000)
    await raiseInDraft()
    const broken: Counter['host'] = { ...counter.host, openScreening: () => ({ threads: 1, screen: () => Promise.reject(new Error('표본순 1944')), close: () => Promise.resolve() }) }
    const lead = createRouterClient(router, { context: { host: broken, connection: counter.connectionOf('lead') } }) as Client
    const drain = async () => {
      for await (const event of await lead.eligibility.rescreen.look(inDraft))
        expect(event.phase).toBe('looking')
    }
    const error: unknown = await drain().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', data: { incident: expect.stringMatching(/^[0-9a-f]{12}$/) } })
    expect(counter.reports.some(each => each.startsWith((error as { data: { incident: string } }).data.incident))).toBe(true)
    expect(JSON.stringify(error)).not.toContain('표본순')
    await expect(drain()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  })
})

const outcomes = async () => (await counter.db.selectFrom('audit_line').select('outcome').where('operation', '=', 'eligibility.rescreen.look').orderBy('seq').execute()).map(({ outcome }) => outcome)
