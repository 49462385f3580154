/** Which official records a household is shown, where they stand, and why. */
import type { RecordsAsked } from '#core/eligibility/model'
import type { OfficialRecord } from '#core/policy/official-record'
import type { WelfareService } from '#core/policy/welfare-service'
import { describe, expect, it } from 'vitest'
import { recordsOnAPage } from '#core/eligibility/model'
import { knownPairs } from '#core/eligibility/official/known-pairs'
import { lookUpRecords, searchRecords } from '#core/eligibility/official/look-up-records'
import { mergeRecords } from '#core/eligibility/official/merge-records'
import { placeOf } from '#core/eligibility/official/place-of-record'
import { officialWords } from '#core/eligibility/official/words'
import { PlainDate } from '#core/kernel/dates'
import { aCatalogue, aService, household, today } from '../../support/engine'
import { aRecord, asCatalogue, gov24Records, withConditions } from '../../support/official-records'
import { realCatalogue, realTexts } from '../../support/open-counter'

const words = officialWords(realTexts)
const dongjak = { province: '서울특별시', district: '동작구' }
const old = (given: object = {}) => household({ residence: dongjak, members: [{ id: 'a', relation: 'head', birth: '1944-03-02', sex: 'female', livingTogether: true }], ...given })

const catalogueOf = (records: readonly OfficialRecord[], services: readonly WelfareService[] = []) => ({ ...aCatalogue(...services), records: asCatalogue(records) })
const lookedUp = (records: readonly OfficialRecord[], family = old(), services: readonly WelfareService[] = []) => lookUpRecords(family, catalogueOf(records, services), today, words)
const searched = (records: readonly OfficialRecord[], asked: Partial<RecordsAsked>, family = old()) => searchRecords(family, catalogueOf(records), today, words, { part: 'related', offset: 0, ...asked })
const namesIn = ({ records }: { readonly records: readonly { readonly name: string }[] }) => records.map(({ name }) => name)

let made = 0
const local = (name: string, given: Partial<Record<keyof OfficialRecord, unknown>> = {}) => aRecord({ id: `WLF${String(++made).padStart(8, '0')}`, name, ...dongjak, agency: '서울특별시 동작구', ...given })
const central = (name: string, given: Partial<Record<keyof OfficialRecord, unknown>> = {}) => local(name, { publisher: 'bokjiro-central', province: undefined, district: undefined, agency: '보건복지부', ...given })

describe('where a record exists', () => {
  it.each([
    ['복지로 district', local('x'), { reach: 'district', province: '서울특별시', district: '동작구' }],
    ['복지로 province', local('x', { district: undefined }), { reach: 'province', province: '서울특별시' }],
    ['복지로 office of education', local('x', { district: '서울특별시교육청' }), { reach: 'province', province: '서울특별시' }],
    ['an old name of the province', local('x', { province: '전라남도', district: '해남군' }), { reach: 'district', province: '전남광주통합특별시', district: '해남군' }],
    ['a ministry', withConditions([], {}, { agency: '국가보훈부' }), { reach: 'country' }],
    ['a national institution', withConditions([], {}, { agency: '한국장학재단' }), { reach: 'country' }],
    ['a corporation of a district, without the province', withConditions([], {}, { agency: '광진구시설관리공단' }), { reach: 'district', province: '서울특별시', district: '광진구' }],
    ['a corporation of a district, glued to the province', withConditions([], {}, { agency: '서울특별시금천구시설관리공단', province: '서울특별시' }), { reach: 'district', province: '서울특별시', district: '금천구' }],
    ['a district that several cities have', withConditions([], {}, { agency: '중구시설관리공단' }), { reach: 'unclear' }],
    ['a corporation of some city', withConditions([], {}, { agency: '구리도시공사' }), { reach: 'unclear' }],
    ['an office of a city', withConditions([], {}, { agency: '안산시청' }), { reach: 'unclear' }],
  ])('is read off %s', (_name, record, place) => {
    expect(placeOf(record)).toEqual(place)
  })

  it('decides what is shown: the own district, its province and the country, never another', () => {
    const records = [local('동작'), local('관악', { district: '관악구' }), local('서울', { district: undefined }), central('전국'), local('중구', { province: '부산광역시', district: '중구' })]
    expect(namesIn(lookedUp(records).related)).toEqual(['동작', '서울', '전국'])
    const inGwanak = old({ residence: { province: '서울특별시', district: '관악구' } })
    expect(namesIn(lookedUp(records, inGwanak).related)).toEqual(['관악', '서울', '전국'])
    expect(namesIn(searched(records, { part: 'apart', text: '동작' }, inGwanak))).toEqual([])
  })

  it('is asked while it is not known where the family lives, and what waits is counted', () => {
    const records = [local('동작'), local('서울', { district: undefined }), central('전국')]
    expect(lookedUp(records, old({ residence: {} }))).toMatchObject({ related: { total: 1 }, waiting: { needs: 'province', count: 2 } })
    expect(lookedUp(records, old({ residence: { province: '서울특별시' } }))).toMatchObject({ related: { total: 2 }, waiting: { needs: 'district', count: 1 } })
    expect(lookedUp(records)).not.toHaveProperty('waiting')
  })

  it('that cannot be read leaves a record to be found by its words alone', () => {
    const records = [withConditions([], {}, { agency: '구리도시공사', name: '체육시설 감면' })]
    expect(lookedUp(records)).toMatchObject({ evaluated: { total: 0 }, apart: 0 })
    const found = searched(records, { part: 'apart', text: '체육 감면' })
    expect(found.records[0]!.place.ko).toBe('지역 확인 필요')
  })
})

