/** Whose answer a rule would change, one by one, with the reasons. Each that is shown is a line in the access log. */
import type { Desk } from '../../../door.ts'
import type { Store } from '../../../host.ts'
import type { TriedStored } from '../model.ts'
import type { Tried } from './verdicts-of.ts'
import { appendLine } from '../../../audit/append-line.ts'
import { findStanding } from '../../../eligibility/rescreen/find-standing.ts'
import { maskName } from '../../../kernel/mask.ts'
import { compared } from './verdicts-of.ts'

/** How many are shown. */
export const mostShown = 50

type Shown = NonNullable<TriedStored['changed']>[number]

export interface ChangedSubject {
  readonly householdId: string
  /** `null`: the household. */
  readonly memberId: string | null
}

export interface BothRules { readonly before: Tried, readonly after: Tried }

export function showChanged(desk: Desk, changed: readonly ChangedSubject[], rules: BothRules): Promise<Shown[]> {
  const { host, caller, connection, now, transact } = desk
  return transact(async (db) => {
    const shown: Shown[] = []
    for (const each of changed) { // one after the other: the access log is a chain
      const told = await findChanged(db, desk, each, rules)
      if (!told)
        continue
      shown.push(told)
      await appendLine(db, host.hash, { at: now, staffId: caller.staffId, operation: 'catalogue.editor.tryStored', outcome: 'done', subject: `household:${each.householdId}`, place: connection.place })
    }
    return shown
  })
}

/** Read again; masked, as in every list: the member, or for a household whoever came. */
async function findChanged(db: Store, { host, today }: Desk, { householdId, memberId }: ChangedSubject, rules: BothRules): Promise<Shown | undefined> {
  const standing = await findStanding(db, host, householdId, today)
  const who = standing?.spokenOf.find(({ id, visitor }) => memberId === null ? visitor : id === memberId)
  if (!standing || (memberId !== null && !who))
    return undefined
  const { facts } = standing
  const subject = compared(rules.before(facts, false), rules.after(facts, true), facts).find(each => each.memberId === memberId)
  return subject && subject.before !== subject.after
    ? { ...subject, householdId, who: who ? maskName(who.name) : '' }
    : undefined
}
