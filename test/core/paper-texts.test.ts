import type { PaperTexts } from '#core/paper-texts/model'
import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { EditableDocument, mostEmblemSide, shippedPaper } from '#core/paper-texts/model'
import { pictureSize } from '#core/paper-texts/picture-size'
import { editableSentences } from '#core/paper-texts/sentences'
import { legalParts } from '#core/paper-texts/shipped-sentences'
import { openCounter, realTexts } from '../support/open-counter'
import { consentedVisit, day, openVisitAt } from '../support/visit-at-desk'

const paper = (change: Partial<PaperTexts> = {}): PaperTexts => ({ ...shippedPaper, ...change })
const greeting = { ko: '견본동에 잘 오셨어요.', en: 'Welcome to the sample dong.' }
const withGreeting = paper({ sentences: { 'guide.greeting.move-in': greeting } })
const wordsOf = (value: unknown): string => JSON.stringify(value)

/** One dot, as a program draws it. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const emblem = { type: 'image/png' as const, base64: dot.toString('base64') }

/** A white picture, as a program writes it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([dot.subarray(0, 8), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(height * (width + 1), 255).map((byte, place) => place % (width + 1) === 0 ? 0 : byte))), chunk('IEND', Buffer.alloc(0))])
}

/** The segments of a JPEG before its scan: an application's own, a table, and a frame of each size. */
const jpegOf = (...frames: [width: number, height: number][]): Buffer => Buffer.from([
  0xFF,
  0xD8,
  ...[0xFF, 0xE0, 0, 4, 1, 2],
  ...[0xFF, 0xFF, 0xC4, 0, 3, 0],
  ...frames.flatMap(([width, height]) => [0xFF, 0xC2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
  ...[0xFF, 0xDA, 0, 2],
])

const asked = (visitId: string, language: string) => ({ request: { document: 'family-guide' as const, visitId: visitId as never }, language, edition: 'standard' as const })

describe('the office\'s own version of its papers', () => {
  it('is found by paper, each sentence as it ships beside the office\'s own', async () => {
    const { as } = await openCounter()
    const lead = as('lead')
    const before = await lead.paperTexts.read()
    expect(before).toMatchObject({ version: 0, changed: null, paper: shippedPaper })
    expect(before.documents.map(({ document }) => document)).toEqual(EditableDocument.options)
    await lead.paperTexts.save({ seenVersion: 0, paper: withGreeting, why: '인사를 바꿈' })
    const after = await as('admin').paperTexts.read()
    const sentence = after.documents[0]!.sentences.find(({ key }) => key === 'guide.greeting.move-in')
    expect(sentence).toMatchObject({ own: greeting, shipped: { ko: realTexts.ko.guide!.greeting && (realTexts.ko.guide as { greeting: Record<string, string> }).greeting['move-in'] } })
    expect(after.changed).toMatchObject({ by: '표본팀장', why: '인사를 바꿈' })
  })

  it('names in both languages what every sentence and paper is', () => {
    const found = (language: 'ko' | 'en', path: string): unknown => path.split('.').reduce<unknown>((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], realTexts[language]['paper-texts'])
    for (const language of ['ko', 'en'] as const) {
      const keys = Object.values(editableSentences).flat().map(({ key }) => `sentences.${key}`)
      expect([...keys, ...EditableDocument.options.map(document => `documents.${document}`)].filter(path => typeof found(language, path) !== 'string')).toEqual([])
    }
  })

  it('stands on every paper that is printed after it was saved, in Korean and English', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk)
    await as('lead').paperTexts.save({ seenVersion: 0, paper: paper({ sentences: withGreeting.sentences, footer: { ko: '견본 아래글', en: 'Sample footer' }, emblem }), why: '견본' })
    const korean = await clerk.guide.sheet(asked(visit.visitId, 'ko'))
    expect(wordsOf(korean.groups)).toContain(greeting.ko)
    expect(korean.footer).toContain('견본 아래글')
    expect(korean.footer).toContain('결정 통지가 아닙니다')
    expect(korean.emblem).toEqual(emblem)
    const english = await clerk.guide.sheet(asked(visit.visitId, 'en'))
    expect(wordsOf(english.groups)).toContain(greeting.en)
    expect(english.footer).toContain('Sample footer')
  })

  it('leaves a paper in a further language its own sentences, and gives it emblem and footer', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk)
    const before = await clerk.guide.sheet(asked(visit.visitId, 'zh'))
    await as('lead').paperTexts.save({ seenVersion: 0, paper: paper({ sentences: withGreeting.sentences, footer: { ko: '견본 아래글', en: 'Sample footer' }, emblem }), why: '견본' })
    const chinese = await clerk.guide.sheet(asked(visit.visitId, 'zh'))
    expect(wordsOf(chinese.groups)).toBe(wordsOf(before.groups))
    expect(chinese.footer).toBe(`Sample footer · ${before.footer}`)
    expect(chinese.emblem).toEqual(emblem)
  })

  it('keeps every version with who, when, why and what was changed, and goes back to the original', async () => {
    const { as, at } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await as('lead').paperTexts.save({ seenVersion: 0, paper: withGreeting, why: '인사' })
    at('2026-11-24T09:00')
    await as('admin').paperTexts.save({ seenVersion: 1, paper: paper({ sentences: withGreeting.sentences, approvers: [{ ko: '담당', en: 'Clerk' }], emblem }), why: '결재란' })
    const back = await as('lead').paperTexts.save({ seenVersion: 2, paper: null, why: '처음으로' })
    expect(back).toMatchObject({ version: 3, paper: shippedPaper })
    const history = await as('lead').paperTexts.history()
    expect(history.map(({ version, by, why, changed }) => ({ version, by, why, changed }))).toEqual([
      { version: 3, by: '표본팀장', why: '처음으로', changed: ['guide.greeting.move-in', 'emblem', 'approvers'] },
      { version: 2, by: '표본관리자', why: '결재란', changed: ['emblem', 'approvers'] },
      { version: 1, by: '표본팀장', why: '인사', changed: ['guide.greeting.move-in'] },
    ])
    expect(history[2]).toMatchObject({ at: '2026-11-23T01:00:00.000Z', paper: { sentences: withGreeting.sentences, hasEmblem: false } })
    expect(history[0]!.paper).toBeNull()
    const leaflet = await as('clerk').guide.sheet({ request: { document: 'leaflet', event: 'move-in' }, language: 'ko', edition: 'standard' })
    expect(leaflet.emblem).toBeUndefined()
    expect(visit.visitId).toBeDefined()
  })

  it('lets one sentence go back alone, and keeps nothing that reads as it ships', async () => {
    const { as } = await openCounter()
    const lead = as('lead')
    const { documents } = await lead.paperTexts.read()
    const { shipped } = documents[0]!.sentences.find(({ key }) => key === 'guide.greeting.birth')!
    const own = { ...withGreeting.sentences, 'guide.greeting.birth': shipped }
    const saved = await lead.paperTexts.save({ seenVersion: 0, paper: paper({ sentences: own }), why: '견본' })
    expect(Object.keys(saved.paper.sentences)).toEqual(['guide.greeting.move-in'])
    await lead.paperTexts.save({ seenVersion: 1, paper: paper({ sentences: { 'guide.greeting.birth': shipped } }), why: '하나만' })
    expect((await lead.paperTexts.history())[0]!.paper).toBeNull()
  })

  it('refuses the second of two who saved from the same version', async () => {
    const { as } = await openCounter()
    await as('lead').paperTexts.save({ seenVersion: 0, paper: withGreeting, why: '먼저' })
    await expect(as('admin').paperTexts.save({ seenVersion: 0, paper: paper(), why: '나중' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await as('lead').paperTexts.read()).paper).toEqual(withGreeting)
  })
})

