import type { Question } from './verdict.ts'

/** Two questions with the same key ask the same of the same person. */
export const questionKey = ({ about, fact, service, memberId }: Question): string => `${about}:${fact ?? service ?? ''}:${memberId ?? ''}`
