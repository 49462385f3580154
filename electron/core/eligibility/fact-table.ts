/**
 * The facts that a catalogue's rules and households may name: the built-in ones and those its folder declares.
 *
 * The built-in ones come first and in their order, so that the place of a built-in fact is the same in every table.
 */
import type { DeclaredFact } from '../policy/declared-fact.ts'
import type { FactKind, FactName } from './facts.ts'
import { facts } from './facts.ts'

export interface FactTable {
  readonly kinds: ReadonlyMap<string, FactKind>
  /** The place of each fact among the answers of a prepared household. */
  readonly index: ReadonlyMap<string, number>
  /** The answers of whom nobody asked anything. */
  readonly unanswered: readonly undefined[]
  readonly declared: readonly DeclaredFact[]
  /** ISO 4217: what every amount is in that is known of a household or written in a rule. */
  readonly currency: string
}

const kindFrom = ({ about, value, ease, sensitive }: DeclaredFact): FactKind => ({
  about,
  value: value.type === 'choice' ? { type: 'choice', options: Object.keys(value.options) } : value,
  ease,
  // What a folder declares is never told openly: it does not say how delicate it is.
  ...(sensitive ? { sensitive } : { delicate: true }),
})

/** @param declared none of them named like a built-in one */
export function factTable(declared: readonly DeclaredFact[], currency = 'KRW'): FactTable {
  const kinds = new Map<string, FactKind>([...Object.entries(facts), ...declared.map(fact => [fact.id, kindFrom(fact)] as const)])
  const index = new Map(Array.from(kinds.keys(), (name, at) => [name, at]))
  return { kinds, index, unanswered: Array.from(kinds, () => undefined), declared, currency }
}

export const builtInFacts = factTable([])

/** @throws when there is no such fact; a loaded catalogue names none, and a read household has none */
export function kindOf({ kinds }: FactTable, name: string): FactKind {
  const kind = kinds.get(name)
  if (!kind)
    throw new Error(`The catalogue names the fact "${name}", which is neither built in nor declared in facts.yaml.`)
  return kind
}

/** Where the answers to the built-in facts stand. */
export const factIndex = Object.fromEntries(builtInFacts.index) as Readonly<Record<FactName, number>>
