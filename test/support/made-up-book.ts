/** A made-up booklet: a cover, contents, chapters of entries, an index in two columns. Nothing of it is from the catalogue. */
import type { Book, BookPart } from '#core/guide/book'
import type { Block, Sheet } from '#core/guide/sheet'

const words: Sheet['words'] = {
  marks: { 'likely': '', 'ask-first': '', 'unlikely': '', 'to-check': '', 'deadline': '' },
  action: { deadline: '', place: '', bring: '', phone: '' },
}

export const plainSheet = (groups: readonly (readonly Block[])[], changes: Partial<Sheet> = {}): Sheet => ({
  title: '복지 안내 책자',
  language: 'ko',
  edition: 'standard',
  paper: 'a4',
  center: '서울특별시 동작구 보기동 주민센터',
  footer: '이 안내는 결정 통지가 아닙니다.',
  words,
  groups: groups.map(group => [...group]),
  ...changes,
})

export const entryName = (at: number): string => `${['가족', '나눔', '돌봄', '맞춤', '보육'][at % 5]} 지원 ${at}`

export const entryOf = (at: number): Block => ({
  kind: 'entry',
  anchor: `service:${at}`,
  name: entryName(at),
  ...(at % 7 === 0 ? { badge: '새로 생김' } : {}),
  summary: '아이를 키우는 가족에게 매달 생활비를 드려요.',
  rows: [['누가', '만 18세 미만 아이가 있고 소득인정액이 기준 중위소득의 63퍼센트 이하인 가족'], ['무엇을', '아이 한 명에 월 230,000원'], ['어디서', '사는 곳의 주민센터'], ['전화', '129']],
  ...(at % 3 === 0 ? { qr: { url: `https://example.org/s/${at}`, caption: '자세히 보기' } } : {}),
})

const listed = (at: number): Extract<Block, { kind: 'page-list' }>['rows'][number] => ({ text: entryName(at), level: 2, anchors: [`service:${at}`] })

/** @param services spread over four chapters */
export function madeUpBook(services: number, changes: Partial<Sheet> = {}): Book {
  const numbers = Array.from({ length: services }, (_, at) => at)
  const chapters = ['임신과 출산', '어린이', '청년', '노년'].map((name, chapter) => ({ name, anchor: `chapter:${chapter}`, its: numbers.filter(at => at % 4 === chapter) }))
  const part = (numbering: BookPart['numbering'], right: boolean, groups: Block[][]): BookPart => ({ numbering, right, sheet: plainSheet(groups, changes) })
  return {
    title: '복지 안내 책자',
    bound: true,
    parts: [
      part('none', true, [[{ kind: 'title', text: '우리 동 복지 안내' }], [{ kind: 'fields', rows: [['만든 날', '2026-11-22']] }]]),
      part('front', true, [[{ kind: 'heading', text: '차례', level: 1 }, { kind: 'page-list', columns: 1, rows: [
        ...chapters.map(({ name, anchor }) => ({ text: name, level: 1 as const, anchors: [anchor] })),
        { text: '어디에도 없는 것', level: 2, anchors: ['nowhere'] },
        { text: '첫 두 장', level: 2, anchors: ['chapter:0', 'chapter:1'] },
      ] }]]),
      ...chapters.map(({ name, anchor, its }, place) => part('through', place === 0, [
        [{ kind: 'heading', text: name, level: 1, anchor }, { kind: 'paragraph', text: '이 시기에 많이 찾아요.', tone: 'meta' }],
        ...its.map(at => [entryOf(at)]),
      ])),
      part('through', false, [[{ kind: 'heading', text: '이름으로 찾기', level: 1, anchor: 'index' }], ...['가', '나', '돌', '맞', '보'].map((letter, at): Block[] =>
        [{ kind: 'heading', text: letter, level: 2 }, { kind: 'page-list', columns: 2, rows: numbers.filter(number => number % 5 === at).map(listed) }])]),
    ],
  }
}
