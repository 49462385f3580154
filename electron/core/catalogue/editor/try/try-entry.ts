/** Trying an entry before its release: on made-up families with reasons, on stored ones by what would change. */
import type { Desk } from '../../../door.ts'
import type { EntryForm, TriedStored } from '../model.ts'
import type { BothRules, ChangedSubject } from './show-changed.ts'
import { readSettings } from '../../../center/read-settings.ts'
import { door } from '../../../door.ts'
import { readEntry } from '../check-entry.ts'
import { readShelf } from '../item-rows.ts'
import { ruleSetting } from '../rule-setting.ts'
import { familyOn } from './aged-family.ts'
import { readConsenting } from './read-consenting.ts'
import { mostShown, showChanged } from './show-changed.ts'
import { compared, tryService } from './verdicts-of.ts'

interface Trial extends BothRules {
  /** Its id where the catalogue knows it: nothing that was typed reaches the access log. */
  readonly knownAs: string | undefined
}

/** The rule in force and the one being written; a form that is not right yet cannot be tried. */
async function bothRules({ db, host, today }: Pick<Desk, 'db' | 'host' | 'today'>, form: EntryForm): Promise<Trial | { faults: ReturnType<typeof readEntry>['faults'] }> {
  const { inForce, draft } = await readShelf(db, host)
  const setting = ruleSetting(host, draft, today)
  const { entry, faults } = readEntry({ ...form, id: form.id ?? 'office-tried' }, setting)
  if (!entry)
    return { faults }
  return {
    knownAs: inForce.services.get(entry.id)?.id ?? draft.services.get(entry.id)?.id,
    before: tryService(inForce.services.get(entry.id), inForce, today, setting.texts),
    after: tryService(entry, draft, today, setting.texts),
  }
}

export const families = door.catalogue.editor.families.handler(async ({ context: { db, host, today } }) => {
  const { center: { province, district } } = await readSettings(db)
  return host.exampleFamilies().map(family => familyOn(family, { province, district }, today))
})

export const tryMadeUp = door.catalogue.editor.tryMadeUp.handler(async ({ input, errors, context }) => {
  const rules = await bothRules(context, input.entry)
  if ('faults' in rules)
    throw errors.ENTRY_NOT_RIGHT({ data: rules })
  return { subjects: compared(rules.before(input.household, true), rules.after(input.household, true), input.household) }
})

/** An administrator alone does not work with residents: told how many, and of nobody what is known of them. */
const maySeeWho = ({ caller }: Pick<Desk, 'caller'>): boolean => caller.roles.includes('lead')

export const tryStored = door.catalogue.editor.tryStored.handler(async ({ input, errors, context }) => {
  const { db, today, about } = context
  const rules = await bothRules(context, input.entry)
  if ('faults' in rules)
    throw errors.ENTRY_NOT_RIGHT({ data: rules })
  about('service', rules.knownAs ?? 'new')
  const moves = new Map<string, TriedStored['moves'][number]>()
  const changed: ChangedSubject[] = []
  let households = 0
  for await (const { id, members, facts } of readConsenting(db, today)) {
    households++
    for (const { before, after, memberId } of compared(rules.before(facts, false), rules.after(facts, false), facts)) {
      if (memberId !== null && !members.has(memberId))
        continue
      const key = `${before}>${after}`
      moves.set(key, { before, after, count: (moves.get(key)?.count ?? 0) + 1 })
      if (before !== after && changed.length < mostShown)
        changed.push({ householdId: id, memberId })
    }
  }
  return {
    households,
    moves: [...moves.values()].sort((left, right) => right.count - left.count),
    changed: maySeeWho(context) ? await showChanged(context, changed, rules) : null,
  }
})
