/** The questions of a topic as they were gone through: each with its answer, up to the first that is not answered. */
import type { Handbook, Question } from '#core/handbook/model'
import type { HandbookAnswer } from '#core/records/bodies/home-visit'

export interface Passed { readonly question: Question, readonly answer: Question['answers'][number] | undefined }

/** @param skipped questions that were left out: they go on as their first answer does */
export function pathOf({ topics, items }: Handbook, topicId: string, answers: readonly HandbookAnswer[], skipped: ReadonlySet<string> = new Set()): Passed[] {
  const questions = new Map(items.flatMap(item => item.kind === 'question' && item.topic === topicId ? [[item.id, item]] : []))
  const passed: Passed[] = []
  let question = questions.get(topics.find(({ id }) => id === topicId)?.first ?? '')
  while (question && passed.length < questions.size) {
    const { id } = question
    const given = answers.find(({ step }) => step === id)?.answer
    const answer = question.answers.find(each => each.id === given)
    passed.push({ question, answer })
    if (!answer && !skipped.has(id))
      break
    const next: string | undefined = answer ? answer.next : question.answers.find(each => each.next !== undefined)?.next
    question = next === undefined ? undefined : questions.get(next)
  }
  return passed
}

/** Answers with this one given; what was answered on a way that is not gone any more falls out. */
export function withAnswer(handbook: Handbook, topicId: string, answers: readonly HandbookAnswer[], step: string, answer: string, skipped?: ReadonlySet<string>): HandbookAnswer[] {
  const given = [...answers.filter(each => each.step !== step), { step, answer, note: '' }]
  const onWay = new Set(pathOf(handbook, topicId, given, skipped).map(({ question }) => question.id))
  const ofTopic = new Set(handbook.items.flatMap(item => item.kind === 'question' && item.topic === topicId ? [item.id] : []))
  return given.filter(each => !ofTopic.has(each.step) || onWay.has(each.step))
}
