/**
 * What the codes of 정부24 supportConditions (v3) name, as far as our facts can say it.
 *
 * The codes are a filter of the portal, not the rule: of 712 records read against their own prose (2026-07-12),
 * - an age range narrows 463; of these 328 have prose that names no age at all (18-44 stands on whatever is about
 *   birth, 18-120 and 19-120 on whatever an adult hands in), 102 name the same ages, often as one of several ways in
 *   ("65세 이상 또는 장애인"), and 33 name others: 근로장려금 has 18-65 and no upper age, a house-buying grant 18-60 and "49세 이하";
 * - "disabled" alone stands on 44, of which 8 take others as well (65세 이상, 한부모, 특수교육대상자);
 * - "veteran" alone stands on 38, among them money for the family of one who has died;
 * - multicultural, defector, one person and no home each stand on records that take others too;
 * - of 524 without any income band 43 ask for a low income in their prose, and no band says which income is meant.
 * So a code may be met, and what it names may be missing, but a missing one is no "no": `exact` are the two that no
 * record contradicted when they stood alone (임산부 10 of 10, 한부모·조손 9 of 9). Codes of trades, firms and
 * facilities (JA11, JA12, JA21, JA22) say nothing of a family.
 */
import type { Criterion } from '../criteria.ts'

export interface CodeMeaning {
  /** Who is named, read word for word; left out where no fact of ours says it (농업인, 예비부모). */
  readonly literal?: Criterion
  /** A known no is a no. */
  readonly exact?: true
  /** A known no says nothing: whoever moved in last year is "new" as well. */
  readonly oneWay?: true
}

const years = (from: number, below: number): Criterion => ({ kind: 'age', unit: 'years', from, below })
const someone = (where: Criterion): Criterion => ({ kind: 'someone', where })
const somebodyIs = (fact: string, ...values: readonly (string | boolean)[]): Criterion => someone({ kind: 'fact', fact, in: [...values] })
const any = (...of: Criterion[]): Criterion => ({ kind: 'any', of })
const all = (...of: Criterion[]): Criterion => ({ kind: 'all', of })
const pupil = (school: string, from: number, below: number): Criterion => someone(all(years(from, below), { kind: 'fact', fact: 'student', in: [school] }))

/** 임산부 are the pregnant and mothers up to six months after (모자보건법 제2조); read to twelve, so that a no is one. */
const expecting = someone(all({ kind: 'sex', is: 'female' }, years(12, 60), any(
  { kind: 'fact', fact: 'pregnant', in: [true] },
  { kind: 'since', fact: 'gave-birth-on', within: { count: 12, unit: 'months' } },
)))
/** Also a birth that is being reported: the child may not be written down yet. */
const birthReported: Criterion = { kind: 'event', is: ['birth'], within: { count: 12, unit: 'months' } }
const children = (from: number): Criterion => ({ kind: 'count', where: { kind: 'relation', in: ['child', 'grandchild'] }, from })
const baby = any(someone({ kind: 'age', unit: 'months', below: 12 }), birthReported)

/** 개인특성. JA0322 (해당사항없음) is no trait: it stands alone or with all others, and means no limit. */
export const personCodes: Readonly<Record<string, CodeMeaning>> = {
  JA0301: {},
  JA0302: { literal: any(baby, expecting), exact: true },
  JA0303: { literal: any(someone(years(0, 6)), birthReported, expecting), oneWay: true },
  JA0313: {},
  JA0314: {},
  JA0315: {},
  JA0316: {},
  JA0317: { literal: pupil('elementary', 5, 15) },
  JA0318: { literal: pupil('middle', 11, 21) },
  JA0319: { literal: pupil('high', 13, 25) },
  JA0320: { literal: somebodyIs('student', 'university') },
  JA0326: { literal: somebodyIs('employment', 'employed', 'daily-worker') },
  JA0327: { literal: somebodyIs('employment', 'looking-for-work', 'not-working') },
  JA0328: { literal: somebodyIs('disability', 'mild', 'severe') },
  JA0329: { literal: somebodyIs('veteran', 'war-veteran', 'national-merit', 'survivor-of-merit', 'other') },
  JA0330: { literal: any(somebodyIs('serious-illness', 'cancer', 'rare', 'heart-brain', 'other-severe'), somebodyIs('chronic-illness', true), somebodyIs('dementia', true)), oneWay: true },
}

/** 가구특성. JA0410 (해당사항없음) as JA0322. */
export const householdCodes: Readonly<Record<string, CodeMeaning>> = {
  JA0401: { literal: any({ kind: 'fact', fact: 'multicultural', in: [true] }, somebodyIs('marriage-migrant', true)) },
  JA0402: { literal: somebodyIs('north-korean-defector', true) },
  JA0403: { literal: any({ kind: 'fact', fact: 'single-parent', in: [true] }, { kind: 'fact', fact: 'grandparent-family', in: [true] }), exact: true },
  JA0404: { literal: { kind: 'household-size', to: 1 } },
  /** The child whose birth is reported counts, though it may not be written down yet. */
  JA0411: { literal: any(children(2), { kind: 'all', of: [children(1), birthReported, { kind: 'not', of: someone({ kind: 'age', unit: 'months', below: 12 }) }] }) },
  JA0412: { literal: { kind: 'fact', fact: 'owns-no-home', in: [true] }, oneWay: true },
  JA0413: { literal: { kind: 'event', is: ['move-in'] }, oneWay: true },
  JA0414: {},
}

export const noTrait = 'JA0322'
export const noHousehold = 'JA0410'
/** About birth: the portal then marks women, or the ages 18 to 44, whatever the record says ("부 또는 모", "예비부부"). */
export const birthCodes: ReadonlySet<string> = new Set(['JA0301', 'JA0302', 'JA0303'])
export const sexCodes = { JA0101: 'male', JA0102: 'female' } as const
/** 중위소득 0-50, 51-75, 76-100, 101-200, 200 초과 (%). */
export const bandCodes = ['JA0201', 'JA0202', 'JA0203', 'JA0204', 'JA0205'] as const
