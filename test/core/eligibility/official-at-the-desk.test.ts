/** Official records at the counter: through the door, with real SQLite and the rules and records that ship. */
import type { OfficialRecordId } from '#core/policy/official-record'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLookup } from '#core/eligibility/look-up-visit'
import { RecordMark } from '#core/eligibility/model'
import { Lookup } from '#core/eligibility/verdict'
import { loadRecords } from '#server/load-records'
import { aRecord, asCatalogue, gov24Records } from '../../support/official-records'
import { openCounter, realCatalogue } from '../../support/open-counter'
import { consentedVisit, openVisitAt } from '../../support/visit-at-desk'

const rules = await realCatalogue()
const { records: shipped } = await loadRecords(join(import.meta.dirname, '../../../resources/catalogue'))
const ofDongjak = aRecord({ id: 'WLF90000001', name: '보기 어르신 나들이', province: '서울특별시', district: '동작구', agency: '서울특별시 동작구', stages: ['senior'] })
const ofGwanak = aRecord({ id: 'WLF90000002', name: '보기 어르신 도시락', province: '서울특별시', district: '관악구', agency: '서울특별시 관악구', stages: ['senior'] })
/** What ships, a part of 정부24, and one service of each of two districts that no rule will ever take over. */
const catalogue = { ...rules, records: new Map([...shipped, ...asCatalogue([...gov24Records(), ofDongjak, ofGwanak])]) }

async function counter() {
  const opened = await openCounter({ moment: '2026-11-23T10:00', catalogue })
  const client = opened.as('clerk')
  const visit = await consentedVisit(client)
  await visit.household({})
  return { ...opened, client, visit, look: () => client.eligibility.lookup({ visitId: visit.visitId }) }
}

describe('official records in the lookup of a visit', () => {
  it('stand beside the verdicts, of this district and never another', async () => {
    const { client, visit, look } = await counter()
    const { official, lookup } = await look()
    expect(lookup.verdicts.length).toBeGreaterThan(50)
    expect(official.related.total).toBeGreaterThan(100)
    const all = []
    for (let offset = 0; offset < official.related.total; offset += official.related.records.length)
      all.push(...(await client.eligibility.related({ visitId: visit.visitId, part: 'related', offset })).records)
    expect(new Set(all.map(({ id }) => id)).size).toBe(official.related.total)
    expect(new Set(all.map(({ place }) => place.ko))).toEqual(new Set(['전국', '서울특별시', '서울특별시 동작구']))
    const withRule = new Set([...rules.services.values()].map(({ bokjiroId }) => bokjiroId))
    expect(all.filter(({ id }) => withRule.has(id))).toEqual([])
  })

  it('name publisher and date wherever they are shown', async () => {
    const { client, look } = await counter()
    const { official } = await look()
    for (const { published } of [...official.evaluated.records, ...official.related.records])
      expect(published.ko).toMatch(/^(?:복지로|정부24).*(?:\d{4}|미표시)/)
    const details = await client.eligibility.record({ recordId: official.related.records[0]!.id })
    expect(details.published.ko).toContain('복지로')
  })

  it('say on the card of a rule what its official record says', async () => {
    const { look } = await counter()
    const { services } = await look()
    const pension = services['basic-pension']!
    expect(pension.asPublished?.[0]).toMatchObject({ id: rules.services.get('basic-pension')!.bokjiroId })
  })

  it('need consent, as the lookup does', async () => {
    const { as } = await openCounter({ catalogue })
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await expect(as('clerk').eligibility.related({ visitId: visit.visitId, part: 'related' })).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
    await expect(as('clerk').eligibility.markRecord({ visitId: visit.visitId, recordId: ofDongjak.id, mark: 'explain' })).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  })

  it('are remembered by their ids alone, and a lookup from before them can still be read', async () => {
    const { db, visit, look } = await counter()
    const { official } = await look()
    const stored = await readLookup(db, visit.visitId)
    expect(stored!.shownRecords).toEqual({ evaluated: official.evaluated.records.map(({ id }) => id), related: official.related.records.map(({ id }) => id) })
    const { shownRecords: _none, ...before } = stored!
    expect(Lookup.parse(before)).not.toHaveProperty('shownRecords')
  })

  it('of a release without any leave the lookup as it was', async () => {
    const { as } = await openCounter({ catalogue: rules })
    const visit = await consentedVisit(as('clerk'))
    const { official } = await as('clerk').eligibility.lookup({ visitId: visit.visitId })
    expect(official).toEqual({ evaluated: { total: 0, offset: 0, records: [] }, related: { total: 0, offset: 0, records: [] }, apart: 0 })
  })
})

describe('marking an official record', () => {
  it('is kept with the visit, changed and taken back', async () => {
    const { client, visit } = await counter()
    const marked = async (mark: RecordMark | null) => (await client.eligibility.markRecord({ visitId: visit.visitId, recordId: ofDongjak.id, mark })).marks
    for (const mark of RecordMark.options)
      expect(await marked(mark)).toEqual({ [ofDongjak.id]: mark })
    expect(await marked(null)).toEqual({})
  })

  it('reaches the planner with the case', async () => {
    const { as, client, visit, ids } = await counter()
    await client.eligibility.markRecord({ visitId: visit.visitId, recordId: ofDongjak.id, mark: 'for-planner' })
    const { urgency, kind } = await client.cases.suggest({ visitId: visit.visitId })
    const seen = (await visit.reload()).visit.version
    const { case: assigned } = await client.cases.assign({ visitId: visit.visitId, seenVersion: seen, plannerId: ids.planner, urgency, kind, why: '표본 까닭' })
    expect((await as('planner').cases.page({ caseId: assigned!.id })).marks).toEqual({ [ofDongjak.id]: 'for-planner' })
  })

  it('refuses one that is not in the catalogue', async () => {
    const { client, visit } = await counter()
    await expect(client.eligibility.markRecord({ visitId: visit.visitId, recordId: 'WLF99999999' as OfficialRecordId, mark: 'explain' })).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
    await expect(client.eligibility.record({ recordId: 'WLF99999999' as OfficialRecordId })).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
  })
})

describe('finding entries of the catalogue', () => {
  it('finds rules by both names and records by theirs, a record with a rule once', async () => {
    const { client } = await counter()
    const found = await client.eligibility.find({ text: '기초연금', limit: 10 })
    expect(found[0]).toMatchObject({ kind: 'service', id: 'basic-pension' })
    expect(found.filter(({ name }) => name.ko === '기초연금')).toHaveLength(1)
    expect((await client.eligibility.find({ text: 'basic pension', limit: 10 }))[0]).toMatchObject({ id: 'basic-pension' })
    expect(await client.eligibility.find({ text: ' ', limit: 10 })).toEqual([])
    expect((await client.eligibility.find({ text: ofDongjak.name, limit: 50 })).map(({ id }) => id)).toContain(ofDongjak.id)
  })
})