describe('a record without conditions', () => {
  const seniors = local('어르신', { stages: ['senior'] })
  const toddlers = local('영유아', { stages: ['infant-toddler'] })
  const disabled = local('장애인', { targets: ['disabled'] })

  it('is found by the stage of somebody in the family; others are apart, with the reason', () => {
    const answer = lookedUp([seniors, toddlers])
    expect(namesIn(answer.related)).toEqual(['어르신'])
    expect(answer.related.records[0]).toMatchObject({ verdict: null, why: [{ ko: '노년' }, { ko: '서울특별시 동작구' }] })
    expect(answer.apart).toBe(1)
    const apart = searched([seniors, toddlers], { part: 'apart', text: '영유아' })
    expect(apart.records[0]!.findings[0]!.sentence.ko).toContain('‘영유아’')
  })

  it('is left in while the birth day is not known', () => {
    const nobodyKnows = household({ residence: dongjak, members: [{ id: 'a', relation: 'head' }] })
    expect(lookedUp([seniors, toddlers], nobodyKnows).related.total).toBe(2)
  })

  it.each([['1961-11-22', 1], ['1966-11-22', 1], ['1966-11-23', 0]])('for seniors: born %s', (birth, total) => {
    expect(lookedUp([seniors], household({ residence: dongjak, members: [{ id: 'a', relation: 'head', birth }] })).related.total).toBe(total)
  })

  it('for infants is found when a birth is reported, though the child is not written down yet', () => {
    const reported = (on: string) => old({ event: { kind: 'birth', on } })
    expect(namesIn(lookedUp([toddlers], reported('2026-11-10')).related)).toEqual(['영유아'])
    expect(lookedUp([toddlers], reported('2025-11-01')).related.total).toBe(0)
  })

  it('for a group asks about it while it is not known, and goes apart when everybody said no', () => {
    const withFact = (facts: object) => old({ members: [{ id: 'a', relation: 'head', birth: '1944-03-02', facts }] })
    expect(lookedUp([disabled]).related.records[0]!.why.map(({ ko }) => ko)).toContain('장애인 여부 확인')
    expect(lookedUp([disabled], withFact({ disability: 'mild' })).related.records[0]!.why.map(({ ko }) => ko)).toContain('장애인')
    expect(lookedUp([disabled], withFact({ disability: 'none' }))).toMatchObject({ related: { total: 0 }, apart: 1 })
  })

  it('for several groups stays while one of them may hold', () => {
    const several = local('여럿', { targets: ['disabled', 'low-income'] })
    expect(lookedUp([several], old({ members: [{ id: 'a', relation: 'head', facts: { disability: 'none' } }] })).related.total).toBe(1)
  })

  it('stands before others when it is of the own district and names whom the family is known to be', () => {
    const records = [central('전국', { views: 900_000 }), local('구', { views: 5 }), local('서울', { district: undefined, views: 10 }), central('장애', { targets: ['disabled'] })]
    const family = old({ members: [{ id: 'a', relation: 'head', birth: '1944-03-02', facts: { disability: 'severe' } }] })
    expect(namesIn(lookedUp(records, family).related)).toEqual(['구', '장애', '서울', '전국'])
  })

  it('that has ended, or has not begun, is left out', () => {
    const records = [local('끝남', { until: '2026-11-21' }), local('오늘까지', { until: '2026-11-22' }), local('내일부터', { from: '2026-11-23' })]
    expect(namesIn(lookedUp(records).related)).toEqual(['오늘까지'])
  })

  it('for firms alone is never shown to a family, not even when it is searched for', () => {
    const records = [local('기업 융자', { forPersons: false })]
    expect(lookedUp(records)).toMatchObject({ related: { total: 0 }, apart: 0 })
    expect(searched(records, { part: 'apart', text: '기업' }).total).toBe(0)
  })
})

