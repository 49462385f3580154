/** The family guide read back from its PDF and held against what it was made of: nothing missing, nothing of anybody else. */
import type { Edition } from '#core/guide/sheet'
import type { Language } from '#core/kernel/text'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { chooseActions } from '#core/guide/family/guide-actions'
import { guideEntries, isSettled } from '#core/guide/family/guide-entries'
import { mergePapers } from '#core/guide/family/guide-papers'
import { openQuestions } from '#core/guide/family/guide-questions'
import { speaker } from '#core/guide/speaker'
import { drawSheet, stopDrawing } from '#server/documents/draw-sheet'
import { readTexts } from '#server/read-texts'
import { agencies, families, guideOf, languages, office, planner } from '../../support/family-on-paper'
import { pagesOfPdf } from '../../support/text-of-pdf'

afterAll(stopDrawing)

const texts = await readTexts(join(import.meta.dirname, '../../../resources/texts'))
const bare = (text: string): string => text.replace(/[\s\u2060]/g, '')
const read = async (sheet: ReturnType<typeof guideOf>['sheet']): Promise<string[]> => pagesOfPdf((await drawSheet(sheet)).pdf)
const drawn = new Map<string, Promise<string[]>>()
/** The same guide is drawn once, whatever is looked for in it. */
const readOnce = (key: string, sheet: ReturnType<typeof guideOf>['sheet']): Promise<string[]> => {
  const pages = drawn.get(key) ?? read(sheet)
  drawn.set(key, pages)
  return pages
}
const fullEditions: readonly Edition[] = ['standard', 'large', 'portable', 'portable-a5']
const spoken: readonly Language[] = ['ko', 'en']
/** Actions that have room on the first page below what must be reported and what ends. */
const afterDeath: Partial<Record<Language, Partial<Record<Edition, number>>>> = { ko: { standard: 1, portable: 1 } }
const inLargePrint: Record<Language, number> = { ko: 2, en: 1 }
const households = Object.entries(families)

describe.each(spoken)('a family guide in %s', (language) => {
  const says = speaker(texts, language)

  it.each(fullEditions)('has every service, paper, question and contact of every family (%s)', async (edition) => {
    for (const [name, family] of households) {
      const { data, sheet } = guideOf(family, { edition, language })
      const entries = guideEntries(data, data.on)
      const settled = entries.filter(isSettled)
      const text = (await readOnce(`${name} ${edition} ${language}`, sheet)).join('')
      const told = new Set<string>(settled.map(({ card }) => card.id))
      const expected = [
        ...settled.flatMap(({ card }) => [says.pick(card.name), card.name.ko, ...(card.phone ? [card.phone] : [])]),
        ...mergePapers(entries).flatMap(({ name, issuedAt }) => [says.pick(name), name.ko, says.pick(issuedAt)]),
        ...openQuestions(says, data, entries).slice(0, 6).flatMap(({ sentence, how }) => [sentence, how]),
        ...data.notes.filter(({ id, kind }) => kind === 'report' || !told.has(id)).map(note => says.pick(note.text)),
        ...family.names.filter((_, at) => !data.members[at]!.diedOn && settled.some(({ verdict }) => verdict.memberId === data.members[at]!.id)),
        ...agencies.filter(({ fields }) => fields.includes('welfare')).flatMap(({ name, way, phone }) => [name, way, phone ?? '']),
        planner.name,
        planner.phone,
        office.phone,
      ]
      expect(settled.length).toBeGreaterThan(3)
      expect(expected.filter(each => !text.includes(bare(each)))).toEqual([])
    }
  }, 120_000)

  it.each(fullEditions)('says on page one what to do now, by when, where, with what and whom to call (%s)', async (edition) => {
    for (const [name, family] of households) {
      const { data, sheet } = guideOf(family, { edition, language })
      const [first = ''] = await readOnce(`${name} ${edition} ${language}`, sheet)
      const reported = new Set(data.notes.filter(({ kind }) => kind === 'report').map(({ id }) => id))
      const actions = chooseActions(guideEntries(data, data.on).filter(({ card }) => !reported.has(card.id)))
      expect(actions.length, name).toBeGreaterThan(0)
      // In large print as much as there is room for. After a death what must be reported and what ends come first.
      const room = name === 'bereaved' ? afterDeath[language]?.[edition] ?? 0 : edition === 'large' ? inLargePrint[language] : 3
      const shown = actions.slice(0, room)
      const expected = shown.flatMap((group) => {
        const { card, verdict } = group[0]!
        return [says.pick(card.name), says.pick(card.applyAt), ...(card.phone ? [card.phone] : []), ...card.bring.slice(0, 2).map(paper => says.pick(paper.name)), ...(verdict.deadline && verdict.deadline.daysLeft >= 0 ? [verdict.deadline.lastDay] : [])]
      })
      expect([planner.name, planner.phone, ...expected].filter(each => !first.includes(bare(each))), name).toEqual([])
    }
  }, 120_000)

  it('tells after a death on page one, too, what must be reported and by when', async () => {
    const { data, sheet } = guideOf(families.bereaved, { language })
    const [first = ''] = await read(sheet)
    const reports = data.notes.filter(({ kind }) => kind === 'report')
    expect(reports.length).toBeGreaterThan(2)
    expect(reports.flatMap(({ text, deadline }) => [says.pick(text), ...(deadline ? [deadline.lastDay] : [])]).filter(each => !first.includes(bare(each)))).toEqual([])
  })
})

