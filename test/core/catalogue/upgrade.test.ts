/** A newer Maji: what ships becomes a release; what the office made its own stays and is put up for review. */
import type { DeclaredFact } from '#core/policy/declared-fact'
import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogueInForce } from '#core/catalogue/read-in-force'
import { factTable } from '#core/eligibility/fact-table'
import { router } from '#core/router'
import { afterUpgrade, aRecord, aServiceLike, end, propose, put, release, shippedWith } from '../../support/catalogue-at-desk.ts'
import { fixture } from '../../support/engine.ts'
import { openCounter } from '../../support/open-counter.ts'
import { consentedVisit } from '../../support/visit-at-desk.ts'

const grant = fixture.services.get('fixture-child-grant')!
const help = fixture.services.get('fixture-household-help')!
const added = aServiceLike(grant, { id: 'shipped-later' as never })

let counter: Awaited<ReturnType<typeof openCounter>>
beforeEach(async () => {
  counter = await openCounter({ catalogue: fixture })
  await afterUpgrade(counter, fixture)
})

describe('an office that changed nothing', () => {
  it('has what ships now, as a release that is kept', async () => {
    const newer = shippedWith(fixture, 'newer', [{ ...grant, worth: 3 }, added], [help.id])
    const office = await afterUpgrade(counter, newer)
    const { releases } = await office.as('lead').catalogue.releases.list()
    expect(releases[0]).toMatchObject({ number: 2, origin: 'shipped', title: '9.9.9', releasedBy: null, counts: { new: 1, changed: 1, ended: 1 } })
    const catalogue = await catalogueInForce(office.db, office.host)
    expect(catalogue.services).toBe(newer.services)
    expect(catalogue.marks.size).toBe(0)
    expect((await office.as('lead').catalogue.draft.list({})).total).toBe(0)
    await afterUpgrade(counter, newer)
    expect((await office.as('lead').catalogue.releases.list()).releases).toHaveLength(2)
  })
})

describe('an office with changes of its own', () => {
  beforeEach(async () => {
    await propose(counter, 'lead', [put('service', { ...grant, phone: '02-000-0001' }), end('service', help.id), put('record', aRecord(1, { modifiedOn: '2026-10-01' }))])
    await release(counter.as('admin'))
  })

  it('keeps its own version and reviews the one that ships', async () => {
    const office = await afterUpgrade(counter, shippedWith(fixture, 'newer', [{ ...grant, worth: 3 }, { ...help, worth: 2 }, added]))
    const catalogue = await catalogueInForce(office.db, office.host)
    expect(catalogue.services.get(grant.id)).toMatchObject({ phone: '02-000-0001', worth: grant.worth })
    expect(catalogue.services.has(help.id)).toBe(false)
    expect(catalogue.services.has('shipped-later')).toBe(true)
    const { changes } = await office.as('lead').catalogue.draft.list({})
    expect(changes.map(({ itemId, sort, origin, by }) => ({ itemId, sort, origin, by }))).toEqual(expect.arrayContaining([
      { itemId: grant.id, sort: 'changed', origin: 'shipped', by: null },
      { itemId: help.id, sort: 'new', origin: 'shipped', by: null },
    ]))
    expect(changes).toHaveLength(2)
    // Nobody here is its author: one person who looks at it is the second.
    expect(await release(office.as('lead'))).toMatchObject({ alone: false, preparedBy: [], counts: { new: 1, changed: 1, ended: 0 } })
    expect((await catalogueInForce(office.db, office.host)).services.get(grant.id)).toMatchObject({ worth: 3 })
  })

  it('is not asked about what did not change in the shipped set', async () => {
    const office = await afterUpgrade(counter, shippedWith(fixture, 'newer', [added]))
    expect((await office.as('lead').catalogue.draft.list({})).total).toBe(0)
    expect((await catalogueInForce(office.db, office.host)).services.get(grant.id)).toMatchObject({ phone: '02-000-0001' })
  })

  it('keeps what somebody is working on', async () => {
    await propose(counter, 'lead', [put('service', { ...grant, phone: '02-000-0002' })])
    const office = await afterUpgrade(counter, shippedWith(fixture, 'newer', [{ ...grant, worth: 3 }]))
    const { changes } = await office.as('admin').catalogue.draft.list({})
    expect(changes).toMatchObject([{ itemId: grant.id, origin: 'editor', by: { name: '표본팀장' } }])
  })

  it('is asked about it once what somebody was working on is released or taken back', async () => {
    const newer = shippedWith(fixture, 'newer', [{ ...grant, worth: 3 }])
    await propose(counter, 'lead', [put('service', { ...grant, phone: '02-000-0002' }), put('service', added)])
    const office = await afterUpgrade(counter, newer)
    // A release of something else meanwhile does not make it forgotten.
    await release(office.as('admin'), '다른 것', [{ kind: 'service', itemId: added.id }])
    await afterUpgrade(counter, newer)
    await office.as('admin').catalogue.draft.takeBack({ which: { items: [{ kind: 'service', itemId: grant.id }] }, why: '표본' })
    await afterUpgrade(counter, newer)
    expect((await office.as('admin').catalogue.draft.list({})).changes).toMatchObject([{ itemId: grant.id, origin: 'shipped', sort: 'changed' }])
    // Asked once: whoever takes it back is not asked again.
    await office.as('admin').catalogue.draft.takeBack({ which: { items: [{ kind: 'service', itemId: grant.id }] }, why: '표본' })
    await afterUpgrade(counter, newer)
    expect((await office.as('admin').catalogue.draft.list({})).total).toBe(0)
  })

  it('is not offered a record that is older than the one it imported', async () => {
    const older = new Map([aRecord(1, { modifiedOn: '2026-09-01', summary: '표본' })].map(record => [record.id as string, record]))
    const office = await afterUpgrade(counter, { ...shippedWith(fixture, 'newer', []), records: older })
    expect((await office.as('lead').catalogue.draft.list({})).total).toBe(0)
    const newer = new Map([aRecord(1, { modifiedOn: '2026-11-01', summary: '표본 새로' })].map(record => [record.id as string, record]))
    const later = await afterUpgrade(counter, { ...shippedWith(fixture, 'newest', []), records: newer })
    expect((await later.as('lead').catalogue.draft.list({})).changes).toMatchObject([{ kind: 'record', sort: 'changed', origin: 'shipped' }])
  })
})

