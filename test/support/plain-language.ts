/**
 * Plain language (쉬운 말): what is wrong with a text that residents read.
 *
 * The limits are our own, for no official one was found in a text we could read: a sentence in Korean has at most 60
 * letters with its blanks (a line and a quarter of the standard guide, four lines of a column on A5; what is longer has
 * to be read twice at a counter), one in English at most 30 words. Names of services, papers and offices are left as
 * they are: people need them at the counter.
 */

export const MOST_LETTERS = 60
export const MOST_WORDS = 30

/** Official words that have a plain one. */
export const plainWordFor: Readonly<Record<string, string>> = {
  지참: '가져오다',
  구비서류: '준비물',
  제반: '여러',
  익월: '다음 달',
  당월: '이번 달',
  익일: '다음 날',
  익년: '다음 해',
  금번: '이번',
  상기: '위',
  하단의: '아래',
  도래: '오다',
  경과하: '지나다',
  만료: '끝나다',
  내방: '찾아오다',
  유선으로: '전화로',
  교부받: '받다',
  교부해: '드리다',
  수령: '받다',
  지급받: '받다',
  체납: '밀린',
  경감: '줄이다',
  감액: '줄이다',
  감면: '할인, 깎다',
  공제: '빼다',
  청구하: '신청하다',
  발급해: '만들어 드리다',
  임차인: '세 든 사람',
  무주택: '집이 없는',
  독거: '혼자 사는',
  결식: '굶는',
  조손: '조부모와 손자녀',
  거동: '움직이다',
  관할: '맡은',
  소관: '맡은',
  의거: '따라',
  해당자: '해당하는 분',
  신청인: '신청하는 분',
  소정: '정해진',
  기재: '적다',
  송부: '보내다',
  필히: '꼭',
  상이하: '다르다',
  수급권자: '받는 분',
}

/** Words without a plain one: the first time a text says one, it says in brackets what it is, or stands in the brackets itself. */
export const explainedWords = ['소득인정액', '부양의무자', '본인부담금', '비급여', '바우처', '피부양자', '지역가입자', '산정특례', '이의신청', '추심', '면접교섭', '순자산', '조호물품', '임차료'] as const

/** Said so often that the guide explains them once at its end; see `glossary` in `guide.json`. */
export const glossaryWords = ['수급자', '차상위', '중위소득'] as const

/** Set phrases that stay polite in the older way: condolence, and that a paper decides nothing. */
const setPhrases = ['삼가 위로의 말씀을 드립니다.', '이 안내는 결정 통지가 아닙니다.']

export const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!])\s+/).map(sentence => sentence.trim()).filter(sentence => sentence !== '')

/** What is too long, in Korean. */
export const tooLong = (text: string, most = MOST_LETTERS): string[] => sentencesOf(text).filter(sentence => [...sentence].length > most)

export const tooManyWords = (text: string): string[] => sentencesOf(text).filter(sentence => sentence.split(/\s+/).length > MOST_WORDS)

/** Sentences that do not end as one speaks to somebody (해요체). A phrase without a full stop is a label, not a sentence. */
export function stiffEndings(text: string): string[] {
  if (!/[.?!](?:\s|$)/.test(text))
    return []
  return sentencesOf(text).filter(sentence => !setPhrases.includes(sentence) && !/요[.?!)]*$/.test(sentence.replace(/\([^)]*\)/g, '').replace(/\s+([.?!])/g, '$1').trim()))
}

export const officialWords = (text: string): string[] =>
  Object.entries(plainWordFor).filter(([word]) => text.includes(word)).map(([word, plain]) => `${word} → ${plain}`)

/** @param texts of one service or notice, in the order in which they are read */
export function unexplained(texts: readonly string[]): string[] {
  const whole = texts.join('\n')
  return explainedWords.filter((word) => {
    // Part of a name, as in 에너지바우처, it needs no explanation.
    const at = whole.search(new RegExp(`(?<!\\p{L})${word}`, 'u'))
    return at >= 0 && whole[at - 1] !== '(' && whole[at + word.length] !== '('
  })
}
