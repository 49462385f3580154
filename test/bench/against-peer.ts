/**
 * Measures the engine against another on the same rules and the same families, in the same run.
 *
 * Set-up is not timed for either: rules are compiled, families are made ready (ages, sizes; for the peer the plain
 * facts its rules name, the income borders of the household's size among them). What is timed of ours is
 * `planOf(catalogue).screen(family)`. After it, all three values are there: of every rule for every member, and of every
 * criterion of every rule (`outcome`), met, not met or not known, with the value, the border and the question they are
 * worded from; the sentence itself is made when it is shown. Of the peer only the verdicts are wanted.
 * Every single verdict of the two is compared before anything is timed.
 */
import type { PreparedHousehold } from '#core/eligibility/prepare-household'
import type { Figure } from './run.ts'
import type { Rule } from './thousand-rules.ts'
import { yes } from '#core/eligibility/kleene'
import { planOf, verdictAt } from '#core/eligibility/plan/plan-of'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { shareOf } from '#core/kernel/money'
import { figureOn } from '#core/policy/figure'
import { medianMs, rounded } from './median.ts'
import { catalogueOf, knownFamilies, medianIncome, on, thousandRules } from './thousand-rules.ts'

/** What the rules turn on, of one member. */
export interface PlainFacts {
  readonly age: number
  readonly sex: string
  readonly size: number
  readonly income: number
  /** By percent: that share of the median income for the size of the household. */
  readonly limits: Readonly<Record<string, number>>
  readonly answers: Readonly<Record<string, string | number | boolean>>
}

export interface Peer<Facts> {
  readonly name: string
  /** Families it is timed on; the same for both. */
  readonly families: number
  /** What is known of a member in the peer's own terms; set-up. */
  readonly factsFor: (facts: PlainFacts) => Facts
  /** @returns for one member, whether each rule holds, in the order of the rules; good until the next call */
  readonly prepare: (rules: readonly Rule[]) => (facts: Facts) => Held | Promise<Held>
}

type Held = ArrayLike<boolean | number>

export async function measureAgainst<Facts>({ name, families: count, factsFor, prepare }: Peer<Facts>, figure: string): Promise<Figure> {
  const rules = thousandRules()
  const catalogue = await catalogueOf(rules)
  const { screen, services } = planOf(catalogue)
  const families = knownFamilies(count).map(family => prepareHousehold(family, on, catalogue.facts))
  const plain = families.map(family => plainFactsOf(family, rules, size => figureOn(catalogue.parameters.get(medianIncome)!, on, size)).map(factsFor))
  const answer = prepare(rules)

  for (const [place, family] of families.entries()) {
    for (const [member, facts] of plain[place]!.entries()) {
      const theirs = await answer(facts)
      const screening = screen(family)
      services.forEach((_, rule) => {
        if (verdictAt(screening, rule, member + 1) !== (theirs[rule] ? yes : 0))
          throw new Error(`Rule ${rule} says something else of member ${member} of family ${place} than ${name}.`)
      })
    }
  }
  const ours = await medianMs(21, () => {
    for (let again = 0; again < 10; again++)
      families.forEach(screen)
  }) / 10
  const theirs = await medianMs(5, async () => {
    for (const facts of plain.flat())
      await answer(facts)
  })
  const people = plain.flat().length
  return {
    name: figure,
    value: rounded(ours / families.length * 1000),
    unit: `µs a household (1,000 rules of 5 conditions, ${rounded(people / families.length, 2)} members, three values and all reasons)`,
    peer: name,
    ratio: rounded(theirs / ours),
  }
}

function plainFactsOf({ members, answers: _, registered, source }: PreparedHousehold, rules: readonly Rule[], medianFor: (size: number) => number): readonly PlainFacts[] {
  const limits = Object.fromEntries(rules.map(({ percent }) => [percent, shareOf(medianFor(registered.max), percent)]))
  return members.map(({ years, source: { sex, facts } }) => ({
    age: years,
    sex: sex!,
    size: registered.max,
    income: source.facts['recognised-income'] as number,
    limits,
    answers: { ...source.facts, ...facts } as PlainFacts['answers'],
  }))
}
