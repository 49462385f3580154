/**
 * What is wrong with a handbook as a whole: ids that are not there, questions that nobody reaches, loops.
 *
 * The shape of single items is the schema's; this is what only shows when they stand together. Pure.
 */
import type { Handbook, Question } from './model.ts'
import { itemsOfKind } from './model.ts'

export type HandbookProblem
  = | { readonly kind: 'double-id' | 'unreached' | 'loop' | 'wrong-prefix', readonly id: string }
    | { readonly kind: 'unknown-question' | 'unknown-topic' | 'unknown-service', readonly id: string, readonly names: string }

export function findProblems(handbook: Handbook, services: { readonly has: (id: string) => boolean }): HandbookProblem[] {
  const questions = itemsOfKind(handbook, 'question')
  const byId = new Map(questions.map(question => [question.id, question]))
  const topics = new Set(handbook.topics.map(({ id }) => id))
  return [
    ...doubles(handbook),
    ...handbook.topics.flatMap(({ id, first }): HandbookProblem[] => byId.get(first)?.topic === id ? [] : [{ kind: 'unknown-question', id, names: first }]),
    ...questions.flatMap(question => problemsOf(question, byId, topics)),
    ...handbook.items.flatMap(item => [...item.kind === 'sign' ? [item] : item.kind === 'question' ? item.answers : []].flatMap((part): HandbookProblem[] => [
      ...part.services.flatMap(service => services.has(service) ? [] : [{ kind: 'unknown-service' as const, id: item.id, names: service }]),
      ...(part.topic === undefined || topics.has(part.topic) ? [] : [{ kind: 'unknown-topic' as const, id: item.id, names: part.topic }]),
    ])),
    ...unreached(handbook, byId),
    ...handbook.topics.flatMap(({ first }): HandbookProblem[] => loopFrom(first, byId, []).map(id => ({ kind: 'loop', id }))),
  ]
}

function doubles({ items }: Handbook): HandbookProblem[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }): HandbookProblem[] => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [{ kind: 'double-id', id }] : []
  })
}

function problemsOf({ id, topic, answers }: Question, byId: ReadonlyMap<string, Question>, topics: ReadonlySet<string>): HandbookProblem[] {
  return [
    ...(id.startsWith(`${topic}-`) ? [] : [{ kind: 'wrong-prefix' as const, id }]),
    ...(topics.has(topic) ? [] : [{ kind: 'unknown-topic' as const, id, names: topic }]),
    ...answers.flatMap(({ next }): HandbookProblem[] => next === undefined || byId.get(next)?.topic === topic ? [] : [{ kind: 'unknown-question', id, names: next }]),
    ...(new Set(answers.map(answer => answer.id)).size === answers.length ? [] : [{ kind: 'double-id' as const, id }]),
  ]
}

function unreached({ topics }: Handbook, byId: ReadonlyMap<string, Question>): HandbookProblem[] {
  const reached = new Set<string>()
  const walk = (id: string): void => {
    if (reached.has(id))
      return
    reached.add(id)
    byId.get(id)?.answers.forEach(({ next }) => next !== undefined && walk(next))
  }
  topics.forEach(({ first }) => walk(first))
  return [...byId.keys()].flatMap((id): HandbookProblem[] => reached.has(id) ? [] : [{ kind: 'unreached', id }])
}

/** The questions at which somebody would come round to where they were. */
function loopFrom(id: string, byId: ReadonlyMap<string, Question>, path: readonly string[]): string[] {
  if (path.includes(id))
    return [id]
  const nexts = new Set(byId.get(id)?.answers.flatMap(({ next }) => next ?? []))
  return [...new Set([...nexts].flatMap(next => loopFrom(next, byId, [...path, id])))]
}
