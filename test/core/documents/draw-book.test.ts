import type { Book, BookPart } from '#core/guide/book'
import type { Block } from '#core/guide/sheet'
import type { BookRead, PageRead } from '../../support/places-on-pages.ts'
import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageNumbering, roman } from '#server/documents/book/book-numbering'
import { composeBook } from '#server/documents/book/compose-book'
import { drawBook } from '#server/documents/draw-book'
import { drawSheet, stopDrawing } from '#server/documents/draw-sheet'
import { entryName, madeUpBook, plainSheet } from '../../support/made-up-book.ts'
import { readPages, textOf } from '../../support/places-on-pages.ts'

const services = 260
let read: BookRead
let bytes: Uint8Array
beforeAll(async () => {
  bytes = (await composeBook(madeUpBook(services))).pdf
  read = await readPages(bytes)
})
afterAll(stopDrawing)

/** The number at the foot of a page: alone at the left or right end of the small print. */
const footOf = ({ words, height }: PageRead): string =>
  words.filter(({ y, text }) => y > height - 64 && /^(?:[ivxlc]+|\d+|\d+ \/ \d+)$/.test(text)).map(({ text }) => text).join('')
const hasWords = (page: PageRead): boolean => page.words.length > 0

describe('the pages of a book', () => {
  it('are numbered by their parts: none on the cover, Roman before the chapters, from 1 on after that', () => {
    const numbers = read.pages.map(footOf)
    expect(numbers[0]).toBe('')
    const contents = read.pages.findIndex(page => textOf(page).includes('차례'))
    expect(numbers[contents]).toBe('i')
    const first = read.pages.findIndex(page => textOf(page).includes('임신과출산') && textOf(page).includes('이시기에'))
    expect(numbers.slice(first)).toEqual(numbers.slice(first).map((_, at) => String(at + 1)))
    expect(numbers.slice(first).length).toBeGreaterThan(20)
  })

  it('begin a part on a right-hand page where it wants one, with an empty page before it', () => {
    const contents = read.pages.findIndex(page => textOf(page).includes('차례'))
    const first = read.pages.findIndex(page => textOf(page).includes('이시기에'))
    expect([contents, first]).toEqual([2, 4])
    expect([1, 3].map(at => hasWords(read.pages[at]!))).toEqual([false, false])
  })

  it('are wider at the side where they are bound, and have their number at the other', () => {
    const body = read.pages.slice(4)
    const leftOf = (page: PageRead): number => Math.min(...page.words.map(({ x }) => x))
    const numberAt = (page: PageRead): number => page.words.find(({ text, y }) => text === footOf(page) && y > page.height - 64)!.x
    for (const [at, page] of body.entries()) {
      const right = at % 2 === 0
      expect(leftOf(page), `page ${at + 1}`).toBeCloseTo((20 + (right ? 3 : -3)) * 72 / 25.4, 0)
      expect(numberAt(page) > page.width / 2, `page ${at + 1}`).toBe(right)
    }
  })

  it('have equal margins where nothing is bound', async () => {
    const loose = await readPages((await composeBook({ ...madeUpBook(12), bound: false })).pdf)
    const lefts = new Set(loose.pages.slice(4).map(page => Math.round(Math.min(...page.words.map(({ x }) => x)))))
    expect([...lefts]).toEqual([57])
  })

  it('say "n of m" by part for guides among other guides', async () => {
    const guide = (text: string, length: number): BookPart => ({ numbering: 'own', right: true, sheet: plainSheet(Array.from({ length }, (_, at) => [{ kind: 'title', text: `${text} ${at}` }, ...at + 1 < length ? [{ kind: 'page-break' as const }] : []] as Block[])) })
    const { pages } = await readPages((await composeBook({ title: '안내서', bound: false, parts: [guide('하나', 3), guide('둘', 2), guide('셋', 1)] })).pdf)
    expect(pages.map(footOf)).toEqual(['1 / 3', '2 / 3', '3 / 3', '', '1 / 2', '2 / 2', '1 / 1'])
  })

  it('stand in one file with title, language and each typeface once', () => {
    expect(read).toMatchObject({ title: '복지 안내 책자', language: 'ko-KR' })
    const faces = new TextDecoder('latin1').decode(bytes).match(/\/BaseFont \/[A-Z]+\+[\w-]+/g) ?? []
    expect(new Set(faces).size).toBe(2)
  })

  it('are found by bookmarks in the order of the book', () => {
    expect(read.outline.map(({ title }) => title)).toEqual(['우리 동 복지 안내', '차례', '임신과 출산', '어린이', '청년', '노년', '이름으로 찾기'])
  })
})

