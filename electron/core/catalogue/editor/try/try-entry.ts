import type { Desk } from '../../../door.ts'
/** Trying an entry before its release: on made-up families with reasons, on stored ones by what would change. */
import type { EntryForm, TriedStored } from '../model.ts'
import type { Tried } from './verdicts-of.ts'
import { readSettings } from '../../../center/read-settings.ts'
import { door } from '../../../door.ts'
import { readEntry } from '../check-entry.ts'
import { readShelf } from '../item-rows.ts'
import { ruleSetting } from '../rule-setting.ts'
import { familyOn } from './aged-family.ts'
import { readConsenting } from './read-consenting.ts'
import { compared, tryService } from './verdicts-of.ts'

/** The rule in force and the one being written; a form that is not right yet cannot be tried. */
async function bothRules({ db, host, today }: Pick<Desk, 'db' | 'host' | 'today'>, form: EntryForm): Promise<{ before: Tried, after: Tried } | { faults: ReturnType<typeof readEntry>['faults'] }> {
  const { inForce, draft } = await readShelf(db, host)
  const setting = ruleSetting(host, draft, today)
  const { entry, faults } = readEntry({ ...form, id: form.id ?? 'office-tried' }, setting)
  if (!entry)
    return { faults }
  return {
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

/** How many changed ones are shown one by one. */
const mostShown = 100

export const tryStored = door.catalogue.editor.tryStored.handler(async ({ input, errors, context }) => {
  const { db, host, today, about } = context
  about('service', typeof input.entry.id === 'string' ? input.entry.id : 'new')
  const rules = await bothRules(context, input.entry)
  if ('faults' in rules)
    throw errors.ENTRY_NOT_RIGHT({ data: rules })
  const moves = new Map<string, TriedStored['moves'][number]>()
  const changed: TriedStored['changed'] = []
  let households = 0
  for await (const { id, who, facts } of readConsenting(db, host, today)) {
    households++
    for (const subject of compared(rules.before(facts, false), rules.after(facts, false), facts)) {
      const { before, after, memberId } = subject
      const key = `${before}>${after}`
      moves.set(key, { before, after, count: (moves.get(key)?.count ?? 0) + 1 })
      if (before !== after && changed.length < mostShown)
        changed.push({ ...subject, householdId: id, who: who(memberId), findings: rules.after(facts, true).get(memberId ?? '')?.findings ?? [] })
    }
  }
  return { households, moves: [...moves.values()].sort((left, right) => right.count - left.count), changed }
})
