import type { Counter } from '../../support/open-counter'
import { beforeEach, describe, expect, it } from 'vitest'
import { draftCatalogue } from '#core/catalogue/draft/read-draft-catalogue'
import { doublesOf } from '#core/catalogue/editor/lint/doubles'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { PlainDate } from '#core/kernel/dates'
import { OfficialRecord } from '#core/policy/official-record'
import { WelfareService } from '#core/policy/welfare-service'
import { texts } from '../../support/engine'
import { openCounter } from '../../support/open-counter'
import { consentedVisit } from '../../support/visit-at-desk'

let counter: Counter
beforeEach(async () => { counter = await openCounter({ moment: '2026-11-25T10:00' }) })
const editor = (seat: 'lead' | 'admin' = 'lead') => counter.as(seat).catalogue.editor
const names = async (query: Parameters<ReturnType<typeof editor>['list']>[0]) => (await editor().list(query)).rows.map(({ name }) => name.ko)

/** What a lead fills in for a district fund that pays moving costs; English left out. */
async function movingCosts() {
  const { entry } = await editor().begin({ from: null })
  return {
    ...entry,
    name: { ko: '표본 이사비 지원', en: '' },
    summary: { ko: '이사비를 한 번 도와드려요.', en: '' },
    stages: ['middle-aged', 'senior'],
    themes: ['housing'],
    criteria: [
      { kind: 'income', measure: 'recognised-income', atMost: { parameter: 'median-income', percent: 50 } },
      { kind: 'resides', atLeast: { count: 6, unit: 'months' } },
    ],
    benefit: { text: { ko: '이사비 40만 원까지', en: '' }, amount: { amount: 400_000, per: 'once' } },
    source: { title: '표본구 이사비 지원 조례 제3조', url: 'https://www.elis.go.kr/', readOn: '2026-11-20' },
  }
}
const why = '구의회에서 조례가 통과됨'

