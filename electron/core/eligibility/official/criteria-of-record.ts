/**
 * The conditions of a 정부24 record as criteria of the engine.
 *
 * Traits of one group are alternatives; a group in which all or none are marked, or "해당사항없음", is no limit.
 * What is not exact (see `support-codes.ts`) stands beside "the office decides": it can be met, and is else not
 * known. Exact besides two codes is one sex, unless the record is about birth: 12 of 12 records that mark men or women
 * alone say so, while of the 46 about birth 29 take fathers or couples. Every record ends with its own prose, which no
 * code covers, so that a record with prose is never claimed to be likely.
 */
import type { BilingualText } from '../../kernel/text.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { Criterion } from '../criteria.ts'
import type { CodeMeaning } from './support-codes.ts'
import type { OfficialWords } from './words.ts'
import { bandCodes, birthCodes, householdCodes, noHousehold, noTrait, personCodes, sexCodes } from './support-codes.ts'
import { joinWords, wordsFor } from './words.ts'

export interface Condition {
  readonly about: 'age' | 'sex' | 'person' | 'household' | 'income' | 'prose'
  /** As the publisher has it: "만 65세 이상". */
  readonly label: BilingualText
  readonly criterion: Criterion
  /** Word for word. Where this is a known no the record names others, though it may take this family too. */
  readonly literal?: Criterion
}

/** Ages from here on are no upper age: 120 and 200 occur. */
const noUpperAge = 100

export function criteriaOfRecord({ conditions, forWhom, selection }: OfficialRecord, words: OfficialWords): readonly Condition[] {
  if (!conditions)
    return []
  const codes = new Set(conditions.codes)
  const person = markedIn(personCodes, codes, noTrait)
  const isAboutBirth = (person.length > 0 && person.every(code => birthCodes.has(code))) || (conditions.ageFrom === 18 && conditions.ageTo === 44)
  return [
    ageCondition(conditions.ageFrom, conditions.ageTo, isAboutBirth, words),
    sexCondition(codes, isAboutBirth, words),
    groupCondition('person', personCodes, person, words),
    groupCondition('household', householdCodes, markedIn(householdCodes, codes, noHousehold), words),
    incomeCondition(codes, words),
    forWhom ?? selection ? officeOnly('prose', wordsFor(words, 'prose')) : undefined,
  ].filter(condition => condition !== undefined)
}

/** The marked codes of a group, or none where they are no limit. */
function markedIn(group: Readonly<Record<string, CodeMeaning>>, codes: ReadonlySet<string>, none: string): readonly string[] {
  const all = Object.keys(group)
  const marked = all.filter(code => codes.has(code))
  return codes.has(none) || marked.length === all.length ? [] : marked
}

const officeDecides = (what: BilingualText): Criterion => ({ kind: 'office-decides', what })
const officeOnly = (about: Condition['about'], label: BilingualText): Condition => ({ about, label, criterion: officeDecides(label) })
/** Met when it is met; else the office is asked. */
const mayBe = (literals: readonly Criterion[], label: BilingualText): Criterion => ({ kind: 'any', of: [...literals, officeDecides(label)] })

function ageCondition(given: number | undefined, to: number | undefined, isAboutBirth: boolean, words: OfficialWords): Condition | undefined {
  const from = given ?? 0
  const hasUpper = to !== undefined && to < noUpperAge
  if ((from === 0 && !hasUpper) || (to !== undefined && to < from))
    return undefined
  const key = from === 0 ? 'age.to' : hasUpper ? 'age.between' : 'age.from'
  const label = wordsFor(words, key, { from, to: to ?? 0 })
  // both ends included: "to 18" ends with the 19th birthday
  const literal: Criterion = { kind: 'someone', where: { kind: 'age', unit: 'years', from, ...(hasUpper ? { below: to + 1 } : {}) } }
  return { about: 'age', label, criterion: mayBe([literal], label), ...(isAboutBirth ? {} : { literal }) }
}

function sexCondition(codes: ReadonlySet<string>, isAboutBirth: boolean, words: OfficialWords): Condition | undefined {
  const [marked, ...others] = Object.entries(sexCodes).filter(([code]) => codes.has(code))
  if (!marked || others.length > 0)
    return undefined
  const label = wordsFor(words, `code.${marked[0]}`)
  const literal: Criterion = { kind: 'someone', where: { kind: 'sex', is: marked[1] } }
  return isAboutBirth ? { about: 'sex', label, criterion: mayBe([literal], label) } : { about: 'sex', label, criterion: literal, literal }
}

function groupCondition(about: 'person' | 'household', group: Readonly<Record<string, CodeMeaning>>, marked: readonly string[], words: OfficialWords): Condition | undefined {
  const [first, ...others] = marked
  if (first === undefined)
    return undefined
  const meanings = marked.map(code => group[code]!)
  const label = joinWords(words, marked.map(code => wordsFor(words, `code.${code}`)))
  const literals = meanings.map(({ literal }) => literal).filter(literal => literal !== undefined)
  const alone = others.length === 0 && meanings[0]!.exact ? literals[0] : undefined
  const isToldByFacts = meanings.every(({ literal, oneWay }) => literal !== undefined && !oneWay)
  return {
    about,
    label,
    criterion: alone ?? mayBe(literals, label),
    ...(isToldByFacts ? { literal: literals.length === 1 ? literals[0]! : { kind: 'any', of: literals } } : {}),
  }
}

function incomeCondition(codes: ReadonlySet<string>, words: OfficialWords): Condition | undefined {
  const marked = bandCodes.filter(code => codes.has(code))
  if (marked.length === 0 || marked.length === bandCodes.length)
    return undefined
  const isUpTo = marked.every((code, at) => code === bandCodes[at])
  const label = isUpTo ? wordsFor(words, `upTo.${marked.at(-1)}`) : joinWords(words, marked.map(code => wordsFor(words, `code.${code}`)))
  return officeOnly('income', label)
}
