import type { Sheet } from '#core/guide/sheet'
/** What is urgent stands on the paper: what must be reported, what ends, what still runs for somebody, what was agreed on. */
import type { EventNoteView } from '#core/intake/model'
import { describe, expect, it } from 'vitest'
import { familyGuide } from '#core/guide/family/family-guide'
import { families, guideOf, languages } from '../../support/family-on-paper'
import { blocksOf, card, day, familyOf, textOf, texts, until, verdict } from '../../support/made-up-family'

const fullEditions = ['standard', 'large', 'portable', 'portable-a5'] as const
const onePage = (data: ReturnType<typeof familyOf>): Sheet => familyGuide(data, texts, 'ko', 'one-page')
const standard = (data: ReturnType<typeof familyOf>): Sheet => familyGuide(data, texts, 'ko', 'standard')
const note = (kind: EventNoteView['kind'], id: string, lastDay?: string): EventNoteView =>
  ({ id, kind, text: { ko: `${id} 알림`, en: id }, basis: '보기 법', toCheck: false, ...(lastDay ? { deadline: { lastDay: day(lastDay), daysLeft: 20, sentence: { ko: `${lastDay}까지`, en: lastDay } } } : {}) })

/** The blocks below a heading, up to the next one. */
function below(sheet: Sheet, heading: string) {
  const blocks = sheet.groups.flat()
  const start = blocks.findIndex(block => block.kind === 'heading' && block.text === heading)
  const rest = start < 0 ? [] : blocks.slice(start + 1)
  const end = rest.findIndex(({ kind }) => kind === 'heading')
  return end < 0 ? rest : rest.slice(0, end)
}
const rowsBelow = (sheet: Sheet, heading: string) => below(sheet, heading).flatMap(block => block.kind === 'table' ? block.rows : block.kind === 'list' ? block.items.map(item => [item]) : [])
const saidBelow = (sheet: Sheet, heading: string) => below(sheet, heading).flatMap(block => block.kind === 'paragraph' ? [block.text] : [])

describe('the guide on one page', () => {
  it('says after a move what must be reported, and by when', () => {
    expect(rowsBelow(guideOf(families.alone, { edition: 'one-page' }).sheet, '신고할 것')).toEqual([
      ['전입신고를 해 주세요. 늦으면 5만원 이하의 과태료가 있어요.', '2026-12-11(금)까지 (11일 남음)'],
      ['다른 가족의 세대로 들어가면 지역 건강보험이 바뀌어요. 세대주가 14일 안에 공단에 알려요.', '2026-12-11(금)까지 (11일 남음)'],
      ['보증금이 6천만원을 넘거나 월세가 30만원을 넘으면 계약한 날부터 30일 안에 임대차 신고를 해요.', ''],
      ['복지급여를 받고 계시면 이사한 사실을 바로 알려 주세요. 새 주소지에서 이어서 살펴봐요.', ''],
    ])
  })

  it('says after a birth that it is to be reported within a month', () => {
    expect(rowsBelow(guideOf(families.newborn, { edition: 'one-page' }).sheet, '신고할 것')).toEqual([
      ['출생신고를 해 주세요. 아버지나 어머니가 신고해요. 늦으면 5만원 이하의 과태료가 있어요.', '2026-12-17(목)까지 (17일 남음)'],
    ])
  })

  it('says after a death first what must be reported, then what ends, then what to do, and until when wages are owed', () => {
    const { sheet } = guideOf(families.bereaved, { edition: 'one-page' })
    expect(blocksOf(sheet, 'heading').map(({ text }) => text).slice(0, 4)).toEqual(['신고할 것', '끝나는 것', '먼저 하실 일', '알아둘 기한과 권리'])
    expect(rowsBelow(sheet, '신고할 것').map(row => row[1])).toEqual(['2026-12-04(금)까지 (4일 남음)', '2026-12-21(월)까지 (21일 남음)', '2026-12-21(월)까지 (21일 남음)', '2026-12-21(월)까지 (21일 남음)', ''])
    expect(rowsBelow(sheet, '끝나는 것')[0]).toEqual(['돌아가신 분의 기초연금은 끝나요. 사망신고를 하면 따로 신고하지 않아도 돼요.'])
    expect(rowsBelow(sheet, '알아둘 기한과 권리')[0]).toEqual(['돌아가신 분이 일하고 계셨다면 회사는 밀린 임금과 퇴직금을 14일 안에 드려야 해요.', '2026-12-04(금)까지 (4일 남음)'])
  })

  it('has in every language the day by which wages are owed after a death', () => {
    for (const language of languages)
      expect(textOf(guideOf(families.bereaved, { edition: 'one-page', language }).sheet), language).toContain('2026-12-04')
  })

  it('counts of what ends and begins what has no row, six ends of a death in all', () => {
    const { sheet } = guideOf(families.bereaved, { edition: 'one-page' })
    const left = saidBelow(sheet, '끝나는 것').map(text => Number(/외 (\d+)가지/.exec(text)?.[1]))
    expect(rowsBelow(sheet, '끝나는 것').length + left.reduce((sum, count) => sum + count, 0)).toBe(6)
    const others = textOf(onePage(familyOf([], { notes: [note('ends', '수당'), note('ends', '할인'), ...Array.from({ length: 7 }, (_, at) => note('begins', `권리${at}`))] })))
    expect(others).toContain('할인 알림')
    expect(others).toContain('권리2 알림')
    expect(others).not.toContain('권리3 알림')
    expect(others).toContain('외 4가지는 전체 안내서에 있어요.')
  })

  it('takes a service out for its report only where the report stands there, and counts the other reports', () => {
    const reports = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'].map((id, at) => note('report', id, `2026-12-1${at}`))
    const sheet = onePage(familyOf([verdict('r1', 'a'), verdict('r8', 'a'), verdict('plain', 'a')], { notes: reports }))
    expect(rowsBelow(sheet, '신고할 것').map(([what]) => what)).toEqual(['r1 알림', 'r2 알림', 'r3 알림', 'r4 알림', 'r5 알림', 'r6 알림'])
    expect(saidBelow(sheet, '신고할 것')).toEqual(['외 1가지는 전체 안내서에 있어요.'])
    expect(blocksOf(sheet, 'action').map(({ what }) => what)).toEqual(['보기 r8 신청하기 (김하늘)', '보기 plain 신청하기 (김하늘)'])
  })
})

