/** The contacts of a case, what comes next, and the packs that would suit. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { ContactLine, ContactsOfCase, OfferKind } from './model.ts'
import { readHousehold } from '../households/read-household.ts'
import { PlainDate, seoulDayOf } from '../kernel/dates.ts'
import { fittingGifts, signsOfHousehold } from './fitting-gifts.ts'
import { readGifts } from './gift-stock.ts'
import { ContactLine as ContactLineSchema } from './model.ts'

export async function contactsOfCase({ db, today }: Pick<Desk, 'db' | 'today'>, found: CaseSummary): Promise<ContactsOfCase> {
  const household = await readHousehold(db, found.householdId, today)
  const given = await db.selectFrom('gift_given').innerJoin('gift_pack', 'gift_pack.id', 'gift_given.gift_id')
    .select(['gift_given.event_id', 'gift_given.gift_id', 'gift_given.at', 'gift_pack.name']).where('case_id', '=', found.id).orderBy('at').execute()
  const rows = await db.selectFrom('case_event').innerJoin('staff', 'staff.id', 'case_event.staff_id').selectAll('case_event').select('staff.name as staffName')
    .where('case_id', '=', found.id).where('kind', '=', 'contact').orderBy('at', 'desc').orderBy('case_event.id', 'desc').execute()
  const lines = rows.map(row => ContactLineSchema.parse({
    id: row.id,
    at: row.at,
    staffName: row.staffName,
    channel: row.channel,
    outcome: row.outcome,
    note: row.note,
    nextTry: row.next_try,
    offers: JSON.parse(row.offers ?? '[]'),
    gift: given.find(({ event_id }) => event_id === row.id)?.name ?? null,
    recordId: row.subject,
  }))
  const task = await db.selectFrom('case_task').selectAll().where('case_id', '=', found.id).where('kind', 'in', ['retry', 'quarterly']).where('done_at', 'is', null).orderBy('due_on').executeTakeFirst()
  const givenOn = new Map(given.map(({ gift_id, at }) => [gift_id, seoulDayOf(at as never)]))
  return {
    lines,
    triesInVain: triesInVain(lines),
    refusals: lines.filter(({ outcome }) => outcome === 'refused').length,
    next: task ? { on: PlainDate.parse(task.due_on), channel: task.subject as ContactLine['channel'] | null, quarterly: task.kind === 'quarterly' } : null,
    gifts: household ? fittingGifts(await readGifts(db), signsOfHousehold(household, today), givenOn) : [],
    accepted: acceptedOffers(lines),
  }
}

const isReached = ({ outcome }: ContactLine): boolean => outcome === 'reached' || outcome === 'call-back'

/** In a row, newest first, until somebody was reached. */
export function triesInVain(lines: readonly ContactLine[]): number {
  const last = lines.findIndex(isReached)
  return last === -1 ? lines.length : last
}

/** The newest answer to each offer counts. */
export function acceptedOffers(lines: readonly ContactLine[]): OfferKind[] {
  const newest = new Map<OfferKind, string>()
  for (const { offers } of lines.toReversed()) {
    for (const { kind, answer } of offers)
      newest.set(kind, answer)
  }
  return [...newest].filter(([, answer]) => answer === 'accepted').map(([kind]) => kind)
}
