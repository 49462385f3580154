/** What has been left lying: no contact for long, plans nobody looked at again, referrals nobody answered. */
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CaseCondition } from './left-lying.ts'
import type { Quality } from './model.ts'
import { endedStatuses } from '../cases/model.ts'
import { door } from '../door.ts'
import { addDays, seoulDayOf } from '../kernel/dates.ts'
import { maskName } from '../kernel/mask.ts'
import { withoutAnswer, withoutReview } from './left-lying.ts'
import { QualityLine } from './model.ts'

const most = 100

export const quality = door.team.quality.handler(async ({ input, context }) => {
  const { today } = context
  return {
    'no-contact': await withoutContact(context, addDays(today, -input.contactDays)),
    'no-review': await plansToReview(context),
    'no-answer': await lettersUnanswered(context, addDays(today, -input.answerDays)),
  } satisfies Quality
})

const rows = ({ db }: Pick<Desk, 'db'>) => db.selectFrom('welfare_case')
  .leftJoin('staff', 'staff.id', 'welfare_case.planner_id')
  .leftJoin('person', join => join.onRef('person.household_id', '=', 'welfare_case.household_id').on('person.visitor', '=', 1))
  .select(['welfare_case.id', 'welfare_case.urgency', 'welfare_case.opened_at', 'welfare_case.last_contact_on', 'staff.name as plannerName', 'person.name as visitorName'])
const casesThat = ({ db }: Pick<Desk, 'db'>, condition: CaseCondition) => db.selectFrom('welfare_case').select('welfare_case.id').where(condition)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const lineOf = ({ id, urgency, plannerName, visitorName }: Row, since: string, agency: string | null = null): QualityLine =>
  QualityLine.parse({ caseId: id, maskedName: visitorName === null ? '—' : maskName(visitorName), plannerName, urgency, since, agency })

function longestFirst(lines: readonly QualityLine[]): Quality[keyof Quality] {
  const sorted = lines.toSorted((one, other) => one.since < other.since ? -1 : 1)
  return { count: new Set(lines.map(({ caseId }) => caseId)).size, lines: sorted.slice(0, most) }
}

/** Nobody was reached since a day, or since the case was opened; also while the clocks stand still. */
async function withoutContact(context: Desk, last: PlainDate) {
  const open = await rows(context).where('welfare_case.status', 'not in', [...endedStatuses]).execute()
  return longestFirst(open
    .map(row => lineOf(row, row.last_contact_on ?? seoulDayOf(row.opened_at as Desk['now'])))
    .filter(({ since }) => since <= last))
}

/** Since the day of the review, or since the plan was finished where none is set. */
async function plansToReview(context: Desk) {
  const { db, today } = context
  const found = await rows(context).where('welfare_case.status', 'not in', [...endedStatuses]).where('welfare_case.id', 'in', casesThat(context, withoutReview(today))).execute()
  const ids = found.map(({ id }) => id)
  if (ids.length === 0)
    return longestFirst([])
  const reviews = new Map((await db.selectFrom('case_clock').select(['case_id', 'due_on']).where('clock', '=', 'review').where('done_on', 'is', null).where('case_id', 'in', ids).execute()).map(({ case_id, due_on }) => [case_id, due_on]))
  const plans = new Map((await db.selectFrom('case_record').select(['case_id', 'finished_at']).where('kind', '=', 'plan').where('status', '=', 'finished').where('case_id', 'in', ids).orderBy('finished_at').execute()).map(({ case_id, finished_at }) => [case_id, finished_at]))
  return longestFirst(found.map(row => lineOf(row, reviews.get(row.id) ?? seoulDayOf((plans.get(row.id) ?? row.opened_at) as Desk['now']))))
}

/** One line for each letter; the count is of cases, as the list shows them. */
async function lettersUnanswered(context: Desk, last: PlainDate) {
  const { db } = context
  const found = new Map((await rows(context).where('welfare_case.status', 'not in', ['closed', 'withdrawn']).where('welfare_case.id', 'in', casesThat(context, withoutAnswer(last))).execute()).map(row => [row.id, row]))
  const letters = await db.selectFrom('referral').select(['case_id', 'sent_on', 'agency_name']).where('status', '=', 'sent').where('answered_on', 'is', null).where('sent_on', '<=', last).execute()
  return longestFirst(letters.flatMap(({ case_id, sent_on, agency_name }) => {
    const row = found.get(case_id)
    return row && sent_on !== null ? [lineOf(row, sent_on, agency_name)] : []
  }))
}
