/** Every kind of criterion and its check. A kind without one does not compile. */
import type { LeafCriterion, LeafKind } from '../criteria.ts'
import type { Check, Criterion, MakeCheck, Surroundings } from './check.ts'
import { amount, fact, income } from './answers.ts'
import { since } from './days.ts'
import { event, householdSize, officeDecides, receives, resides } from './household.ts'
import { age, born, livingTogether, relation, sex, yearAge } from './person.ts'
import { testOf } from './shape.ts'

const checks: { readonly [Kind in LeafKind]: MakeCheck<Kind> } = {
  'age': age,
  'born': born,
  'year-age': yearAge,
  'sex': sex,
  'relation': relation,
  'living-together': livingTogether,
  'fact': fact,
  'amount': amount,
  'since': since,
  'income': income,
  'household-size': householdSize,
  'receives': receives,
  'resides': resides,
  'event': event,
  'office-decides': officeDecides,
}

export function makeCheck<Kind extends LeafKind>(criterion: LeafCriterion & { kind: Kind }, surroundings: Surroundings): Check {
  const make: MakeCheck<Kind> = checks[criterion.kind as Kind]
  const check = make(criterion as Criterion<Kind>, surroundings)
  return { ...check, test: testOf(check.shape) }
}
