/** What counts as left lying, as conditions on cases: the lead's counts and the list they lead to use the same. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { PlainDate } from '../kernel/dates.ts'
import type { Schema } from '../store/schema.ts'
import { addDays } from '../kernel/dates.ts'

export type CaseCondition = (eb: ExpressionBuilder<Schema, 'welfare_case'>) => Expression<SqlBool>

/** Services run by a plan whose review is overdue or was never set (점검). Where the clocks stand still nothing is overdue. */
export const withoutReview = (today: PlainDate): CaseCondition => eb => eb.and([
  eb('welfare_case.stage', '=', 'service'),
  eb('welfare_case.paused_since', 'is', null),
  eb.exists(eb.selectFrom('case_record').select('case_record.id')
    .whereRef('case_record.case_id', '=', 'welfare_case.id')
    .where('case_record.kind', '=', 'plan')
    .where('case_record.status', '=', 'finished')),
  eb.not(eb.exists(eb.selectFrom('case_clock').select('case_clock.clock')
    .whereRef('case_clock.case_id', '=', 'welfare_case.id')
    .where('case_clock.clock', '=', 'review')
    .where('case_clock.done_on', 'is', null)
    .where('case_clock.due_on', '>=', today))),
])

/** Last reached on that day or before it; never reached, and opened before the day was over. */
export const withoutContact = (last: PlainDate): CaseCondition => eb => eb.or([
  eb('welfare_case.last_contact_on', '<=', last),
  eb.and([eb('welfare_case.last_contact_on', 'is', null), eb('welfare_case.opened_at', '<', firstMomentOf(addDays(last, 1)))]),
])

/** Of a day in Seoul. */
const firstMomentOf = (day: PlainDate): string => `${addDays(day, -1)}T15:00:00.000Z`

/** Handed on to an agency (의뢰) on a day or earlier, and nothing came back. */
export const withoutAnswer = (last: PlainDate): CaseCondition => eb => eb.exists(eb.selectFrom('referral').select('referral.id')
  .whereRef('referral.case_id', '=', 'welfare_case.id')
  .where('referral.status', '=', 'sent')
  .where('referral.answered_on', 'is', null)
  .where('referral.sent_on', '<=', last))