describe('a service of the office that names what no longer ships', () => {
  const asked: DeclaredFact = { id: 'sample-fact' as never, about: 'household', value: { type: 'yes-no' }, ease: 2, label: { ko: '표본', en: 'Sample' }, question: { ko: '표본인가요?', en: 'Is it a sample?' } }
  const figure = { ...fixture.parameters.get('fixture-line')!, id: 'shipped-line' as never }
  const older = { ...fixture, release: 'older', facts: factTable([asked]), parameters: new Map([...fixture.parameters, ['shipped-line', figure] as const]) }
  const naming = aServiceLike(help, { criteria: [{ kind: 'income', measure: 'monthly-income', atMost: { parameter: figure.id } }] })

  const namesInForce = async ({ db, host }: Pick<typeof counter, 'db' | 'host'>) => [...(await catalogueInForce(db, host)).services.keys()]
  /** What the counter is answered for a household, by id. */
  const lookedUp = async (office: Awaited<ReturnType<typeof afterUpgrade>>) => {
    const clerk = office.as('clerk')
    const { visitId } = await consentedVisit(clerk)
    return Object.keys((await clerk.eligibility.lookup({ visitId })).services)
  }

  beforeEach(async () => {
    counter = await openCounter({ catalogue: older })
    await afterUpgrade(counter, older)
  })

  it('keeps the figure that it names, until no service does', async () => {
    await propose(counter, 'lead', [put('service', naming)])
    await release(counter.as('admin'))
    const office = await afterUpgrade(counter, shippedWith(fixture, 'newer', [added]))
    const catalogue = await catalogueInForce(office.db, office.host)
    expect(catalogue.parameters.get('shipped-line')).toEqual(figure)
    expect(catalogue.services.has('shipped-later')).toBe(true)
    expect(await lookedUp(office)).toContain('moving-costs')
    expect((await office.as('lead').catalogue.draft.list({})).total).toBe(0)
    await propose(counter, 'lead', [end('service', 'moving-costs')])
    await release(office.as('admin'))
    const later = await afterUpgrade(counter, shippedWith(fixture, 'newest', []))
    expect((await catalogueInForce(later.db, later.host)).parameters.has('shipped-line')).toBe(false)
  })

  it('ends the figure where the services that named it change in the same newer Maji', async () => {
    const shipped = { ...older, release: 'old', services: new Map([...fixture.services, ['moving-costs', naming] as const]) }
    await afterUpgrade(counter, shipped)
    await propose(counter, 'lead', [put('service', { ...grant, phone: '02-000-0001' })])
    await release(counter.as('admin'))
    const office = await afterUpgrade(counter, shippedWith(fixture, 'newer', [aServiceLike(help)]))
    expect((await catalogueInForce(office.db, office.host)).parameters.has('shipped-line')).toBe(false)
  })

  it('leaves out one that names a fact that is gone, tells the log, and looks all others up', async () => {
    await propose(counter, 'lead', [put('service', aServiceLike(help, { criteria: [{ kind: 'fact', fact: asked.id, in: [true] }] }))])
    await release(counter.as('admin'))
    expect(await namesInForce(counter)).toContain('moving-costs')
    const office = await afterUpgrade(counter, shippedWith(fixture, 'newer', [added]))
    expect(await lookedUp(office)).toEqual(expect.arrayContaining([help.id, 'shipped-later']))
    expect(await namesInForce(office)).not.toContain('moving-costs')
    expect(counter.reports).toEqual([expect.stringMatching(/^catalogue service moving-costs.*sample-fact/)])
    // It stays in the release, and is back once the fact is.
    const again = await afterUpgrade(counter, { ...shippedWith(fixture, 'newest', [added]), facts: older.facts })
    expect(await namesInForce(again)).toContain('moving-costs')
  })

  it('leaves out one whose figure the schema of today refuses', async () => {
    await propose(counter, 'lead', [put('parameter', { ...figure, id: 'own-line' }), put('service', { ...naming, criteria: [{ kind: 'income', measure: 'monthly-income', atMost: { parameter: 'own-line' } }] })])
    await release(counter.as('admin'))
    const own = await counter.db.selectFrom('catalogue_item').select('hash').where('item_id', '=', 'own-line').executeTakeFirstOrThrow()
    await counter.db.updateTable('catalogue_text' as never).set({ body: '{"id":"own-line","by":"a way of before"}' } as never).where('hash' as never, '=', own.hash as never).execute()
    const office = await afterUpgrade(counter, shippedWith(fixture, 'newer', [added]))
    expect(await lookedUp(office)).toEqual(expect.arrayContaining([help.id, 'shipped-later']))
    expect(await namesInForce(office)).not.toContain('moving-costs')
    expect(counter.reports).toContainEqual(expect.stringMatching(/^catalogue service moving-costs/))
  })
})

