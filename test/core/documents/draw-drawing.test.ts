import type { Drawing } from '#core/guide/drawing/shapes'
import type { Sheet } from '#core/guide/sheet'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { linesOf, widthOf } from '#core/guide/drawing/lay-text'
import { Block } from '#core/guide/sheet'
import { block, sheetOf } from '#core/guide/sheet-frame'
import { speaker } from '#core/guide/speaker'
import { drawnSize } from '#server/documents/blocks/draw-drawing'
import { composePdf } from '#server/documents/compose-pdf'
import { formatOf, sizesOf } from '#server/documents/paper'
import { texts } from '../../support/made-up-family.ts'

/** What a genogram needs: a man who died, a woman, a person of unknown sex, a quarrel, two parted, a house around them. */
const family: Drawing = {
  width: 320,
  height: 180,
  caption: '가계도 그림',
  alternative: '김서준(사망)과 이하늘, 자녀 한 사람',
  shapes: [
    { shape: 'rect', x: 10, y: 10, width: 300, height: 160, radius: 12, dash: [4, 3], stroke: 'soft' },
    { shape: 'rect', x: 60, y: 40, width: 30, height: 30, weight: 1.5 },
    { shape: 'line', x1: 60, y1: 40, x2: 90, y2: 70 },
    { shape: 'line', x1: 60, y1: 70, x2: 90, y2: 40 },
    { shape: 'circle', x: 215, y: 55, radius: 15, fill: 'accent', faint: true },
    { shape: 'polygon', points: [[140, 120], [155, 145], [125, 145]], fill: 'paper' },
    { shape: 'polyline', points: [[92, 52], [110, 58], [130, 52], [150, 58], [170, 52], [198, 58]], stroke: 'crisis' },
    { shape: 'text', x: 75, y: 84, text: '김서준(金瑞俊)', anchor: 'middle' },
    { shape: 'text', x: 215, y: 84, text: '이하늘 & "둘째" <1980>', anchor: 'middle', bold: true },
  ],
}

const sheet = (drawing: Drawing, edition: 'standard' | 'large' = 'standard'): Sheet =>
  sheetOf(speaker(texts, 'ko'), { edition, office: null, title: '그림', footer: '그림 시험' }, [[block.heading('가계도'), { kind: 'drawing', ...drawing }]])

async function read(pdf: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const page = await document.getPage(1)
  const items = (await page.getTextContent()).items.flatMap(item => 'str' in item ? [item] : [])
  const { fnArray, argsArray } = await page.getOperatorList()
  const dashes = argsArray.filter((_, at) => fnArray[at] === OPS.setDash).map(args => (args as [number[]])[0])
  return { pages: document.numPages, items, text: items.map(({ str }) => str).join('').replace(/\s/g, ''), dashes, view: page.view }
}

describe('a picture on paper', () => {
  it('has every word of the picture as letters, also Hanja and signs that mean something in XML', async () => {
    const { text } = await read((await composePdf(sheet(family))).pdf)
    for (const word of ['김서준(金瑞俊)', '이하늘&"둘째"<1980>', '가계도그림'])
      expect(text).toContain(word)
  })

  it('draws a dashed line dashed, so that a black and white printer tells it from a whole one', async () => {
    const { dashes } = await read((await composePdf(sheet(family))).pdf)
    expect(dashes).toContainEqual([4, 3])
  })

  it('puts the middle of a text where it is told', async () => {
    const { items } = await read((await composePdf(sheet({ ...family, shapes: [{ shape: 'line', x1: 0, y1: 0, x2: 320, y2: 0 }, { shape: 'text', x: 160, y: 90, text: '가운데', anchor: 'middle' }] }))).pdf)
    const found = items.find(({ str }) => str === '가운데')
    expect(found!.transform[4] + found!.width / 2).toBeCloseTo(595.28 / 2, 0)
  })

  it('sets the letters where their line stands, and the caption below the picture', async () => {
    const at = (y: number): Drawing => ({ ...family, shapes: [{ shape: 'line', x1: 0, y1: 0, x2: 320, y2: 0 }, { shape: 'text', x: 0, y, text: '글자' }] })
    const places = await Promise.all([20, 150].map(async y => (await read((await composePdf(sheet(at(y)))).pdf)).items))
    const [high, low] = places.map(items => items.find(({ str }) => str === '글자')!.transform[5] as number)
    const caption = places[0]!.find(({ str }) => str.startsWith('가계도 그림'))!.transform[5] as number
    expect(high! - low!).toBeCloseTo(130, 1)
    expect(high! - caption).toBeGreaterThan(160)
    expect(high! - caption).toBeLessThan(180)
  })

  it.each([['standard', 1200, 300], ['large', 1200, 300], ['standard', 300, 1600], ['large', 320, 180]] as const)('stays within its column and on one page (%s, %i by %i)', async (edition, width, height) => {
    const { pages, items, view } = await read((await composePdf(sheet({ ...family, width, height, shapes: [{ shape: 'text', x: width, y: height - 2, text: '끝', anchor: 'end' }] }, edition))).pdf)
    const last = items.find(({ str }) => str === '끝')
    expect(pages).toBe(1)
    expect(last!.transform[4] + last!.width).toBeLessThanOrEqual(view[2]! - 56)
    expect(last!.transform[5]).toBeGreaterThan(56)
  })

  it('is larger in large print, as far as there is room', () => {
    const at = (edition: 'standard' | 'large') => drawnSize(family, { sizes: sizesOf({ edition, paper: 'a4' }), width: 480, format: formatOf({ edition, paper: 'a4' }) }).width
    expect(at('standard')).toBe(320)
    expect(at('large')).toBe(480)
  })

  it('refuses a picture without the words for whoever does not see it', () => {
    const { alternative: _, ...silent } = family
    expect(Block.safeParse({ kind: 'drawing', ...silent }).success).toBe(false)
    expect(Block.safeParse({ kind: 'drawing', ...family }).success).toBe(true)
  })
})

describe('words in a picture', () => {
  it('go into lines that fit, the last one with an ellipsis where there is more', () => {
    expect(linesOf('맞이동 주민센터 찾아가는복지팀', 80)).toEqual(['맞이동 주민센터', '찾아가는복지팀'])
    const [first, second, ...more] = linesOf('한국에서 가장 오래된 지역사회복지관 방문요양센터 별관', 60)
    expect(more).toEqual([])
    expect(second).toMatch(/…$/)
    for (const line of [first!, second!])
      expect(widthOf(line)).toBeLessThanOrEqual(60)
  })

  it('cut a word that is wider than the line', () => {
    const lines = linesOf('가나다라마바사아자차카타파하', 45, 9)
    expect(lines.join('')).toBe('가나다라마바사아자차카타파하')
    expect(lines.length).toBeGreaterThan(2)
  })
})
