/** Official answers as they really come: read whole, in any chunks, with everything that is odd in them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mergeRecord } from '#core/catalogue/formats/merge-record'
import { tidyText } from '#core/catalogue/formats/tidy-text'
import { readOfficial } from '../../support/official/read-official.ts'

const official = join(import.meta.dirname, '../../support/official')
const text = (path: string): string => readFileSync(join(official, path), 'utf8')
const xmlFiles = readdirSync(join(official, 'bokjiro-xml'))

const detail = (fields: string): string => `<?xml version="1.0" encoding="UTF-8"?><wantedDtl><resultCode>0</resultCode><servId>WLF00000001</servId><servNm>표본 수당</servNm><ctpvNm>서울특별시</ctpvNm>${fields}</wantedDtl>`
const only = (contents: string) => {
  const { parts, problems } = readOfficial('표본.xml', contents)
  const merged = mergeRecord(parts, undefined)
  if (!('record' in merged))
    throw new Error(JSON.stringify({ merged, problems }))
  return { record: merged.record, problems }
}

describe('the XML of 복지로', () => {
  it('is read whole: every detail, and the list', () => {
    for (const file of xmlFiles) {
      const { parts, problems } = readOfficial(file, text(`bokjiro-xml/${file}`))
      expect(problems.filter(({ severity }) => severity === 'broken'), file).toEqual([])
      expect(parts, file).toHaveLength(1)
      expect(mergeRecord(parts, undefined), file).toHaveProperty('record')
    }
  })

  it('tells central from local by the fields, and list from detail', () => {
    const parts = xmlFiles.map(file => readOfficial(file, text(`bokjiro-xml/${file}`)).parts[0]!)
    const kinds = Map.groupBy(parts, ({ publisher, part }) => `${publisher} ${part}`)
    expect([...kinds.keys()].sort()).toEqual(['bokjiro-central detail', 'bokjiro-central list', 'bokjiro-local detail'])
  })

  it('turns carriage returns into lines and entities escaped twice into characters', () => {
    const { record } = only(detail('<alwServCn>&amp;#9312; 첫째&#13;&amp;lsquo;둘째&amp;rsquo; 10&amp;sim;20만원&amp;nbsp;지급</alwServCn>'))
    expect(record.benefit).toBe('① 첫째\n‘둘째’ 10∼20만원 지급')
  })

  it('loses its comments, and none that is only begun takes long', () => {
    expect(tidyText('가<!-- 나\n<b>다</b> -->라<!---->마<!-->바-->사')).toBe('가라마사')
    expect(tidyText('신청 <!-- 6월까지')).toBe('신청 <!-- 6월까지')
    const begun = performance.now()
    expect(tidyText('<!--'.repeat(50_000))).toHaveLength(200_000)
    expect(performance.now() - begun).toBeLessThan(500)
  })

  it('reads of an endless line only its beginning, and says so', () => {
    const { record, problems } = only(detail(`<bizChrDeptNm>표본과&lt;b&gt;${'&lt;i&gt;'.repeat(20_000)}끝</bizChrDeptNm><sprtCycNm>${' '.repeat(9_000)}</sprtCycNm>`))
    expect(record).toMatchObject({ department: '표본과…' })
    expect(record).not.toHaveProperty('cycle')
    expect(problems).toMatchObject([{ severity: 'notice', place: { field: 'bizChrDeptNm' }, reason: { code: 'text-shortened' } }])
  })

  it('knows a stage, a target and a theme in every spelling', () => {
    const { record, problems } = only(detail('<lifeNmArray>임신 · 출산,영유아, 노년</lifeNmArray><trgterIndvdlNmArray>한부모ㆍ조손, 다문화‧탈북민</trgterIndvdlNmArray><intrsThemaNmArray>문화▪여가, 임신·출산,관계개선</intrsThemaNmArray>'))
    expect(record).toMatchObject({
      stages: ['pregnancy-birth', 'infant-toddler', 'senior'],
      targets: ['multicultural-or-defector', 'single-parent-or-grandparent'],
      themes: ['culture-leisure', 'pregnancy-birth', 'relations'],
    })
    expect(problems).toEqual([])
  })

  it('tells a name it does not know, and takes the record all the same', () => {
    const { record, problems } = only(detail('<lifeNmArray>노년, 외계인</lifeNmArray>'))
    expect(record.stages).toEqual(['senior'])
    expect(problems).toMatchObject([{ severity: 'notice', place: { file: '표본.xml', record: 1, id: 'WLF00000001', field: 'lifeNmArray' }, reason: { code: 'stage-unknown', value: '외계인' } }])
  })

  it('takes 99991231 for no end, and a day that does not exist for no day, telling it', () => {
    const { record, problems } = only(detail('<enfcBgngYmd>20260230</enfcBgngYmd><enfcEndYmd>99991231</enfcEndYmd><lastModYmd>20260703</lastModYmd>'))
    expect(record).not.toHaveProperty('until')
    expect(record).not.toHaveProperty('from')
    expect(record.modifiedOn).toBe('2026-07-03')
    expect(problems.map(({ reason }) => reason.code)).toEqual(['date-unreadable'])
  })

  it('refuses a local service of which nobody knows where it holds', () => {
    const { parts, problems } = readOfficial('표본.xml', '<wantedDtl><servId>WLF00000002</servId><servNm>표본</servNm><ctpvNm>복지정책과</ctpvNm><sprtTrgtCn>누구나</sprtTrgtCn></wantedDtl>')
    expect(parts).toEqual([])
    expect(problems.at(-1)).toMatchObject({ severity: 'broken', reason: { code: 'region-missing' }, place: { id: 'WLF00000002' } })
  })

  it('reads no document type and expands no entity of its own', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><wantedDtl><servId>WLF00000003</servId><servNm>&b;</servNm><ctpvNm>서울특별시</ctpvNm></wantedDtl>'
    const { parts, problems } = readOfficial('표본.xml', bomb)
    expect(parts).toEqual([])
    expect(problems).toMatchObject([{ severity: 'broken', reason: { code: 'xml-broken' } }])
  })

  it('says with which code a publisher refused', () => {
    expect(readOfficial('a.xml', '<wantedList><resultCode>22</resultCode><resultMessage>LIMITED</resultMessage></wantedList>').problems)
      .toMatchObject([{ reason: { code: 'refused', value: '22' } }])
    expect(readOfficial('b.xml', '<OpenAPI_ServiceResponse><cmmMsgHeader><returnReasonCode>30</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>').problems)
      .toMatchObject([{ reason: { code: 'refused', value: '30' } }])
    expect(readOfficial('c.xml', '<wantedDtl><resultCode>10</resultCode></wantedDtl>').problems)
      .toMatchObject([{ reason: { code: 'refused', value: '10' } }])
  })
})

describe('lists of 복지로 that come as JSON', () => {
  const local = { servId: 'WLF00000007', servNm: '표본', ctpvNm: '서울특별시', sggNm: '동작구', lifeNmArray: '노년', inqplCtadrList: [{ wlfareInfoReldNm: '표본과', wlfareInfoReldCn: '02-000-0000' }] }
  it.each([
    ['in their envelope', JSON.stringify({ wantedList: { totalCount: 1, servList: [local] } })],
    ['as a list', JSON.stringify([local], null, 2)],
    ['one a line', `${JSON.stringify(local)}\n${JSON.stringify({ ...local, servId: 'WLF00000008' })}`],
    ['alone', JSON.stringify(local)],
  ])('are read %s', (_, contents) => {
    const { parts, problems } = readOfficial('x', contents, 50)
    expect(problems).toEqual([])
    expect(parts[0]).toMatchObject({ publisher: 'bokjiro-local', part: 'list', id: 'WLF00000007', fields: { district: '동작구', stages: ['senior'] } })
  })
})

describe('the JSON of 정부24', () => {
  const files = ['serviceList', 'serviceDetail', 'supportConditions'] as const
  const read = Object.fromEntries(files.map(file => [file, readOfficial(`${file}.json`, text(`gov24/${file}.json`))]))

  it('is read whole, and says how many there are', () => {
    for (const file of files) {
      expect(read[file]!.problems.filter(({ severity }) => severity === 'broken')).toEqual([])
      expect(read[file]!.parts.length).toBe(read[file]!.summary.total)
    }
  })

  it('joins its three answers by the id', () => {
    const [service] = read.serviceList!.parts
    const parts = files.flatMap(file => read[file]!.parts.filter(({ id }) => id === service!.id))
    expect(mergeRecord(parts, undefined)).toMatchObject({ record: { publisher: 'gov24', id: expect.stringMatching(/^GOV/), conditions: { codes: expect.arrayContaining([expect.stringMatching(/^JA/)]) } } })
  })

  it('keeps a service without conditions, and knows nothing of whom it asks for', () => {
    const ids = new Set(read.supportConditions!.parts.map(({ id }) => id))
    const without = read.serviceList!.parts.filter(({ id }) => !ids.has(id))
    expect(without).toHaveLength(1)
    expect(mergeRecord(without, undefined)).not.toHaveProperty('record.conditions')
  })

  it('is read from a bare list, from one line, and from an envelope alike', () => {
    const envelope = JSON.parse(text('gov24/serviceList.json')) as { data: unknown[] }
    for (const contents of [JSON.stringify(envelope), JSON.stringify(envelope.data), JSON.stringify(envelope.data, null, 2), `\uFEFF${JSON.stringify(envelope, null, 1)}`])
      expect(readOfficial('x.json', contents).parts).toEqual(read.serviceList!.parts)
  })

  it('finds province and district in the name of the office', () => {
    const parts = read.serviceList!.parts.filter(({ fields }) => fields.agency === '서울특별시 동작구')
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.every(({ fields }) => fields.province === '서울특별시' && fields.district === '동작구')).toBe(true)
  })
})

describe('parts of one record', () => {
  const list = '<wantedList><totalCount>1</totalCount><servList><servId>WLF00000009</servId><servNm>표본</servNm><servDgst>요약</servDgst><jurMnofNm>보건복지부</jurMnofNm><jurOrgNm>표본과</jurOrgNm><onapPsbltYn>Y</onapPsbltYn></servList></wantedList>'
  const whole = '<wantedDtl><servId>WLF00000009</servId><servNm>표본 사업</servNm><jurMnofNm>보건복지부 표본과</jurMnofNm><wlfareInfoOutlCn>긴 요약</wlfareInfoOutlCn><tgtrDtlCn>누구나</tgtrDtlCn></wantedDtl>'
  const parts = [...readOfficial('l', list).parts, ...readOfficial('d', whole).parts]

  it('merge in either order: the detail wins, the list fills', () => {
    const merged = mergeRecord(parts, undefined)
    expect(merged).toMatchObject({ record: { name: '표본 사업', summary: '긴 요약', forWhom: '누구나', ways: ['online'], department: '표본과' } })
    expect(mergeRecord(parts.toReversed(), undefined)).toEqual(merged)
  })

  it('a list alone takes no text away that only a detail has', () => {
    const known = mergeRecord(parts, undefined)
    if (!('record' in known))
      throw new Error('not merged')
    const later = readOfficial('l', list.replace('요약', '새 요약')).parts
    expect(mergeRecord(later, known.record)).toMatchObject({ record: { summary: '새 요약', forWhom: '누구나' } })
  })

  it('a field left empty in a new detail is empty', () => {
    const known = mergeRecord(parts, undefined)
    if (!('record' in known))
      throw new Error('not merged')
    const later = readOfficial('d', whole.replace('<tgtrDtlCn>누구나</tgtrDtlCn>', '<crtrYr>2026</crtrYr>')).parts
    expect(mergeRecord(later, known.record)).not.toHaveProperty('record.forWhom')
  })

  it('a province that is known stays where a later answer names a department instead', () => {
    const known = mergeRecord(readOfficial('d', detail('<sggNm>동작구</sggNm>')).parts, undefined)
    if (!('record' in known))
      throw new Error('not merged')
    const later = readOfficial('d', detail('<sggNm>동작구</sggNm>').replace('서울특별시', '복지정책과')).parts
    expect(mergeRecord(later, known.record)).toMatchObject({ record: { province: '서울특별시', district: '동작구' } })
  })

  it('more views alone are no change', () => {
    const before = mergeRecord(readOfficial('l', list.replace('</servList>', '<inqNum>5</inqNum></servList>')).parts, undefined)
    if (!('record' in before))
      throw new Error('not merged')
    const after = mergeRecord(readOfficial('l', list.replace('</servList>', '<inqNum>9</inqNum></servList>')).parts, before.record)
    expect(after).toEqual(before)
  })
})
