import type { LookingAhead, TimelineCard } from '#core/eligibility/contract'
import type { Change, TimelineRow } from '#core/eligibility/timeline/timeline'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { familyGuide } from '#core/guide/family/family-guide'
import { addDays } from '#core/kernel/dates'
import { WelfareServiceId } from '#core/kernel/ids'
import { composePdf } from '#server/documents/compose-pdf'
import { stopDrawing } from '#server/documents/draw-sheet'
import { blocksOf, day, familyOf, on, stringsOf, textOf, texts, verdict } from '../../support/made-up-family.ts'

afterAll(stopDrawing)

const until = day('2036-11-22')
const both = (ko: string) => ({ ko, en: `(en) ${ko}` })
type Verdict = Change['to']

/** A row that changes on these days, with what holds from each on. */
function rowOf(serviceId: string, memberId: string | null, first: Verdict, turns: readonly (readonly [on: string, to: Verdict, because?: string])[], applyFrom?: string): TimelineRow {
  const starts = [[on, first] as const, ...turns.map(([from, to]) => [day(from), to] as const)]
  return {
    serviceId: WelfareServiceId.parse(serviceId),
    memberId,
    intervals: starts.flatMap(([from, held], at) => held ? [{ verdict: held, from, until: starts[at + 1] ? addDays(starts[at + 1]![0], -1) : until }] : []),
    changes: turns.map(([from, to, because = '까닭'], at): Change => ({
      on: day(from),
      from: starts[at]![1],
      to,
      because: both(because),
      basis: '보기 법',
      sentence: both(`${from} ${because}`),
      ...(applyFrom && at === 0 ? { applyFrom: { on: day(applyFrom), sentence: both(`${applyFrom}부터 미리 신청할 수 있어요`), toCheck: false } } : {}),
    })),
  }
}

const cards = (rows: readonly TimelineRow[], extra: Record<string, Partial<TimelineCard>> = {}): LookingAhead['services'] =>
  Object.fromEntries(rows.map(({ serviceId }) => [serviceId, { name: both(`보기 ${serviceId}`), kind: 'service', worth: 2, ...extra[serviceId] }]))

const familyAhead = (rows: readonly TimelineRow[], extra?: Record<string, Partial<TimelineCard>>) =>
  familyOf([verdict('now', 'a')], { ahead: { timeline: { on, until, release: 'abc123', rows: [...rows], note: both('오늘 아는 대로 내다봤어요.') }, services: cards(rows, extra) } })
const guideOf = (rows: readonly TimelineRow[], extra?: Record<string, Partial<TimelineCard>>, edition: 'standard' | 'large' = 'standard') =>
  familyGuide(familyAhead(rows, extra), texts, 'ko', edition)
const linesOf = (sheet: ReturnType<typeof guideOf>) => blocksOf(sheet, 'table').filter(({ head }) => head[0] === '언제').flatMap(({ rows }) => rows)
/** The heading under which each line stands. */
function linesUnder(sheet: ReturnType<typeof guideOf>): Record<string, readonly (readonly string[])[]> {
  const under: Record<string, readonly (readonly string[])[]> = {}
  let heading = ''
  for (const block of sheet.groups.flat()) {
    if (block.kind === 'heading' && block.level === 1)
      heading = block.text
    if (block.kind === 'table' && block.head[0] === '언제')
      under[heading] = block.rows
  }
  return under
}

const pension = rowOf('pension', 'b', 'unlikely', [['2027-03-02', 'ask-first', '만 65세가 돼요']], '2027-02-01')
const benefit = rowOf('benefit', 'c', 'likely', [['2028-11-01', 'unlikely', '만 2세가 되는 달이에요']])
const school = rowOf('school', 'c', 'unlikely', [['2032-01-01', 'likely', '6세가 되는 해예요'], ['2035-01-01', null, '이 제도의 정해진 기간이 끝나요']])
const withAge = { pension: { comesWithAge: true, worth: 3 } } as const

