/** Asking a publisher with the office's own key: only when it is configured, with patience, within its budget. */
import type { Client } from '#core/contract'
import type { Publisher } from '../../support/official/serve-publisher.ts'
import type { Counter } from '../../support/open-counter.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isSafeAddress } from '#core/catalogue/import/asking/addresses'
import { getAnswer } from '#server/official/get-answer'
import { officialPort } from '#server/official/official-port'
import { servePublisher } from '../../support/official/serve-publisher.ts'
import { openCounter } from '../../support/open-counter.ts'

const key = 'made+up/key=='
let publisher: Publisher
let counter: Counter
let lead: Client
let waited: number[]
beforeEach(async () => {
  waited = []
  publisher = await servePublisher(20)
  counter = await openCounter({
    official: {
      ...officialPort,
      get: address => getAnswer(address, 300),
      wait: (seconds) => {
        waited.push(seconds)
        return { outcome: Promise.resolve(), stop: () => undefined }
      },
    },
  })
  lead = counter.as('lead')
})
afterEach(async () => {
  await counter.close()
  await publisher.close()
})

const configure = (service: 'bokjiro' | 'gov24', more: object = {}) =>
  lead.catalogue.imports.saveSource({ service, address: publisher.address, key, enabled: true, dailyCalls: 1000, seenVersion: 0, ...more })

type Ask = Parameters<Client['catalogue']['imports']['ask']>[0]
/** Asks, and waits until it is over one way or the other. */
async function ask(input: Ask) {
  const { importId } = await lead.catalogue.imports.ask(input)
  for await (const progress of await lead.catalogue.imports.watch({ importId })) {
    if (progress.phase !== 'asking')
      return { importId, progress }
  }
  throw new Error('it ended without a word')
}

