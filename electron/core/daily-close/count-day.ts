/**
 * What came of a day, counted: visits, consents, cases, papers. Numbers alone; nothing that was destroyed since is
 * counted, for it is not there any more.
 */
import type { ConsentItem } from '../consent/model.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { DayCounts } from './daily-close-sheet.ts'
import { Urgency } from '../cases/model.ts'
import { withdrawalsOf } from '../consent/read-consents.ts'
import { EventKind } from '../eligibility/household-facts.ts'
import { RefusalReason } from '../intake/model.ts'
import { addDays } from '../kernel/dates.ts'

/** The moments of a day in Seoul, as texts in UTC: 15:00 of the day before until 15:00. */
export const momentsOf = (day: PlainDate): readonly [from: string, until: string] => [`${addDays(day, -1)}T15:00:00`, `${day}T15:00:00`]

interface VisitRow { readonly event: string, readonly status: string, readonly answer: string }

/** An open visit is open whatever was answered in it; one that was given up, or ended before the question, was left. */
function outcomeOf({ status, answer }: VisitRow): 'open' | 'counselled' | 'refused' | 'callMe' | 'left' {
  if (status === 'open' || status === 'parked')
    return 'open'
  if (status === 'given-up' || answer === 'not-asked')
    return 'left'
  return answer === 'yes' ? 'counselled' : answer === 'no' ? 'refused' : 'callMe'
}

export async function countVisits(db: Store, day: PlainDate): Promise<Pick<DayCounts, 'visits' | 'refusals'>> {
  const rows = await db.selectFrom('visit').select(['event', 'status', 'answer', 'refusal_reason']).where('day', '=', day).execute()
  const visits = EventKind.options.flatMap((event) => {
    const outcomes = rows.filter(row => row.event === event).map(outcomeOf)
    const count = (outcome: ReturnType<typeof outcomeOf>): number => outcomes.filter(each => each === outcome).length
    return outcomes.length === 0 ? [] : [{ event, counselled: count('counselled'), refused: count('refused'), callMe: count('callMe'), left: count('left'), open: count('open') }]
  })
  const refused = rows.filter(row => outcomeOf(row) === 'refused').map(({ refusal_reason }) => refusal_reason ?? 'not-said')
  const refusals = RefusalReason.options.map(reason => ({ reason, count: refused.filter(each => each === reason).length })).filter(({ count }) => count > 0)
  return { visits, refusals }
}

/** A withdrawal counts on the day on which it was received, item by item, whenever the consent was given. Days from before they were kept are not known. */
export async function countConsents(db: Store, day: PlainDate): Promise<DayCounts['consents']> {
  const [from, until] = momentsOf(day)
  const given = await db.selectFrom('consent').select('answers').where('at', '>=', from).where('at', '<', until).execute()
  const answers = given.map(row => JSON.parse(row.answers) as Partial<Record<ConsentItem, boolean>>)
  const rows = await db.selectFrom('consent').select('withdrawals').where('withdrawals', 'is not', null).execute()
  const withdrawn = rows.flatMap(({ withdrawals }) => withdrawalsOf(withdrawals)).filter(({ at }) => at >= from && at < until)
  return (['collect', 'sensitive', 'third-party'] as const).map(item => ({
    item,
    given: answers.filter(each => each[item] === true).length,
    refused: answers.filter(each => each[item] === false).length,
    withdrawn: withdrawn.filter(each => each.item === item).length,
  }))
}

/** Cases opened on the day, by urgency and by whom they went to; what each has in hand counts as of now. */
export async function countCases(db: Store, day: PlainDate, holds: ReadonlyMap<string, { readonly cases: number }>): Promise<Pick<DayCounts, 'cases' | 'planners'>> {
  const [from, until] = momentsOf(day)
  const rows = await db.selectFrom('welfare_case').select(['urgency', 'planner_id']).where('opened_at', '>=', from).where('opened_at', '<', until).execute()
  const staff = await db.selectFrom('staff').select(['id', 'name', 'roles']).orderBy('name').execute()
  const opened = (id: string): number => rows.filter(({ planner_id }) => planner_id === id).length
  const planners = [...staff, { id: '', name: '', roles: '[]' }]
    .map(({ id, name }) => ({ name, opened: opened(id), holds: holds.get(id)?.cases ?? 0 }))
    .filter(each => each.opened > 0 || each.holds > 0)
  const cases = Urgency.options.map(urgency => ({ urgency, count: rows.filter(row => row.urgency === urgency).length }))
  return { cases, planners }
}

/** What is left over for the next working day, as of now: visits of that day and before, calls, first contacts. */
export async function countOpen(db: Store, day: PlainDate): Promise<DayCounts['carried']> {
  const visits = await db.selectFrom('visit').select('id').where('status', 'in', ['open', 'parked']).where('day', '<=', day).execute()
  const callbacks = await db.selectFrom('callback').innerJoin('visit', 'visit.id', 'callback.visit_id').select('visit_id').where('visit.day', '<=', day).execute()
  const due = await db.selectFrom('welfare_case').select('first_contact_due')
    .where('first_contact_at', 'is', null)
    .where('paused_since', 'is', null)
    .where('status', 'in', ['assigned', 'not-reached'])
    .where('first_contact_due', '<=', day)
    .execute()
  const dueToday = due.filter(({ first_contact_due }) => first_contact_due === day).length
  return { visits: visits.length, callbacks: callbacks.length, dueToday, overdue: due.length - dueToday }
}
