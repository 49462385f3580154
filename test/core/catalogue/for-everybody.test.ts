import type { EntryForm } from '#core/catalogue/editor/model'
import type { Counter } from '../../support/open-counter'
import { beforeEach, describe, expect, it } from 'vitest'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { aRecord, propose, put } from '../../support/catalogue-at-desk'
import { openCounter } from '../../support/open-counter'

let counter: Counter
beforeEach(async () => { counter = await openCounter({ moment: '2026-11-25T10:00' }) })
const editor = () => counter.as('lead').catalogue.editor
const why = '표본 이유'

/** Written whole but for its conditions. */
async function withoutConditions(): Promise<EntryForm> {
  const { entry } = await editor().begin({ from: null })
  return {
    ...entry,
    name: { ko: '표본 축하금', en: 'Sample gift' },
    summary: { ko: '축하금을 드려요.', en: 'A gift.' },
    agency: { ko: '표본구', en: 'Sample district' },
    stages: ['senior'],
    themes: ['livelihood'],
    benefit: { text: { ko: '10만 원', en: '100,000 won' } },
    source: { title: '표본구 조례 제3조', url: 'https://www.elis.go.kr/', readOn: '2026-11-20' },
  }
}

describe('a service without any condition', () => {
  it('is saved only when somebody says that it is meant for everybody', async () => {
    const entry = await withoutConditions()
    const unmeant = { code: 'ENTRY_NOT_RIGHT', data: { faults: [{ path: ['criteria'], says: { ko: expect.stringContaining('조건이 하나도 없어요'), en: expect.stringContaining('everybody in the region') } }] } }
    await expect(editor().saveService({ serviceId: null, seenHash: null, entry, why })).rejects.toMatchObject(unmeant)
    const { criteria: _criteria, ...leftOut } = entry
    await expect(editor().saveService({ serviceId: null, seenHash: null, entry: leftOut, why })).rejects.toMatchObject(unmeant)
    expect((await editor().list({ attention: 'drafted' })).total).toBe(0)
    const saved = await editor().saveService({ serviceId: null, seenHash: null, entry, forEverybody: true, why })
    expect(saved.draft).toMatchObject({ criteria: [] })
  })

  it('is named while it is written, and in the check before review', async () => {
    const entry = await withoutConditions()
    expect((await editor().describe({ entry })).faults.map(({ path }) => path)).toEqual([['criteria']])
    expect((await editor().describe({ entry, forEverybody: true })).faults).toEqual([])
    const { findings } = await editor().lint({ entry })
    expect(findings).toMatchObject([{ sort: 'no-conditions', says: { ko: expect.stringContaining('누구에게나'), en: expect.stringContaining('everybody in the region') } }])
    expect((await editor().lint({ entry: { ...entry, criteria: [{ kind: 'household-size', from: 2 }] } })).findings).toEqual([])
  })

  it('says so to whoever reviews it, and when the last condition of another was taken away', async () => {
    const entry = await withoutConditions()
    const saved = await editor().saveService({ serviceId: null, seenHash: null, entry, forEverybody: true, why })
    const conditionsOf = async (itemId: string) => (await counter.as('admin').catalogue.draft.change({ kind: 'service', itemId })).fields.find(({ field }) => field === 'criteria')?.change
    expect(await conditionsOf(saved.itemId)).toEqual({ as: 'list', kept: 0, gone: [], came: [{ ko: '조건 없음: 지역에 사는 누구나', en: 'No conditions: everybody in the region' }] })
    const before = await editor().read({ kind: 'service', itemId: 'basic-pension' })
    const stripped = { serviceId: 'basic-pension' as never, seenHash: before.hash, entry: { ...before.draft!, criteria: [] }, why }
    await expect(editor().saveService(stripped)).rejects.toMatchObject({ code: 'ENTRY_NOT_RIGHT' })
    await editor().saveService({ ...stripped, forEverybody: true })
    expect(await conditionsOf('basic-pension')).toMatchObject({ kept: 0, came: [{ en: 'No conditions: everybody in the region' }] })
  })

  it('is not asked about where it is a procedure and no benefit', async () => {
    const entry = { ...await withoutConditions(), kind: 'procedure' }
    expect((await editor().describe({ entry })).faults).toEqual([])
    expect((await editor().lint({ entry })).findings).toEqual([])
  })
})

describe('a service begun from what is there', () => {
  it('of an official record asks first, until its published conditions were read', async () => {
    await propose(counter, 'admin', [put('record', aRecord(1, { name: '표본 기록 지원', benefit: '월 10만 원', themes: ['livelihood'], stages: ['senior'] }))])
    const { entry } = await editor().begin({ from: { kind: 'record', itemId: aRecord(1).id } })
    expect((await editor().describe({ entry })).lines).toMatchObject([{ at: '0', sentence: { ko: expect.stringContaining('공식 목록에 적힌'), en: expect.stringContaining('the published conditions') } }])
    const whole = { ...await withoutConditions(), criteria: entry.criteria }
    const household = HouseholdFacts.parse({ residence: { province: '서울특별시', district: '동작구' }, members: [{ id: 'a', relation: 'head', birth: '1950-01-01' }], facts: {} })
    expect((await editor().tryMadeUp({ entry: whole, household })).subjects).toMatchObject([{ memberId: null, after: 'ask-first' }])
  })

  it('keeps the doubt about another that is copied, until somebody takes it away', async () => {
    const toCheck = { ko: '표본: 금액을 확인해 주세요.', en: 'Sample: please check the amount.' }
    const before = await withoutConditions()
    const { itemId } = await editor().saveService({ serviceId: null, seenHash: null, entry: { ...before, name: { ko: '표본 의심', en: 'Sample doubt' }, confidence: 'to-be-checked', toCheck, criteria: [{ kind: 'household-size', from: 2 }] }, why })
    const { entry } = await editor().begin({ from: { kind: 'service', itemId } })
    expect(entry).toMatchObject({ confidence: 'to-be-checked', toCheck })
    const written = { ...entry, name: { ko: '표본 사본', en: 'Sample copy' }, agency: before.agency, source: before.source }
    const copied = await editor().saveService({ serviceId: null, seenHash: null, entry: written, why })
    expect(copied.draft).toMatchObject({ confidence: 'to-be-checked', toCheck })
    const confirmed = await editor().saveService({ serviceId: copied.itemId as never, seenHash: copied.hash, entry: { ...copied.draft!, confidence: 'confirmed' }, why })
    expect(confirmed.draft).toMatchObject({ confidence: 'confirmed' })
    expect(confirmed.draft).not.toHaveProperty('toCheck')
  })
})
