/** Every document, drawn and read back: nothing of the sheet is missing on paper, and nothing of another family is on it. */
import type { Block, Sheet } from '#core/guide/sheet'
import type { Paper } from '../../support/every-document'
import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentRequest } from '#core/guide/contract'
import { everyPaper, family, otherFamily } from '../../support/every-document'
import { openCounter } from '../../support/open-counter'
import { textOfPdf } from '../../support/text-of-pdf'

const kinds = DocumentRequest.options.map(({ shape }) => shape.document.value)
/** Papers that a family, an agency or somebody in the street takes along. */
const takenHome = ['family-guide', 'consent-copy', 'consent-form', 'withdrawal-receipt', 'leaflet', 'memo-sheet', 'service-plan', 'application-form']
/** Papers about this family. */
const ofTheFamily = ['family-guide', 'consent-copy', 'visit-plan', 'visit-sheets', 'first-counselling', 'service-plan', 'home-visit', 'referral-letter', 'application-form']

let counter: Awaited<ReturnType<typeof openCounter>>
let papers: Awaited<ReturnType<typeof everyPaper>>
beforeAll(async () => {
  counter = await openCounter()
  papers = await everyPaper(counter)
}, 60_000)
afterAll(() => counter.close())

const squeezed = (text: string): string => text.replace(/[\s\u2060\u00AD]/g, '')

/** Everything that a block says on paper. What only steers the drawing, is read out instead of a picture, or stands on a scale as far as there is room, is not. */
const unsaid = new Set(['kind', 'tone', 'mark', 'anchor', 'shape', 'alternative', 'type', 'align', 'dash', 'fill', 'ink', 'color', 'stroke', 'weight', 'anchors', 'strokes', 'pattern', 'end', 'start', 'years'])
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string')
    return [value]
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inside]) => unsaid.has(key) ? [] : leavesOf(inside)) : []
}
const saidBy = (block: Block): string[] => block.kind === 'page-break' ? [] : leavesOf(block)

/** An address is printed as one types it. */
const typed = (text: string): string => text.startsWith('https://') ? decodeURI(text).replace(/^https:\/\/(?:www\.)?|\/$/g, '') : text

/** What of a sheet is not on its paper. */
async function missingOn(base64: string, sheet: Sheet): Promise<string[]> {
  const whole = await textOfPdf(base64)
  // What goes on over a page goes on after what stands on every page.
  const content = [sheet.center, sheet.footer].map(squeezed).filter(part => part !== '').reduce((left, part) => left.replaceAll(part, ''), whole)
  const said = saidOn(sheet)
  // A paper with hardly anything on it would pass everything.
  expect(said.length).toBeGreaterThan(2)
  return said.filter(each => !whole.includes(each) && !content.includes(each) && !whole.includes(squeezed(typed(each))) && !isSplit(each, content))
}
const saidOn = ({ groups }: Sheet): string[] => groups.flat().flatMap(saidBy).flatMap(each => each.split('\n')).map(squeezed).filter(each => each !== '')

async function drawn({ request, seat }: Paper, language: 'ko' | 'en', edition: 'standard' | 'large' = 'standard') {
  const asked = { request, language, edition } as const
  const sheet = await counter.as(seat).guide.sheet(asked)
  // Each reading leaves a line in the log, so the close of the day is another one a moment later.
  const { base64, pages } = request.document === 'daily-close' ? await counter.host.drawSheet(sheet) : await counter.as(seat).guide.pdf(asked)
  if (process.env.MAJI_LOOK) {
    mkdirSync(process.env.MAJI_LOOK, { recursive: true })
    writeFileSync(`${process.env.MAJI_LOOK}/${request.document}-${language}-${edition}.pdf`, Buffer.from(base64, 'base64'))
  }
  return { sheet, base64, pages }
}

describe.each(kinds)('%s', (kind) => {
  it.each(['ko', 'en'] as const)('says on paper everything of its sheet, and nothing of another family (%s)', async (language) => {
    const { sheet, base64 } = await drawn(papers[kind], language)
    expect(await missingOn(base64, sheet)).toEqual([])
    const whole = await textOfPdf(base64)
    expect(whole).toContain(squeezed(sheet.footer))
    for (const other of kind === 'visit-plan' ? [] : Object.values(otherFamily))
      expect(whole).not.toContain(squeezed(other))
    if (ofTheFamily.includes(kind))
      expect(whole).toContain(family.name)
  }, 60_000)

  it('leaves no placeholder open, and names nobody in its title', async () => {
    for (const language of ['ko', 'en'] as const) {
      const sheet = await counter.as(papers[kind].seat).guide.sheet({ request: papers[kind].request, language, edition: 'standard' })
      expect(JSON.stringify(sheet)).not.toMatch(/[^\\]\{\w+\}|undefined|\bnull,\s*null/)
      expect(sheet.title).not.toContain(family.name)
      expect(sheet.footer).not.toBe('')
    }
  })
})

describe('a paper that is taken home', () => {
  it.each(kinds.filter(kind => takenHome.includes(kind)))('says in large print everything of its sheet (%s)', async (kind) => {
    const { sheet, base64 } = await drawn(papers[kind], 'ko', 'large')
    expect(await missingOn(base64, sheet)).toEqual([])
  }, 60_000)
})

/** A sentence that goes on after something else on paper (the next page, the cell beside it) is there in two parts, each of some length. */
function isSplit(sentence: string, text: string): boolean {
  for (let at = 4; at <= sentence.length - 4; at++) {
    const first = text.indexOf(sentence.slice(0, at))
    if (first < 0)
      return false
    if (text.includes(sentence.slice(at), first + at))
      return true
  }
  return false
}

describe('the small print', () => {
  const footers = ['이 안내는 결정 통지가 아닙니다', 'This is not a decision notice']
  it('says on guides alone that they are no decision notice; never on records of a case', async () => {
    const withIt: string[] = []
    for (const kind of kinds) {
      for (const language of ['ko', 'en'] as const) {
        const { footer } = await counter.as(papers[kind].seat).guide.sheet({ request: papers[kind].request, language, edition: 'standard' })
        if (footers.some(each => footer.includes(each)))
          withIt.push(`${kind} ${language}`)
      }
    }
    expect(withIt).toEqual(['family-guide ko', 'family-guide en', 'leaflet ko', 'leaflet en'])
  })
})