describe('the guide on one page', () => {
  it.each(languages)('is one page for every family, with the actions, the planner and how much was left out (%s)', async (language) => {
    for (const [name, family] of households) {
      const { sheet } = guideOf(family, { edition: 'one-page', language })
      const pages = await read(sheet)
      expect(pages, name).toHaveLength(1)
      const told = sheet.groups.flat().flatMap(block => block.kind === 'action' ? [block.what, block.place, block.deadline ?? '', block.bring ?? ''] : block.kind === 'table' ? block.rows.flat() : block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.text] : [])
      expect([...told, planner.name, planner.phone].filter(each => !pages[0]!.includes(bare(each))), name).toEqual([])
    }
  }, 120_000)

  /** By hand: each family's last days that a report or a period of the event has, and a word of the others. */
  const urgent: Readonly<Record<string, readonly string[]>> = {
    alone: ['전입신고를 해 주세요', '2026-12-11', '임대차 신고를 해요', '지역 건강보험이 바뀌어요', '이사한 사실을 바로 알려 주세요'],
    newborn: ['출생신고를 해 주세요', '2026-12-17'],
    nine: ['전입신고를 해 주세요', '2026-12-09', '임대차 신고를 해요', '지역 건강보험이 바뀌어요', '이사한 사실을 바로 알려 주세요'],
    bereaved: ['새 세대주를 정해 신고해 주세요', '2026-12-04', '사망신고를 해 주세요', '2026-12-21', '국민연금을 받았다면 공단에 알려요', '남은 배우자가 기초연금을', '기초연금은 끝나요', '밀린 임금과 퇴직금'],
  }

  it.each(Object.keys(urgent))('has what must be reported and what ends, and how many services it leaves out (%s)', async (name) => {
    const [page = ''] = await read(guideOf(families[name as keyof typeof families], { edition: 'one-page' }).sheet)
    expect(urgent[name]!.filter(each => !page.includes(bare(each)))).toEqual([])
    expect(page).toMatch(/외\d+가지는전체안내서에있어요|전체안내서에더있어요:살펴본서비스\d+가지/)
  }, 60_000)

  it('leaves out no service uncounted: the family with a newborn has 20 beside its three actions and its report', async () => {
    const { sheet } = guideOf(families.newborn, { edition: 'one-page' })
    const at = sheet.groups.flat().findIndex(block => block.kind === 'heading' && block.text === '살펴본 서비스')
    const [table, rest] = sheet.groups.flat().slice(at + 1)
    const rows = table?.kind === 'table' ? table.rows.length : 0
    expect(rows).toBeGreaterThan(0)
    expect(rest).toMatchObject({ kind: 'paragraph', text: `외 ${20 - rows}가지는 전체 안내서에 있어요.` })
  })

  it('is one page also for a family of nine who want everything and were agreed with on everything', async () => {
    const { data } = guideOf(families.nine)
    const marks = Object.fromEntries(data.lookup.verdicts.filter(({ verdict }) => verdict !== 'unlikely').map(({ serviceId, memberId }) => [memberId ? `${serviceId}/${memberId}` : serviceId, 'apply-today' as const]))
    for (const language of languages)
      expect(await read(guideOf(families.nine, { edition: 'one-page', language, marks }).sheet), language).toHaveLength(1)
  }, 60_000)
})

describe('two families drawn one after the other', () => {
  it.each([...fullEditions, 'one-page'] as const)('leave nothing of the first on the paper of the second (%s)', async (edition) => {
    const first = guideOf(families.newborn, { edition })
    const before = (await read(first.sheet)).join('')
    const second = (await read(guideOf(families.nine, { edition }).sheet)).join('')
    const own = [...families.newborn.names, '1,234,000', '5,801,000', '2,345,000', '3,456,000']
    expect(families.newborn.names.some(name => before.includes(name))).toBe(true)
    expect(own.filter(each => second.includes(each))).toEqual([])
    const third = (await read(guideOf(families.alone, { edition }).sheet)).join('')
    expect([...own, ...families.nine.names].filter(each => third.includes(bare(each)))).toEqual([])
  }, 60_000)
})