/** What stands in the line of a text: the number at its right, in the same column. */
function numberBeside(page: PageRead, text: string, columns = 2): string | undefined {
  const name = page.words.find(word => word.text === text)
  if (!name)
    return undefined
  const column = columns === 2 && name.x < page.width / 2 - 20 ? page.width / 2 : page.width
  return page.words.filter(({ x, y }) => x > name.x && Math.abs(y - name.y) < 2 && x < column && x > name.x + name.width - 1).map(word => word.text).join('')
}

describe('contents and index', () => {
  it('name the page that each service stands on, in two columns over several pages', () => {
    const index = read.pages.findIndex(page => textOf(page).includes('이름으로찾기') && !textOf(page).includes('차례'))
    const chapters = read.pages.slice(4, index)
    expect(read.pages.length - index).toBeGreaterThan(1)
    for (let at = 0; at < services; at++) {
      const stands = chapters.find(page => page.words.some(({ text, size }) => text === entryName(at) && size > 12))!
      const listed = read.pages.slice(index).map(page => numberBeside(page, entryName(at))).find(Boolean)
      expect(listed, entryName(at)).toBe(footOf(stands))
    }
    const columns = new Set(read.pages[index]!.words.filter(({ text }) => /지원 \d+$/.test(text)).map(({ x }) => Math.round(x / 20)))
    expect(columns.size).toBe(2)
  })

  it('name the page of every chapter, several pages one after the other, and none for what is not in the book', () => {
    const contents = read.pages[2]!
    const chapters = ['임신과 출산', '어린이', '청년', '노년'].map(name => numberBeside(contents, name, 1))
    expect(chapters[0]).toBe('1')
    expect(chapters.map(Number)).toEqual(chapters.map(Number).toSorted((one, other) => one - other))
    expect(numberBeside(contents, '첫 두 장', 1)).toBe(`1, ${chapters[1]}`)
    expect(numberBeside(contents, '어디에도 없는 것', 1)).toBe('')
  })

  it('lead to the place of each, and nowhere for what is not there', async () => {
    const links = new Set(read.pages.flatMap(page => page.links))
    expect(links.size).toBe(services + 4)
    expect(links.has('nowhere')).toBe(false)
    for (const link of links)
      expect(await read.pageOf(link), link).toBeGreaterThan(4)
    expect(await read.pageOf('chapter:0')).toBe(5)
  })

  it('show no numbers where a sheet stands alone', async () => {
    const { pdf } = await drawSheet(madeUpBook(8).parts[1]!.sheet)
    const { pages } = await readPages(pdf)
    expect(textOf(pages[0]!)).toContain('임신과출산')
    expect(textOf(pages[0]!)).not.toContain('000')
  })

  it('are laid out for A5 as well, nothing past the edge', async () => {
    const { pages } = await readPages((await composeBook(madeUpBook(40, { paper: 'a5' }))).pdf)
    for (const { width, height, words } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([420, 595])
      for (const word of words) {
        expect(word.x, word.text).toBeGreaterThan(25)
        expect(word.x + word.width, word.text).toBeLessThan(width - 25)
        expect(word.y, word.text).toBeLessThan(height - 20)
      }
    }
  })
})

describe('the entry of a service', () => {
  it('is never split over two pages', () => {
    for (const page of read.pages.slice(4)) {
      const names = page.words.filter(({ text, size }) => /^[가-힣]+ 지원 \d+$/.test(text) && size > 12).length
      const phones = page.words.filter(({ text }) => text === '129').length
      expect(phones).toBe(names)
    }
  })

  it('goes on between its rows when it is taller than half a page, with every word', async () => {
    const long = Array.from({ length: 30 }, (_, at) => [`무엇 ${at}`, `아주 긴 설명 ${at} `.repeat(12).trim()] as [string, string])
    const entry: Block = { kind: 'entry', anchor: 'tall', name: '큰 서비스', summary: '설명이 길어요.', rows: long }
    const { pdf } = await composeBook({ title: '책', bound: false, parts: [{ numbering: 'through', right: false, sheet: plainSheet([[{ kind: 'heading', text: '앞', level: 1 }, { kind: 'paragraph', text: '가 '.repeat(600), tone: 'plain' }], [{ kind: 'heading', text: '제목', level: 1 }, entry]]) }] })
    const { pages } = await readPages(pdf)
    expect(pages.length).toBeGreaterThan(1)
    const all = pages.map(textOf).join('')
    for (const [label, value] of long) {
      expect(all).toContain(label.replace(/\s/g, ''))
      expect(all).toContain(value.replace(/\s/g, '').slice(0, 40))
    }
    const heading = pages.findIndex(page => page.words.some(({ text }) => text === '제목'))
    expect(pages[heading]!.words.some(({ text }) => text === '큰 서비스')).toBe(true)
  })
})

