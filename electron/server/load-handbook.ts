/**
 * Reads `resources/handbook`: greetings, what to look at, what can be agreed, and one file for each topic.
 *
 * The short form of the files (a question stands inside its topic) becomes the items of the handbook here.
 */
import type { Problem } from './policy/problem.ts'
import * as z from 'zod'
import { Agreement, Greeting, Handbook, Question, Sign, Topic } from '#core/handbook/model'
import { PolicyFault } from './policy/problem.ts'
import { checked, listed, readFolder, readList } from './policy/read-yaml.ts'

const TopicFile = Topic.extend({ questions: z.array(Question.omit({ kind: true, topic: true })).min(1) })

/**
 * @param folder the handbook's folder
 * @throws {PolicyFault} with every problem of its files: place and what to write instead
 */
export async function loadHandbook(folder: string): Promise<Handbook> {
  const problems: Problem[] = []
  const listOf = async <Schema extends z.ZodType<{ id: string }>>(name: string, schema: Schema): Promise<z.infer<Schema>[]> =>
    listed(await readList(folder, name, problems), schema, 'id', problems)
  const greetings = await listOf('greetings.yaml', Greeting.omit({ kind: true }))
  const signs = await listOf('signs.yaml', Sign.omit({ kind: true }))
  const agreements = await listOf('agreements.yaml', Agreement.omit({ kind: true }))
  const topics = (await readFolder(folder, 'topics', problems)).flatMap(file => checked(file, TopicFile, problems) ?? [])
  if (problems.length > 0)
    throw new PolicyFault(problems)
  return Handbook.parse({
    topics: topics.map(({ questions: _, ...topic }) => topic).sort((one, other) => placeOf(one) - placeOf(other)),
    items: [
      ...greetings.map(item => ({ kind: 'greeting', ...item })),
      ...signs.map(item => ({ kind: 'sign', ...item })),
      ...topics.flatMap(({ id, questions }) => questions.map(question => ({ kind: 'question', topic: id, ...question }))),
      ...agreements.map(item => ({ kind: 'agreement', ...item })),
    ],
  })
}

/** The ten need areas in the manual's order, then what runs through all of them by its id. */
const placeOf = ({ area }: Topic): number => area === null ? Topic.shape.area.unwrap().options.length : Topic.shape.area.unwrap().options.indexOf(area)
