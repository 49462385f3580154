import type { Question } from './verdict.ts'

const keys = new WeakMap<Question, string>()

/** Two questions with the same key ask the same of the same person. Written once for each question that is handed about. */
export function questionKey(question: Question): string {
  const known = keys.get(question)
  if (known !== undefined)
    return known
  const { about, fact, service, memberId } = question
  const key = `${about}:${fact ?? service ?? ''}:${memberId ?? ''}`
  keys.set(question, key)
  return key
}
