/** Whether what an office wants on its papers may be printed. */
import type { Emblem } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { PaperTexts, SentenceProblem } from './model.ts'
import { fromBase64 } from '../kernel/base64.ts'
import { mostEmblemBytes, mostEmblemSide, sameText, sentenceProblems } from './model.ts'
import { pictureSize } from './picture-size.ts'
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

/** What stands against a picture as it comes; whether it can be drawn after all only drawing tells. */
export function emblemFault({ type, base64 }: Emblem): 'EMBLEM_NOT_DRAWABLE' | 'EMBLEM_TOO_LARGE' | undefined {
  const bytes = fromBase64(base64)
  const size = bytes.length <= mostEmblemBytes ? pictureSize(type, bytes) : undefined
  if (!size)
    return 'EMBLEM_NOT_DRAWABLE'
  return Math.max(size.width, size.height) > mostEmblemSide ? 'EMBLEM_TOO_LARGE' : undefined
}
