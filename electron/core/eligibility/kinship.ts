/**
 * How two members are related, read off their relations to the head (세대주와의 관계).
 *
 * Some follow for certain (the head's child is the spouse's child), some may be (a grandchild need not be the
 * child of the son who lives there): those are unknown, never guessed.
 */
import type { Kinship } from './criteria.ts'
import type { Kleene } from './kleene.ts'
import type { PreparedMember } from './prepare-household.ts'
import { factIndex } from './fact-table.ts'
import { Relation } from './household-facts.ts'
import { no, unknown, yes } from './kleene.ts'

type Pair = `${Relation}>${Relation}`

/** "child>head" is what a child of the head is to the head. The reverse is worked out. */
const certain: Partial<Record<Pair, Kinship>> = {
  'child>head': 'child',
  'child>spouse': 'child',
  'spouse>head': 'spouse',
  'head>parent': 'child',
  'sibling>parent': 'child',
  'spouse>parent-in-law': 'child',
  'sibling>head': 'sibling',
  'sibling>sibling': 'sibling',
  'child>child': 'sibling',
  'grandchild>head': 'grandchild',
  'grandchild>spouse': 'grandchild',
  'head>grandparent': 'grandchild',
  'sibling>grandparent': 'grandchild',
  'child>parent': 'grandchild',
  'child>parent-in-law': 'grandchild',
}

const possible: Partial<Record<Pair, readonly Kinship[]>> = {
  'parent>parent': ['spouse'],
  'parent-in-law>parent-in-law': ['spouse'],
  'grandparent>grandparent': ['spouse'],
  'child-in-law>child': ['spouse'],
  'grandchild>child': ['child'],
  'grandchild>child-in-law': ['child'],
  'grandchild>grandchild': ['sibling'],
  'parent>grandparent': ['child'],
  'other-relative>sibling': ['child', 'spouse'],
  'other-relative>parent': ['sibling', 'grandchild'],
  'other-relative>grandparent': ['child', 'grandchild'],
  'other-relative>grandchild': ['child', 'spouse'],
  'other-relative>other-relative': ['child', 'parent', 'spouse', 'sibling', 'grandchild', 'grandparent'],
  'other-relative>parent-in-law': ['child', 'sibling', 'grandchild'],
  'other-relative>spouse': ['sibling', 'grandparent'],
  'other-relative>child-in-law': ['sibling', 'parent'],
}

const reverse = { child: 'parent', parent: 'child', spouse: 'spouse', sibling: 'sibling', grandchild: 'grandparent', grandparent: 'grandchild' } as const satisfies Record<Kinship, Kinship>

const kinships = Object.keys(reverse) as Kinship[]

function relationAllows(other: Relation, kinship: Kinship, member: Relation): Kleene {
  const pair: Pair = `${other}>${member}`
  const turned: Pair = `${member}>${other}`
  const is = certain[pair] ?? (certain[turned] && reverse[certain[turned]])
  if (is)
    return is === kinship ? yes : no
  return possible[pair]?.includes(kinship) || possible[turned]?.includes(reverse[kinship]) ? unknown : no
}

const tableOf = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Readonly<Record<Key, Value>> =>
  Object.fromEntries(keys.map(key => [key, value(key)])) as Record<Key, Value>

/** Worked out once for every pair of relations, so that asking only looks up. */
const table = tableOf(kinships, kinship =>
  tableOf(Relation.options, other => tableOf(Relation.options, member => relationAllows(other, kinship, member))))

/** Whether `other` is the `kinship` (child, parent, …) of `member`; nobody is a relative of themselves. */
export function isKin(other: PreparedMember, kinship: Kinship, member: PreparedMember): Kleene {
  if (other === member)
    return no
  const allowed = table[kinship][other.source.relation][member.source.relation]
  return allowed === unknown && kinship === 'spouse' && (isUnmarried(other) || isUnmarried(member)) ? no : allowed
}

/** Known not to have a living spouse. */
function isUnmarried({ answers }: PreparedMember): boolean {
  const status = answers[factIndex['marital-status']]
  return status === 'single' || status === 'divorced' || status === 'widowed'
}