describe('a record with conditions', () => {
  it('stands apart from the related ones, with what fits and what is to be asked', () => {
    const record = withConditions(['JA0328'], { ageFrom: 65, ageTo: 120 }, { name: '어르신 보조기기', forWhom: '65세 이상 등록 장애인' })
    const { evaluated, related } = lookedUp([record])
    expect(related.total).toBe(0)
    expect(evaluated.records[0]).toMatchObject({ verdict: 'ask-first', why: [{ ko: '만 65세 이상' }, { ko: '전국' }] })
    expect(evaluated.records[0]!.findings.map(({ outcome }) => outcome)).toEqual(['met', 'not-known', 'not-known'])
    expect(evaluated.records[0]!.published.ko).toContain('정부24')
  })

  it('that is a no is counted and can be found with the reason, but is not listed', () => {
    const men = withConditions(['JA0101'], {}, { name: '아빠 육아휴직 장려금' })
    expect(lookedUp([men])).toMatchObject({ evaluated: { total: 0 }, apart: 1 })
    expect(searched([men], { part: 'apart', text: '육아휴직' }).records[0]).toMatchObject({ verdict: 'unlikely', findings: [{ outcome: 'not-met' }] })
  })

  it('published for other ages is apart, but never called unlikely', () => {
    const youth = withConditions([], { ageFrom: 19, ageTo: 39 }, { name: '청년 검진' })
    expect(searched([youth], { part: 'apart' }).records[0]).toMatchObject({ verdict: 'ask-first', findings: [{ outcome: 'not-known' }] })
  })
})

describe('a record that is also a rule of ours', () => {
  const rule = aService([], { bokjiroId: 'WLF00000777', name: { ko: '아이돌봄 지원', en: 'Child care' }, level: 'central', region: undefined })

  it('is never shown beside it', () => {
    const records = [central('다른 이름', { id: 'WLF00000777' }), withConditions([], {}, { name: '아이돌봄서비스' }), central('남는 것')]
    const answer = lookedUp(records, old(), [rule])
    expect([...namesIn(answer.evaluated), ...namesIn(answer.related)]).toEqual(['남는 것'])
  })

  it('is recognised by the name that the other publisher gives it', () => {
    const records = [central('근로·자녀장려금', { id: 'WLF00000777' }), withConditions([], {}, { name: '근로·자녀 장려금', agency: '국세청' })]
    expect(lookedUp(records, old(), [rule])).toMatchObject({ evaluated: { total: 0 }, related: { total: 0 }, apart: 0 })
  })

  it('is recognised with or without the district before its name', () => {
    const local = aService([], { name: { ko: '동작구 신생아 보험료 지원', en: 'Insurance of newborns' }, level: 'district', region: dongjak })
    const record = withConditions([], {}, { name: '신생아 보험료', agency: '서울특별시 동작구', ...dongjak })
    expect(lookedUp([record], old(), [local]).evaluated.total).toBe(0)
  })

  it('is recognised by name only at the same level and place', () => {
    const ofDistrict = withConditions([], {}, { name: '아이돌봄 서비스', agency: '서울특별시 동작구', ...dongjak })
    expect(lookedUp([ofDistrict], old(), [rule]).evaluated.total).toBe(1)
  })

  it('is known by pairs whose rules there are, each record in one of them', async () => {
    const { services } = await realCatalogue()
    expect(Object.keys(knownPairs).filter(id => !services.has(id))).toEqual([])
    const paired = Object.values(knownPairs).flat()
    expect(new Set(paired).size).toBe(paired.length)
  })

  it('is recognised in the real catalogue by the real rules, and never listed', async () => {
    const { services, parameters } = await realCatalogue()
    const catalogue = { ...catalogueOf(gov24Records()), services, parameters }
    const { withRule } = mergeRecords(services, catalogue.records)
    expect(withRule.size).toBeGreaterThan(0)
    for (const id of withRule) {
      const { name } = catalogue.records.get(id)!
      const found = (['evaluated', 'related', 'apart'] as const).flatMap(part => searchRecords(old(), catalogue, today, words, { part, offset: 0, text: name }).records)
      expect(found.filter(record => record.id === id), name).toEqual([])
    }
  })
})