describe('a sentence of the office', () => {
  const refused = async (key: string, text: { ko: string, en: string }) => {
    const { as, db } = await openCounter()
    const error = await as('lead').paperTexts.save({ seenVersion: 0, paper: paper({ sentences: { [key]: text } }), why: '견본' }).then(() => undefined, (thrown: { code: string, data: { problems: object[] } }) => thrown)
    expect(await db.selectFrom('office_text').selectAll().execute()).toHaveLength(error ? 0 : 1)
    return error && { code: error.code, ...error.data }
  }
  const problem = (key: string, language: 'ko' | 'en', fault: string, what: string) => ({ code: 'PAPER_TEXTS_UNSOUND', problems: [{ key, language, fault, what }] })

  it('keeps its placeholders: a lost one is named', async () => {
    expect(await refused('guide.leaflet.title', { ko: '살펴볼 복지 서비스', en: 'Services after {event}' })).toEqual(problem('guide.leaflet.title', 'ko', 'lost', '{event}'))
  })

  it('knows no other placeholder, whole or broken', async () => {
    expect(await refused('guide.greeting.birth', { ko: '축하해요, {name}님.', en: 'Congratulations.' })).toEqual(problem('guide.greeting.birth', 'ko', 'unknown', '{name}'))
    expect(await refused('guide.greeting.birth', { ko: '축하해요.', en: 'Congratulations {' })).toEqual(problem('guide.greeting.birth', 'en', 'unknown', '{'))
  })

  it('is never longer than its place on the page, and never empty', async () => {
    const key = 'guide.title'
    expect(await refused(key, { ko: '가'.repeat(80), en: 'Guide' })).toBeUndefined()
    expect(await refused(key, { ko: '가'.repeat(81), en: 'Guide' })).toEqual(problem(key, 'ko', 'too-long', '80'))
    expect(await refused(key, { ko: '안내서', en: ' ' })).toEqual(problem(key, 'en', 'empty', ''))
  })

  it('may add to what the law wants said, but not leave it out', async () => {
    const key = 'guide.footerPlain'
    const { ko, en } = { ko: '이 안내는 결정 통지가 아닙니다. {day}', en: 'This is not a decision notice. {day}' }
    expect(await refused(key, { ko: `견본동. ${ko}`, en })).toBeUndefined()
    expect(await refused(key, { ko: '견본동 안내. {day}', en })).toEqual(problem(key, 'ko', 'legal', '이 안내는 결정 통지가 아닙니다'))
    expect(legalParts('{day} · 가나 (법 제15조) · 이 문서는 통지가 아닙니다.')).toEqual(['가나 (법 제15조)', '이 문서는 통지가 아닙니다'])
  })

  it('is one of the list: never the wording of a consent, a label, or anything else', async () => {
    for (const key of ['consent.collect.purpose', 'guide.label.phone', 'guide.mark.likely', 'problems.NOT_PERMITTED'])
      expect(await refused(key, { ko: '다른 말', en: 'Other words' })).toMatchObject({ code: 'PAPER_TEXTS_UNSOUND', problems: [{ key, fault: 'not-editable' }] })
  })

  it('touches no wording of a consent, whatever is on the list', () => {
    expect(Object.values(editableSentences).flat().filter(({ key }) => key.startsWith('consent.'))).toEqual([])
  })
})