describe('finding what the catalogue holds', () => {
  it('finds by parts in any order, initials, spaces or none, and a syllable half typed', async () => {
    for (const text of ['기초연금', '기초 연금', '연금 기초', 'ㄱㅊㅇㄱ', '기초연그', 'rlchdusrma'])
      expect(await names({ text, kind: 'service' }), text).toContain('기초연금')
    expect((await names({ text: '기초연금' }))[0]).toBe('기초연금')
    expect(await names({ text: '없는 서비스 이름' })).toEqual([])
  })

  it('filters by what a row is about, and pages without a gap', async () => {
    const figures = await editor().list({ kind: 'parameter', limit: 200 })
    expect(figures.rows.every(({ kind }) => kind === 'parameter')).toBe(true)
    const [first, second] = [await editor().list({ kind: 'service', order: 'name', limit: 20 }), await editor().list({ kind: 'service', order: 'name', offset: 20, limit: 20 })]
    expect(first.total).toBe(second.total)
    expect(new Set([...first.rows, ...second.rows].map(({ itemId }) => itemId)).size).toBe(40)
    const mapo = await editor().list({ kind: 'service', district: '마포구', limit: 200 })
    expect(mapo.rows.length).toBeGreaterThan(0)
    expect(mapo.rows.every(({ place }) => place?.endsWith('마포구'))).toBe(true)
    counter.at('2030-01-01T09:00')
    const overdue = await editor().list({ kind: 'service', attention: 'past-review', limit: 200 })
    expect(overdue.rows.every(({ reviewBy }) => reviewBy! < '2030-01-01')).toBe(true)
  })

  it('is closed to the counter', async () => {
    await expect(counter.as('clerk').catalogue.editor.list({})).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('reading one item', () => {
  it('says each condition in both languages with the figures of the day', async () => {
    const view = await editor().read({ kind: 'service', itemId: 'basic-pension' })
    expect(view.state).toBe('in-force')
    expect(view.lines[0]).toMatchObject({ at: '0', depth: 0, sentence: { ko: '만 65세 이상', en: 'aged 65 or over' } })
    const income = view.lines.find(({ figures }) => figures.length > 0)
    expect(income?.figures[0]?.rows.map(({ key }) => key?.ko)).toEqual(['단독', '부부'])
  })

  it('says what stands inside a condition one step deeper, and nothing of what is not complete', async () => {
    const criteria = [{ kind: 'not', of: { kind: 'relative', is: 'spouse', where: { kind: 'fact', fact: 'civil-service-pension', in: [true] } } }, { kind: 'count', from: 2, where: { kind: 'age', below: 19 } }, { kind: 'income' }]
    const { lines } = await editor().describe({ entry: { concerns: 'member', criteria } })
    expect(lines.map(({ at, depth, sentence }) => [at, depth, sentence?.en ?? null])).toEqual([
      ['0', 0, 'this does not hold'],
      ['0.of', 1, 'a relative (spouse) for whom this holds'],
      ['0.of.where', 2, 'Civil service or similar pension'],
      ['1', 0, '2 members or more for whom this holds'],
      ['1.where', 1, 'under 19 years of age'],
      ['2', 0, null],
    ])
  })

  it('names the services that turn on a figure', async () => {
    const view = await editor().read({ kind: 'parameter', itemId: 'median-income' })
    expect(view.usedBy.length).toBeGreaterThan(5)
    await expect(editor().read({ kind: 'service', itemId: 'nowhere' })).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
  })
})

describe('adding a service of the office', () => {
  it('needs no id and no English, stands in the draft with who and why, and is found by whoever lives in the district', async () => {
    const saved = await editor().saveService({ serviceId: null, seenHash: null, entry: await movingCosts(), why })
    expect(saved).toMatchObject({ state: 'new', name: { ko: '표본 이사비 지원', en: '표본 이사비 지원' }, inForce: null })
    expect(saved.itemId).toMatch(/^office-[0-9a-f]{12}$/)
    expect(saved.history[0]).toMatchObject({ action: 'drafted', why, by: { name: '표본팀장' } })
    expect(await names({ attention: 'drafted' })).toEqual(['표본 이사비 지원'])
    const draft = await draftCatalogue(counter.db, counter.host)
    const family = (district: string) => HouseholdFacts.parse({
      residence: { province: '서울특별시', district, inDistrictSince: '2020-01-01' },
      members: [{ id: 'a', relation: 'head', birth: '1960-01-01', livingTogether: true }],
      facts: { 'recognised-income': 1_000_000 },
    })
    const verdictIn = (district: string) => lookUp(family(district), draft, PlainDate.parse('2026-11-25'), texts).verdicts.find(({ serviceId }) => serviceId === saved.itemId)?.verdict
    expect(verdictIn('동작구')).toBe('likely')
    expect(verdictIn('마포구')).toBeUndefined()
  })

  it('refuses what is not complete, naming every place in both languages', async () => {
    const entry = { ...await movingCosts(), name: { ko: ' ', en: '' }, criteria: [{ kind: 'age' }, { kind: 'any', of: [{ kind: 'fact', fact: 'disability', in: [] }] }, { kind: 'sex', is: 'female' }] }
    const refusal = await editor().saveService({ serviceId: null, seenHash: null, entry, why }).catch((error: unknown) => error as { code: string, data: { faults: { path: unknown[] }[] } })
    expect(refusal).toMatchObject({ code: 'ENTRY_NOT_RIGHT' })
    const paths = ('data' in refusal ? refusal.data as { faults: { path: unknown[] }[] } : { faults: [] }).faults.map(({ path }) => path.join('.'))
    expect(paths).toEqual(expect.arrayContaining(['name', 'criteria.0', 'criteria.1.of.0.in', 'criteria.2']))
    expect(await names({ attention: 'drafted' })).toEqual([])
  })

  it('begins from a service or an official record, as the office’s own', async () => {
    const { entry } = await editor().begin({ from: { kind: 'service', itemId: 'basic-pension' } })
    expect(entry).toMatchObject({ level: 'district', region: { province: '서울특별시', district: '동작구' }, name: { ko: '기초연금' } })
    expect(entry).not.toHaveProperty('id')
    expect(entry).not.toHaveProperty('bokjiroId')
  })

  it('tells the second of two editors who was faster, and keeps both', async () => {
    const first = await editor().saveService({ serviceId: null, seenHash: null, entry: await movingCosts(), why })
    const entry = { ...first.draft!, phone: '02-000-0000' }
    const serviceId = first.itemId as never
    await editor('admin').saveService({ serviceId, seenHash: first.hash, entry, why: '전화번호 추가' })
    await expect(editor().saveService({ serviceId, seenHash: first.hash, entry: { ...first.draft! }, why })).rejects.toMatchObject({ code: 'CATALOGUE_CHANGED_MEANWHILE', data: { by: '표본관리자' } })
    expect((await editor().read({ kind: 'service', itemId: serviceId })).draft).toMatchObject({ phone: '02-000-0000' })
  })

  it('ends a service on a day without deleting it', async () => {
    const before = await editor().read({ kind: 'service', itemId: 'basic-pension' })
    const after = await editor().saveService({ serviceId: 'basic-pension' as never, seenHash: before.hash, entry: { ...before.draft!, until: '2027-06-30' }, why: '표본: 폐지' })
    expect(after).toMatchObject({ state: 'changed', draft: { until: '2027-06-30' } })
    expect(after.inForce).not.toHaveProperty('until')
  })
})

describe('figures', () => {
  const value = (from: string) => ({ from: PlainDate.parse(from), value: 999_999, source: { title: '표본 고시', url: 'https://www.mohw.go.kr/', readOn: PlainDate.parse('2026-11-25') }, confidence: 'confirmed' as const })
  const save = async (from: string, corrects: boolean) => {
    const before = await editor().read({ kind: 'parameter', itemId: 'war-veteran-allowance' })
    return editor().saveFigure({ parameterId: 'war-veteran-allowance', seenHash: before.hash!, value: value(from), reviewBy: PlainDate.parse('2028-12-31'), corrects, why: '새 고시' })
  }

  it('get a dated value beside the old ones, and never lose one unseen', async () => {
    const before = await editor().read({ kind: 'parameter', itemId: 'war-veteran-allowance' })
    const old = (before.draft as { values: { from: string }[] }).values
    const after = await save('2028-01-01', false)
    expect((after.draft as { values: unknown[] }).values).toEqual([...old, value('2028-01-01')])
    await expect(save(old[0]!.from, false)).rejects.toMatchObject({ code: 'FIGURE_HAS_VALUE', data: { from: old[0]!.from } })
    const corrected = await save(old[0]!.from, true)
    expect((corrected.draft as { values: { value: unknown }[] }).values[0]?.value).toBe(999_999)
  })

  it('have to speak of every household size they spoke of before', async () => {
    const before = await editor().read({ kind: 'parameter', itemId: 'median-income' })
    await expect(editor().saveFigure({ parameterId: 'median-income', seenHash: before.hash!, value: { ...value('2028-01-01'), value: { 1: 3_000_000 } }, reviewBy: PlainDate.parse('2028-12-31'), corrects: false, why: '새 고시' }))
      .rejects.toMatchObject({ code: 'ENTRY_NOT_RIGHT' })
  })
})

describe('trying an entry before release', () => {
  const family = async (id: string) => (await editor().families()).find(each => each.id === id)!.household

  it('on made-up families says the verdict before and after, with reasons', async () => {
    const [alone, newborn] = [await family('alone-old'), await family('newborn')]
    const { draft } = await editor().read({ kind: 'service', itemId: 'basic-pension' })
    const criteria = (draft as { criteria: { kind: string, from?: number }[] }).criteria.map(each => each.kind === 'age' ? { ...each, from: 80 } : each)
    const { subjects } = await editor().tryMadeUp({ entry: { ...draft!, criteria }, household: alone })
    expect(subjects).toMatchObject([{ memberId: 'a', relation: 'head', after: 'unlikely' }])
    expect(subjects[0]?.before).not.toBe('unlikely')
    expect(subjects[0]?.findings[0]?.sentence).toMatchObject({ ko: expect.stringContaining('78세'), en: expect.stringContaining('78') })
    expect((await editor().tryMadeUp({ entry: await movingCosts(), household: newborn })).subjects[0]).toMatchObject({ before: null, after: 'unlikely' })
  })

  it('keeps the ages of made-up families as the years pass', async () => {
    const ageNow = async () => (await family('newborn')).members[2]?.birth
    expect(await ageNow()).toBe('2026-11-13')
    counter.at('2031-01-01T09:00')
    expect(await ageNow()).toBe('2030-12-20')
  })

  it('on stored households takes only those whose consent stands, without names, and is logged', async () => {
    const kept = await consentedVisit(counter.as('clerk'), 'move-in', '표본하나', '1950-01-01')
    const gone = await consentedVisit(counter.as('clerk'), 'move-in', '표본두리', '1950-01-01')
    const consents = gone.page().consents
    await counter.as('clerk').consent.withdraw({ consentId: consents[0]!.id, items: ['collect'] })
    const { criteria: _criteria, ...entry } = await movingCosts()
    const answer = await editor().tryStored({ entry: { ...entry, criteria: [{ kind: 'someone', where: { kind: 'age', from: 65 } }] } })
    expect(answer.households).toBe(1)
    expect(answer.changed).toMatchObject([{ householdId: kept.page().household!.id, who: '표**나', before: null, after: 'likely' }])
    expect(JSON.stringify(answer)).not.toMatch(/표본하나|표본두리/)
    const lines = await counter.db.selectFrom('audit_line').select(['operation', 'subject']).where('operation', '=', 'catalogue.editor.tryStored').execute()
    expect(lines.map(({ subject }) => subject)).toEqual([`household:${kept.page().household!.id}`, 'service:new'])
    await kept.member({ name: '표본따로', relation: 'sibling', birth: '1948-01-01' })
    const ofMembers = await editor().tryStored({ entry: { ...entry, concerns: 'member', criteria: [{ kind: 'age', from: 65 }] } })
    expect(ofMembers.changed?.map(({ who }) => who), 'who has not consented is not spoken of').toEqual(['표**나'])
  })
})

describe('a second look at an entry', () => {
  it('tells contradictions in words, doubles by name, and the households on its borders', async () => {
    const entry = await movingCosts()
    const { findings, borders } = await editor().lint({ entry: { ...entry, name: { ko: '기초 연금', en: '' }, region: undefined, level: 'central', criteria: [{ kind: 'household-size', to: 2 }, { kind: 'household-size', from: 4 }, { kind: 'someone', where: { kind: 'age', from: 65 } }] } })
    expect(findings.map(({ sort }) => sort)).toEqual(['contradiction', 'duplicate'])
    expect(findings[0]).toMatchObject({ at: ['0', '1'], says: { ko: expect.stringContaining('‘가구원 1명에서 2명’ / ‘가구원 4명 이상’') } })
    expect(borders.filter(({ at }) => at === '2.where').map(({ outcome }) => outcome)).toEqual(['not-met', 'met', 'met', 'not-known'])
    expect(borders.filter(({ at }) => at === '0').map(({ outcome }) => outcome)).toEqual(['met', 'met', 'not-met'])
  })

  it('puts the borders of an amount at the won', async () => {
    const { borders } = await editor().lint({ entry: await movingCosts() })
    const income = borders.filter(({ at }) => at === '0')
    expect(income.map(({ case: { ko }, outcome }) => [ko, outcome])).toEqual([['1,282,118원', 'met'], ['1,282,119원', 'met'], ['1,282,120원', 'not-met'], ['아직 모를 때', 'not-known']])
  })
})

describe('what the catalogue holds already', () => {
  const record = (over: object) => OfficialRecord.parse({ id: 'WLF00009999', publisher: 'bokjiro-local', name: '표본이사비 지원', agency: '표본구', province: '서울특별시', district: '동작구', stages: [], targets: [], themes: [], provision: [], ways: [], contacts: [], sites: [], laws: [], forms: [], channels: [], forPersons: true, ...over })
  const doubles = async (over: object, ...others: readonly object[]) => {
    const { criteria, ...entry } = await movingCosts()
    const service = WelfareService.parse({ ...entry, id: 'office-tried', name: { ko: '표본 이사비 지원', en: '-' }, summary: { ko: '-', en: '-' }, agency: { ko: '-', en: '-' }, benefit: { text: { ko: '이사비', en: '-' } }, criteria })
    const catalogue = counter.host.catalogue()
    return doublesOf(service, {
      ...catalogue,
      records: new Map([['WLF00009999', record(over)]]),
      services: new Map(others.map((other, index) => [`other-${index}`, { ...service, id: `other-${index}` as never, ...other }])),
    }).map(({ key, itemId }) => [key, itemId])
  }

  it('is told by name in the same place, by the same rule, and in the official catalogue', async () => {
    expect(await doubles({})).toEqual([['duplicate-record', 'WLF00009999']])
    expect(await doubles({ district: '마포구' })).toEqual([])
    expect(await doubles({ district: undefined, name: '표본·이사비(긴급) 지원' })).toEqual([['duplicate-record', 'WLF00009999']])
    expect(await doubles({ name: '다른 것' }, {}, { name: { ko: '딴 이름', en: '-' } }, { name: { ko: '딴 이름', en: '-' }, region: { province: '서울특별시', district: '마포구' } }))
      .toEqual([['duplicate', 'other-0'], ['overlap', 'other-1']])
  })
})