describe('what was agreed on for today', () => {
  it('is an action on every paper, also where it is something to report', () => {
    const { sheet: before } = guideOf(families.alone)
    expect(blocksOf(before, 'action').map(({ what }) => what)).not.toContainEqual(expect.stringContaining('임대차'))
    for (const edition of [...fullEditions, 'one-page'] as const)
      expect(blocksOf(guideOf(families.alone, { edition, marks: { 'lease-report': 'apply-today' } }).sheet, 'action')[0]?.what, edition).toContain('주택 임대차 신고')
  })

  it('leaves among the reports alone what nobody marked', () => {
    const notes = [note('report', 'told', '2026-12-11')]
    expect(blocksOf(standard(familyOf([verdict('told', null), verdict('other', null)], { notes })), 'action').map(({ what }) => what)).toEqual(['보기 other 신청하기'])
    expect(blocksOf(standard(familyOf([verdict('told', null), verdict('other', null)], { notes, marks: { told: 'apply-today' } })), 'action').map(({ what }) => what)).toEqual(['보기 told 신청하기', '보기 other 신청하기'])
  })
})

describe('a deadline that runs for one member', () => {
  const passed = verdict('both', 'a', { deadline: until('2026-11-01', -21) })
  const running = verdict('both', 'c', { deadline: until('2026-12-15', 23) })

  it('is not hidden by one that has passed for another, whoever comes first', () => {
    for (const both of [[passed, running], [running, passed]])
      expect(blocksOf(standard(familyOf(both)), 'action')[0]?.deadline).toContain('2026-12-15까지 (23일 남음)')
  })

  it('stands on the line of the service on one page, the soonest of all', () => {
    const others = ['one', 'two', 'three'].map(id => verdict(id, 'b', { deadline: until('2026-12-01', 9) }))
    const sheet = onePage(familyOf([...others, passed, verdict('both', 'b', { deadline: until('2027-01-20', 59) }), running]))
    expect(rowsBelow(sheet, '살펴본 서비스')).toEqual([['보기 both (김하늘, 이바다 외 1개)', '보기동 주민센터', '129', '2026-12-15(화)까지 (23일 남음)']])
  })
})

describe('the merged list of what to bring', () => {
  const paper = (id: string) => ({ id, name: { ko: id, en: id }, issuedAt: { ko: `${id} 창구`, en: id } })

  it('has what an action asks for that is still to be clarified, each paper once', () => {
    const data = familyOf([verdict('sure', 'a'), verdict('open', 'c', { verdict: 'ask-first', deadline: until('2026-12-15', 23) }), verdict('some-day', 'c', { verdict: 'ask-first' })], {
      services: { 'sure': card('sure', { bring: [paper('신분증')] }), 'open': card('open', { bring: [paper('신분증'), paper('계약서')] }), 'some-day': card('some-day', { bring: [paper('졸업장')] }) },
    })
    expect(rowsBelow(standard(data), '가져올 것 한 번에 보기')).toEqual([['□ 신분증', '보기 sure, 보기 open', '신분증 창구'], ['□ 계약서', '보기 open', '계약서 창구']])
    expect(saidBelow(onePage(data), '가져올 것')).toEqual(['□ 신분증, □ 계약서'])
  })
})

describe('a guide after a death', () => {
  it('says in every edition what must be reported, then what ends, then what to do first', () => {
    for (const edition of fullEditions) {
      const headings = blocksOf(guideOf(families.bereaved, { edition }).sheet, 'heading').map(({ text }) => text)
      expect(headings.slice(0, 4), edition).toEqual(['신고할 것', '끝나는 것', '먼저 하실 일', '알아둘 기한과 권리'])
    }
  })
})