describe('the emblem', () => {
  const saving = async (base64: string, type: 'image/png' | 'image/jpeg' = 'image/png') => (await openCounter()).as('lead').paperTexts.save({ seenVersion: 0, paper: paper({ emblem: { type, base64 } }), why: '견본' })

  it('is kept where it can be drawn, and refused where no paper could be printed with it', async () => {
    expect((await saving(emblem.base64)).paper.emblem).toEqual(emblem)
    await expect(saving(emblem.base64, 'image/jpeg')).rejects.toMatchObject({ code: 'EMBLEM_NOT_DRAWABLE' })
    await expect(saving(Buffer.concat([dot.subarray(0, 8), Buffer.from('nothing of a picture')]).toString('base64'))).rejects.toMatchObject({ code: 'EMBLEM_NOT_DRAWABLE' })
  }, 30_000)

  it('is at most 1200 pixels a side, whatever its bytes', async () => {
    expect((await saving(pngOf(1200, 1200).toString('base64'))).paper.emblem).not.toBeNull()
    for (const [width, height] of [[1201, 1], [1, 1201], [7000, 7000]] as const)
      await expect(saving(pngOf(width, height).toString('base64'))).rejects.toMatchObject({ code: 'EMBLEM_TOO_LARGE' })
    for (const language of ['ko', 'en'] as const)
      expect((realTexts[language].problems as Record<string, string>).EMBLEM_TOO_LARGE).toContain(String(mostEmblemSide))
  }, 60_000)

  it('is refused before anything is drawn', async () => {
    let drawn = 0
    const { as } = await openCounter({ drawSheet: async () => ({ base64: '', pages: ++drawn }) })
    for (const [type, bytes] of [['image/png', pngOf(7000, 7000)], ['image/png', dot.subarray(0, 20)], ['image/jpeg', jpegOf([1201, 1201])]] as const)
      await expect(as('lead').paperTexts.save({ seenVersion: 0, paper: paper({ emblem: { type, base64: bytes.toString('base64') } }), why: '견본' })).rejects.toMatchObject({ code: expect.stringMatching(/^EMBLEM_/) })
    expect(drawn).toBe(0)
    await as('lead').paperTexts.save({ seenVersion: 0, paper: paper({ emblem: { type: 'image/jpeg', base64: jpegOf([1200, 900]).toString('base64') } }), why: '견본' })
    expect(drawn).toBe(1)
  })

  it('says its size once, in a whole header', () => {
    const header = pngOf(2, 3)
    expect(pictureSize('image/png', header)).toEqual({ width: 2, height: 3 })
    expect(pictureSize('image/jpeg', jpegOf([5, 4]))).toEqual({ width: 5, height: 4 })
    // A second header, which a reader may take for the one that counts.
    const second = Buffer.concat([header.subarray(0, 33), pngOf(7000, 7000).subarray(8, 33), header.subarray(33)])
    const broken = [header.subarray(0, 30), header.subarray(0, -1), second, pngOf(0, 3), Buffer.from('none')]
    expect(broken.map(bytes => pictureSize('image/png', bytes))).toEqual(broken.map(() => undefined))
    const jpegs = [jpegOf(), jpegOf([5, 4], [7000, 7000]), jpegOf([0, 4]), jpegOf([5, 4]).subarray(0, 12), header]
    expect(jpegs.map(bytes => pictureSize('image/jpeg', bytes))).toEqual(jpegs.map(() => undefined))
  })

  it('is at most 200 KB', async () => {
    const large = Buffer.concat([dot, Buffer.alloc(200 * 1024)])
    await expect(saving(large.toString('base64'))).rejects.toMatchObject({ code: 'EMBLEM_NOT_DRAWABLE' })
  })
})

