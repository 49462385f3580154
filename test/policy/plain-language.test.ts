/** What residents read is said in plain words: short sentences, no official jargon, as one speaks to somebody. */
import type { Criterion } from '#core/eligibility/criteria'
import type { BilingualText } from '#core/kernel/text'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leavesIn } from '#core/eligibility/timeline/leaves-in'
import { loadEventNotes } from '#server/load-event-notes'
import { loadPolicy } from '#server/load-policy'
import { readTexts } from '#server/read-texts'
import { glossaryWords, officialWords, stiffEndings, tooLong, tooManyWords, unexplained } from '../support/plain-language'

const resources = join(import.meta.dirname, '../../resources')
const { services, documents } = await loadPolicy(join(resources, 'policy'))
const notes = await loadEventNotes(join(resources, 'policy'))
const { ko, en } = await readTexts(join(resources, 'texts'))

/** What an office decides is said in a reason. */
const decided = (criteria: readonly Criterion[]): BilingualText[] =>
  criteria.flatMap(leavesIn).flatMap(leaf => leaf.kind === 'office-decides' ? [leaf.what] : [])

/** Of each service and notice what is said in sentences, in the order in which it is read. */
const said: readonly (readonly [id: string, texts: readonly BilingualText[]])[] = [
  ...[...services.values()].map(({ id, summary, benefit, how, toCheck, criteria, deadline }) =>
    [id, [summary, benefit.text, how, ...(toCheck ? [toCheck] : []), ...(deadline ? [deadline.effect] : []), ...decided(criteria)]] as const),
  ...notes.map(({ id, text, deadline }) => [id, [text, ...(deadline ? [deadline.effect] : [])]] as const),
]
/** Where something is done or issued: words, not sentences. */
const places = [
  ...[...services.values()].map(({ id, applyAt }) => [id, applyAt] as const),
  ...notes.flatMap(({ id, where }) => where ? [[id, where] as const] : []),
  ...[...documents.values()].map(({ id, issuedAt }) => [id, issuedAt] as const),
]

type Tree = { readonly [key: string]: string | Tree }
const leaves = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : leaves(value, `${at}${key}.`))
/** Sheets for staff in the same file, and names of files. */
const forStaff = /^(?:file|visitSheet|recovery)\./
const guide = { ko: leaves(ko.guide as Tree).filter(([key]) => !forStaff.test(key)), en: leaves(en.guide as Tree).filter(([key]) => !forStaff.test(key)) }

/** Each text that is not in order, with where it stands. */
const faults = <Entry>(entries: readonly (readonly [string, Entry])[], find: (entry: Entry) => readonly string[]): string[] =>
  entries.flatMap(([id, entry]) => find(entry).map(fault => `${id}: ${fault}`))

describe('services and notices', () => {
  const eachKo = said.flatMap(([id, texts]) => texts.map(text => [id, text.ko] as const))

  it('are said in short sentences', () => {
    expect(faults(eachKo, text => tooLong(text))).toEqual([])
    expect(faults(said.flatMap(([id, texts]) => texts.map(text => [id, text.en] as const)), tooManyWords)).toEqual([])
  })

  it('are said as one speaks to somebody', () => {
    expect(faults(eachKo, stiffEndings)).toEqual([])
  })

  it('have no official word for which there is a plain one', () => {
    expect(faults([...eachKo, ...places.map(([id, text]) => [id, text.ko] as const)].filter(([id]) => id !== 'overdue-notice'), officialWords)).toEqual([])
  })

  it('explain a word that cannot be avoided where they say it first', () => {
    expect(faults(said, texts => unexplained(texts.map(text => text.ko)))).toEqual([])
  })
})

describe('the texts of the guide', () => {
  it('are short, spoken and plain', () => {
    expect(faults(guide.ko, text => [...tooLong(text), ...officialWords(text)])).toEqual([])
    // Below a page stands no sentence to anybody; a number behind a colon is no ending.
    expect(faults(guide.ko.filter(([key]) => !key.startsWith('footer')), text => stiffEndings(text.replace(/: \{\w+\}/g, '')))).toEqual([])
    expect(faults(guide.en, tooManyWords)).toEqual([])
  })

  it('explain at the end of the guide the official words that are said everywhere', () => {
    const terms = guide.ko.filter(([key]) => /^glossary\.word\..*\.term$/.test(key)).map(([, term]) => term)
    expect(glossaryWords.filter(word => !terms.includes(word))).toEqual([])
  })
})

/** The law says what has to stand there (개인정보 보호법 제15조②, 제17조②), item by item: a little longer, and lists that are no sentences. */
describe('the wording of the consent', () => {
  const wording = leaves(ko.consent as Tree).filter(([key]) => /\.(?:speech|purpose|period|refusal)$/.test(key))

  it('is short and plain', () => {
    expect(faults(wording, text => [...tooLong(text, 70), ...officialWords(text)])).toEqual([])
    expect(faults(wording.filter(([key]) => /\.(?:speech|refusal)$/.test(key)), text => stiffEndings(text.replace(/ 알리는 곳:.*$/, '')))).toEqual([])
  })
})

describe('the check itself', () => {
  it('finds a sentence that is too long, and none in two short ones', () => {
    const long = '소득인정액이 기준 중위소득의 100분의 32 이하인 가구로서 부양의무자가 없거나 부양의무자가 있어도 부양능력이 없는 경우에 한하여 지급해요.'
    expect(tooLong(long)).toEqual([long])
    expect(tooLong('소득이 적은 가구가 받아요. 부모나 자녀의 형편은 보지 않아요.')).toEqual([])
    expect(tooLong('가'.repeat(60))).toEqual([])
    expect(tooLong('가'.repeat(61))).toHaveLength(1)
    expect(tooManyWords(Array.from({ length: 31 }).fill('word').join(' '))).toHaveLength(1)
    expect(tooManyWords(Array.from({ length: 30 }).fill('word').join(' '))).toEqual([])
  })

  it('finds a stiff ending behind brackets too, but no fault in a label', () => {
    expect(stiffEndings('매달 받아요. 구비서류를 지참하여 신청한다(방문).')).toEqual(['구비서류를 지참하여 신청한다(방문).'])
    expect(stiffEndings('월 25만 원(2026년)')).toEqual([])
    expect(stiffEndings('매달 드려요(2026년).')).toEqual([])
    expect(stiffEndings('삼가 위로의 말씀을 드립니다. 천천히 하셔도 돼요.')).toEqual([])
  })

  it('finds official words and says the plain one', () => {
    expect(officialWords('익월 10일까지 구비서류를 지참하여 내방하세요.')).toEqual(['지참 → 가져오다', '구비서류 → 준비물', '익월 → 다음 달', '내방 → 찾아오다'])
  })

  it('wants an explanation the first time a word is said, not every time', () => {
    expect(unexplained(['소득인정액이 적으면 받아요.', '소득인정액(소득과 재산을 합친 금액)을 봐요.'])).toEqual(['소득인정액'])
    expect(unexplained(['소득인정액(소득과 재산을 합친 금액)이 적으면 받아요.', '소득인정액은 구청이 계산해요.'])).toEqual([])
    expect(unexplained(['이용권(바우처)을 드려요.'])).toEqual([])
  })
})
