import type { Desk } from '../../../door.ts'
import type { Store } from '../../../host.ts'
/** Trying an entry before its release: on made-up families with reasons, on stored ones by what would change. */
import type { EntryForm, TriedStored, TriedSubject } from '../model.ts'
import type { Tried } from './verdicts-of.ts'
import { appendLine } from '../../../audit/append-line.ts'
import { readSettings } from '../../../center/read-settings.ts'
import { door } from '../../../door.ts'
import { maskName } from '../../../kernel/mask.ts'
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

/** How many changed ones are shown one by one; each is a line in the access log. */
const mostShown = 50

export const tryStored = door.catalogue.editor.tryStored.handler(async ({ input, errors, context }) => {
  const { db, today, about, transact } = context
  about('service', typeof input.entry.id === 'string' ? input.entry.id : 'new')
  const rules = await bothRules(context, input.entry)
  if ('faults' in rules)
    throw errors.ENTRY_NOT_RIGHT({ data: rules })
  const moves = new Map<string, TriedStored['moves'][number]>()
  const changed: (TriedSubject & { readonly householdId: string })[] = []
  let households = 0
  for await (const { id, members, facts } of readConsenting(db, today)) {
    households++
    for (const subject of compared(rules.before(facts, false), rules.after(facts, false), facts)) {
      const { before, after, memberId } = subject
      if (memberId !== null && !members.has(memberId))
        continue
      const key = `${before}>${after}`
      moves.set(key, { before, after, count: (moves.get(key)?.count ?? 0) + 1 })
      if (before !== after && changed.length < mostShown)
        changed.push({ ...subject, householdId: id, findings: rules.after(facts, true).get(memberId ?? '')?.findings ?? [] })
    }
  }
  const shown = await transact(async (db) => {
    const told: TriedStored['changed'] = []
    for (const subject of changed) // one after the other: the access log is a chain
      told.push(await withWho(db, context, subject))
    return told
  })
  return { households, moves: [...moves.values()].sort((left, right) => right.count - left.count), changed: shown }
})

/** Masked, as in every list: the member, or for a household whoever came. An administrator alone is told nobody's name. */
async function withWho(db: Store, { host, caller, connection, now }: Desk, subject: TriedSubject & { readonly householdId: string }): Promise<TriedStored['changed'][number]> {
  const persons = db.selectFrom('person').select('name').where('household_id', '=', subject.householdId)
  const row = await (subject.memberId === null ? persons.where('visitor', '=', 1) : persons.where('id', '=', subject.memberId)).executeTakeFirst()
  await appendLine(db, host.hash, { at: now, staffId: caller.staffId, operation: 'catalogue.editor.tryStored', outcome: 'done', subject: `household:${subject.householdId}`, place: connection.place })
  return { ...subject, who: row && caller.roles.includes('lead') ? maskName(row.name) : '' }
}