describe('the boxes of those who approve', () => {
  it('stand on papers of the office alone, from left to right, and nowhere without any', async () => {
    const { as } = await openCounter()
    const lead = as('lead')
    const boxesOn = async (document: EditableDocument, draft: PaperTexts) => (await lead.paperTexts.preview({ document, draft, language: 'ko', edition: 'standard' })).groups.flat().flatMap(block => block.kind === 'approvals' ? [block.boxes.map(({ title }) => title)] : [])
    const three = paper({ approvers: [{ ko: '담당', en: 'Clerk' }, { ko: '팀장', en: 'Lead' }, { ko: '동장', en: 'Head' }] })
    const withBoxes: string[] = []
    for (const document of EditableDocument.options) {
      expect(await boxesOn(document, shippedPaper)).toEqual([])
      const [boxes] = await boxesOn(document, three)
      if (boxes) {
        expect(boxes).toEqual(['담당', '팀장', '동장'])
        withBoxes.push(document)
      }
    }
    expect(withBoxes).toEqual(['first-counselling', 'meeting-minutes', 'closing-report', 'daily-close'])
  })
})

describe('minutes for outside members', () => {
  it('carry no boxes of the office, whose own do', async () => {
    const { as, ids } = await openCounter()
    const lead = as('lead')
    await lead.paperTexts.save({ seenVersion: 0, paper: paper({ approvers: [{ ko: '동장', en: 'Head' }] }), why: '견본' })
    const { meeting } = await lead.meetings.plan({ kind: 'outside', scope: { of: 'office' }, day: day('2026-11-25'), starts: '10:00', minutes: 60, place: null, weekly: false, attendees: [ids.lead, ids.outside] })
    const boxes = async (audience: 'internal' | 'outside') => (await lead.guide.sheet({ request: { document: 'meeting-minutes', meetingId: meeting.id, audience }, language: 'ko', edition: 'standard' })).groups.flat().filter(({ kind }) => kind === 'approvals').length
    expect([await boxes('internal'), await boxes('outside')]).toEqual([1, 0])
  })
})

describe('the preview', () => {
  it.each(EditableDocument.options)('shows %s with the draft, in both languages, without a placeholder left open', async (document) => {
    const { as } = await openCounter()
    await consentedVisit(as('clerk'), 'move-in', '표본순자')
    for (const language of ['ko', 'en'] as const) {
      const shown = new Set<string>()
      for (const { key } of editableSentences[document]) {
        const { shipped } = (await as('lead').paperTexts.read()).documents.find(each => each.document === document)!.sentences.find(each => each.key === key)!
        const draft = paper({ sentences: { [key]: { ko: `${shipped.ko} 견본말`, en: `${shipped.en} 견본말` } } })
        const sheet = await as('lead').paperTexts.preview({ document, draft, language, edition: 'standard' })
        expect(wordsOf(sheet)).not.toMatch(/[^\\]\{\w+\}/)
        expect(wordsOf(sheet)).not.toContain('표본순자')
        if (wordsOf(sheet).includes('견본말'))
          shown.add(key)
      }
      // At least the title; a sentence for another event or state is not on the paper of this one.
      expect(shown.size).toBeGreaterThan(0)
    }
  }, 60_000)

  it('is for those alone who keep the papers', async () => {
    const { as } = await openCounter()
    await expect(as('clerk').paperTexts.preview({ document: 'leaflet', draft: shippedPaper, language: 'ko', edition: 'standard' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(as('planner').paperTexts.save({ seenVersion: 0, paper: null, why: '견본' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})
