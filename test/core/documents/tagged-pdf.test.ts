/** Headings, lists, tables and pictures of a PDF for those who have it read to them: read by pdf.js, and by poppler where it is there. */
import type { Block, Sheet } from '#core/guide/sheet'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { composePdf } from '#server/documents/compose-pdf'

const marks = { 'likely': '받을 수 있어 보여요', 'ask-first': '확인해요', 'unlikely': '어려워 보여요', 'to-check': '확인할 것', 'deadline': '기한' }
const qr = { url: 'https://www.gov.kr/one', caption: '신청하는 곳' }

/** One of each kind; whoever adds a kind adds it here, or this does not compile. */
const kinds: { readonly [Kind in Block['kind']]: Extract<Block, { kind: Kind }> } = {
  'title': { kind: 'title', text: '우리 가족 안내', sub: '2026-11-22(일) 기준' },
  'heading': { kind: 'heading', text: '지금 할 일', level: 1 },
  'paragraph': { kind: 'paragraph', text: '축하드려요. '.repeat(60).trim(), tone: 'plain', mark: 'likely' },
  'list': { kind: 'list', items: ['신분증', '통장 사본', '임신확인서나 산모수첩'], boxes: false },
  'action': { kind: 'action', number: 1, what: '출생신고 하기', deadline: '2026-12-10까지', place: '주민센터', phone: '02-820-0000', bring: '출생증명서' },
  'table': { kind: 'table', head: ['서비스', '금액', '어디서'], rows: Array.from({ length: 60 }, (_, at) => [`서비스 ${at}`, at % 7 === 0 ? '' : `${at * 1000}원`, '주민센터']), numeric: [1] },
  'service': { kind: 'service', name: '첫만남이용권', mark: 'likely', state: '받을 수 있어 보여요', agreed: '오늘 신청해요', amount: '2,000,000원', reason: '아이가 태어났어요.', rows: [['어디서', '정부24'], ['전화', '129']], qr },
  'timeline': { kind: 'timeline', caption: '2026-11-22부터', years: [{ at: 0.1, label: '2027' }], lanes: [{ who: '자녀', label: '아동수당', bars: [{ from: 0, to: 0.7, mark: 'likely' }], applyFrom: 0.1 }], legend: [{ mark: 'likely', text: '받을 수 있는 때' }] },
  'drawing': { kind: 'drawing', width: 100, height: 60, caption: '가계도', alternative: '아버지 한 사람', shapes: [{ shape: 'rect', x: 0, y: 0, width: 40, height: 30 }, { shape: 'text', x: 5, y: 20, text: '아버지' }, { shape: 'polygon', points: [[50, 10], [80, 10], [60, 40]], fill: 'crisis', faint: true }] },
  'qr': { kind: 'qr', ...qr },
  'fields': { kind: 'fields', rows: [['이름', '김서준(金瑞俊)'], ['연락처', '010']] },
  'signature': { kind: 'signature', label: '서명', name: '김서준', strokes: [[[10, 10, 1], [900, 900, 2]]] },
  'entry': { kind: 'entry', anchor: 'one', name: '주거급여', badge: '바뀜', summary: '집세를 도와요.', rows: [['누가', '소득이 낮은 가구']], qr },
  'page-list': { kind: 'page-list', columns: 1, rows: [{ text: '주거급여', level: 1, anchors: ['one'] }] },
  'approvals': { kind: 'approvals', label: '결재', boxes: [{ title: '담당' }, { title: '팀장', text: '박하나 11-22' }] },
  'page-break': { kind: 'page-break' },
}

const sheet = (edition: Sheet['edition'] = 'standard'): Sheet => ({
  title: '우리 가족 안내',
  language: 'ko',
  edition,
  paper: 'a4',
  center: '상도1동 주민센터',
  footer: '이 안내는 결정 통지가 아닙니다.',
  words: { marks, action: { deadline: '언제까지', place: '어디서', bring: '가져올 것', phone: '전화' } },
  // A heading alone above a long table is laid out anew, and lists stand after a break.
  groups: [...Object.values(kinds).map(block => [block]), [{ kind: 'heading', text: '두 번째 표', level: 2 }, kinds.table]],
})

interface Node { readonly role?: string, readonly alt?: string, readonly type?: string, readonly id?: string, readonly children?: readonly Node[] }
interface Read { readonly trees: readonly Node[], readonly texts: readonly { readonly text: string, readonly marks: readonly (string | null)[] }[], readonly language: unknown }

/** Every text with the marks that it stands in: the id of its element, or nothing for an artifact. */
async function read(pdf: Uint8Array): Promise<Read> {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const texts: { text: string, marks: (string | null)[] }[] = []
  const trees: Node[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    trees.push(await page.getStructTree() as Node)
    const open: (string | null)[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items as unknown as { type?: string, id?: string | null, tag?: string, str?: string }[]) {
      if (item.type?.startsWith('beginMarkedContent'))
        open.push(item.tag === 'Artifact' ? null : item.id ?? 'nameless')
      else if (item.type === 'endMarkedContent')
        open.pop()
      else if (item.str?.trim())
        texts.push({ text: item.str, marks: [...open] })
    }
    expect(open).toEqual([])
  }
  return { trees, texts, language: ((await document.getMetadata()).info as Record<string, unknown>).Language }
}

