/**
 * The rules by which a planner is proposed for a case: an ordered list, each on or off.
 *
 * There are no weights and no scores. The first rule that tells two planners apart decides between them, so that every
 * proposal can be said in one sentence. What rules there are is a closed list; `ranks` in `order-planners.ts` does not
 * compile without each.
 */
import * as z from 'zod'

/**
 * absence 부재·퇴직 예정, room 정한 사례 수, knows 맡은 적 있음, language 언어, speciality 전문 분야,
 * area 담당 지역(통·반·길이 동보다 앞섬), load 사례 수, difficulty 난이도를 합한 부담.
 */
export const AssignmentRule = z.enum(['absence', 'room', 'knows', 'language', 'speciality', 'area', 'load', 'difficulty'])
export type AssignmentRule = z.infer<typeof AssignmentRule>

/** Every rule once, in the order in which they are asked. */
export const AssignmentRules = z.array(z.strictObject({ rule: AssignmentRule, on: z.boolean() }))
  .refine(rules => AssignmentRule.options.every(rule => rules.filter(one => one.rule === rule).length === 1) && rules.length === AssignmentRule.options.length, { error: 'every rule stands in the list once' })
export type AssignmentRules = z.infer<typeof AssignmentRules>

export const defaultRules: AssignmentRules = [
  { rule: 'absence', on: true },
  { rule: 'room', on: true },
  { rule: 'knows', on: true },
  { rule: 'language', on: true },
  { rule: 'speciality', on: true },
  { rule: 'area', on: true },
  { rule: 'load', on: true },
  { rule: 'difficulty', on: false },
]
