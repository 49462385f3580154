/** The family as the household's record tells it: a first genogram that nobody has to draw. */
import type { HouseholdView, MemberView } from '../households/model.ts'
import type { FamilyMap, MapPerson, MapTie } from '../records/bodies/family-map.ts'

/** Ids of rows are short; those of members are long and end in random digits. */
const rowOf = (member: MemberView): string => `m${member.id.replaceAll('-', '').slice(-12)}`

/** What is read from the household each time, so that no copy of it is kept in the record. */
export const notKept = { name: '', sex: null, birth: null, birthYear: null, died: false, diedOn: null } as const satisfies Partial<MapPerson>

const personOf = (member: MemberView): MapPerson => ({
  id: rowOf(member),
  personId: member.id,
  ...notKept,
  index: member.visitor,
  together: member.livingTogether !== false && member.diedOn === null,
  note: '',
})

/** Relations are told from the head of the household: only what follows from them without doubt becomes a tie. */
export function knownFamily({ members }: HouseholdView): Pick<FamilyMap, 'people' | 'ties'> {
  const of = (relation: MemberView['relation']): readonly MemberView[] => members.filter(member => member.relation === relation)
  const [head] = of('head')
  const [spouse] = of('spouse')
  const couple = [head, spouse].filter(member => member !== undefined)
  const ties: MapTie[] = []
  const tie = (from: MemberView | undefined, to: MemberView | undefined, kind: MapTie['kind']): void => {
    if (from && to)
      ties.push({ id: `t${ties.length.toString(36).padStart(5, '0')}`, from: rowOf(from), to: rowOf(to), kind })
  }
  tie(head, spouse, head && spouse && divorced(head, spouse) ? 'divorced' : 'married')
  for (const child of of('child'))
    couple.forEach(parent => tie(parent, child, 'parent'))
  const parents = of('parent')
  for (const parent of parents) {
    tie(parent, head, 'parent')
    of('sibling').forEach(sibling => tie(parent, sibling, 'parent'))
  }
  coupleOf(parents, tie)
  const parentsInLaw = of('parent-in-law')
  parentsInLaw.forEach(parent => tie(parent, spouse, 'parent'))
  coupleOf(parentsInLaw, tie)
  // Whose child a grandchild is, is known only where there is one child; whose spouse a child-in-law is likewise.
  const children = of('child')
  if (children.length === 1) {
    of('child-in-law').forEach(other => tie(children[0], other, 'married'))
    for (const grandchild of of('grandchild'))
      [children[0], ...of('child-in-law')].forEach(parent => tie(parent, grandchild, 'parent'))
  }
  if (parents.length === 1)
    of('grandparent').forEach(grandparent => tie(grandparent, parents[0], 'parent'))
  return { people: members.map(personOf), ties }
}

const divorced = (one: MemberView, other: MemberView): boolean =>
  one.facts['marital-status']?.value === 'divorced' || other.facts['marital-status']?.value === 'divorced'

/** Father and mother of one person are a couple, as far as anybody said. */
function coupleOf(parents: readonly MemberView[], tie: (from: MemberView, to: MemberView, kind: MapTie['kind']) => void): void {
  const [one, other] = parents
  if (one && other && parents.length === 2 && one.sex !== other.sex)
    tie(one, other, 'married')
}
