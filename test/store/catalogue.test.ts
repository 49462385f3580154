/** The office's catalogue promises the same on SQLite, on PGlite and on PostgreSQL; twelve thousand items are ordinary. */
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftCatalogue } from '#core/catalogue/draft/read-draft-catalogue'
import { catalogueInForce } from '#core/catalogue/read-in-force'
import { aRecord, aServiceLike, end, propose, put, release } from '../support/catalogue-at-desk.ts'
import { fixture } from '../support/engine.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'

afterAll(closeTestStores)

const help = fixture.services.get('fixture-household-help')!
const moving = aServiceLike(help)
const many = 12_000
const prose = '지원대상은 표본구에 사는 누구나입니다. '.repeat(30)
const records = (more = '') => Array.from({ length: many }, (_, number) => put('record', aRecord(number, { forWhom: prose + more, benefit: prose })))

describe.each(storeKinds)('the catalogue on %s', (kind) => {
  let counter: Counter
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind), catalogue: fixture })
  })
  const timed = async <Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer, ms: number }> => {
    const begun = performance.now()
    const answer = await work()
    return { answer, ms: Math.round(performance.now() - begun) }
  }

  it('releases, compares and rolls back', async () => {
    await propose(counter, 'lead', [put('service', moving), end('service', 'fixture-child-grant')])
    expect(await release(counter.as('admin'), '둘')).toMatchObject({ number: 2, counts: { new: 1, changed: 0, ended: 1 } })
    await propose(counter, 'lead', [put('service', { ...moving, phone: '02-000-0000' })])
    expect(await release(counter.as('admin'), '셋')).toMatchObject({ number: 3, counts: { new: 0, changed: 1, ended: 0 } })
    const releases = counter.as('lead').catalogue.releases
    expect((await releases.compare({ from: 1, to: 3 })).items.map(({ itemId, sort }) => [itemId, sort])).toEqual([['fixture-child-grant', 'ended'], ['moving-costs', 'new']])
    await releases.askRollBack({ number: 1, why: '표본' })
    expect(await counter.as('admin').catalogue.releases.rollBack({ number: 1, seenRelease: 3 })).toMatchObject({ counts: { new: 1, changed: 0, ended: 1 } })
    expect([...(await catalogueInForce(counter.db, counter.host)).services.keys()].sort()).toEqual([...fixture.services.keys()].sort())
    expect((await releases.list()).releases.map(({ number, origin }) => [number, origin])).toEqual([[4, 'rollback'], [3, 'office'], [2, 'office'], [1, 'shipped']])
  })

  it('takes twelve thousand records into the draft, reviews and releases them', async () => {
    const took = await timed(() => propose(counter, 'lead', records(), 'import-1'))
    expect(took.answer).toEqual({ changed: many, unchanged: 0 })
    const listed = await timed(() => counter.as('admin').catalogue.draft.list({ offset: 11_900 }))
    expect(listed.answer).toMatchObject({ total: many, counts: [{ kind: 'record', origin: 'import', sort: 'new', count: many }] })
    expect(listed.answer.changes).toHaveLength(100)
    expect((await counter.as('admin').catalogue.draft.list({ text: '기록 11999' })).changes.map(({ itemId }) => itemId)).toEqual([aRecord(11_999).id])
    const released = await timed(() => release(counter.as('admin'), '열두천'))
    expect(released.answer.counts).toEqual({ new: many, changed: 0, ended: 0 })
    const again = await timed(() => propose(counter, 'lead', records(), 'import-2'))
    expect(again.answer).toEqual({ changed: 0, unchanged: many })
    await propose(counter, 'lead', records('!').slice(0, 50), 'import-3')
    const draft = await draftCatalogue(counter.db, counter.host)
    expect(draft.records.size).toBe(many)
    const { fields } = await counter.as('admin').catalogue.draft.change({ kind: 'record', itemId: aRecord(7).id })
    expect(fields).toMatchObject([{ field: 'forWhom', change: { as: 'text', stretches: [{ is: 'same' }, { is: 'came', text: '!' }] } }])
    expect(await counter.as('admin').catalogue.draft.takeBack({ which: { importId: 'import-3' }, why: '표본' })).toEqual({ takenBack: 50 })
    console.warn(`${kind}: ${many} records into the draft ${took.ms} ms, a page of the review ${listed.ms} ms, released ${released.ms} ms, the same again ${again.ms} ms`)
  })
})