describe('the next ten years in the guide', () => {
  it('stand on the page of each member, by day and with the cause', () => {
    const sheet = guideOf([pension, benefit, school, rowOf('rent', null, 'likely', [['2029-01-01', 'unlikely', '기간이 끝나요']])], withAge)
    expect(linesUnder(sheet)).toEqual({
      '이바다 · 만 76세 · 노년기': [['2027-03-02부터 (먼저 확인해요) · 2027-02-01부터 미리 신청할 수 있어요', '보기 pension', '만 65세가 돼요']],
      '김새봄 · 생후 0개월 · 영유아기': [
        ['2028-10-31까지', '보기 benefit', '만 2세가 되는 달이에요'],
        ['2032-01-01부터 2034-12-31까지', '보기 school', '6세가 되는 해예요, 이 제도의 정해진 기간이 끝나요'],
      ],
      '우리 가구': [['2028-12-31까지', '보기 rent', '기간이 끝나요']],
    })
    expect(blocksOf(sheet, 'timeline')).toEqual([])
  })

  it('are a picture and the same in a table where a member has three or more', () => {
    const sheet = guideOf([rowOf('pension', 'c', 'unlikely', [['2027-03-02', 'ask-first', '만 65세가 돼요']], '2027-02-01'), benefit, school], withAge)
    const [picture] = blocksOf(sheet, 'timeline')
    expect(picture!.lanes.map(({ label }) => label)).toEqual(['보기 pension', '보기 benefit', '보기 school'])
    expect(linesOf(sheet)).toHaveLength(3)
    expect(picture!.lanes[0]).toMatchObject({ bars: [{ mark: 'ask-first', to: 1 }], applyFrom: expect.closeTo(71 / 3653, 5) })
    expect(picture!.lanes[1]!.bars).toEqual([{ mark: 'likely', from: 0, to: expect.closeTo(709 / 3653, 5) }])
    expect(picture!.years.map(({ label }) => label)).toEqual(['2027', '2028', '2029', '2030', '2031', '2032', '2033', '2034', '2035', '2036'])
    expect(picture!.legend.map(({ mark }) => mark)).toEqual(['likely', 'ask-first', 'deadline'])
    expect(textOf(sheet)).toContain('오늘 아는 대로 내다봤어요.')
  })

  it('announce nothing that is discreet, unwanted, a mere procedure or a question of health', () => {
    const asked = ['2030-01-01', 'ask-first'] as const
    const rows = [rowOf('violence', 'a', 'likely', [['2030-01-01', 'unlikely']]), rowOf('illness', 'a', 'unlikely', [asked]), rowOf('papers', 'a', 'likely', [['2030-01-01', 'unlikely']]), rowOf('dear', 'a', 'unlikely', [asked])]
    const sheet = guideOf(rows, { violence: { discreet: true }, illness: { sensitive: true, comesWithAge: true }, papers: { kind: 'procedure' }, dear: { worth: 3 } })
    expect(blocksOf(sheet, 'timeline')).toEqual([])
    expect(textOf(sheet)).not.toContain('앞으로 10년')
    const unwanted = familyGuide({ ...familyAhead([benefit]), marks: { 'benefit/c': 'not-wanted' } }, texts, 'ko', 'standard')
    expect(textOf(unwanted)).not.toContain('보기 benefit')
  })

  it('announce nothing of a member\'s health that may come, even where it is likely then', () => {
    const coming = rowOf('care', 'b', 'unlikely', [['2030-05-06', 'likely', '만 80세가 돼요']])
    const held = rowOf('allowance', 'a', 'likely', [['2030-01-01', 'unlikely', '만 45세가 돼요']])
    const health = { care: { sensitive: true }, allowance: { sensitive: true } } as const
    // the allowance is likely by the timeline; the lookup the guide was made of put it on nobody's page
    expect(blocksOf(guideOf([coming, held], health), 'timeline')).toEqual([])
    expect(textOf(guideOf([coming, held], health))).not.toMatch(/보기 care|보기 allowance/)
  })

  it('tell until when something holds that stands on a member\'s own page today, of health too', () => {
    const held = rowOf('allowance', 'a', 'likely', [['2030-01-01', 'unlikely', '만 45세가 돼요']])
    const coming = rowOf('allowance', 'b', 'unlikely', [['2030-05-06', 'likely', '만 80세가 돼요']])
    const ahead = familyAhead([held, coming], { allowance: { sensitive: true } }).ahead
    const sheetWith = (marks: Record<string, 'not-wanted' | 'already-receives'>) => familyGuide({ ...familyOf([verdict('allowance', 'a')], { ahead }), marks }, texts, 'ko', 'standard')
    expect(linesOf(sheetWith({}))).toEqual([['2029-12-31까지', '보기 allowance', '만 45세가 돼요']])
    expect(blocksOf(sheetWith({ 'allowance/a': 'not-wanted' }), 'timeline')).toEqual([])
    expect(blocksOf(sheetWith({ 'allowance/a': 'already-receives' }), 'timeline')).toEqual([])
  })

  it('tell the weightiest and the soonest when there are many, fewer in large print', () => {
    const many = Array.from({ length: 30 }, (_, at) => rowOf(`many-${at}`, 'a', 'likely', [[`20${27 + at % 9}-05-05`, 'unlikely']]))
    const standard = linesOf(guideOf([...many, pension], withAge))
    expect(standard).toHaveLength(10)
    expect(standard.map(([, service]) => service)).toContain('보기 pension')
    expect(standard.every(([when]) => when! < '2031')).toBe(true)
    expect(linesOf(guideOf([...many, pension], withAge, 'large'))).toHaveLength(4)
  })

  it.each(['standard', 'large'] as const)('are drawn with every word and take little room (%s)', async (edition) => {
    const rows = Array.from({ length: 12 }, (_, at) => rowOf(`lane-${at}`, ['a', 'b', 'c'][Math.floor(at / 4)]!, 'likely', [[`202${7 + at % 3}-05-05`, 'unlikely', '만 13세 1개월이 되는 달이에요']], at === 0 ? '2027-01-01' : undefined))
    const guide = guideOf(rows, {}, edition)
    const sheet = { ...guide, groups: guide.groups.filter(group => group.some(block => block.kind === 'timeline' || (block.kind === 'table' && block.head[0] === '언제'))) }
    const { pdf, pages } = await composePdf(sheet)
    const found = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
    const drawn = await Promise.all(Array.from({ length: pages }, async (_, at) => (await (await found.getPage(at + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join('')))
    const text = drawn.join('').replace(/\s/g, '')
    const pictures = blocksOf(sheet, 'timeline')
    for (const string of stringsOf([pictures.map(picture => ({ ...picture, years: [] })), linesOf(sheet)]))
      expect(text).toContain(string.replace(/\s/g, ''))
    for (const { label } of pictures.flatMap(({ years }) => years))
      expect(text).toContain(label.slice(2))
    expect(pages).toBeLessThanOrEqual(edition === 'large' ? 1 : 2)
  })
})
