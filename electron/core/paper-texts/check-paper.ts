import type { Emblem } from '../guide/sheet.ts'
/** Whether what an office wants on its papers may be printed. */
import type { Texts } from '../host.ts'
import type { PaperTexts, SentenceProblem } from './model.ts'
import { fromBase64 } from '../kernel/base64.ts'
import { mostEmblemBytes, sameText, sentenceProblems } from './model.ts'
import { editableSentences } from './sentences.ts'
import { shippedSentence } from './shipped-sentences.ts'

export function findSentenceProblems(texts: Texts, { sentences }: Pick<PaperTexts, 'sentences'>): SentenceProblem[] {
  const known = new Map(Object.values(editableSentences).flat().map(each => [each.key, each]))
  return Object.entries(sentences).flatMap(([key, text]): SentenceProblem[] => {
    const editable = known.get(key)
    return editable ? sentenceProblems(shippedSentence(texts, editable), text) : [{ key, language: 'ko', fault: 'not-editable', what: key }]
  })
}

/** Without sentences that read as they ship, so that a newer Maji's wording reaches them. */
export function ownOnly(texts: Texts, paper: PaperTexts): PaperTexts {
  const shipped = new Map(Object.values(editableSentences).flat().map(each => [each.key, shippedSentence(texts, each).shipped]))
  return { ...paper, sentences: Object.fromEntries(Object.entries(paper.sentences).filter(([key, text]) => !sameText(text, shipped.get(key) ?? null))) }
}

/** Whether it is what it says, and small enough; whether it can be drawn only drawing tells. */
export function isEmblem({ type, base64 }: Emblem): boolean {
  const bytes = fromBase64(base64)
  const signs = type === 'image/png' ? [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] : [0xFF, 0xD8, 0xFF]
  return bytes.length <= mostEmblemBytes && signs.every((sign, place) => bytes[place] === sign)
}
