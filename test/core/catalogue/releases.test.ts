/** An update is a review: what is proposed waits in the draft, and a second person releases it. */
import type { Client } from '#core/contract'
import type { Host } from '#core/host'
import { createRouterClient } from '@orpc/server'
import { SelectQueryNode, TableNode } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogueInForce } from '#core/catalogue/read-in-force'
import { bringUpToDate } from '#core/catalogue/releases/bring-up-to-date'
import { router } from '#core/router'
import { aRecord, aServiceLike, end, propose, put, release } from '../../support/catalogue-at-desk.ts'
import { fixture } from '../../support/engine.ts'
import { openCounter } from '../../support/open-counter.ts'
import { consentedVisit } from '../../support/visit-at-desk.ts'

const grant = fixture.services.get('fixture-child-grant')!
const help = fixture.services.get('fixture-household-help')!
const moving = aServiceLike(help)

let counter: Awaited<ReturnType<typeof openCounter>>
beforeEach(async () => {
  counter = await openCounter({ catalogue: fixture })
})

/** The same host, noting the tables that are read while it is its turn and others wait. */
function watchedTurns(host: Host): { readonly host: Host, readonly asked: string[] } {
  const asked: string[] = []
  let inside = false
  const store = host.store()!.withPlugin({
    transformQuery: ({ node }) => {
      if (inside && SelectQueryNode.is(node))
        asked.push(...node.from?.froms.filter(from => TableNode.is(from)).map(({ table }) => table.identifier.name) ?? [])
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const inTurn: Host['inTurn'] = work => host.inTurn(async () => {
    inside = true
    return work().finally(() => { inside = false })
  })
  return { host: { ...host, store: () => store, inTurn }, asked }
}

describe('the first release', () => {
  it('is everything that ships, made once, with a line in the access log', async () => {
    const context = { host: counter.host, connection: counter.connectionOf('lead') }
    await bringUpToDate(context, counter.db)
    await bringUpToDate(context, counter.db)
    const { releases } = await counter.as('lead').catalogue.releases.list()
    expect(releases).toMatchObject([{ number: 1, origin: 'shipped', title: '0.0.0', releasedBy: null, alone: false, counts: { new: 5, changed: 0, ended: 0 } }])
    expect(releases[0]!.id).toMatch(/^1-[0-9a-f]{8}$/)
    const log = await counter.as('admin').audit.list({ limit: 100 })
    expect(log.filter(({ operation }) => operation === 'catalogue.releases.bringUpToDate')).toHaveLength(1)
  })

  it('gives out what ships as it is, without reading it again', async () => {
    await bringUpToDate({ host: counter.host, connection: counter.connectionOf('lead') }, counter.db)
    const catalogue = await catalogueInForce(counter.db, counter.host)
    expect(catalogue.services).toBe(fixture.services)
    expect(await catalogueInForce(counter.db, counter.host)).toBe(catalogue)
  })
})

describe('releasing', () => {
  it('brings a proposal to the counter once a second person has released it, and not before', async () => {
    await propose(counter, 'lead', [put('service', moving)])
    const visit = await consentedVisit(counter.as('clerk'))
    const lookedUp = async () => (await counter.as('clerk').eligibility.lookup({ visitId: visit.visitId }))
    expect((await lookedUp()).services['moving-costs']).toBeUndefined()

    await expect(release(counter.as('lead'))).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED', data: { names: '표본관리자' } })
    expect((await lookedUp()).services['moving-costs']).toBeUndefined()

    const released = await release(counter.as('admin'), '동작구 이사비')
    expect(released).toMatchObject({ number: 2, origin: 'office', title: '동작구 이사비', why: '표본으로 확인함', alone: false, preparedBy: [{ name: '표본팀장' }], releasedBy: { name: '표본관리자' }, counts: { new: 1, changed: 0, ended: 0 } })
    const after = await lookedUp()
    expect(after.services['moving-costs']?.name.ko).toBe('표본 이사비 지원')
    expect(after.lookup.release).toBe(released.id)
    const kept = await counter.db.selectFrom('lookup').select('release').where('visit_id', '=', visit.visitId).execute()
    expect(kept).toEqual([{ release: released.id }])
    expect((await counter.as('admin').catalogue.draft.list({})).total).toBe(0)
  })

  it('refuses a draft that changed since it was looked at, and loses nothing', async () => {
    await propose(counter, 'lead', [put('service', moving)])
    const { version } = await counter.as('admin').catalogue.draft.list({})
    await propose(counter, 'lead', [end('service', help.id)])
    await expect(counter.as('admin').catalogue.releases.release({ title: '표본', why: '표본', seenVersion: version })).rejects.toMatchObject({ code: 'DRAFT_CHANGED_MEANWHILE' })
    expect((await counter.as('admin').catalogue.draft.list({})).total).toBe(2)
  })

  it('lets each of two keepers release what the other prepared', async () => {
    await propose(counter, 'lead', [put('service', moving)])
    await propose(counter, 'admin', [end('service', help.id)])
    await expect(release(counter.as('admin'))).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    expect(await release(counter.as('admin'), '하나', [{ kind: 'service', itemId: 'moving-costs' }])).toMatchObject({ counts: { new: 1, changed: 0, ended: 0 } })
    expect(await release(counter.as('lead'), '둘')).toMatchObject({ counts: { new: 0, changed: 0, ended: 1 } })
  })

  it('releases what others prepared and leaves one’s own in the draft', async () => {
    await propose(counter, 'lead', [put('service', moving)])
    await propose(counter, 'admin', [end('service', help.id)])
    const { version } = await counter.as('admin').catalogue.draft.list({})
    expect(await counter.as('admin').catalogue.releases.release({ title: '표본', why: '표본', seenVersion: version, withoutOwn: true })).toMatchObject({ counts: { new: 1, changed: 0, ended: 0 } })
    expect((await counter.as('admin').catalogue.draft.list({})).changes.map(({ itemId }) => itemId)).toEqual([help.id])
  })

  it('takes whoever did not save it last where both keepers worked on the same change', async () => {
    await propose(counter, 'lead', [put('service', moving)])
    await propose(counter, 'admin', [put('service', { ...moving, phone: '02-000-0000' })])
    await expect(release(counter.as('admin'))).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    expect(await release(counter.as('lead'))).toMatchObject({ preparedBy: [{ name: '표본팀장' }, { name: '표본관리자' }], releasedBy: { name: '표본팀장' } })
  })

  it('refuses what does not hold together, says where, and changes nothing', async () => {
    await propose(counter, 'lead', [end('parameter', 'fixture-line')])
    const { blocks } = await counter.as('admin').catalogue.draft.list({})
    expect(blocks.map(({ itemId }) => itemId)).toContain(help.id)
    expect(blocks[0]!.says.ko).toContain('fixture-line')
    expect(blocks[0]!.says.en).toContain('fixture-line')
    await expect(release(counter.as('admin'))).rejects.toMatchObject({ code: 'RELEASE_DOES_NOT_HOLD', data: { count: blocks.length } })
    expect((await catalogueInForce(counter.db, counter.host)).parameters.has('fixture-line')).toBe(true)
    expect((await counter.as('lead').catalogue.releases.list()).releases).toHaveLength(1)
  })

  it('waits while an import is going over into the draft, and not while one is read', async () => {
    await propose(counter, 'lead', [put('service', moving)])
    const importing = (status: string) => counter.db.updateTable('catalogue_import').set({ status }).execute()
    await counter.db.insertInto('catalogue_import').values({ id: 'import-1', publishers: '[]', way: 'file', status: 'switching', started_at: counter.host.now(), staff_id: counter.ids.lead, taken: 0, unchanged: 0, broken: 0 }).execute()
    await expect(release(counter.as('admin'))).rejects.toMatchObject({ code: 'IMPORT_GOING_OVER' })
    expect((await counter.as('admin').catalogue.draft.list({})).total).toBe(1)
    await importing('reading')
    expect(await release(counter.as('admin'), '하나')).toMatchObject({ number: 2 })
  })

  it('reads and checks the draft before its turn comes, and writes what it read', async () => {
    await propose(counter, 'lead', [put('record', aRecord(1)), put('service', moving)])
    const { version } = await counter.as('admin').catalogue.draft.list({})
    const { host, asked } = watchedTurns(counter.host)
    const admin = createRouterClient(router, { context: { host, connection: counter.connectionOf('admin') } }) as Client
    expect(await admin.catalogue.releases.release({ title: '표본', why: '표본', seenVersion: version })).toMatchObject({ counts: { new: 2, changed: 0, ended: 0 } })
    expect(asked).toContain('catalogue_event')
    expect(asked).not.toContain('catalogue_change')
    expect(asked).not.toContain('catalogue_text')
  })

  it('looks at the right again once the password was tried: a colleague who came meanwhile is the second person', async () => {
    const setActive = (active: number) => counter.db.updateTable('staff').set({ active }).where('id', '=', counter.ids.lead).execute()
    await propose(counter, 'admin', [put('service', moving)])
    await setActive(0)
    const trying = (meanwhile: () => Promise<unknown>) => {
      const tryPassword = async () => {
        await meanwhile()
        return { outcome: 'right' as const, staffId: counter.ids.admin }
      }
      const host = { ...counter.host, accounts: { ...counter.host.accounts, tryPassword } }
      return createRouterClient(router, { context: { host, connection: counter.connectionOf('admin') } }) as Client
    }
    const { version } = await counter.as('admin').catalogue.draft.list({})
    const wanted = { title: '표본', why: '표본', seenVersion: version, password: 'made up for a test' }
    await expect(trying(() => setActive(1)).catalogue.releases.release(wanted)).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED', data: { names: '표본팀장' } })
    expect((await counter.as('admin').catalogue.releases.list()).releases).toHaveLength(1)
    await setActive(0)
    expect(await trying(async () => undefined).catalogue.releases.release(wanted)).toMatchObject({ number: 2, alone: true })
  })

  it('is told to open screens', async () => {
    await propose(counter, 'lead', [put('service', moving)])
    const heard = await counter.as('clerk').catalogue.releases.watch()
    const next = heard.next()
    await new Promise(resolve => setTimeout(resolve, 20))
    const { id } = await release(counter.as('admin'))
    expect((await next).value).toEqual({ release: id })
  })

  it('has nothing to release in an empty draft', async () => {
    await expect(release(counter.as('admin'))).rejects.toMatchObject({ code: 'DRAFT_EMPTY' })
  })
})

describe('the draft', () => {
  it('says field by field what is new, changed and ended', async () => {
    await propose(counter, 'lead', [put('service', { ...help, summary: { ko: '시험용으로 새로 썼어요.', en: help.summary.en }, criteria: help.criteria.slice(0, 1), bring: [] }), put('service', moving), end('service', grant.id)])
    const list = await counter.as('admin').catalogue.draft.list({})
    expect(Object.fromEntries(list.changes.map(({ itemId, sort }) => [itemId, sort]))).toEqual({ [help.id]: 'changed', [grant.id]: 'ended', 'moving-costs': 'new' })
    const { fields } = await counter.as('admin').catalogue.draft.change({ kind: 'service', itemId: help.id })
    expect(fields.map(({ field }) => field)).toEqual(['summary.ko', 'criteria', 'bring'])
    expect(fields[0]!.change).toEqual({ as: 'text', stretches: [{ is: 'gone', text: '시험용이에요.' }, { is: 'came', text: '시험용으로 새로 썼어요.' }] })
    expect(fields[1]).toMatchObject({ label: { ko: '조건', en: 'Conditions' }, change: { as: 'list', kept: 1, came: [] } })
    expect((fields[1]!.change as { gone: { ko: string }[] }).gone[0]!.ko).toContain('65')
    expect(fields[2]!.change).toMatchObject({ as: 'list', gone: [{ ko: fixture.documents.get('identity-card')!.name.ko }] })
    const created = await counter.as('admin').catalogue.draft.change({ kind: 'service', itemId: 'moving-costs' })
    expect(created.fields.find(({ field }) => field === 'name.ko')?.change).toEqual({ as: 'text', stretches: [{ is: 'came', text: '표본 이사비 지원' }] })
  })

  it('drops a change that says the same as the release in force', async () => {
    await propose(counter, 'lead', [put('service', { ...help, phone: '02-000-0000' })])
    expect(await propose(counter, 'lead', [put('service', help)])).toEqual({ changed: 0, unchanged: 1 })
    expect((await counter.as('lead').catalogue.draft.list({})).total).toBe(0)
    expect(await propose(counter, 'lead', [end('service', 'never-there')])).toEqual({ changed: 0, unchanged: 1 })
  })

  it('takes back one change, and all of an import, with who and why in the history', async () => {
    await propose(counter, 'lead', [put('record', aRecord(1)), put('record', aRecord(2))], 'import-1')
    await propose(counter, 'admin', [put('service', moving)])
    expect(await counter.as('admin').catalogue.draft.takeBack({ which: { items: [{ kind: 'service', itemId: 'moving-costs' }] }, why: '표본' })).toEqual({ takenBack: 1 })
    expect(await counter.as('admin').catalogue.draft.takeBack({ which: { importId: 'import-1' }, why: '잘못된 파일' })).toEqual({ takenBack: 2 })
    expect((await counter.as('lead').catalogue.draft.list({})).total).toBe(0)
    await expect(counter.as('admin').catalogue.draft.takeBack({ which: { importId: 'import-1' }, why: '또' })).rejects.toMatchObject({ code: 'CHANGE_NOT_FOUND' })
    const events = await counter.db.selectFrom('catalogue_event').select(['action', 'staff_id', 'why', 'import_id']).where('kind', '=', 'record').where('item_id', '=', aRecord(1).id).orderBy('id').execute()
    expect(events).toEqual([{ action: 'imported', staff_id: counter.ids.lead, why: '표본 이유', import_id: 'import-1' }, { action: 'taken-back', staff_id: counter.ids.admin, why: '잘못된 파일', import_id: 'import-1' }])
  })

  it('keeps both of two who change different services at once, and the later of two on the same', async () => {
    await Promise.all([propose(counter, 'lead', [put('service', moving)]), propose(counter, 'admin', [put('service', { ...help, phone: '02-000-0001' })])])
    await Promise.all([propose(counter, 'lead', [put('service', { ...grant, phone: '02-000-0002' })]), propose(counter, 'admin', [put('service', { ...grant, phone: '02-000-0003' })])])
    const { total, changes } = await counter.as('lead').catalogue.draft.list({})
    expect(total).toBe(3)
    expect(changes.find(({ itemId }) => itemId === grant.id)).toMatchObject({ by: { name: '표본관리자' } })
    const history = await counter.db.selectFrom('catalogue_event').select('hash_after').where('item_id', '=', grant.id).where('action', '=', 'drafted').execute()
    expect(new Set(history.map(({ hash_after }) => hash_after)).size).toBe(2)
  })

  it('says when the release in force moved on under a change', async () => {
    await propose(counter, 'lead', [put('service', { ...help, phone: '02-000-0001' })])
    await release(counter.as('admin'))
    await propose(counter, 'lead', [put('service', { ...help, phone: '02-000-0002' })])
    const list = () => counter.as('lead').catalogue.draft.list({})
    expect((await list()).changes[0]).toMatchObject({ outrun: false, sort: 'changed' })
    await counter.as('lead').catalogue.releases.askRollBack({ number: 1, why: '표본' })
    await counter.as('admin').catalogue.releases.rollBack({ number: 1, seenRelease: 2 })
    expect((await list()).changes[0]).toMatchObject({ outrun: true, sort: 'changed' })
  })
})
