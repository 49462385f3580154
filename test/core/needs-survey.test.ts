import type { NeedArea } from '#core/records/bodies/need-areas'
import type { NeedsSurvey } from '#core/records/bodies/needs-survey'
import type { RecordView } from '#core/records/model'
import type { Counter, Seat } from '../support/open-counter.ts'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { radarDrawing } from '#core/guide/drawing/radar'
import { Block } from '#core/guide/sheet'
import { NeedArea as Areas } from '#core/records/bodies/need-areas'
import { areasInOrder, difficultyOf, doubledPriorities, mainNeedOf, NeedsSurvey as Survey } from '#core/records/bodies/needs-survey'
import { stopDrawing } from '#server/documents/draw-sheet'
import { openCounter } from '../support/open-counter.ts'
import { reachedCase } from '../support/planned-case.ts'
import { openVisitAt } from '../support/visit-at-desk.ts'

let counter: Counter
let caseId: string
beforeEach(async () => {
  counter = await openCounter()
  ;({ caseId } = await reachedCase(counter))
})
afterAll(stopDrawing)

type Said = Partial<Record<NeedArea, Partial<NeedsSurvey['needs'][NeedArea]>>>
const bodyOf = ({ body }: RecordView): NeedsSurvey => Survey.parse(body)
const begin = (seat: Seat = 'planner') => counter.as(seat).records.begin({ caseId: caseId as never, kind: 'needs-survey' })
const summary = async () => (await counter.as('planner').cases.page({ caseId: caseId as never })).case

/** Writes on top of what stands there; every area that is not named is no need. */
async function write(record: RecordView, said: Said, rest: number | null = 0): Promise<RecordView> {
  const body = bodyOf(record)
  const needs = Object.fromEntries(Areas.options.map(area => [area, { ...body.needs[area], level: rest, ...said[area] }]))
  const saved = await counter.as('planner').records.save({ recordId: record.id, seenVersion: record.version, body: { ...body, needs } })
  return saved.record
}
const finish = ({ id, version }: RecordView) => counter.as('planner').records.finish({ recordId: id, seenVersion: version })
const survey = async (said: Said) => finish(await write(await begin(), said))

async function counselled(needs: readonly NeedArea[], complaint = '') {
  const { records } = counter.as('planner')
  const begun = await records.begin({ caseId: caseId as never, kind: 'first-counselling' })
  await records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, needs: [...needs], complaint } })
}

describe('beginning a needs survey', () => {
  it('puts the needs of the first counselling first, in their order, and asks every level anew', async () => {
    await counselled(['economy', 'health'], '월세가 두 달 밀렸어요')
    const { on, needs, summary: told } = bodyOf(await begin())
    expect(on).toBe('2026-11-23')
    expect(told).toBe('월세가 두 달 밀렸어요')
    expect([needs.economy.priority, needs.health.priority, needs.work.priority]).toEqual([1, 2, null])
    expect(Areas.options.map(area => needs[area].level)).toEqual(Areas.options.map(() => null))
  })

  it('takes order and items over from the last finished survey, never its levels or words', async () => {
    await survey({ family: { level: 3, priority: 1, items: ['family-care'], words: '어머니를 혼자 돌봐요' } })
    const { needs } = bodyOf(await begin())
    expect(needs.family).toMatchObject({ priority: 1, items: ['family-care'], words: '', level: null })
  })

  it('goes on with the one that is open instead of beginning a second', async () => {
    const first = await begin()
    expect((await begin()).id).toBe(first.id)
  })
})