const idsOf = (node: Node): string[] => node.type === 'content' ? [node.id!] : (node.children ?? []).flatMap(idsOf)
const all = (node: Node, role: string): Node[] => [...node.role === role ? [node] : [], ...(node.children ?? []).flatMap(child => all(child, role))]
const squeezed = (text: string): string => text.replace(/\s/g, '')

describe.each(['standard', 'large', 'portable'] as const)('the structure of a document (%s)', (edition) => {
  const drawn = composePdf(sheet(edition)).then(({ pdf }) => read(pdf))
  const textIn = ({ texts }: Read, node: Node): string => {
    const ids = new Set(idsOf(node))
    return squeezed(texts.filter(({ marks: [mark] }) => mark && ids.has(mark)).map(({ text }) => text).join(''))
  }
  const found = (document: Read, role: string): Node[] => document.trees.flatMap(tree => all(tree, role))

  it('has every text in exactly one element, or as an artifact', async () => {
    const { trees, texts } = await drawn
    const ids = trees.flatMap(idsOf)
    expect(new Set(ids).size).toBe(ids.length)
    expect(texts.length).toBeGreaterThan(200)
    for (const { text, marks } of texts) {
      expect(marks, text).toHaveLength(1)
      expect(marks[0] === null || ids.includes(marks[0]!), text).toBe(true)
    }
  })

  it('sets aside only what stands around the content, and heads of tables that stand again', async () => {
    const { texts } = await drawn
    const aside = squeezed(texts.filter(({ marks }) => marks[0] === null).map(({ text }) => text).join(''))
    const rest = aside.replaceAll(/상도1동주민센터|이안내는결정통지가아닙니다\.|서비스금액어디서|\d+\/\d+/g, '')
    expect(rest).toBe('')
    expect(aside.match(/서비스금액어디서/g)!.length).toBeGreaterThan(0)
  })

  it('reads in the order of the sheet', async () => {
    const { trees, texts } = await drawn
    const inTree = trees.flatMap(idsOf).flatMap(id => texts.filter(({ marks }) => marks[0] === id).map(({ text }) => text))
    const text = squeezed(inTree.join(''))
    expect(text).toBe(squeezed(texts.filter(({ marks }) => marks[0] !== null).map(({ text }) => text).join('')))
    const order = ['우리가족안내', '지금할일', '축하드려요', '신분증', '출생신고하기', '서비스0', '서비스59', '첫만남이용권', '아동수당', '가계도', '김서준(金瑞俊)', '집세를도와요', '박하나', '두번째표']
    const places = order.map(each => text.indexOf(each))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('tells headings, lists and tables', async () => {
    const document = await drawn
    expect(found(document, 'H1').map(node => textIn(document, node))).toEqual(['우리가족안내'])
    expect(found(document, 'H2').map(node => textIn(document, node))).toEqual(['지금할일'])
    expect(found(document, 'H3').map(node => textIn(document, node))).toEqual(['첫만남이용권', '주거급여', '두번째표'])
    expect(found(document, 'LBody').map(node => textIn(document, node))).toEqual(['신분증', '통장사본', '임신확인서나산모수첩'])
    expect(found(document, 'LI').every(item => all(item, 'Lbl').length === 1)).toBe(true)
    expect(found(document, 'TH').map(node => textIn(document, node)).filter(text => text !== '')).toEqual([...kinds.table.head, ...kinds.table.head])
    const cells = found(document, 'TD').map(node => textIn(document, node))
    for (const text of kinds.table.rows.flat().filter(text => text !== ''))
      expect(cells.filter(cell => cell === squeezed(text)).length, text).toBeGreaterThanOrEqual(2)
  })

  it('says in words what each picture shows', async () => {
    const document = await drawn
    const alts = new Set(found(document, 'Figure').map(({ alt }) => alt))
    expect(found(document, 'Figure').map(node => textIn(document, node)).filter(text => text !== '')).toEqual(['아버지'])
    expect(alts).toEqual(new Set(['신청하는 곳 https://www.gov.kr/one', '아버지 한 사람', '서명 김서준']))
  })
})

it('bears its language, and claims no standard that nobody checked', async () => {
  const { pdf } = await composePdf(sheet())
  expect((await read(pdf)).language).toBe('ko-KR')
  const text = new TextDecoder('latin1').decode(pdf)
  expect(text).toMatch(/\/MarkInfo/)
  expect(text).not.toMatch(/pdfuaid|pdfaid/)
})

it('is read by poppler as it is read by pdf.js', async (context) => {
  if (spawnSync('pdfinfo', ['-v']).error)
    return context.skip('pdfinfo of poppler is not on this machine: the structure was read by pdf.js alone')
  const folder = mkdtempSync(join(tmpdir(), 'maji-tags-'))
  try {
    const file = join(folder, 'sheet.pdf')
    writeFileSync(file, (await composePdf(sheet())).pdf)
    const said = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/)
    expect(said).toMatch(/^Document\n {2}Part\n {4}H1 \(block\)\n {6}"우리 가족 안내"/)
    expect(said.match(/^ +Table \(block\)/gm)).toHaveLength(2)
    // Two heads and a hundred and twenty rows of three cells, the empty ones as well.
    expect(said.match(/^ +TR/gm)).toHaveLength(2 + 120)
    expect(said.match(/^ +TD/gm)).toHaveLength(360)
    expect(said.match(/\/Scope \/Column/g)).toHaveLength(6)
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