it('shows a service that both publishers have once, compared by the conditions of the one and named after both', () => {
  const records = [local('둘째아 보험료 지원', { contacts: [{ name: '동작구', phone: '02-000-0000' }] }), withConditions(['JA0328'], {}, { name: '둘째아 보험료', agency: '서울특별시 동작구', ...dongjak })]
  const answer = lookedUp(records)
  expect(answer).toMatchObject({ evaluated: { total: 1 }, related: { total: 0 } })
  expect(answer.evaluated.records[0]).toMatchObject({ id: records[0]!.id })
  expect(answer.evaluated.records[0]!.published.ko).toMatch(/복지로.*정부24/)
})

describe('paging and searching', () => {
  const many = Array.from({ length: 30 }, (_, at) => local(`보기 ${at}`, { views: 100 - at, stages: at % 2 === 0 ? ['senior'] : [] }))

  it('goes through every record once, in one order', () => {
    const pages = [0, recordsOnAPage, 2 * recordsOnAPage].map(offset => searched(many, { offset }))
    const ids = pages.flatMap(({ records }) => records.map(({ id }) => id))
    expect(new Set(ids).size).toBe(30)
    expect(pages.map(({ total }) => total)).toEqual([30, 30, 30])
    expect(searched(many, { offset: 300 })).toMatchObject({ total: 30, records: [] })
  })

  it('finds by parts of name and agency without minding spaces, and by stage', () => {
    expect(namesIn(searched(many, { text: '보기 17 동작' }))).toEqual(['보기 17'])
    expect(searched([...many, local('아이', { stages: ['child'] })], { stage: 'senior' }).total).toBe(30)
  })
})

it('a household of nine sees each record once', () => {
  const members = Array.from({ length: 9 }, (_, at) => ({ id: `m${at}`, relation: at === 0 ? 'head' : 'child', birth: `${1980 + at * 4}-01-01`, livingTogether: true }))
  const answer = lookedUp([local('모두'), local('아동', { stages: ['child', 'teen'] }), withConditions(['JA0411'])], household({ residence: dongjak, members }))
  expect(namesIn(answer.related)).toEqual(['아동', '모두'])
  expect(answer.evaluated.records[0]!.why.map(({ ko }) => ko)).toContain('다자녀가구')
})

it('counts the child whose birth is reported among several children, written down or not', () => {
  const parent = { id: 'a', relation: 'head', birth: '1990-01-01', livingTogether: true }
  const first = { id: 'b', relation: 'child', birth: '2022-01-01', livingTogether: true }
  const baby = { id: 'c', relation: 'child', birth: '2026-11-10', livingTogether: true }
  const apart = (members: readonly object[], event: object = { kind: 'birth', on: '2026-11-10' }) => lookedUp([withConditions(['JA0411'])], household({ residence: dongjak, event, members })).apart
  expect(apart([parent, first])).toBe(0)
  expect(apart([parent, first, baby])).toBe(0)
  expect(apart([parent, baby])).toBe(1)
  expect(apart([parent, first], { kind: 'move-in', on: '2026-11-10' })).toBe(1)
})

it('marks what is new or changed this year', () => {
  const record = local('새 것')
  const catalogue = { ...catalogueOf([record]), marks: new Map([[record.id as string, { mark: 'new' as const, on: PlainDate.parse('2026-03-01') }]]) }
  expect(lookUpRecords(old(), catalogue, today, words).related.records[0]).toMatchObject({ changed: 'new' })
})