describe('a publisher', () => {
  it('is asked nothing as long as nothing is configured', async () => {
    await expect(lead.catalogue.imports.ask({ publisher: 'gov24' })).rejects.toMatchObject({ code: 'SOURCE_OFF' })
    await configure('gov24', { enabled: false })
    await expect(lead.catalogue.imports.ask({ publisher: 'gov24' })).rejects.toMatchObject({ code: 'SOURCE_OFF' })
    await expect(lead.catalogue.imports.ask({ publisher: 'bokjiro-central' })).rejects.toMatchObject({ code: 'SOURCE_OFF' })
    expect(publisher.asked).toEqual([])
  })

  it('of three answers is asked page by page, and gives what its files would give', async () => {
    await configure('gov24')
    const { importId, progress } = await ask({ publisher: 'gov24' })
    expect(progress).toMatchObject({ phase: 'read', broken: 0, trouble: null })
    const { catalogues } = await lead.catalogue.imports.overview({ importId })
    expect(catalogues).toMatchObject([{ publisher: 'gov24', records: 191, total: 191, mayBeWhole: 'yes' }])
    expect(publisher.asked).toHaveLength(30)
    expect(await lead.catalogue.imports.finish({ importId, dataDay: null, whole: [] })).toMatchObject({ way: 'api', taken: 191 })
  })

  it('of lists and details is asked for the list and then for each record that is new', async () => {
    await configure('bokjiro')
    const { progress, importId } = await ask({ publisher: 'bokjiro-local', province: '서울특별시' })
    expect(progress).toMatchObject({ phase: 'read', trouble: null })
    const lists = publisher.asked.filter(url => url.includes('LcgvWelfarelist'))
    expect(lists[0]).toContain(`ctpvNm=${encodeURIComponent('서울특별시')}`)
    const asked = publisher.asked.length
    await lead.catalogue.imports.finish({ importId, dataDay: null, whole: [] })
    // What is known and was not changed is not asked for again.
    const again = await ask({ publisher: 'bokjiro-local', province: '서울특별시' })
    expect(publisher.asked.length - asked).toBe(lists.length)
    expect(await lead.catalogue.imports.finish({ importId: again.importId, dataDay: null, whole: [] })).toMatchObject({ taken: progress.read / 2 })
  })

  it.each([[10, 'wrong-request'], [20, 'not-allowed'], [22, 'limit-reached'], [30, 'key-unknown'], [31, 'key-expired'], ['status-401', 'key-unknown']] as const)('that refuses with %s is not asked again, and it is said why', async (how, trouble) => {
    await configure('bokjiro')
    publisher.misbehave(how)
    expect((await ask({ publisher: 'bokjiro-central' })).progress).toMatchObject({ phase: 'failed', trouble })
    expect(publisher.asked).toHaveLength(1)
    expect(await counter.db.selectFrom('catalogue_import').selectAll().execute()).toEqual([])
    expect(await counter.db.selectFrom('catalogue_staged').selectAll().execute()).toEqual([])
  })

  it.each(['half', 'garbage', 'status-500', 'cut-connection', 'hangs'] as const)('that stumbles once (%s) is asked again a little later', async (how) => {
    await configure('gov24')
    publisher.misbehave(how, 1)
    expect((await ask({ publisher: 'gov24' })).progress).toMatchObject({ phase: 'read', read: 572, broken: 0 })
    expect(publisher.asked).toHaveLength(31)
    expect(waited).toContain(1)
  })

  it('that does not recover is given up after four tries', async () => {
    await configure('bokjiro')
    publisher.misbehave('status-500')
    expect((await ask({ publisher: 'bokjiro-central' })).progress).toMatchObject({ phase: 'failed', trouble: 'unreachable' })
    expect(waited).toEqual([0.2, 1, 3, 9])
  })

  it('is not asked beyond the calls of the day; what was read till then is kept', async () => {
    await configure('bokjiro', { dailyCalls: 6 })
    const { progress, importId } = await ask({ publisher: 'bokjiro-central' })
    expect(progress).toMatchObject({ phase: 'read', trouble: 'budget-used' })
    expect(publisher.asked).toHaveLength(6)
    expect(await lead.catalogue.imports.sources()).toMatchObject([{ service: 'bokjiro', calledToday: 6 }, { service: 'gov24', calledToday: 0 }])
    await lead.catalogue.imports.cancel({ importId })
    expect((await ask({ publisher: 'bokjiro-central' })).progress).toMatchObject({ phase: 'failed', trouble: 'budget-used' })
    counter.at('2026-11-24T09:00')
    lead = counter.as('lead')
    expect((await ask({ publisher: 'bokjiro-central' })).progress).toMatchObject({ phase: 'read' })
  })

  it('that is switched off meanwhile is asked no further, and it is said so', async () => {
    await configure('bokjiro')
    publisher.onAsked(4, () => configure('bokjiro', { enabled: false, seenVersion: 1 }))
    expect((await ask({ publisher: 'bokjiro-central' })).progress).toMatchObject({ phase: 'read', trouble: 'switched-off' })
    expect(publisher.asked).toHaveLength(4)
  })

  it('whose page is just being kept when somebody cancels leaves no row', async () => {
    const { address, close } = await servePublisher(1000) // its list is kept in two steps
    await configure('gov24', { address })
    let cancelling: Promise<unknown> | undefined
    const { importId } = await lead.catalogue.imports.ask({ publisher: 'gov24' })
    Object.assign(counter.host.official, {
      breathe: async () => {
        cancelling ??= lead.catalogue.imports.cancel({ importId })
        await new Promise(resolve => setTimeout(resolve, 20))
      },
    })
    await vi.waitFor(() => expect(cancelling).toBeDefined())
    await cancelling
    await new Promise(resolve => setTimeout(resolve, 100))
    await close()
    for (const table of ['catalogue_staged', 'catalogue_import', 'catalogue_import_problem'] as const)
      expect(await counter.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  })

  it('whose answers cannot be kept, nor taken away, fails without ending the server', async () => {
    await configure('gov24')
    for (const what of ['insert', 'delete'])
      await sql.raw(`create trigger full_${what} before ${what} on catalogue_${what === 'insert' ? 'staged' : 'import'} begin select raise(abort, 'full'); end`).execute(counter.db)
    expect((await ask({ publisher: 'gov24' })).progress).toMatchObject({ phase: 'failed', trouble: 'went-wrong' })
    await vi.waitFor(() => expect(counter.reports).toHaveLength(2))
  })

  it('is left alone at once when somebody cancels, and nothing is left', async () => {
    await configure('bokjiro')
    publisher.misbehave('hangs')
    const { importId } = await lead.catalogue.imports.ask({ publisher: 'bokjiro-central' })
    await new Promise(resolve => setTimeout(resolve, 50))
    await lead.catalogue.imports.cancel({ importId })
    await new Promise(resolve => setTimeout(resolve, 400))
    expect(publisher.asked).toHaveLength(1)
    expect(await counter.db.selectFrom('catalogue_import').selectAll().execute()).toEqual([])
    await lead.catalogue.imports.begin()
  })
})

describe('the key of the office', () => {
  it('is never shown again, nor does it stand in a log or a report', async () => {
    const saved = await configure('bokjiro')
    publisher.misbehave('garbage')
    await ask({ publisher: 'bokjiro-central' })
    const shown = JSON.stringify([saved, await lead.catalogue.imports.sources(), await lead.catalogue.imports.list(), await counter.db.selectFrom('audit_line').selectAll().execute(), counter.reports])
    expect(shown).not.toContain('made')
    expect(publisher.asked[0]).toContain(`serviceKey=${encodeURIComponent(key)}`)
  })

  it('stays when other settings change, and is forgotten with the address it was given to', async () => {
    await configure('bokjiro')
    expect(await lead.catalogue.imports.saveSource({ service: 'bokjiro', address: publisher.address, enabled: true, dailyCalls: 5, seenVersion: 1 })).toMatchObject({ hasKey: true, dailyCalls: 5 })
    await expect(lead.catalogue.imports.saveSource({ service: 'bokjiro', address: 'https://elsewhere.example/api', enabled: true, dailyCalls: 5, seenVersion: 2 })).rejects.toMatchObject({ code: 'SOURCE_KEY_MISSING' })
    expect(await lead.catalogue.imports.saveSource({ service: 'bokjiro', address: publisher.address, key: null, enabled: false, dailyCalls: 5, seenVersion: 2 })).toMatchObject({ hasKey: false, enabled: false })
    await expect(configure('bokjiro')).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('goes nowhere in the clear', async () => {
    for (const address of ['http://apis.data.go.kr/B554287', 'ftp://apis.data.go.kr', 'https://user:pw@apis.data.go.kr', 'https://apis.data.go.kr/?x=1', 'http://127.0.0.1.example.com', 'http://localhost.example.com/api'])
      await expect(configure('bokjiro', { address }), address).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_NOT_SAFE' })
    for (const address of ['https://apis.data.go.kr/B554287', 'http://127.0.0.1:8080/api', 'http://[::1]:80'])
      expect(isSafeAddress(address), address).toBe(true)
    expect(await getAnswer('http://apis.example.com/?serviceKey=x').outcome).toEqual({ outcome: 'unreachable' })
  })
})
