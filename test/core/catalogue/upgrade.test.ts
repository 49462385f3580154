/** A newer Maji: what ships becomes a release; what the office made its own stays and is put up for review. */
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogueInForce } from '#core/catalogue/read-in-force'
import { afterUpgrade, aRecord, aServiceLike, end, propose, put, release, shippedWith } from '../../support/catalogue-at-desk.ts'
import { fixture } from '../../support/engine.ts'
import { openCounter } from '../../support/open-counter.ts'

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

  it('is not offered a record that is older than the one it imported', async () => {
    const older = new Map([aRecord(1, { modifiedOn: '2026-09-01', summary: '표본' })].map(record => [record.id as string, record]))
    const office = await afterUpgrade(counter, { ...shippedWith(fixture, 'newer', []), records: older })
    expect((await office.as('lead').catalogue.draft.list({})).total).toBe(0)
    const newer = new Map([aRecord(1, { modifiedOn: '2026-11-01', summary: '표본 새로' })].map(record => [record.id as string, record]))
    const later = await afterUpgrade(counter, { ...shippedWith(fixture, 'newest', []), records: newer })
    expect((await later.as('lead').catalogue.draft.list({})).changes).toMatchObject([{ kind: 'record', sort: 'changed', origin: 'shipped' }])
  })
})
