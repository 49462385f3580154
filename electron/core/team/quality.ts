/** What has been left lying: no contact for long, plans nobody looked at again, referrals nobody answered. */
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Quality } from './model.ts'
import { endedStatuses } from '../cases/model.ts'
import { door } from '../door.ts'
import { addDays, seoulDayOf } from '../kernel/dates.ts'
import { maskName } from '../kernel/mask.ts'
import { QualityLine } from './model.ts'

const most = 100
type Found = readonly { readonly caseId: string, readonly since: PlainDate, readonly agency?: string }[]

export const quality = door.team.quality.handler(async ({ input, context }) => {
  const { today } = context
  const cases = await openCases(context)
  const view = (found: Found) => {
    const known = found.flatMap(({ caseId, since, agency }) => {
      const row = cases.get(caseId)
      return row ? [QualityLine.parse({ caseId, maskedName: row.visitorName === null ? '—' : maskName(row.visitorName), plannerName: row.plannerName, urgency: row.urgency, since, agency: agency ?? null })] : []
    }).sort((one, other) => one.since < other.since ? -1 : 1)
    return { count: known.length, lines: known.slice(0, most) }
  }
  return {
    'no-contact': view(withoutContact(cases, addDays(today, -input.contactDays))),
    'no-review': view(await withoutReview(context, cases)),
    'no-answer': view(await withoutAnswer(context, addDays(today, -input.answerDays))),
  } satisfies Quality
})

/** Open and not paused: who is in hospital is not forgotten. */
async function openCases({ db }: Pick<Desk, 'db'>) {
  const rows = await db.selectFrom('welfare_case')
    .leftJoin('staff', 'staff.id', 'welfare_case.planner_id')
    .leftJoin('person', join => join.onRef('person.household_id', '=', 'welfare_case.household_id').on('person.visitor', '=', 1))
    .select(['welfare_case.id', 'welfare_case.stage', 'welfare_case.urgency', 'welfare_case.opened_at', 'welfare_case.first_contact_at', 'welfare_case.last_contact_on', 'staff.name as plannerName', 'person.name as visitorName'])
    .where('welfare_case.status', 'not in', [...endedStatuses])
    .where('welfare_case.paused_since', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}
type Cases = Awaited<ReturnType<typeof openCases>>

/** Nobody was reached since a day, or since the case was opened. */
const withoutContact = (cases: Cases, last: PlainDate): Found => [...cases.values()]
  .map(row => ({ caseId: row.id, since: (row.last_contact_on ?? seoulDayOf((row.first_contact_at ?? row.opened_at) as Desk['now'])) as PlainDate }))
  .filter(({ since }) => since <= last)

/** Services run by a plan, and its review is overdue or was never set. */
async function withoutReview({ db, today }: Pick<Desk, 'db' | 'today'>, cases: Cases): Promise<Found> {
  const plans = await db.selectFrom('case_record').select(['case_id', 'finished_at']).where('kind', '=', 'plan').where('status', '=', 'finished').execute()
  const reviews = new Map((await db.selectFrom('case_clock').select(['case_id', 'due_on']).where('clock', '=', 'review').where('done_on', 'is', null).execute()).map(({ case_id, due_on }) => [case_id, due_on as PlainDate]))
  const newest = new Map(plans.map(({ case_id, finished_at }) => [case_id, finished_at]))
  return [...newest].flatMap(([caseId, finishedAt]) => {
    const due = reviews.get(caseId)
    if (cases.get(caseId)?.stage !== 'service' || finishedAt === null || (due !== undefined && due >= today))
      return []
    return [{ caseId, since: due ?? seoulDayOf(finishedAt as Desk['now']) }]
  })
}

/** Sent on a day or earlier, and nothing came back. */
async function withoutAnswer({ db }: Pick<Desk, 'db'>, last: PlainDate): Promise<Found> {
  const rows = await db.selectFrom('referral').select(['case_id', 'sent_on', 'agency_name']).where('status', '=', 'sent').where('answered_on', 'is', null).where('sent_on', '<=', last).execute()
  return rows.map(({ case_id, sent_on, agency_name }) => ({ caseId: case_id, since: sent_on as PlainDate, agency: agency_name }))
}