describe('finishing a needs survey', () => {
  it('wants a level for every area', async () => {
    const record = await write(await begin(), { rights: { level: null } })
    await expect(finish(record)).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['needs.rights.level'] } })
  })

  it('wants words or a judgement from level 2 on, and not below', async () => {
    const record = await write(await begin(), { safety: { level: 1 }, work: { level: 2, words: '  ' } })
    await expect(finish(record)).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['needs.work.words'] } })
    const judged = await write(record, { safety: { level: 1 }, work: { level: 2, judgement: '구직 의욕이 있음' } })
    expect((await finish(judged)).status).toBe('finished')
  })

  it('takes the case to the meeting with its main need and the clock of the meeting', async () => {
    await survey({ economy: { level: 4, words: '돈이 없어요', priority: 2 }, social: { level: 3, words: '아무도 없어요', priority: 1 } })
    expect(await summary()).toMatchObject({ stage: 'selection', mainNeed: 'social', dueClock: 'selection' })
    const { events } = await counter.as('planner').cases.page({ caseId: caseId as never })
    expect(events.map(({ kind, subject }) => [kind, subject])).toContainEqual(['stage', 'selection'])
    expect(events.some(({ kind, note }) => kind === 'record-finished' && note === 'needs-survey')).toBe(true)
  })

  it('done again while services run does not take the case back to the meeting', async () => {
    await survey({ economy: { level: 3, words: '돈', priority: 1 } })
    await counter.db.updateTable('welfare_case').set({ stage: 'service' }).where('id', '=', caseId).execute()
    await survey({ economy: { level: 1 }, family: { level: 2, words: '다툼', priority: 1 } })
    expect(await summary()).toMatchObject({ stage: 'service', mainNeed: 'family' })
  })

  it('sets no difficulty: it proposes one beside the choice, until somebody takes it or sets another', async () => {
    const sharing = () => counter.as('planner').team.ofCase({ caseId: caseId as never })
    const set = async (difficulty: number) => counter.as('planner').team.setDifficulty({ caseId: caseId as never, seenVersion: (await sharing()).version, difficulty })
    expect(await sharing()).toMatchObject({ difficulty: 1, proposed: null })
    const done = await survey({ economy: { level: 3, words: '돈' }, family: { level: 4, words: '다툼' }, work: { level: 3, words: '일' } })
    expect((await summary()).difficulty).toBe(1)
    expect(await sharing()).toMatchObject({ difficulty: 1, proposed: { difficulty: 3, great: 3, on: '2026-11-23' } })
    await set(3)
    expect(await sharing()).toMatchObject({ difficulty: 3, proposed: null })
    // Written again it is a proposal again; an open survey proposes nothing.
    const again = await counter.as('planner').records.reopen({ recordId: done.id, seenVersion: done.version, why: '한 영역을 빠뜨림' })
    expect(await sharing()).toMatchObject({ difficulty: 3, proposed: null })
    await finish(await write(again, { economy: { level: 3, words: '돈' }, family: { level: 4, words: '다툼' } }))
    expect(await sharing()).toMatchObject({ difficulty: 3, proposed: { difficulty: 2, great: 2 } })
    await survey({ economy: { level: 1 } })
    expect(await sharing()).toMatchObject({ difficulty: 3, proposed: { difficulty: 1, great: 0 } })
    expect((await set(5)).difficulty).toBe(5)
    await survey({ economy: { level: 3, words: '돈' } })
    expect((await summary()).difficulty).toBe(5)
  })
})

describe('the main need', () => {
  const of = (said: Said) => Survey.parse({ needs: said })
  it.each([
    ['the first in order, whatever its level', { work: { priority: 1, level: 1 }, health: { level: 4 } }, 'work'],
    ['without an order the greatest from level 2 on', { work: { level: 2 }, family: { level: 3 } }, 'family'],
    ['nothing where no need is plain', { work: { level: 1 } }, null],
    ['the manual\'s order between equals', { rights: { level: 3 }, safety: { level: 3 } }, 'safety'],
  ] as const)('is %s', (_, said, expected) => {
    expect(mainNeedOf(of(said))).toBe(expected)
  })

  it('stands first in the order of the areas, and a place given twice is named', () => {
    const survey = of({ work: { priority: 2 }, rights: { priority: 1 }, family: { priority: 2 } })
    expect(areasInOrder(survey).slice(0, 3)).toEqual(['rights', 'family', 'work'])
    expect(doubledPriorities(survey)).toEqual([2])
  })

  it.each([[0, 1], [1, 1], [2, 2], [4, 4], [5, 5], [10, 5]])('%i great needs propose difficulty %i', (great, difficulty) => {
    expect(difficultyOf(of(Object.fromEntries(Areas.options.slice(0, great).map(area => [area, { level: 3 }]))))).toBe(difficulty)
  })
})

describe('health without the consent to sensitive data', () => {
  beforeEach(async () => {
    counter = await openCounter()
    const visit = await openVisitAt(counter.as('clerk'), 'move-in')
    await visit.sayYes()
    await visit.consent({ sensitive: false })
    const page = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: counter.ids.planner, why: '표본' })
    caseId = page.case!.id
  })

  it.each([['words', { words: '무릎이 아파요' }], ['judgement', { judgement: '우울감' }], ['level', { level: 0 }], ['items', { items: ['mental-health'] }]] as const)('is not written: %s', async (_, said) => {
    const record = await begin()
    const body = bodyOf(record)
    await expect(counter.as('planner').records.save({ recordId: record.id, seenVersion: record.version, body: { ...body, needs: { ...body.needs, health: { ...body.needs.health, ...said } } } }))
      .rejects
      .toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
  })

  it('is not asked for when the survey is finished', async () => {
    const record = await write(await begin(), { health: { level: null }, social: { level: 2, words: '혼자예요' } })
    expect((await finish(record)).status).toBe('finished')
  })
})