/** A picture of one colour, four by four, as PNG. */
function picture(): string {
  const table = Array.from({ length: 256 }, (_, at) => Array.from({ length: 8 }).reduce((code: number) => code & 1 ? 0xEDB88320 ^ code >>> 1 : code >>> 1, at))
  const crc = (data: Uint8Array): number => ~data.reduce((code, byte) => table[(code ^ byte) & 255]! ^ code >>> 8, -1) >>> 0
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const around = Buffer.alloc(8)
    around.writeUInt32BE(data.length)
    around.writeUInt32BE(crc(body), 4)
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
  }
  const rows = Buffer.concat(Array.from({ length: 4 }, () => Buffer.from([0, ...Array.from({ length: 4 }, () => [20, 80, 160]).flat()])))
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 2, 0, 0, 0])), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]).toString('base64')
}

it('holds the emblem of the office once, however many pages bear it', async () => {
  const emblem = { type: 'image/png' as const, base64: picture() }
  const { pdf, pages } = await drawBook(madeUpBook(20, { emblem }))
  expect(pages).toBeGreaterThan(6)
  expect(new TextDecoder('latin1').decode(pdf).match(/\/Subtype \/Image/g)).toHaveLength(1)
})

describe('the thread of a book', () => {
  it('tells of each part, and draws what the calling thread would draw', async () => {
    const told: string[] = []
    const drawn = await drawBook(madeUpBook(20), { progress: (done, all) => told.push(`${done}/${all}`) })
    expect(told).toEqual(['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7'])
    const [there, here] = await Promise.all([readPages(drawn.pdf), composeBook(madeUpBook(20)).then(({ pdf }) => readPages(pdf))])
    expect(there.pages).toEqual(here.pages)
    expect(drawn.pages).toBe(here.pages.length)
  })

  it('ends in the middle of a part when it is cancelled, and draws the next', async () => {
    let stop = false
    let after = 0
    const drawing = drawBook(madeUpBook(4000), { progress: (done) => {
      stop = true
      after = done
    }, cancelled: () => stop })
    await expect(drawing).rejects.toMatchObject({ name: 'DrawingCancelled' })
    expect(after).toBeLessThan(7)
    expect((await drawBook(madeUpBook(4))).pages).toBeGreaterThan(4)
  })

  it('ends a book that still waits for another', async () => {
    let stop = false
    const first = drawBook(madeUpBook(200), { progress: () => { stop = true } })
    const second = drawBook(madeUpBook(4), { cancelled: () => stop })
    await expect(second).rejects.toMatchObject({ name: 'DrawingCancelled' })
    expect((await first).pages).toBeGreaterThan(20)
  })

  it('begins nothing that is not wanted any more', async () => {
    await expect(drawBook(madeUpBook(4), { cancelled: () => true })).rejects.toMatchObject({ name: 'DrawingCancelled' })
  })

  it('keeps no guide waiting', async () => {
    await drawSheet(plainSheet([[{ kind: 'title', text: '안내' }]]))
    let done = false
    const book = drawBook(madeUpBook(600)).then(() => { done = true })
    await drawSheet(plainSheet([[{ kind: 'title', text: '안내' }]]))
    expect(done).toBe(false)
    await book
  })

  it('refuses what cannot be drawn without quoting it, and goes on', async () => {
    const broken: Book = { ...madeUpBook(4), parts: [{ numbering: 'own', right: false, sheet: plainSheet([[{ kind: 'secret-of-kim' } as unknown as Block]]) }] }
    await expect(drawBook(broken)).rejects.toThrow(/could not be drawn/)
    await expect(drawBook(broken)).rejects.not.toThrow(/secret-of-kim/)
    await expect(drawBook({ ...broken, parts: [] })).rejects.toThrow(RangeError)
    expect((await drawBook(madeUpBook(4))).pages).toBeGreaterThan(4)
  })
})

describe('the numbers of a book', () => {
  it('are Roman as books have them', () => {
    expect([1, 4, 9, 14, 40, 88, 99, 2026].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'lxxxviii', 'xcix', 'mmxxvi'])
  })

  it('count an empty page with the part before it, so that odd numbers stay at the right', () => {
    const numbering = pageNumbering()
    const first = numbering.begin({ numbering: 'through', right: true })
    first.end(3)
    const second = numbering.begin({ numbering: 'through', right: true })
    expect(second).toMatchObject({ blank: true, first: 5 })
    expect(second.number(1, 2)).toBe('5')
  })
})
