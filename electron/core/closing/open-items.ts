/** What is still open of a case: referrals on their way, applications without a decision, tasks. */
import type { ApplicationStatus } from '../applications/model.ts'
import type { Desk } from '../door.ts'
import type { Closing } from '../records/bodies/closing.ts'
import type { ReferralStatus } from '../referrals/model.ts'
import type { OpenItem } from './model.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { PlainDate } from '../kernel/dates.ts'

const endedReferrals: readonly ReferralStatus[] = ['declined', 'ended', 'called-back']
/** An objection (이의신청) is on its way again. */
const endedApplications: readonly ApplicationStatus[] = ['approved', 'rejected', 'decided-otherwise', 'given-up']
const day = (text: string | null): PlainDate | null => text === null ? null : PlainDate.parse(text)

export async function openItems({ db, host }: Pick<Desk, 'db' | 'host'>, caseId: string): Promise<OpenItem[]> {
  const referrals = await db.selectFrom('referral').selectAll().where('case_id', '=', caseId).where('status', 'not in', endedReferrals).orderBy('created_at').execute()
  const applications = await db.selectFrom('application').selectAll().where('case_id', '=', caseId).where('status', 'not in', endedApplications).orderBy('created_at').execute()
  const tasks = await db.selectFrom('case_task').selectAll().where('case_id', '=', caseId).where('done_at', 'is', null).orderBy('due_on').execute()
  const services = applications.length > 0 ? (await catalogueInForce(db, host)).services : undefined
  // A reminder goes the way of what it reminds of, and the review ends with the plan.
  const followed = new Set([...referrals, ...applications].map(({ id }) => id))
  return [
    ...referrals.map((row): OpenItem => ({ id: row.id, kind: 'referral', what: { ko: row.agency_name, en: row.agency_name }, dueOn: day(row.remind_on) })),
    ...applications.map((row): OpenItem => ({ id: row.id, kind: 'application', what: services?.get(row.service_id)?.name ?? { ko: row.service_id, en: row.service_id }, dueOn: null })),
    ...tasks.filter(({ kind, subject }) => kind !== 'review' && kind !== 'after-care' && !followed.has(subject ?? ''))
      .map((row): OpenItem => ({ id: row.id, kind: 'task', what: { ko: row.what, en: row.what }, dueOn: day(row.due_on) })),
  ]
}

/** What is open and not said of what becomes of it. */
export async function unanswered(context: Pick<Desk, 'db' | 'host'>, caseId: string, rest: Closing['rest']): Promise<OpenItem[]> {
  const answered = new Set(rest.filter(({ becomes }) => becomes !== null).map(({ id }) => id))
  return (await openItems(context, caseId)).filter(({ id }) => !answered.has(id))
}