describe('the survey on paper', () => {
  const asked = (recordId: string, language: 'ko' | 'en' = 'ko') => ({ request: { document: 'needs-survey' as const, recordId: recordId as never }, language, edition: 'standard' as const })

  it('shows ten areas with today\'s level, the last one and the change, and the picture of both', async () => {
    await survey({ economy: { level: 4, words: '돈이 없어요', priority: 1 } })
    const second = await survey({ economy: { level: 2, words: '조금 나아졌어요', priority: 1, strengths: '성실함', obstacles: '빚' } })
    const sheet = await counter.as('planner').guide.sheet(asked(second.id))
    const blocks = sheet.groups.flat()
    const table = blocks.find(block => block.kind === 'table')!
    expect(table.kind === 'table' && table.rows).toHaveLength(10)
    expect(table.kind === 'table' && table.rows[0]).toEqual(['경제', '2 보통', '4 시급', '2 작아짐', '1'])
    const drawing = blocks.find(block => block.kind === 'drawing')!
    expect(drawing.kind === 'drawing' && drawing.alternative).toContain('경제 이번 2 보통, 지난번 4 시급')
    expect(drawing.kind === 'drawing' && drawing.shapes.filter(shape => shape.shape === 'polygon' && shape.dash)).toHaveLength(1)
    expect(JSON.stringify(blocks)).toContain('강점: 성실함')
  })

  it.each(['ko', 'en'] as const)('is one PDF whose words can be read back and whose file name carries no name (%s)', async (language) => {
    const record = await survey({ economy: { level: 3, words: '월세가 밀렸어요', priority: 1 } })
    const { base64, fileName } = await counter.as('planner').guide.pdf(asked(record.id, language))
    const pdf = await getDocument({ data: Uint8Array.from(Buffer.from(base64, 'base64')), useSystemFonts: false, verbosity: 0 }).promise
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join('')))
    const text = pages.join('').replace(/\s/g, '')
    for (const word of language === 'ko' ? ['욕구조사표', '월세가밀렸어요', '3큼', '법률·권익보장', '표*순'] : ['Needssurvey', '월세가밀렸어요', '3Great', '표*순'])
      expect(text).toContain(word)
    expect(fileName).toMatch(language === 'ko' ? /^욕구조사표-/ : /^needs-survey-/)
    expect(fileName).not.toContain('표본')
  })

  it('is nobody\'s whose case it is not', async () => {
    const record = await survey({})
    await expect(counter.as('secondPlanner').guide.sheet(asked(record.id))).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('clerk').guide.pdf(asked(record.id))).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect((await counter.as('lead').guide.sheet(asked(record.id))).title).toBe('욕구조사표')
  })

  it('says nothing of health once that consent was taken back', async () => {
    const record = await survey({ health: { level: 3, words: '숨이 차요' } })
    expect(JSON.stringify(await counter.as('planner').guide.sheet(asked(record.id)))).toContain('숨이 차요')
    await counter.db.updateTable('consent').set({ withdrawn: JSON.stringify(['sensitive']) }).execute()
    expect(JSON.stringify(await counter.as('planner').guide.sheet(asked(record.id)))).not.toContain('숨이 차요')
  })
})

describe('the radar', () => {
  const areas = Areas.options.map(area => area as string)
  const radar = (values: (number | null)[], before?: (number | null)[]) => radarDrawing({ areas, most: 4, now: { label: '이번', values }, before: before && { label: '지난번', values: before }, caption: '', alternative: '말로' })
  const all = (value: number) => areas.map(() => value)

  it('reaches the outer ring at the greatest level and the middle at none', () => {
    const corner = (value: number) => {
      const line = radar(all(value)).shapes.find(shape => shape.shape === 'polygon' && shape.stroke === 'accent')!
      return line.shape === 'polygon' ? line.points[0]! : undefined
    }
    expect(corner(4)).toEqual([220, 132 - 96])
    expect(corner(0)).toEqual([220, 132])
  })

  it('leaves a gap where an area was not asked, instead of drawing a none', () => {
    const shapes = radar([null, ...all(2).slice(1)]).shapes
    expect(shapes.filter(shape => shape.shape === 'polygon' && shape.stroke === 'accent')).toEqual([])
    expect(shapes.filter(shape => shape.shape === 'polyline' && shape.stroke === 'accent' && shape.points.length === 2)).toHaveLength(8 + 1)
    expect(shapes.filter(shape => shape.shape === 'circle')).toHaveLength(9 + 1)
  })

  it('tells last time from today by dash and sign, not by colour alone', () => {
    const { shapes } = radar(all(2), all(3))
    const outlines = shapes.filter(shape => shape.shape === 'polygon' && shape.stroke !== 'soft')
    expect(outlines.map(shape => 'dash' in shape && shape.dash !== undefined)).toEqual([true, false])
    expect(shapes.filter(shape => shape.shape === 'rect')).toHaveLength(11)
    expect(Block.safeParse({ kind: 'drawing', ...radar(all(2), all(3)) }).success).toBe(true)
  })

  it('keeps every word within the picture', () => {
    const drawing = radar(all(4), all(1))
    for (const shape of drawing.shapes) {
      if (shape.shape === 'text') {
        expect(shape.y).toBeGreaterThan(0)
        expect(shape.y).toBeLessThan(drawing.height)
      }
    }
  })
})
