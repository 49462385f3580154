/**
 * What has been left lying: no contact for long, plans nobody looked at again, referrals nobody answered.
 *
 * The store counts, sorts and cuts off: of many cases only those that are shown are read.
 */
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CaseCondition } from './left-lying.ts'
import type { Quality } from './model.ts'
import { sql } from 'kysely'
import { endedStatuses } from '../cases/model.ts'
import { door } from '../door.ts'
import { addDays, seoulDayOf } from '../kernel/dates.ts'
import { maskName } from '../kernel/mask.ts'
import { withoutAnswer, withoutContact, withoutReview } from './left-lying.ts'
import { QualityLine } from './model.ts'

/** Lines of each kind; the count is of all. */
const most = 100

export const quality = door.team.quality.handler(async ({ input, context }) => {
  const { today } = context
  return {
    'no-contact': await notReached(context, addDays(today, -input.contactDays)),
    'no-review': await plansToReview(context),
    'no-answer': await lettersUnanswered(context, addDays(today, -input.answerDays)),
  } satisfies Quality
})

type Reading = Pick<Desk, 'db'>
const casesThat = ({ db }: Reading, condition: CaseCondition, ended: readonly string[] = endedStatuses) =>
  db.selectFrom('welfare_case').where('welfare_case.status', 'not in', ended).where(condition)
const rows = (context: Reading, condition: CaseCondition, ended?: readonly string[]) => casesThat(context, condition, ended)
  .leftJoin('staff', 'staff.id', 'welfare_case.planner_id')
  .leftJoin('person', join => join.onRef('person.household_id', '=', 'welfare_case.household_id').on('person.visitor', '=', 1))
  .select(['welfare_case.id', 'welfare_case.urgency', 'staff.name as plannerName', 'person.name as visitorName'])
  .limit(most)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

async function counted(context: Reading, condition: CaseCondition, ended?: readonly string[]): Promise<number> {
  const { count } = await casesThat(context, condition, ended).select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** @param since a day, or a moment in UTC */
function lineOf({ id, urgency, plannerName, visitorName }: Row, since: string, agency: string | null = null): QualityLine {
  return QualityLine.parse({ caseId: id, maskedName: visitorName === null ? '—' : maskName(visitorName), plannerName, urgency, since: since.length > 10 ? seoulDayOf(since as Desk['now']) : since, agency })
}

const longestFirst = (lines: readonly QualityLine[]): QualityLine[] =>
  lines.toSorted((one, other) => one.since < other.since ? -1 : one.since > other.since ? 1 : 0).slice(0, most)

/** Nobody was reached since a day, or since the case was opened; also while the clocks stand still. Days and moments are sorted apart, for they do not compare. */
async function notReached(context: Desk, last: PlainDate): Promise<Quality['no-contact']> {
  const condition = withoutContact(last)
  const found = rows(context, condition)
  const before = await found.where('last_contact_on', 'is not', null).select('last_contact_on as since').orderBy('last_contact_on').orderBy('welfare_case.id').execute()
  const never = await found.where('last_contact_on', 'is', null).select('opened_at as since').orderBy('opened_at').orderBy('welfare_case.id').execute()
  return { count: await counted(context, condition), lines: longestFirst([...before, ...never].map(row => lineOf(row, row.since!))) }
}

/** Since the day of the review, or since the plan was finished where none is set. */
async function plansToReview(context: Desk): Promise<Quality['no-review']> {
  const condition = withoutReview(context.today)
  const found = rows(context, condition)
    .leftJoin('case_clock', join => join.onRef('case_clock.case_id', '=', 'welfare_case.id').on('case_clock.clock', '=', 'review').on('case_clock.done_on', 'is', null))
  const due = await found.where('case_clock.due_on', 'is not', null).select('case_clock.due_on as since').orderBy('case_clock.due_on').orderBy('welfare_case.id').execute()
  const finished = sql<string>`coalesce((select max(plan.finished_at) from case_record as plan where plan.case_id = welfare_case.id and plan.kind = 'plan' and plan.status = 'finished'), welfare_case.opened_at)`
  const unset = await found.where('case_clock.due_on', 'is', null).select(finished.as('since')).orderBy(finished).orderBy('welfare_case.id').execute()
  return { count: await counted(context, condition), lines: longestFirst([...due, ...unset].map(row => lineOf(row, row.since!))) }
}

/** One line for each letter; the count is of cases, as the list shows them. */
async function lettersUnanswered(context: Desk, last: PlainDate): Promise<Quality['no-answer']> {
  const condition = withoutAnswer(last)
  const ended = ['closed', 'withdrawn']
  const letters = await rows(context, condition, ended)
    .innerJoin('referral', 'referral.case_id', 'welfare_case.id')
    .where('referral.status', '=', 'sent')
    .where('referral.answered_on', 'is', null)
    .where('referral.sent_on', '<=', last)
    .select(['referral.sent_on as since', 'referral.agency_name as agency'])
    .orderBy('referral.sent_on')
    .orderBy('referral.id')
    .execute()
  return { count: await counted(context, condition, ended), lines: longestFirst(letters.map(row => lineOf(row, row.since!, row.agency))) }
}