describe('a newer catalogue that cannot be taken', () => {
  it('keeps nobody from signing in, tells the log, and is taken at the next sign-in', async () => {
    const newer = shippedWith(fixture, 'newer', [added])
    const atNewer = (version: string) => {
      const host = { ...counter.host, catalogue: () => newer, version, accounts: { ...counter.host.accounts, tryPassword: async () => ({ outcome: 'right' as const, staffId: counter.ids.lead }) } }
      const connection = { place: 'test', local: true, token: () => undefined, keepToken: () => undefined }
      return { host, signIn: () => createRouterClient(router, { context: { host, connection } }).staff.signIn({ name: '표본팀장', password: 'made up for a test' }) }
    }
    // A release has to have a title: the store refuses one without.
    const failing = atNewer(null as never)
    await expect(failing.signIn()).resolves.toMatchObject({ staff: { name: '표본팀장' } })
    expect(counter.reports).toEqual([expect.stringContaining('catalogue of a newer version')])
    expect((await catalogueInForce(counter.db, failing.host)).services.has(help.id)).toBe(true)
    await propose(counter, 'lead', [put('service', { ...grant, phone: '02-000-0001' })])
    await release(counter.as('admin'))
    const next = atNewer('9.9.9')
    await next.signIn()
    expect((await catalogueInForce(counter.db, next.host)).services.has('shipped-later')).toBe(true)
  })
})
